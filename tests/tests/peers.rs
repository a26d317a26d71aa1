//! The faults of other Avro crates, reproduced there: here right. Those that are compile errors here are UI tests
//! (`tests/ui/tests/peers`); a crate that needs nothing but the runtime (B7) is `outside.rs`.

use avro_runtime::schema::compat::{self, Overlay, Verdict};
use avro_runtime::schema::{Document, View, parse, print};
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts, WriterSchema};

/// Written and read back, here and by the established crate.
#[track_caller]
fn round_trip<T>(value: &T)
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + std::fmt::Debug,
{
    let bytes = value.to_avro().unwrap();
    assert_eq!(T::from_avro(&bytes).unwrap(), *value);
    let writer = WriterSchema::parse(T::json()).unwrap();
    assert_eq!(T::from_avro_with(&writer, &bytes).unwrap(), *value);

    let schema = apache_avro::Schema::parse_str(T::json()).unwrap();
    let reader = apache_avro::reader::datum::GenericDatumReader::builder(&schema).build().unwrap();
    let mut rest = &bytes[..];
    let dynamic = reader.read_value(&mut rest).unwrap();
    assert!(rest.is_empty());
    let writer = apache_avro::writer::datum::GenericDatumWriter::builder(&schema).build().unwrap();
    assert_eq!(writer.write_value_to_vec(dynamic).unwrap(), bytes);
}

fn json<T: AvroSchema>() -> serde_json::Value {
    serde_json::from_str(T::json()).unwrap()
}

mod b1 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b1")]
    struct Page<T> {
        items: Vec<T>,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b1")]
    struct Order {
        id: i64,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b1")]
    struct Both {
        orders: Page<Order>,
        names: Page<String>,
    }

    #[test]
    fn two_instances_of_a_generic_struct_in_one_record_keep_their_own_schemas() {
        let schema = json::<Both>();
        assert_eq!(schema["fields"][0]["type"]["name"], "Page_Order");
        assert_eq!(schema["fields"][1]["type"]["name"], "Page_string");
        assert_eq!(schema["fields"][1]["type"]["fields"][0]["type"]["items"], "string");
        round_trip(&Both {
            orders: Page { items: vec![Order { id: 1 }] },
            names: Page { items: vec!["a".to_owned()] },
        });
    }
}

mod b3_to_b5 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b3")]
    enum Payment {
        Card { last4: String },
        Cash,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b3")]
    enum Refund {
        Card { last4: String },
        Voucher(i64),
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    enum Number {
        Whole(i64),
        Text(String),
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b3")]
    struct Order {
        first: Payment,
        second: Payment,
        refund: Refund,
        maybe: Option<Payment>,
        again: Option<Payment>,
        left: Number,
        right: Number,
        either: Option<Number>,
    }

    #[test]
    fn data_enums_are_used_again_share_variant_names_and_flatten_into_options() {
        let schema = json::<Order>();
        assert_eq!(schema["fields"][0]["type"][0]["name"], "PaymentCard");
        assert_eq!(schema["fields"][2]["type"][0]["name"], "RefundCard");
        assert_eq!(schema["fields"][3]["type"][0], "null");
        assert_eq!(schema["fields"][3]["type"].as_array().unwrap().len(), 3);
        assert_eq!(schema["fields"][6]["type"], serde_json::json!(["long", "string"]));
        assert_eq!(schema["fields"][7]["type"], serde_json::json!(["null", "long", "string"]));
        round_trip(&Order {
            first: Payment::Card { last4: "1234".to_owned() },
            second: Payment::Cash,
            refund: Refund::Card { last4: "9".to_owned() },
            maybe: Some(Payment::Cash),
            again: None,
            left: Number::Text("x".to_owned()),
            right: Number::Whole(-1),
            either: Some(Number::Text("y".to_owned())),
        });
        round_trip(&Order {
            first: Payment::Cash,
            second: Payment::Cash,
            refund: Refund::Voucher(3),
            maybe: None,
            again: Some(Payment::Card { last4: String::new() }),
            left: Number::Whole(0),
            right: Number::Whole(1),
            either: None,
        });
    }
}

mod b6_and_b9 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema, serde::Serialize, serde::Deserialize)]
    #[avro(namespace = "peers.b6")]
    #[serde(tag = "type")]
    enum Event {
        Created { id: i64 },
        Deleted { id: i64, by: String },
    }

    #[derive(Debug, PartialEq, AvroSchema, serde::Serialize, serde::Deserialize)]
    #[avro(namespace = "peers.b6")]
    struct Log {
        event: Event,
        #[serde(skip_serializing_if = "String::is_empty")]
        note: String,
    }

    #[test]
    fn what_serde_leaves_out_is_written() {
        for note in ["", "x"] {
            round_trip(&Log { event: Event::Created { id: 1 }, note: note.to_owned() });
            round_trip(&Log { event: Event::Deleted { id: 1, by: "b".to_owned() }, note: note.to_owned() });
        }
    }
}

/// serde_avro_derive: serde's attributes are passed over, a root that contains itself is defined twice, `Option` of a data enum is
/// a union in a union, the name of a generic instance changes from build to build.
mod serde_avro_derive {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.sad")]
    struct Tree {
        children: Vec<Tree>,
        parent: Option<Box<Tree>>,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.sad")]
    enum Either {
        Number(i32),
        Text { text: String },
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.sad")]
    struct Holder {
        maybe: Option<Either>,
        pairs: Pair<Option<i64>, Tree>,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.sad")]
    struct Pair<A, B> {
        first: A,
        second: B,
    }

    #[derive(Debug, PartialEq, AvroSchema, serde::Serialize, serde::Deserialize)]
    #[avro(namespace = "peers.sad")]
    #[serde(rename_all = "camelCase", rename = "Customer")]
    struct Client {
        customer_id: i64,
        #[serde(rename = "mail", alias = "email")]
        address: String,
        #[serde(skip)]
        seen: bool,
    }

    #[test]
    fn attributes_of_serde_are_honoured() {
        assert_eq!(
            json::<Client>(),
            serde_json::json!({"type": "record", "name": "Customer", "namespace": "peers.sad", "fields": [
                {"name": "customerId", "type": "long"}, {"name": "mail", "type": "string", "aliases": ["email"]}]})
        );
        round_trip(&Client { customer_id: 1, address: "a@b".to_owned(), seen: false });
    }

    #[test]
    fn recursive_roots_optional_unions_and_names_of_instances() {
        assert_eq!(Tree::JSON.matches(r#""type":"record""#).count(), 1, "{}", Tree::JSON);
        let tree = || Tree { children: vec![], parent: None };
        round_trip(&Tree { children: vec![tree()], parent: Some(Box::new(tree())) });
        let schema = json::<Holder>();
        assert_eq!(schema["fields"][0]["type"][0], "null");
        assert_eq!(schema["fields"][0]["type"][1], "int");
        assert_eq!(schema["fields"][1]["type"]["name"], "Pair_optional_long_Tree");
        for maybe in [None, Some(Either::Number(1)), Some(Either::Text { text: "a".to_owned() })] {
            round_trip(&Holder { maybe, pairs: Pair { first: Some(2), second: tree() } });
        }
    }
}

mod b10 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b10")]
    struct Old {
        cust_id: i64,
        nested: OldNested,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b10")]
    struct OldNested {
        label: String,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b10", alias = "Old")]
    struct New {
        #[avro(alias = "cust_id", default = 7)]
        customer: i64,
        nested: NewNested,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b10", alias = "OldNested")]
    struct NewNested {
        #[avro(alias = "label", default = "none")]
        title: String,
    }

    #[test]
    fn aliases_of_reader_fields_find_the_data() {
        let bytes = Old { cust_id: 42, nested: OldNested { label: "x".to_owned() } }.to_avro().unwrap();
        let writer = WriterSchema::parse(Old::JSON).unwrap();
        let read = New::from_avro_with(&writer, &bytes).unwrap();
        assert_eq!(read, New { customer: 42, nested: NewNested { title: "x".to_owned() } });
    }
}

mod b11 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b11")]
    struct Created {
        id: i64,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b11")]
    struct Deleted {
        id: i64,
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    enum Event {
        Created(Created),
        Deleted(Deleted),
    }

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers.b11")]
    struct Log {
        event: Event,
    }

    #[test]
    fn records_of_one_shape_in_a_union_keep_their_branches() {
        round_trip(&Log { event: Event::Created(Created { id: 1 }) });
        round_trip(&Log { event: Event::Deleted(Deleted { id: 2 }) });

        // The other way round, and with one more field: through the plan, by name.
        let writer = WriterSchema::parse(
            r#"{"type":"record","name":"Log","namespace":"peers.b11","fields":[{"name":"event","type":[
                {"type":"record","name":"Deleted","fields":[{"name":"id","type":"int"},{"name":"by","type":"string"}]},
                {"type":"record","name":"Created","fields":[{"name":"id","type":"int"}]}]}]}"#,
        )
        .unwrap();
        let deleted = Log::from_avro_with(&writer, &[0, 10, 2, b'x']).unwrap();
        assert_eq!(deleted, Log { event: Event::Deleted(Deleted { id: 5 }) });
        let created = Log::from_avro_with(&writer, &[2, 10]).unwrap();
        assert_eq!(created, Log { event: Event::Created(Created { id: 5 }) });
    }
}

mod b13 {
    use super::*;

    /// Not called as its record is.
    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(name = "Measurement", namespace = "peers.b13")]
    struct Reading {
        value: i64,
        ratio: f64,
        #[avro(default = "m")]
        unit: String,
    }

    #[test]
    fn typed_reading_of_another_schema_promotes_and_takes_defaults() {
        let writer = WriterSchema::parse(
            r#"{"type":"record","name":"Measurement","namespace":"peers.b13","fields":[
                {"name":"dropped","type":{"type":"array","items":"string"}},{"name":"ratio","type":"float"},{"name":"value","type":"int"}]}"#,
        )
        .unwrap();
        let bytes = [&[2, 2, b'x', 0], &1.5_f32.to_le_bytes()[..], &[84]].concat();
        let read = Reading::from_avro_with(&writer, &bytes).unwrap();
        assert_eq!(read, Reading { value: 42, ratio: 1.5, unit: "m".to_owned() });
    }
}

fn record(fields: &str) -> Document {
    Document::parse(&format!(r#"{{"type":"record","name":"R","namespace":"peers","fields":[{fields}]}}"#)).unwrap()
}

#[track_caller]
fn verdict(reader: View<'_>, writer: View<'_>) -> Verdict {
    compat::check(reader, writer, Overlay::NONE).verdict
}

#[test]
fn b14_compatibility_knows_aliases_of_named_types() {
    let old = record(r#"{"name":"a","type":{"type":"record","name":"Old","fields":[{"name":"x","type":"int"}]}}"#);
    let new = record(
        r#"{"name":"a","type":{"type":"record","name":"New","aliases":["Old"],"fields":[{"name":"x","type":"long"}]}}"#,
    );
    let none = record(r#"{"name":"a","type":{"type":"record","name":"New","fields":[{"name":"x","type":"long"}]}}"#);
    assert_eq!(verdict(new.view(), old.view()), Verdict::Compatible);
    assert_eq!(verdict(none.view(), old.view()), Verdict::Incompatible);
}

#[test]
fn b14_compatibility_does_not_care_where_a_named_type_is_written_first() {
    let inner = r#"{"type":"record","name":"Inner","fields":[{"name":"x","type":"int"}]}"#;
    let first = record(&format!(r#"{{"name":"a","type":{inner}}},{{"name":"b","type":"Inner"}}"#));
    let second = record(&format!(r#"{{"name":"b","type":{inner}}},{{"name":"a","type":"Inner"}}"#));
    assert_eq!(verdict(first.view(), second.view()), Verdict::Compatible);
    assert_eq!(verdict(second.view(), first.view()), Verdict::Compatible);
}

mod b15 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers")]
    enum Color {
        Red,
        Green,
    }

    /// One reader type per form, each in a field `a` of the record `R`.
    macro_rules! readers {
        ($($name:ident: $ty:ty,)*) => {
            $(
                #[derive(Debug, PartialEq, AvroSchema)]
                #[avro(name = "R", namespace = "peers")]
                struct $name {
                    a: $ty,
                }
            )*

            fn readers() -> Vec<(&'static str, View<'static>, fn(&WriterSchema, &[u8]) -> bool)> {
                vec![$((
                    stringify!($ty),
                    <$name as AvroSchema>::SCHEMA.view(),
                    |writer, bytes| $name::from_avro_with(writer, bytes).is_ok(),
                )),*]
            }
        };
    }

    readers! {
        Int: i32,
        Long: i64,
        Float: f32,
        Double: f64,
        Boolean: bool,
        Text: String,
        Bytes: Vec<u8>,
        Fixed: [u8; 2],
        Enum: Color,
        Ints: Vec<i32>,
        Doubles: Vec<f64>,
        Map: std::collections::HashMap<String, i64>,
        MaybeLong: Option<i64>,
        MaybeText: Option<String>,
    }

    /// Writer types, each with data for every branch and symbol.
    const WRITERS: &[(&str, &[&[u8]])] = &[
        (r#""int""#, &[&[2]]),
        (r#""long""#, &[&[2]]),
        (r#""float""#, &[&[0, 0, 0, 0]]),
        (r#""double""#, &[&[0, 0, 0, 0, 0, 0, 0, 0]]),
        (r#""boolean""#, &[&[1]]),
        (r#""string""#, &[&[2, b'x']]),
        (r#""bytes""#, &[&[2, b'x']]),
        (r#"{"type":"fixed","name":"avro_runtime.Fixed2","size":2}"#, &[&[1, 2]]),
        (r#"{"type":"fixed","name":"avro_runtime.Fixed2","size":3}"#, &[&[1, 2, 3]]),
        (r#"{"type":"enum","name":"Color","symbols":["Green","Red"]}"#, &[&[0], &[2]]),
        (r#"{"type":"enum","name":"Color","symbols":["Green","Blue"]}"#, &[&[0], &[2]]),
        (r#"{"type":"array","items":"int"}"#, &[&[2, 2, 0]]),
        (r#"{"type":"array","items":"string"}"#, &[&[2, 2, b'x', 0]]),
        (r#"{"type":"map","values":"int"}"#, &[&[2, 2, b'k', 2, 0]]),
        (r#"{"type":"map","values":"string"}"#, &[&[2, 2, b'k', 2, b'x', 0]]),
        (r#"["null","int"]"#, &[&[0], &[2, 2]]),
        (r#"["long","null"]"#, &[&[0, 2], &[2]]),
        (r#"["null"]"#, &[&[0]]),
        (r#"["int"]"#, &[&[0, 2]]),
        (r#"["string","bytes"]"#, &[&[0, 2, b'x'], &[2, 2, b'x']]),
        (r#"["boolean","string"]"#, &[&[0, 1], &[2, 2, b'x']]),
    ];

    #[test]
    fn compatibility_and_reading_agree() {
        let mut compatible = 0;
        for (ty, data) in WRITERS {
            let schema =
                format!(r#"{{"type":"record","name":"R","namespace":"peers","fields":[{{"name":"a","type":{ty}}}]}}"#);
            let document = Document::parse(&schema).unwrap();
            let writer = WriterSchema::parse(&schema).unwrap();
            for (name, reader, read) in readers() {
                let says = verdict(reader, document.view()) == Verdict::Compatible;
                assert_eq!(says, data.iter().all(|bytes| read(&writer, bytes)), "{ty} read as {name}");
                compatible += usize::from(says);
            }
        }
        assert!(compatible > 30, "only {compatible} compatible pairs");
    }
}

#[test]
fn b16_compatibility_reports_every_problem_with_its_path() {
    let old = record(
        r#"{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"qty","type":"long"}]}}},
           {"name":"note","type":["null","string"]}"#,
    );
    let new = record(
        r#"{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
               {"name":"qty","type":"int"},{"name":"sku","type":"string"}]}}},
           {"name":"note","type":"string"},{"name":"added","type":"int"}"#,
    );
    let report = compat::check(new.view(), old.view(), Overlay::NONE);
    assert_eq!(report.verdict, Verdict::Incompatible);
    let problems = compat::java::incompatibilities(new.view(), old.view()).unwrap();
    let places: Vec<&str> = problems.iter().map(|problem| &*problem.location).collect();
    assert_eq!(problems.len(), 4, "{places:?}");
    let causes: Vec<_> = report.findings().causes().filter(|cause| cause.kind.decides()).collect();
    assert_eq!(causes.len(), 4, "{causes:?}");
    assert!(causes.iter().all(|cause| report.findings().root_field(cause).is_some() || cause.kind.names_field()));
}

mod b12 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(name = "R", namespace = "peers")]
    struct Raw {
        id: i64,
        #[avro(default = b"\xff\x00")]
        raw: Vec<u8>,
    }

    #[test]
    fn a_default_of_bytes_is_one_byte_for_each_character() {
        assert_eq!(json::<Raw>()["fields"][1]["default"], "\u{ff}\0");
        let writer = WriterSchema::parse(
            r#"{"type":"record","name":"R","namespace":"peers","fields":[{"name":"id","type":"int"}]}"#,
        )
        .unwrap();
        assert_eq!(Raw::from_avro_with(&writer, &[14]).unwrap(), Raw { id: 7, raw: vec![0xff, 0] });
        let generated = generated(&print::json(Raw::SCHEMA.view()));
        assert!(generated.text.contains(r#"#[avro(default = b"\xFF\0")]"#), "{}", generated.text);
    }
}

mod b18_and_b19 {
    use super::*;

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "peers", fixed, decimal(precision = 10, scale = 2), prop("currency" = "EUR"))]
    struct Amount([u8; 8]);

    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(name = "R", namespace = "peers")]
    struct Annotated {
        amount: Amount,
        #[avro(schema_json = r#"{"type": "string", "avro.java.string": "String"}"#)]
        name: String,
        #[avro(schema_json = r#"{"type": "int", "logicalType": "weekday"}"#)]
        day: i32,
    }

    #[test]
    fn what_a_schema_says_is_said_once_and_whole() {
        // Strict mode refuses a key that stands twice.
        let options = parse::Options { mode: parse::Mode::Strict, ..parse::Options::default() };
        let strict = parse::parse(Annotated::JSON, &options).unwrap();
        assert_eq!(print::json(strict.document.view()), Annotated::JSON);
        let schema = json::<Annotated>();
        let amount = &schema["fields"][0]["type"];
        assert_eq!(
            (&amount["precision"], &amount["scale"], &amount["currency"]),
            (&10.into(), &2.into(), &"EUR".into())
        );
        assert_eq!(schema["fields"][1]["type"]["avro.java.string"], "String");
        assert_eq!(schema["fields"][2]["type"]["logicalType"], "weekday");
        let generated = generated(Annotated::JSON);
        for kept in ["decimal(precision = 10, scale = 2)", "\"currency\" = \"EUR\"", "avro.java.string", "weekday"] {
            assert!(generated.text.contains(kept), "{kept}\n{}", generated.text);
        }
        round_trip(&Annotated { amount: Amount([0, 0, 0, 0, 0, 0, 0, 9]), name: "a".to_owned(), day: 3 });
    }
}

/// The code and the errors for one schema file.
fn generated(schema: &str) -> avro_build::Generated {
    avro_build::Config::new().source("r.avsc", schema).generate()
}

#[test]
fn b20_and_b21_what_is_no_schema_is_refused_with_its_place() {
    let field = |ty: &str| {
        format!("{{\"type\": \"record\", \"name\": \"R\", \"fields\": [\n  {{\"name\": \"a\", \"type\": {ty}}}]}}")
    };
    let a = r#"{"type": "fixed", "name": "A", "size": 1}"#;
    let again = format!("[{a}, {{\"type\": \"array\", \"items\": {}}}]", a.replace("1}", "2}"));
    for (schema, place) in [
        (field(&again), "r.avsc:2:"),
        (field(r#"{"type": "enum", "name": "E", "symbols": []}"#), "r.avsc:2:"),
        (r#"{"type": "record", "name": "int", "fields": []}"#.to_owned(), "r.avsc:1:28\n"),
        (field(r#""int", "order": "sideways""#), "r.avsc:2:"),
        (field(r#""strin""#), "r.avsc:2:25\n"),
    ] {
        let errors = generated(&schema).errors;
        let [error] = &errors[..] else { panic!("{schema}\n{errors:?}") };
        assert!(error.contains(&format!(" --> {place}")), "{schema}\n{error}");
    }
    // Not a decimal, as Java has it: a fixed of one byte holds no 20 digits.
    let schema = field(r#"{"type": "fixed", "name": "F", "size": 1, "logicalType": "decimal", "precision": 20}"#);
    let generated = generated(&schema);
    assert!(generated.errors.is_empty() && !generated.text.contains("decimal("), "{}", generated.text);
}
