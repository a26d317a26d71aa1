//! Random schemas as IDL: printed and read again they are equal, whatever is in them.

use avro_model::content::content_hash_with_docs;
use avro_model::parse::Options;
use avro_model::{Document, idl, print};
use avro_tests::random::{Choices, Schema};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Things that trip a notation, to be hung onto schemas.
const TEXTS: [&str; 16] = [
    "A text.",
    "",
    " ends with a space ",
    "two\nlines",
    "two\n lines\n\n  more",
    "*/",
    "/** x */",
    "* a\n* b",
    "é 文 😀",
    "a \"quote\" and \\ a backslash",
    "tab\there",
    "\u{1}\u{7f}\u{2028}",
    "`tick`",
    "// no",
    "a\r\nb",
    "**",
];
const KEYS: [&str; 9] = ["p", "java-class", "a.b-c", "with space", "", "x\"y", "int", "1a", "文"];
const VALUES: [&str; 8] =
    ["1", "-0", "1.50", "1e400", "{\"a\":[null,true,{}]}", "\"NaN\"", "[]", "123456789012345678901234567890"];
const NAMES: [&str; 10] = ["int", "date", "record", "null", "throws", "array", "union", "Sym", "_x", "decimal"];

fn quoted(text: &str) -> String {
    let mut out = String::new();
    avro_model::json::write_string(&mut out, text);
    out
}

/// The JSON of `schema` with documentation, properties, sort orders and names that are keywords put in.
fn adorned(json: &str, choices: &mut Choices<'_>) -> String {
    let mut out = String::new();
    let mut rest = json;
    while let Some(at) = rest.find(['{', '"']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let record = rest.starts_with("{\"type\":\"record\"")
            || rest.starts_with("{\"type\":\"enum\"")
            || rest.starts_with("{\"type\":\"fixed\"");
        let field = rest.starts_with("{\"name\":");
        let other = rest.starts_with("{\"type\":");
        out.push_str(&rest[..1]);
        rest = &rest[1..];
        if (record || field) && choices.one_in(2) {
            out.push_str(&format!("\"doc\":{},", quoted(TEXTS[choices.below(TEXTS.len())])));
        }
        if field && choices.one_in(4) {
            out.push_str("\"order\":\"ignore\",");
        }
        if (record || field || other) && choices.one_in(3) {
            let (key, value) = (KEYS[choices.below(KEYS.len())], VALUES[choices.below(VALUES.len())]);
            out.push_str(&format!("{}:{value},", quoted(key)));
        }
    }
    out.push_str(rest);
    for (short, name) in ["\"n.A\"", "\"n.B\"", "\"m.C\"", "\"X\"", "\"a\""].into_iter().zip(1..) {
        let other = NAMES[choices.below(NAMES.len())];
        let space = if short.contains('.') && !choices.one_in(3) { &short[1..3] } else { "" };
        if (space.is_empty() && avro_model::names::is_primitive(other)) || choices.one_in(2) {
            continue;
        }
        out = out.replace(short, &format!("\"{space}{other}{}\"", if name > 3 { "s" } else { "" }));
    }
    out
}

#[test]
fn printed_schemas_read_back_equal() {
    let cases = std::env::var("AVRO_CASES").map_or(1_000, |count| count.parse().expect("a number"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let numbers = proptest::collection::vec(proptest::num::u16::ANY, 0..200);
    let read = std::cell::Cell::new(0_u32);
    let outcome = runner.run(&numbers, |numbers| {
        let mut choices = Choices::new(&numbers);
        let mut schema = Schema::random(&mut choices);
        for _ in 0..choices.below(4) {
            schema.mutate(&mut choices);
        }
        let json = adorned(&schema.json(), &mut choices);
        // what was put in may make one that is none
        let Ok(document) = Document::parse(&json) else { return Ok(()) };
        read.set(read.get() + 1);
        let text = idl::print(document.view());
        let fail = |what: String| proptest::test_runner::TestCaseError::fail(format!("{what}\n{json}\n{text}"));
        let again = idl::parse(&text, &Options::default()).map_err(|errors| fail(errors.to_string()))?;
        if content_hash_with_docs(document.view()) != content_hash_with_docs(again.view()) {
            return Err(fail(print::json(again.view())));
        }
        // the text says the same as JSON says, but for the order in which types are defined
        if idl::print(again.view()) != text {
            return Err(fail(idl::print(again.view())));
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    assert!(read.get() > cases * 2 / 3, "{} schemas of {cases}", read.get());
}
