//! The emitter of pooled statics: what is shared, and that hostile shapes do not overflow.

use avro_model::emit::emit;
use avro_model::{Child, Document, Field, Fields, Kind, List, Name, Order, Record, Schema, Str};

fn field(name: &str, schema: Child, default: Option<&str>) -> Field {
    Field {
        name: name.into(),
        hash: avro_model::text::hash(name),
        schema,
        default: default.map(Str::from),
        shape: avro_model::schema::Shape::UNKNOWN,
        order: Order::Ascending,
        aliases: List::EMPTY,
        doc: Some("left out".into()),
        props: List::EMPTY,
    }
}

fn record(name: &str, fields: std::ops::Range<u32>) -> Schema {
    let mut node = Schema::record(Name::new("", &[], false), None, &[], b"");
    let name = Name { full: name.into(), hash: 0, aliases: List::EMPTY, bare: false, origin: None, identity: 0 };
    let fields = Fields::Pool(fields.collect::<Vec<_>>().into());
    node.kind = Kind::Record(Record { name, doc: None, fields, by_hash: List::EMPTY, error: false });
    node
}

/// A record of `count` fields of type long, the last one named after the version.
fn wide(count: u32, version: u32) -> Document {
    let fields: Vec<_> = (0..count - 1)
        .map(|i| field(&format!("field_{i}"), Child::Node(1), None))
        .chain([field(&format!("extra_{version}"), Child::Node(1), Some("0"))])
        .collect();
    let nodes = vec![record("com.acme.Wide", 0..count), Schema::plain(Kind::Long)];
    Document { nodes: nodes.into(), fields: fields.into(), named: vec![0].into(), ..Document::NONE }
}

#[test]
fn versions_share_what_did_not_change() {
    let versions: Vec<_> = (0..20).map(|version| wide(500, version / 2)).collect();
    let views: Vec<_> = versions.iter().map(Document::view).collect();
    let source = emit(&views);
    assert!(source.statics.contains("static __FIELDS: [__pool::Field; 509]"), "{}", &source.statics[..200]);
    assert!(source.statics.contains("static __NODES: [__pool::Schema; 11]"));
    assert_eq!(source.documents[0], source.documents[1]);
    assert_ne!(source.documents[1], source.documents[2]);
    assert!(!source.statics.contains("left out"));
    assert_eq!(source, emit(&views), "the same text every time");
    if let Ok(path) = std::env::var("AVRO_EMIT_TO") {
        let documents = source.documents.join(",\n");
        let text = format!("{}\npub static DOCUMENTS: [__pool::Document; 20] = [{documents}];", source.statics);
        std::fs::write(path, text).expect("a writable path");
    }
}

#[test]
fn a_chain_of_arrays_needs_no_stack() {
    let depth = 100_000;
    let mut nodes: Vec<_> = (1..depth).map(|i| Schema::plain(Kind::Array(Child::Node(i)))).collect();
    nodes.push(Schema::plain(Kind::Int));
    let document = Document { nodes: nodes.into(), ..Document::NONE };
    assert_eq!(emit(&[document.view()]).statics.matches("__pool::array").count(), depth as usize - 1);
}
