//! Generic types that contain themselves and each other: what a type refers to by name, each being whole by itself.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use avro_model::{Document, content, print};
use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};

#[derive(AvroSchema, Debug, PartialEq, Clone)]
#[avro(namespace = "com.acme")]
struct Tree<T> {
    value: T,
    children: Vec<Tree<T>>,
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "com.acme")]
struct Node<T> {
    edge: Option<Box<Edge<T>>>,
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "com.acme")]
struct Edge<T> {
    weight: T,
    #[avro(by_name)]
    to: Vec<Node<T>>,
}

/// The text parses, says what the constants say, and what the type writes reads back, also by another reader and as written with
/// another schema.
#[track_caller]
fn round_trip<T>(value: &T) -> String
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    let json = T::json();
    let document = Document::parse(json).unwrap_or_else(|errors| panic!("{errors} in {json}"));
    assert_eq!(content::content_hash(T::SCHEMA.view()), content::content_hash(document.view()), "{json}");
    assert_eq!(print::json(document.view()), json);
    let bytes = value.to_avro().unwrap();
    assert_eq!(&T::from_avro(&bytes).unwrap(), value);
    let writer = WriterSchema::parse(json).unwrap();
    assert_eq!(&T::from_avro_with(&writer, &bytes).unwrap(), value);
    let theirs = apache_avro::Schema::parse_str(json).unwrap();
    let reader = apache_avro::reader::datum::GenericDatumReader::builder(&theirs).build().unwrap();
    let read = reader.read_value(&mut bytes.as_slice()).unwrap();
    let writer = apache_avro::writer::datum::GenericDatumWriter::builder(&theirs).build().unwrap();
    assert_eq!(writer.write_value_to_vec(read).unwrap(), bytes);
    json.to_owned()
}

fn tree<T>(value: T, children: Vec<Tree<T>>) -> Tree<T> {
    Tree { value, children }
}

#[test]
fn a_type_in_itself_is_a_name() {
    assert_eq!(
        round_trip(&tree(1, vec![tree(2, vec![]), tree(3, vec![tree(4, vec![])])])),
        r#"{"type":"record","name":"Tree_int","namespace":"com.acme","fields":[{"name":"value","type":"int"},{"name":"children","type":{"type":"array","items":"Tree_int"}}]}"#
    );
}

#[test]
fn instances_in_instances() {
    let inner = |text: &str| tree(text.to_owned(), vec![tree(String::new(), vec![])]);
    let json = round_trip(&tree(inner("a"), vec![tree(inner("b"), vec![])]));
    for name in ["Tree_string", "Tree_Tree_string"] {
        assert_eq!(json.matches(&format!(r#""name":"{name}""#)).count(), 1, "{name} in {json}");
    }
}

/// In a type that is not generic, beside another instance, and in lists and maps.
#[test]
fn held_by_others() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "com.acme")]
    struct Forest {
        numbers: Vec<Tree<i32>>,
        texts: BTreeMap<String, Tree<String>>,
        first: Option<Tree<i32>>,
        more: Option<Box<Forest>>,
    }
    let forest = |more| Forest {
        numbers: vec![tree(1, vec![tree(2, vec![])])],
        texts: BTreeMap::from([("a".to_owned(), tree("b".to_owned(), vec![]))]),
        first: Some(tree(5, vec![])),
        more,
    };
    let json = round_trip(&forest(Some(Box::new(forest(None)))));
    assert_eq!(json.matches(r#""name":"Tree_int""#).count(), 1, "{json}");
    assert_eq!(Forest::JSON, json);
}

#[test]
fn two_types_in_each_other_are_each_whole() {
    let node = |edge| Node { edge };
    let edge = |weight, to| Some(Box::new(Edge { weight, to }));
    let value = node(edge(1.5, vec![node(None), node(edge(2.5, vec![]))]));
    assert_eq!(
        round_trip(&value),
        r#"{"type":"record","name":"Node_double","namespace":"com.acme","fields":[{"name":"edge","type":["null",{"type":"record","name":"Edge_double","fields":[{"name":"weight","type":"double"},{"name":"to","type":{"type":"array","items":"Node_double"}}]}],"default":null}]}"#
    );
    assert_eq!(
        round_trip(&*value.edge.unwrap()),
        r#"{"type":"record","name":"Edge_double","namespace":"com.acme","fields":[{"name":"weight","type":"double"},{"name":"to","type":{"type":"array","items":{"type":"record","name":"Node_double","fields":[{"name":"edge","type":["null","Edge_double"],"default":null}]}}}]}"#
    );
}

/// Three in a circle, two of which contain themselves as well, with a generic type between.
#[test]
fn longer_circles() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Page<T> {
        items: Vec<T>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Company<T> {
        teams: Page<Team<T>>,
        parts: Vec<Company<T>>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Team<T> {
        lead: Option<Person<T>>,
        teams: HashMap<String, Self>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Person<T> {
        id: T,
        #[avro(by_name)]
        founded: Vec<Company<T>>,
    }
    let person = |id: i64, founded| Person { id, founded };
    let team = |lead| Team { lead, teams: HashMap::new() };
    let company = |teams| Company { teams: Page { items: teams }, parts: vec![] };
    let small = company(vec![team(None), team(Some(person(1, vec![])))]);
    let whole = company(vec![team(Some(person(2, vec![small])))]);
    for name in ["Company_long", "Team_long", "Person_long"] {
        assert_eq!(round_trip(&whole).matches(&format!(r#""name":"{name}""#)).count(), 1);
    }
    round_trip(&Team { lead: None, teams: HashMap::from([("a".to_owned(), team(Some(person(3, vec![]))))]) });
    round_trip(&person(4, vec![whole]));
}

#[test]
fn unions() {
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Expr<T> {
        Value(T),
        Neg {
            of: Box<Expr<T>>,
        },
        Sum {
            left: Box<Expr<T>>,
            right: Box<Self>,
            note: Option<Box<Expr<T>>>,
        },
        #[avro(null)]
        Nothing,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Sum<T> {
        Of { value: T },
        Both { left: Box<Sum<T>>, right: Option<Box<Sum<T>>> },
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Holder {
        sum: Option<Sum<i64>>,
        sums: Vec<Sum<String>>,
    }
    let of = |value| Box::new(Sum::Of { value });
    let sum = Sum::Both { left: of(1), right: Some(of(2)) };
    round_trip(&Holder { sum: Some(sum), sums: vec![Sum::Of { value: "a".to_owned() }] });
    assert_eq!(
        <Sum<i32>>::json(),
        r#"[{"type":"record","name":"SumOf_int","fields":[{"name":"value","type":"int"}]},{"type":"record","name":"SumBoth_int","fields":[{"name":"left","type":["SumOf_int","SumBoth_int"]},{"name":"right","type":["null","SumOf_int","SumBoth_int"],"default":null}]}]"#
    );
    let value = |value| Box::new(Sum::Both { left: of(value), right: None });
    round_trip(&Sum::Both { left: value(1), right: Some(value(2)) });
    let _ = |expr: Expr<f64>| expr;
}

/// A union and a record in each other.
#[test]
fn through_a_union() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Block<T> {
        statements: Vec<Statement<T>>,
        otherwise: Option<Statement<T>>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    enum Statement<T> {
        #[avro(name = "Do")]
        Do {
            what: T,
        },
        Inner(#[avro(by_name)] Box<Block<T>>),
        All(#[avro(by_name)] Vec<Block<T>>),
    }
    let block = |statements| Block { statements, otherwise: None };
    let inner = Block {
        statements: vec![Statement::Do { what: 1 }],
        otherwise: Some(Statement::Inner(Box::new(block(vec![])))),
    };
    round_trip(&block(vec![Statement::Inner(Box::new(inner)), Statement::All(vec![block(vec![]), block(vec![])])]));
    round_trip(&Statement::Inner(Box::new(block(vec![Statement::Do { what: 5 }]))));
}

#[test]
fn flattened() {
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "com.acme")]
    struct Entry {
        id: i64,
        #[avro(flatten)]
        tree: Tree<i32>,
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "com.acme")]
    struct Comment {
        #[avro(flatten)]
        tree: Tree<Option<Box<Comment>>>,
    }
    let json = round_trip(&Entry { id: 1, tree: tree(1, vec![tree(2, vec![])]) });
    assert_eq!(json.matches("children").count(), 2, "{json}");
    round_trip(&Comment { tree: tree(Some(Box::new(Comment { tree: tree(None, vec![]) })), vec![tree(None, vec![])]) });
}

#[test]
fn const_parameters_and_lifetimes() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Grid<'a, T, const N: usize> {
        key: &'a str,
        cells: [T; N],
        zoom: Option<Box<Grid<'a, T, N>>>,
    }
    let grid = |zoom| Grid { key: "k", cells: [1, 2], zoom };
    let value = grid(Some(Box::new(grid(None))));
    let bytes = value.to_avro().unwrap();
    assert_eq!(<Grid<'_, i32, 2>>::from_avro(&bytes).unwrap(), value);
    assert!(<Grid<'_, i32, 2>>::json().contains(r#"["null","Grid_int_2"]"#));
}

/// Another version at every level: a field more, one less, one promoted.
#[test]
fn evolution() {
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"Tree_long","namespace":"com.acme","fields":[
            {"name":"label","type":"string"},
            {"name":"children","type":{"type":"array","items":"Tree_long"}},
            {"name":"value","type":"int"}]}"#,
    )
    .unwrap();
    // label "a", one child (label "b", no children, value 2), value 1
    let bytes = [2, b'a', 2, 2, b'b', 0, 4, 0, 2];
    assert_eq!(<Tree<i64>>::from_avro_with(&writer, &bytes).unwrap(), tree(1, vec![tree(2, vec![])]));

    // the writer's circle is longer than the reader's
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"Tree_long","namespace":"com.acme","fields":[
            {"name":"value","type":"long"},
            {"name":"children","type":{"type":"array","items":
                {"type":"record","name":"Tree_long","namespace":"com.acme.inner","fields":[
                    {"name":"children","type":{"type":"array","items":"com.acme.Tree_long"}},
                    {"name":"value","type":"int"}]}}}]}"#,
    )
    .unwrap();
    // value 1, one inner child (one outer child (value 3, none), value 2)
    let bytes = [2, 2, 2, 6, 0, 0, 4, 0];
    assert_eq!(<Tree<i64>>::from_avro_with(&writer, &bytes).unwrap(), tree(1, vec![tree(2, vec![tree(3, vec![])])]));
}

/// The compiler's engine goes through names, too.
#[test]
fn judged_by_the_engine() {
    use avro_model::compat;

    let verdict = |old: &str| {
        let old = Document::parse(old).unwrap();
        let new = <Tree<i64>>::SCHEMA.view();
        compat::can_read(new, old.view()) && compat::can_read(old.view(), new)
    };
    let text = |item: &str| {
        format!(
            r#"{{"type":"record","name":"Tree_long","namespace":"com.acme","fields":[{{"name":"value","type":"long"}},
            {{"name":"children","type":{{"type":"array","items":{item}}}}}]}}"#
        )
    };
    assert!(verdict(&text("\"Tree_long\"")));
    assert!(!verdict(&text("\"string\"")));
}
