//! Texts that nest deep, repeat themselves or are broken: no overflow, bounded work, an error with a place.

use avro_model::idl;
use avro_model::parse::{Options, Source, parse_files};
use avro_model::{content, print};

fn errors(text: &str) -> String {
    idl::parse(text, &Options::default()).map_or_else(|errors| errors.to_string(), |_| String::new())
}

#[test]
fn deep_types_and_values() {
    let depth = 10_000;
    let deep = format!("schema {}int{};", "array<".repeat(depth), ">".repeat(depth));
    let document = idl::parse(&deep, &Options::default()).expect("deep and honest");
    let printed = idl::print(document.view());
    assert_eq!(printed.trim_end(), deep);
    assert_eq!(idl::lines(document.view()).len(), 1);
    for (open, inner, close) in [("array<", "int", ">"), ("map<", "int", ">"), ("array<union {", "int", "}>")] {
        let text = format!("schema {}{inner}{};", open.repeat(100_000), close.repeat(100_000));
        assert!(errors(&text).contains("nested deeper than 16384 levels"), "{open}");
    }
    for (open, close) in [("[", "]"), ("{\"a\": ", "}")] {
        let value = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let text = |depth: usize| format!("schema R; record R {{ @p({}) int x; }}", value(depth));
        assert_eq!(errors(&text(10_000)), "");
        assert!(errors(&text(100_000)).contains("nested deeper than 16384 levels"));
    }
}

#[test]
fn types_that_many_fields_share() {
    let union: Vec<String> = (0..2_000).map(|i| format!("R{i}")).collect();
    let fields: Vec<String> = (0..2_000).map(|i| format!("f{i}")).collect();
    let text = format!("schema R; record R {{ union {{ {} }} {}; }}", union.join(", "), fields.join(", "));
    assert!(errors(&text).contains("too many fields share types"), "{}", &errors(&text)[..200]);
}

#[test]
fn long_names_and_wide_types() {
    let name = "N".repeat(1_000_000);
    let text = format!("schema {name}; record {name} {{ int x; }}");
    assert!(idl::parse(&text, &Options::default()).is_ok());
    assert!(errors(&format!("schema {name}x; record {name} {{ int x; }}")).len() < 1_000);
    let branches: Vec<String> = (0..10_000).map(|i| format!("R{i}")).collect();
    let records: String = (0..10_000).map(|i| format!("record R{i} {{ R{} next; }}\n", (i + 1) % 10_000)).collect();
    let text = format!("schema union {{ {} }};\n{records}", branches.join(", "));
    let document = idl::parse(&text, &Options::default()).expect("wide and honest");
    let again = idl::parse(&idl::print(document.view()), &Options::default()).expect("it was printed");
    assert_eq!(content::content_hash(document.view()), content::content_hash(again.view()));
}

#[test]
fn cut_off_and_damaged_texts() {
    let text = r#"/** d */ @p({"a": [1, 0x1F, "\u00e9"]}) namespace a.b; schema union { null, R, array<@k("v") string?> };
        import idl "b.avdl"; /** doc
         * of R */ @aliases(["Q"]) record R { /** x */ timestamp_ms? /** y */ @order("ignore") `int` = 5, é = null; E e = "A"; }
        enum E { A, B } = A; fixed F(16); error Bad { decimal(9, 2) d; } // end"#;
    let read = |text: &str| {
        let source = Source { file: "a.avdl".to_owned(), text: text.to_owned() };
        let files = parse_files(&[source], &Options::default());
        files.schemas().for_each(|schema| drop(idl::print(schema.view)));
        files.errors().iter().for_each(|error| assert!(error.range().end <= text.len(), "{error}"));
    };
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        read(&text[..end]);
    }
    for at in 0..text.len() {
        for byte in [b'"', b'{', b'}', b'>', b';', b',', b'\\', b'`', b'@', b'/', b'*', b'0', b'n', b'\n', 0] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(text) = String::from_utf8(bytes) {
                read(&text);
            }
        }
    }
    let protocol = format!("protocol P {{ {} }}", "x ".repeat(100_000));
    read(&protocol);
    read(&"}".repeat(100_000));
    read(&"{".repeat(100_000));
}

#[test]
fn messages_do_not_obey_the_text() {
    let printed = errors("schema \"\\u001b[31m\";\u{202e}");
    assert!(!printed.contains('\u{202e}') && !printed.contains('\u{1b}'), "{printed}");
    assert_eq!(print::json(idl::parse("schema int;", &Options::default()).expect("a schema").view()), "\"int\"");
}
