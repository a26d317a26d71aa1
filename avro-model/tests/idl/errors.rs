//! What is said of texts that are wrong: `errors.txt` holds each text and what is said of it. `UPDATE_GOLDENS=1` writes what
//! is said anew.

use avro_model::parse::{Options, Source, parse_files};

#[test]
fn each_mistake_has_its_place_and_its_words() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/idl/errors.txt");
    let recorded = std::fs::read_to_string(path).expect("the recorded texts").replace("\r\n", "\n");
    let mut made = String::new();
    for case in recorded.split("=== ").skip(1) {
        let (title, rest) = case.split_once('\n').expect("a title");
        let (text, _) = rest.split_once("---\n").expect("`---` behind the text");
        let file = if title.starts_with("protocol in JSON") { "a.avpr" } else { "a.avdl" };
        let source = Source { file: file.to_owned(), text: text.to_owned() };
        let files = parse_files(&[source], &Options::default());
        assert!(!files.errors().is_empty(), "nothing is wrong with {title:?}");
        made.push_str(&format!("=== {title}\n{text}---\n"));
        for error in files.errors() {
            made.push_str(&format!("{error}  [{}]\n", error.rule()));
        }
    }
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        std::fs::write(path, made).expect("the texts are written");
        return;
    }
    assert_eq!(recorded, made);
}
