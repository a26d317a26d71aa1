//! An example that breaks each rule, and one that does not.

use super::{Example, Rule};

const fn change(before: &'static str, bad: &'static str, good: &'static str) -> Example {
    Example { before, bad, good }
}

const fn one(bad: &'static str, good: &'static str) -> Example {
    Example { before: "", bad, good }
}

pub(super) const fn example(rule: Rule) -> Example {
    match rule {
        Rule::FieldAddedWithoutDefault => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "note", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "note", "type": "string", "default": ""}]}"#,
        ),
        Rule::FieldRemovedWithoutDefault => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "note", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "note", "type": "string", "default": ""}]}"#,
        ),
        Rule::FieldRenamed => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "email", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "user_email", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "email", "type": "string"}]}"#,
        ),
        Rule::TypeNarrowed => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long"}]}"#,
        ),
        Rule::TypeWidened => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int"}, {"name": "f_long", "type": ["null", "long"], "default": null}]}"#,
        ),
        Rule::TypeChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int"}, {"name": "f_text", "type": "string", "default": ""}]}"#,
        ),
        Rule::UnionBranchRemoved => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int", "boolean"]}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int"]}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int", "boolean"]}]}"#,
        ),
        Rule::UnionBranchAdded => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int"]}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int", "boolean"]}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "int"]}, {"name": "flag", "type": ["null", "boolean"], "default": null}]}"#,
        ),
        Rule::NullableToRequired => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["null", "string"], "default": null}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["null", "string"], "default": null}]}"#,
        ),
        Rule::EnumSymbolRemoved => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID", "SENT"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID", "SENT"]}}]}"#,
        ),
        Rule::EnumSymbolAdded => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID", "SENT"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"], "default": "NEW"}}]}"#,
        ),
        Rule::EnumDefaultRemoved => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"], "default": "NEW"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW", "PAID"], "default": "NEW"}}]}"#,
        ),
        Rule::FixedSizeChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "fixed", "name": "acme.Hash", "size": 16}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "fixed", "name": "acme.Hash", "size": 32}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "fixed", "name": "acme.Hash", "size": 16}}]}"#,
        ),
        Rule::NameChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.State", "symbols": ["NEW"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW"]}}]}"#,
        ),
        Rule::RecordBecameOther => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "record", "name": "acme.Money", "fields": [{"name": "cents", "type": "long"}]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "record", "name": "acme.Money", "fields": [{"name": "cents", "type": "long"}]}}]}"#,
        ),
        Rule::LogicalTypeChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-micros"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
        ),
        Rule::DecimalScaleChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 4}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}]}"#,
        ),
        Rule::DecimalPrecisionReduced => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 8, "scale": 2}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}]}"#,
        ),
        Rule::LogicalTypeAddedOrDropped => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
        ),
        Rule::NamespaceChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.orders.Status", "symbols": ["NEW"]}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "enum", "name": "acme.Status", "symbols": ["NEW"]}}]}"#,
        ),
        Rule::DefaultValueChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int", "default": 1}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int", "default": 2}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int", "default": 1}]}"#,
        ),
        Rule::AliasAmbiguous => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "a", "type": "int"}, {"name": "b", "type": "int", "default": 0}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "a", "type": "int", "aliases": ["b"]}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "a", "type": "int"}]}"#,
        ),
        Rule::UnitChanged => change(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "unit": "s"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "unit": "ms"}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "unit": "s"}}, {"name": "f_ms", "type": {"type": "long", "unit": "ms"}, "default": 0}]}"#,
        ),
        Rule::UnionDefaultNotFirstBranch => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["null", "string"], "default": ""}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": ["string", "null"], "default": ""}]}"#,
        ),
        Rule::LogicalTypeOnField => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "long", "logicalType": "timestamp-millis"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
        ),
        Rule::FloatForMoney => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "price", "type": "double"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}}]}"#,
        ),
        Rule::TimestampWithoutUnit => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "created_at", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "created_at", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}"#,
        ),
        Rule::DuplicateName => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "id", "type": "string"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}, {"name": "external_id", "type": "string"}]}"#,
        ),
        Rule::DefaultInvalid => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int", "default": "7"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": "int", "default": 7}]}"#,
        ),
        Rule::NameInvalid => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "unit-price", "type": "long"}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "unit_price", "type": "long"}]}"#,
        ),
        Rule::U64MayOverflow => one(
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "long", "unsigned": true}}]}"#,
            r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "f", "type": {"type": "fixed", "name": "acme.U64", "size": 8}}]}"#,
        ),
        Rule::HistoryTampered => one(
            r#"v1.avsc was edited by hand, and is no longer the text whose SHA-256 stands in history.json"#,
            r#"v1.avsc as it was recorded; the change is in a version 2"#,
        ),
        Rule::HistoryOrphaned => one(
            r#"schemas/history/acme.Order is there, the type is called acme.Purchase"#,
            r#"the same, and the type says `"aliases": ["acme.Order"]`"#,
        ),
        Rule::UnrecordedChange => one(
            r#"the type has a field `note`, the newest recorded version has none"#,
            r#"the same, and a version 2 with the field"#,
        ),
        Rule::VersionGap => {
            one(r#"history.json lists the versions 1 and 3"#, r#"history.json lists the versions 1, 2 and 3"#)
        }
        Rule::AcceptanceExpired => one(
            r#"{"rule": "type-changed", "type": "acme.Order", "path": "id", "before": "int", "after": "string", "reason": "no data yet", "until": "2020-01-01"}"#,
            r#"the same without `until`, or with a day to come"#,
        ),
        Rule::AcceptanceUnused => {
            one(r#"an entry in `accepted` of history.json for a field that was restored since"#, r#"no such entry"#)
        }
    }
}
