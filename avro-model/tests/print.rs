//! The printer and the hashes over nodes as a derive emits them, in constants and at run time.

use avro_model::text::hash;
use avro_model::{
    Child, Field, FieldSpec, Fields, Fixed, Kind, List, LogicalType, Name, NullBranch, Order, Prop, Record, Schema,
    SchemaRef, Str, Union, View, content, fingerprint, print,
};

static STRING: Schema = Schema::plain(Kind::String);
static LONG: Schema = Schema::plain(Kind::Long);
static TIMESTAMP: Schema = Schema {
    kind: Kind::Long,
    logical: Some(LogicalType::TimestampMillis),
    props: List::Static(&[Prop { key: Str::Static("logicalType"), value: Str::Static("\"timestamp-millis\"") }]),
};

const fn field(name: &'static str, schema: &'static Schema, spec: FieldSpec) -> Field {
    Field::new(name, hash(name), SchemaRef::new(schema), spec)
}

// Mutually recursive, with a nested type of another namespace and one without.
static NODE: Schema = Schema::record(
    Name::new("com.acme.Node", &[Str::Static("com.acme.Old"), Str::Static("Bare")], false),
    Some("a \"quoted\"\ttext\u{1}"),
    const {
        &[
            field("value", &STRING, FieldSpec { default: Some("\"x\""), doc: Some("v"), ..FieldSpec::NONE }),
            field(
                "at",
                &TIMESTAMP,
                FieldSpec { order: Order::Descending, aliases: &[Str::Static("when")], ..FieldSpec::NONE },
            ),
            field("next", &OPTIONAL_NODE, FieldSpec { default: Some("null"), ..FieldSpec::NONE }),
            field("digest", &DIGEST, FieldSpec::NONE),
            field("again", &DIGEST, FieldSpec::NONE),
            field("leaf", &LEAF, FieldSpec::NONE),
            field("any", &ANY, FieldSpec::NONE),
            field("tags", &TAGS, FieldSpec::NONE),
        ]
    },
    &[],
);
static OPTIONAL_NODE: Schema = Schema::union(NullBranch::First, &[Child::Ptr(SchemaRef::new(&NODE))]);
static DIGEST: Schema = Schema::fixed(Name::new("Digest", &[], false), None, 1024);
static LEAF: Schema = Schema::record(
    Name::new("com.acme.map", &[], false),
    None,
    const { &[field("up", &NODE, FieldSpec::NONE), field("self", &OPTIONAL_LEAF, FieldSpec::NONE)] },
    &[],
);
static OPTIONAL_LEAF: Schema =
    Schema::union(NullBranch::Last, &[Child::Ptr(SchemaRef::new(&LEAF)), Child::Ptr(SchemaRef::new(&LONG))]);
static ANY: Schema =
    Schema::enumeration(Name::new("org.Any", &[], false), None, &[Str::Static("A"), Str::Static("B")], Some("A"));
static TAGS: Schema = Schema::map(SchemaRef::new(&LIST));
static LIST: Schema = Schema::array(SchemaRef::new(&STRING));

const ROOT: View<'static> = SchemaRef::new(&NODE).view();

const JSON: &str = {
    const BYTES: [u8; print::json_len(ROOT)] = print::write_json(ROOT);
    match core::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => panic!("not UTF-8"),
    }
};
const CANONICAL: &str = {
    const BYTES: [u8; print::canonical_len(ROOT)] = print::write_canonical(ROOT);
    match core::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => panic!("not UTF-8"),
    }
};
const FINGERPRINT: u64 = fingerprint::crc64(ROOT);
const CONTENT: u128 = content::const_content_hash(ROOT);
const CONTENT_WITH_DOCS: u128 = content::const_content_hash_with_docs(ROOT);

#[test]
fn constants_are_what_run_time_prints() {
    assert_eq!(
        JSON,
        concat!(
            r#"{"type":"record","name":"Node","namespace":"com.acme","doc":"a \"quoted\"\ttext\u0001","fields":["#,
            r#"{"name":"value","type":"string","doc":"v","default":"x"},"#,
            r#"{"name":"at","type":{"type":"long","logicalType":"timestamp-millis"},"order":"descending","aliases":["when"]},"#,
            r#"{"name":"next","type":["null","Node"],"default":null},"#,
            r#"{"name":"digest","type":{"type":"fixed","name":"Digest","namespace":"","size":1024}},"#,
            r#"{"name":"again","type":"Digest"},"#,
            r#"{"name":"leaf","type":{"type":"record","name":"map","fields":[{"name":"up","type":"Node"},"#,
            r#"{"name":"self","type":["com.acme.map","long","null"]}]}},"#,
            r#"{"name":"any","type":{"type":"enum","name":"Any","namespace":"org","symbols":["A","B"],"default":"A"}},"#,
            r#"{"name":"tags","type":{"type":"map","values":{"type":"array","items":"string"}}}],"#,
            r#""aliases":["Old",".Bare"]}"#,
        )
    );
    assert_eq!(
        CANONICAL,
        concat!(
            r#"{"name":"com.acme.Node","type":"record","fields":["#,
            r#"{"name":"value","type":"string"},"#,
            r#"{"name":"at","type":"long"},"#,
            r#"{"name":"next","type":["null","com.acme.Node"]},"#,
            r#"{"name":"digest","type":{"name":"Digest","type":"fixed","size":1024}},"#,
            r#"{"name":"again","type":"Digest"},"#,
            r#"{"name":"leaf","type":{"name":"com.acme.map","type":"record","fields":[{"name":"up","type":"com.acme.Node"},"#,
            r#"{"name":"self","type":["com.acme.map","long","null"]}]}},"#,
            r#"{"name":"any","type":{"name":"org.Any","type":"enum","symbols":["A","B"]}},"#,
            r#"{"name":"tags","type":{"type":"map","values":{"type":"array","items":"string"}}}]}"#,
        )
    );
    assert_eq!((JSON, CANONICAL), (&*print::json(ROOT), &*print::canonical(ROOT)));
    assert_eq!(
        (FINGERPRINT, CONTENT, CONTENT_WITH_DOCS),
        (fingerprint::of(ROOT), content::content_hash(ROOT), content::content_hash_with_docs(ROOT))
    );
    assert_eq!(FINGERPRINT, fingerprint::crc64_bytes(CANONICAL.as_bytes()));
    assert_ne!(CONTENT, CONTENT_WITH_DOCS);
}

// What a generic type does: nodes without a name of their own, by promotion.
struct Page<T>(T);
impl Page<i64> {
    const SCHEMA: SchemaRef = SchemaRef::new(
        const {
            &Schema::record(
                Name::new("Page_long", &[], false),
                None,
                const {
                    &[Field::new(
                        "items",
                        hash("items"),
                        SchemaRef::new(const { &Schema::array(SchemaRef::new(&LONG)) }),
                        FieldSpec::NONE,
                    )]
                },
                &[],
            )
        },
    );
}
const _: () = assert!(print::json_len(Page::<i64>::SCHEMA.view()) > 0);

#[test]
fn inline_constants_print() {
    assert_eq!(
        print::json(Page::<i64>::SCHEMA.view()),
        r#"{"type":"record","name":"Page_long","fields":[{"name":"items","type":{"type":"array","items":"long"}}]}"#
    );
}

#[test]
fn order_of_properties_and_aliases_does_not_count() {
    let fixed = |props: Vec<(&str, &str)>, aliases: Vec<&str>| {
        let node = Schema {
            kind: Kind::Fixed(Fixed {
                name: Name {
                    aliases: aliases.into_iter().map(Str::from).collect::<Vec<_>>().into(),
                    ..Name::new("F", &[], false)
                },
                doc: None,
                size: 2,
            }),
            logical: None,
            props: props
                .into_iter()
                .map(|(key, value)| Prop { key: key.into(), value: value.into() })
                .collect::<Vec<_>>()
                .into(),
        };
        content::content_hash(View { node: &node, document: &avro_model::Document::NONE })
    };
    let one = fixed(vec![("a", "1"), ("b", "2")], vec!["X", "Y"]);
    assert_eq!(one, fixed(vec![("b", "2"), ("a", "1")], vec!["Y", "X"]));
    assert_ne!(one, fixed(vec![("a", "2"), ("b", "1")], vec!["X", "Y"]));
    assert_ne!(one, fixed(vec![("a", "1"), ("b", "2")], vec!["X"]));
    assert_ne!(one, fixed(vec![("a", "1")], vec!["X", "Y"]));
}

#[test]
fn branches_print_alike_wherever_null_is_kept() {
    let listed = Schema::plain(Kind::Union(Union {
        null: NullBranch::None,
        branches: vec![Child::Ptr(SchemaRef::new(&LONG)), Child::Ptr(SchemaRef::new(&NULL))].into(),
    }));
    static NULL: Schema = Schema::plain(Kind::Null);
    static APART: Schema = Schema::union(NullBranch::Last, &[Child::Ptr(SchemaRef::new(&LONG))]);
    let (listed, apart) =
        (View { node: &listed, document: &avro_model::Document::NONE }, SchemaRef::new(&APART).view());
    assert_eq!(
        (print::json(listed), content::content_hash(listed)),
        (print::json(apart), content::content_hash(apart))
    );
}

#[test]
fn an_error_is_a_record_in_canonical_form() {
    let record = Record {
        name: Name::new("E", &[], false),
        doc: None,
        fields: Fields::Inline(List::EMPTY),
        by_hash: List::EMPTY,
        error: true,
    };
    let node = Schema::plain(Kind::Record(record));
    let view = View { node: &node, document: &avro_model::Document::NONE };
    assert_eq!(print::json(view), r#"{"type":"error","name":"E","fields":[]}"#);
    assert_eq!(print::canonical(view), r#"{"name":"E","type":"record","fields":[]}"#);
}

#[test]
fn the_fingerprint_of_null_is_the_specifications() {
    static NULL: Schema = Schema::plain(Kind::Null);
    assert_eq!(fingerprint::crc64(SchemaRef::new(&NULL).view()) as i64, 7195948357588979594);
}
