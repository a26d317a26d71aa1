//! The cells of the gate matrix: one case per rule, the places a cause can stand in, and the root types made of them.

use std::collections::BTreeSet;

use avro_model::content::content_hash;
use avro_model::gate::{Finding, History, Settings, review};
use avro_model::history::RecordedVersion;
use avro_model::{Document, Level};

/// One change of a record's fields, in Rust (the type of today) and in JSON (today's and the recorded one).
pub(crate) struct Case {
    /// Snake case, unique.
    pub(crate) name: &'static str,
    /// Types that the fields use.
    pub(crate) items: &'static str,
    /// Today's fields, in Rust.
    pub(crate) rust: &'static str,
    /// The same, in JSON.
    pub(crate) today: &'static str,
    /// The fields of the version that differs.
    pub(crate) recorded: &'static str,
    /// What the gate finds.
    pub(crate) found: Found,
}

/// What a case shows.
#[derive(Clone, Copy)]
pub(crate) enum Found {
    /// Nothing: a change that is always fine.
    Nothing,
    /// An error under this rule, where BACKWARD or FORWARD is promised.
    Error(&'static str, bool, bool),
    /// A warning under this rule, where BACKWARD or FORWARD is promised.
    Notice(&'static str, bool, bool),
}

const fn case(name: &'static str, [items, rust, today, recorded]: [&'static str; 4], found: Found) -> Case {
    Case { name, items, rust, today, recorded, found }
}

/// The cases.
pub(crate) const CASES: &[Case] = &[
    case("unchanged", ["", "pub a: i32,", INT_A, INT_A], Found::Nothing),
    case(
        "reordered",
        [
            "",
            "pub a: i32, pub b: String,",
            r#"{"name":"a","type":"int"},{"name":"b","type":"string"}"#,
            r#"{"name":"b","type":"string"},{"name":"a","type":"int"}"#,
        ],
        Found::Nothing,
    ),
    case(
        "added_with_default",
        [
            "",
            "pub a: i32, #[avro(default = 7)] pub b: i32,",
            r#"{"name":"a","type":"int"},{"name":"b","type":"int","default":7}"#,
            INT_A,
        ],
        Found::Nothing,
    ),
    case(
        "added",
        ["", "pub a: i32, pub b: bool,", r#"{"name":"a","type":"int"},{"name":"b","type":"boolean"}"#, INT_A],
        Found::Error("field-added-without-default", true, false),
    ),
    case(
        "removed",
        ["", "pub a: i32,", INT_A, r#"{"name":"a","type":"int"},{"name":"b","type":"boolean"}"#],
        Found::Error("field-removed-without-default", false, true),
    ),
    case(
        "renamed",
        [
            "",
            "pub user_email: String, pub a: i32,",
            r#"{"name":"user_email","type":"string"},{"name":"a","type":"int"}"#,
            r#"{"name":"email","type":"string"},{"name":"a","type":"int"}"#,
        ],
        Found::Error("field-renamed", true, true),
    ),
    case(
        "narrowed",
        ["", "pub f: i32,", r#"{"name":"f","type":"int"}"#, r#"{"name":"f","type":"long"}"#],
        Found::Error("type-narrowed", true, false),
    ),
    case(
        "widened",
        ["", "pub f: f64,", r#"{"name":"f","type":"double"}"#, r#"{"name":"f","type":"float"}"#],
        Found::Error("type-widened", false, true),
    ),
    case(
        "changed",
        ["", "pub f: String,", r#"{"name":"f","type":"string"}"#, r#"{"name":"f","type":"int"}"#],
        Found::Error("type-changed", true, true),
    ),
    case(
        "branch_removed",
        [
            "#[derive(AvroSchema)] pub enum BranchRemoved { Text(String), Number(i32) }",
            "pub f: BranchRemoved,",
            r#"{"name":"f","type":["string","int"]}"#,
            r#"{"name":"f","type":["string","int","boolean"]}"#,
        ],
        Found::Error("union-branch-removed", true, false),
    ),
    case(
        "branch_added",
        [
            "#[derive(AvroSchema)] pub enum BranchAdded { Text(String), Number(i32), Flag(bool) }",
            "pub f: BranchAdded,",
            r#"{"name":"f","type":["string","int","boolean"]}"#,
            r#"{"name":"f","type":["string","int"]}"#,
        ],
        Found::Error("union-branch-added", false, true),
    ),
    case(
        "required",
        [
            "",
            "pub f: String,",
            r#"{"name":"f","type":"string"}"#,
            r#"{"name":"f","type":["null","string"],"default":null}"#,
        ],
        Found::Error("nullable-to-required", true, false),
    ),
    case(
        "symbol_removed",
        [
            "#[derive(AvroSchema)] pub enum SymbolRemoved { A, B }",
            "pub f: SymbolRemoved,",
            r#"{"name":"f","type":{"type":"enum","name":"m.SymbolRemoved","symbols":["A","B"]}}"#,
            r#"{"name":"f","type":{"type":"enum","name":"m.SymbolRemoved","symbols":["A","B","C"]}}"#,
        ],
        Found::Error("enum-symbol-removed", true, false),
    ),
    case(
        "symbol_added",
        [
            "#[derive(AvroSchema)] pub enum SymbolAdded { A, B, C }",
            "pub f: SymbolAdded,",
            r#"{"name":"f","type":{"type":"enum","name":"m.SymbolAdded","symbols":["A","B","C"]}}"#,
            r#"{"name":"f","type":{"type":"enum","name":"m.SymbolAdded","symbols":["A","B"]}}"#,
        ],
        Found::Error("enum-symbol-added", false, true),
    ),
    case(
        "fixed_size",
        [
            "#[derive(AvroSchema)] #[avro(fixed)] pub struct FixedSize(pub [u8; 8]);",
            "pub f: FixedSize,",
            r#"{"name":"f","type":{"type":"fixed","name":"m.FixedSize","size":8}}"#,
            r#"{"name":"f","type":{"type":"fixed","name":"m.FixedSize","size":4}}"#,
        ],
        Found::Error("fixed-size-changed", true, true),
    ),
    case(
        "other_name",
        [
            "#[derive(AvroSchema)] pub struct OtherName { pub x: i32 }",
            "pub f: OtherName,",
            r#"{"name":"f","type":{"type":"record","name":"m.OtherName","fields":[{"name":"x","type":"int"}]}}"#,
            r#"{"name":"f","type":{"type":"record","name":"m.Before","fields":[{"name":"x","type":"int"}]}}"#,
        ],
        Found::Error("name-changed", true, true),
    ),
    case(
        "no_record",
        [
            "",
            "pub f: i32,",
            r#"{"name":"f","type":"int"}"#,
            r#"{"name":"f","type":{"type":"record","name":"m.Gone","fields":[{"name":"x","type":"int"}]}}"#,
        ],
        Found::Error("record-became-other", true, true),
    ),
    case(
        "logical",
        [
            "",
            "#[avro(timestamp_micros)] pub f: i64,",
            r#"{"name":"f","type":{"type":"long","logicalType":"timestamp-micros"}}"#,
            r#"{"name":"f","type":{"type":"long","logicalType":"timestamp-millis"}}"#,
        ],
        Found::Error("logical-type-changed", true, true),
    ),
    case(
        "logical_dropped",
        [
            "",
            "pub f: i64,",
            r#"{"name":"f","type":"long"}"#,
            r#"{"name":"f","type":{"type":"long","logicalType":"timestamp-millis"}}"#,
        ],
        Found::Notice("logical-type-added-or-dropped", true, true),
    ),
    case(
        "decimal_scale",
        [
            "",
            "#[avro(decimal(precision = 9, scale = 3))] pub f: Vec<u8>,",
            r#"{"name":"f","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":3}}"#,
            r#"{"name":"f","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}}"#,
        ],
        Found::Error("decimal-scale-changed", true, true),
    ),
    case(
        "decimal_digits",
        [
            "",
            "#[avro(decimal(precision = 9, scale = 2))] pub f: Vec<u8>,",
            r#"{"name":"f","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}}"#,
            r#"{"name":"f","type":{"type":"bytes","logicalType":"decimal","precision":18,"scale":2}}"#,
        ],
        Found::Notice("decimal-precision-reduced", true, false),
    ),
    case(
        "other_namespace",
        [
            "#[derive(AvroSchema)] pub struct OtherNamespace { pub x: i32 }",
            "pub f: OtherNamespace,",
            r#"{"name":"f","type":{"type":"record","name":"m.OtherNamespace","fields":[{"name":"x","type":"int"}]}}"#,
            r#"{"name":"f","type":{"type":"record","name":"before.OtherNamespace","fields":[{"name":"x","type":"int"}]}}"#,
        ],
        Found::Notice("namespace-changed", true, true),
    ),
    case(
        "other_default",
        [
            "",
            "#[avro(default = 2)] pub a: i32,",
            r#"{"name":"a","type":"int","default":2}"#,
            r#"{"name":"a","type":"int","default":1}"#,
        ],
        Found::Notice("default-value-changed", true, true),
    ),
    case(
        "enum_default",
        [
            "#[derive(AvroSchema)] pub enum EnumDefault { A, B }",
            "pub f: EnumDefault,",
            r#"{"name":"f","type":{"type":"enum","name":"m.EnumDefault","symbols":["A","B"]}}"#,
            r#"{"name":"f","type":{"type":"enum","name":"m.EnumDefault","symbols":["A","B"],"default":"A"}}"#,
        ],
        Found::Notice("enum-default-removed", true, false),
    ),
    case(
        "unit",
        [
            "",
            r#"#[avro(as = "long", unit = "ms")] pub f: std::time::Duration,"#,
            r#"{"name":"f","type":{"type":"long","unit":"ms"}}"#,
            r#"{"name":"f","type":{"type":"long","unit":"s"}}"#,
        ],
        Found::Notice("unit-changed", true, true),
    ),
    case(
        "ambiguous",
        [
            "",
            r#"#[avro(alias = "b")] pub a: i32, #[avro(default = 0)] pub c: i32,"#,
            r#"{"name":"a","type":"int","aliases":["b"]},{"name":"c","type":"int","default":0}"#,
            r#"{"name":"a","type":"int"},{"name":"b","type":"int","default":0}"#,
        ],
        Found::Error("alias-ambiguous", true, false),
    ),
];

const INT_A: &str = r#"{"name":"a","type":"int"}"#;

/// Where the changed fields stand below the root.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    RootField,
    NestedRecord,
    ArrayItem,
    MapValue,
    UnionBranch,
    BehindGeneric,
    OtherCrate,
}

/// All of them.
pub(crate) const PLACES: &[Place] = &[
    Place::RootField,
    Place::NestedRecord,
    Place::ArrayItem,
    Place::MapValue,
    Place::UnionBranch,
    Place::BehindGeneric,
    Place::OtherCrate,
];

impl Place {
    /// The package that holds this place's roots.
    pub(crate) fn package(self) -> &'static str {
        match self {
            Place::RootField => "root_field",
            Place::NestedRecord => "nested_record",
            Place::ArrayItem => "array_item",
            Place::MapValue => "map_value",
            Place::UnionBranch => "union_branch",
            Place::BehindGeneric => "behind_generic",
            Place::OtherCrate => "other_crate",
        }
    }

    /// Items that this place's roots share: the changed record, unless it comes from the other crate.
    pub(crate) fn items(self) -> String {
        let mut items = String::new();
        if self == Place::BehindGeneric {
            items.push_str("#[derive(AvroSchema)]\npub struct Page<T> { pub inner: T }\n\n");
        }
        if !matches!(self, Place::RootField | Place::OtherCrate) {
            CASES.iter().for_each(|case| items.push_str(&case.record("Here")));
        }
        items
    }
}

/// The source of the crate that the others depend on: the types of all cases, and the changed records.
pub(crate) fn inner_source() -> String {
    let mut source = String::from("use avro_runtime::prelude::*;\n\n");
    for case in CASES {
        if !case.items.is_empty() {
            source.push_str(case.items);
            source.push('\n');
        }
        source.push_str(&case.record("There"));
    }
    source
}

impl Case {
    /// The changed record as a type of its own.
    fn record(&self, prefix: &str) -> String {
        format!("#[derive(AvroSchema)]\npub struct {prefix}_{} {{ {} }}\n\n", self.name, self.rust)
    }
}

/// The rules of a gate's findings.
pub(crate) struct Judgement {
    pub(crate) errors: BTreeSet<&'static str>,
    pub(crate) warnings: BTreeSet<&'static str>,
}

/// One cell: a root type and its history.
pub(crate) struct Root {
    pub(crate) case: &'static Case,
    pub(crate) place: Place,
    pub(crate) level: Level,
    /// The newest version differs, not the older one.
    pub(crate) newest: bool,
}

impl Root {
    /// The roots of a case at a place: every level, both positions.
    pub(crate) fn all(case: &'static Case, place: Place) -> Vec<Root> {
        let levels = Level::ALL.iter();
        levels.flat_map(|&level| [true, false].map(|newest| Root { case, place, level, newest })).collect()
    }

    /// Unique, and findable in a message.
    pub(crate) fn id(&self) -> String {
        let position = if self.newest { "newest" } else { "older" };
        format!("R__{}__{}__{}__{position}", self.case.name, self.place.package(), self.level.name().to_lowercase())
    }

    /// The folder of its history.
    pub(crate) fn folder(&self) -> String {
        format!("m.{}", self.id())
    }

    /// The full name of the root schema.
    fn full_name(&self) -> String {
        match self.place {
            Place::BehindGeneric => format!("m.Page_Here_{}", self.case.name),
            _ => self.folder(),
        }
    }

    /// Its Rust source.
    pub(crate) fn source(&self) -> String {
        let (id, case, level) = (self.id(), self.case.name, self.level.name().to_lowercase());
        let inner = match self.place {
            Place::BehindGeneric => {
                let level = self.level_ident();
                return format!(
                    "avro_runtime::gate!(Page<Here_{case}>, \"schemas/history/{}\", {level});\n",
                    self.folder()
                );
            }
            Place::RootField => self.case.rust.to_owned(),
            Place::NestedRecord => format!("pub inner: Here_{case},"),
            Place::ArrayItem => format!("pub inner: Vec<Here_{case}>,"),
            Place::MapValue => format!("pub inner: std::collections::BTreeMap<String, Here_{case}>,"),
            Place::UnionBranch => format!("pub inner: Option<Here_{case}>,"),
            Place::OtherCrate => format!("pub inner: There_{case},"),
        };
        format!("#[derive(AvroSchema)]\n#[avro(evolution = \"{level}\")]\npub struct {id} {{ {inner} }}\n")
    }

    fn level_ident(&self) -> String {
        self.level.name().split('_').map(|word| format!("{}{}", &word[..1], word[1..].to_lowercase())).collect()
    }

    /// The schema with these fields at the place.
    fn schema(&self, fields: &str) -> String {
        let record = |name: &str, fields: &str| format!(r#"{{"type":"record","name":"{name}","fields":[{fields}]}}"#);
        let here = record(&format!("m.Here_{}", self.case.name), fields);
        let inner = match self.place {
            Place::RootField => return record(&self.full_name(), fields),
            Place::NestedRecord | Place::BehindGeneric => here,
            Place::ArrayItem => format!(r#"{{"type":"array","items":{here}}}"#),
            Place::MapValue => format!(r#"{{"type":"map","values":{here}}}"#),
            Place::UnionBranch => format!(r#"["null",{here}],"default":null"#),
            Place::OtherCrate => record(&format!("m.There_{}", self.case.name), fields),
        };
        record(&self.full_name(), &format!(r#"{{"name":"inner","type":{inner}}}"#))
    }

    /// Today's schema.
    pub(crate) fn today(&self) -> String {
        self.schema(self.case.today)
    }

    /// The two recorded versions, oldest first: one equals the type, the other differs.
    pub(crate) fn versions(&self) -> [String; 2] {
        let (same, other) = (self.today(), self.schema(self.case.recorded));
        if self.newest { [same, other] } else { [other, same] }
    }

    /// Whether this cell shows its case's rule.
    pub(crate) fn is_expected(&self) -> bool {
        let (Found::Error(_, backward, forward) | Found::Notice(_, backward, forward)) = self.case.found else {
            return false;
        };
        let seen = self.newest || self.level.transitive();
        seen && (backward && self.level.checks_backward() || forward && self.level.checks_forward())
    }
}

impl Root {
    /// What the engine says at run time of the same texts.
    pub(crate) fn judge(&self) -> Judgement {
        let today = parse(&self.today());
        let versions: Vec<RecordedVersion> = (self.versions().iter().zip(1..))
            .map(|(text, version)| {
                let document = parse(text);
                let content_hash = content_hash(document.view());
                RecordedVersion { version, file: "", released: true, content_hash, document, changes: None }
            })
            .collect();
        let full_name = self.full_name();
        let history = History { full_name: &full_name, folder: "", versions: &versions, accepted: &[] };
        let review = review(today.view(), history, &Settings::new(self.level));
        assert_eq!(review.unchecked(), None, "{}", self.id());
        let ids = |finding: &Finding| finding.rule.id();
        Judgement { errors: review.errors().map(ids).collect(), warnings: review.warnings().map(ids).collect() }
    }
}

fn parse(text: &str) -> Document {
    Document::parse(text).unwrap_or_else(|errors| panic!("{text}\n{errors}"))
}
