//! Schemas in several files.

use avro_model::parse::{Files, Mode, Options, Source, parse_files};
use avro_model::print;

fn read(files: &[(&str, &str)]) -> Files {
    let sources: Vec<_> =
        files.iter().map(|(file, text)| Source { file: (*file).to_owned(), text: (*text).to_owned() }).collect();
    parse_files(&sources, &Options::default())
}

fn names(files: &Files) -> Vec<&str> {
    files.named().filter_map(|definition| Some(definition.view.name()?.full.get())).collect()
}

fn errors(files: &Files) -> Vec<String> {
    files.errors().iter().map(ToString::to_string).collect()
}

const A: &str = r#"{"type": "record", "name": "x.A", "fields": [{"name": "b", "type": ["null", "y.B"]}, {"name": "c", "type": "C"}]}"#;
const B: &str =
    r#"{"type": "record", "name": "y.B", "fields": [{"name": "a", "type": ["null", "x.A"], "default": null}]}"#;
const C: &str = r#"{"type": "enum", "name": "x.C", "symbols": ["P"]}"#;

#[test]
fn any_order_and_mutual_recursion() {
    for order in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
        let texts = order.map(|name| {
            (
                name,
                match name {
                    "a" => A,
                    "b" => B,
                    _ => C,
                },
            )
        });
        let files = read(&texts);
        assert_eq!(errors(&files), [""; 0]);
        let a = files.schemas().nth(order.iter().position(|name| *name == "a").expect("it is there")).expect("sound");
        assert_eq!(
            print::json(a.view),
            r#"{"type":"record","name":"A","namespace":"x","fields":[{"name":"b","type":["null",{"type":"record","name":"B","namespace":"y","fields":[{"name":"a","type":["null","x.A"],"default":null}]}]},{"name":"c","type":{"type":"enum","name":"C","symbols":["P"]}}]}"#
        );
        let mut found = names(&files);
        found.sort_unstable();
        assert_eq!(found, ["x.A", "x.C", "y.B"]);
    }
}

#[test]
fn a_bare_name_is_looked_for_in_the_namespace_first_then_without() {
    let user = r#"{"type": "record", "name": "x.U", "fields": [{"name": "t", "type": "T"}]}"#;
    let (bare, own) =
        (r#"{"type": "fixed", "name": "T", "size": 1}"#, r#"{"type": "fixed", "name": "x.T", "size": 2}"#);
    let size = |files: &[(&str, &str)]| {
        let files = read(files);
        let user = files.schemas().find(|schema| schema.view.field_count() == 1).expect("the record");
        print::position(user.view.child(&user.view.field(0).schema))
    };
    assert_eq!(size(&[("b", bare), ("u", user)]), "\"T\"");
    assert_eq!(size(&[("u", user), ("b", bare), ("o", own)]), "\"x.T\"");
    assert_eq!(size(&[("b", bare), ("u", user), ("o", own)]), "\"x.T\"");
}

#[test]
fn broken_files_neither_hide_nor_multiply_errors() {
    let user =
        r#"{"type": "record", "name": "x.U", "fields": [{"name": "c", "type": "C"}, {"name": "d", "type": "D"}]}"#;
    let bad = r#"{"type": "enum", "name": "x.C", "symbols": "P"}"#;
    let also_bad = "{\"type\": \"record\", \"name\": \"x.D\",\n \"fields\": [{\"name\": \"a\", \"type\": \"lnog\"}]}";
    let good = r#"{"type": "record", "name": "x.G", "fields": [{"name": "l", "type": "long"}]}"#;
    let files = read(&[("u.avsc", user), ("c.avsc", bad), ("d.avsc", also_bad), ("g.avsc", good)]);
    let errors = errors(&files);
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(errors[0].starts_with("c.avsc:1:44: "), "{errors:#?}");
    assert!(errors[1].starts_with("d.avsc:2:"), "{errors:#?}");
    assert!(errors[1].contains("did you mean `long`?"), "{errors:#?}");
    assert_eq!(files.schemas().map(|schema| schema.file).collect::<Vec<_>>(), [3]);
    assert_eq!(names(&files), ["x.G"]);
    // who needs what is no JSON at all is not blamed
    let files = read(&[("u.avsc", user), ("c.avsc", "{"), ("g.avsc", good)]);
    assert_eq!(files.errors().len(), 1, "{:#?}", files.errors());
    assert_eq!(files.schemas().map(|schema| schema.file).collect::<Vec<_>>(), [2]);
}

#[test]
fn one_name_has_one_definition() {
    let user = |size: u32, doc: &str| {
        format!(
            r#"{{"type": "record", "name": "x.U{size}{doc}", "fields": [{{"name": "m", "type": {{"type": "record", "name": "x.M",
               "doc": "{doc}", "fields": [{{"name": "b", "type": {{"type": "fixed", "name": "F", "size": {size}}}}}]}}}}]}}"#
        )
    };
    let (a, b, c) = (user(1, "a"), user(1, "b"), user(2, "c"));
    let files = read(&[("a", &a), ("b", &b)]);
    assert_eq!(errors(&files), [""; 0]);
    assert_eq!(names(&files), ["x.U1a", "x.M", "x.F", "x.U1b"]);
    let files = read(&[("a", &a), ("c", &c)]);
    let errors = errors(&files);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].starts_with("c:2:") && errors[0].contains("`x.F` is defined differently in a:2:"), "{errors:#?}");
}

#[test]
fn unknown_names_have_a_place_and_a_hint() {
    let files = read(&[("c", C), ("u", "{\"type\": \"array\",\n  \"items\": \"x.CC\"}")]);
    assert_eq!(errors(&files).len(), 1);
    let error = &files.errors()[0];
    assert_eq!(
        (error.file(), error.line(), error.column(), error.help()),
        (Some("u"), 2, 12, Some("did you mean `x.C`?"))
    );
}

#[test]
fn places_are_those_of_the_file() {
    let files = read(&[("c", C), ("b", B), ("a", A)]);
    let b = files.named().find(|definition| definition.view.field_count() == 1).expect("B");
    let place = files.place(b.view.node).expect("it is in a file");
    assert_eq!((place.file, place.range), (1, 0..B.len()));
    let name = files.field_name_place(b.view.field(0)).expect("it is in a file");
    assert_eq!((name.file, &B[name.range]), (1, "\"a\""));
    let ty = files.field_type_place(b.view.field(0)).expect("it is in a file");
    assert_eq!(&B[ty.range], r#"["null", "x.A"]"#);
    assert!(files.place(&avro_model::Schema::plain(avro_model::Kind::Null)).is_none());
}

#[test]
fn many_files_take_little_time() {
    let texts: Vec<_> = (0..2000)
        .map(|i| {
            let next = (i * 7 + 1) % 2000;
            format!(
                r#"{{"type": "record", "name": "n.R{i}", "fields": [{{"name": "next", "type": ["null", "R{next}"]}}]}}"#
            )
        })
        .collect();
    let sources: Vec<_> =
        texts.iter().enumerate().map(|(i, text)| Source { file: format!("{i}"), text: text.clone() }).collect();
    let files = parse_files(&sources, &Options { mode: Mode::Lenient, ..Options::default() });
    assert_eq!((files.errors().len(), files.schemas().count(), files.named().count()), (0, 2000, 2000));
}

#[test]
fn an_object_around_the_name_of_another_files_type_is_the_name() {
    let id = Source { file: "id.avsc".to_owned(), text: r#"{"type": "fixed", "name": "x.Id", "size": 2}"#.to_owned() };
    let user = r#"{"type": "record", "name": "x.U", "fields": [
        {"name": "one", "type": {"type": "Id"}},
        {"name": "many", "type": {"type": "array", "items": {"type": "x.Id"}}}]}"#;
    let user = Source { file: "u.avsc".to_owned(), text: user.to_owned() };
    let options = Options { wrapped: true, ..Options::default() };
    for order in [[id.clone(), user.clone()], [user, id]] {
        let files = parse_files(&order, &options);
        assert_eq!(errors(&files), [""; 0]);
        let user = files.schemas().find(|schema| schema.view.field_count() == 2).expect("the record");
        assert_eq!(
            print::json(user.view),
            r#"{"type":"record","name":"U","namespace":"x","fields":[{"name":"one","type":{"type":"fixed","name":"Id","size":2}},{"name":"many","type":{"type":"array","items":"Id"}}]}"#
        );
    }
}

#[test]
fn a_default_of_a_type_in_another_file_is_no_matter_of_order() {
    let side = ("side.avsc", r#"{"type": "enum", "name": "Side", "symbols": ["LEFT", "RIGHT"]}"#);
    let user = |default: &str| {
        format!(
            r#"{{"type": "record", "name": "U", "fields": [{{"name": "f", "type": "Side", "default": {default}}}]}}"#
        )
    };
    let (good, wrong) = (user(r#""LEFT""#), user("1"));
    for order in [[side, ("u.avsc", &good)], [("u.avsc", &good), side]] {
        assert_eq!(errors(&read(&order)), [""; 0]);
    }
    assert_eq!(errors(&read(&[("u.avsc", &wrong), side])).len(), 1);
    // in one text it stays what Java does not read
    let early = r#"{"type": "record", "name": "U", "fields": [{"name": "f", "type": "S", "default": "A"},
        {"name": "g", "type": {"type": "enum", "name": "S", "symbols": ["A"]}}]}"#;
    assert_eq!(errors(&read(&[("u.avsc", early)])).len(), 1);
}

/// Two definitions are compared where they could be read, whatever else is wrong with their files.
#[test]
fn a_second_definition_is_told_beside_other_errors() {
    let unit = |size: u32, other: &str| {
        format!(
            r#"{{"type": "record", "name": "U{size}", "fields": [{{"name": "id", "type": {{"type": "fixed", "name": "Id", "size": {size}}}}}, {{"name": "x", "type": "{other}"}}]}}"#
        )
    };
    let (first, second) = (unit(1, "strng"), unit(2, "int"));
    for (first, second) in [(&first, &second), (&second, &first)] {
        let lines = errors(&read(&[("first", first), ("second", second)]));
        assert_eq!(lines.len(), 2, "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains("`strng` is no primitive type")), "{lines:#?}");
        assert!(
            lines
                .iter()
                .any(|line| line.contains("second:1:68: U")
                    && line.contains("`Id` is defined differently in first:1:68")),
            "{lines:#?}"
        );
    }
    // what is wrong itself is compared with nothing
    let record =
        |of: &str| format!(r#"{{"type": "record", "name": "R", "fields": [{{"name": "x", "type": "{of}"}}]}}"#);
    let lines = errors(&read(&[("first", &record("strng")), ("second", &record("int"))]));
    assert_eq!(lines.len(), 1, "{lines:#?}");
    // a default of another file's type, beside an error of its own file
    let kind = ("kind", r#"{"type": "enum", "name": "Kind", "symbols": ["A"], "aliases": ["a-b"]}"#);
    let other = ("other", r#"{"type": "enum", "name": "Other", "symbols": ["A"]}"#);
    let user = r#"{"type": "record", "name": "U", "fields": [{"name": "k", "type": "Kind", "default": 1}, {"name": "o", "type": "Other", "default": 2}, {"name": "x", "type": "strng"}]}"#;
    let lines = errors(&read(&[kind, other, ("user", user)]));
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(lines[1].contains("U.o: the default does not fit"), "{lines:#?}");
}
