//! What the parser says of mistakes: all of them, each with place, what was expected, and what was probably meant.

use avro_model::Diagnostic;
use avro_model::parse::{Mode, Options, parse};
use avro_model::{Document, default};

#[track_caller]
fn expect(text: &str, messages: &[&str]) {
    let options = Options { file: Some("order.avsc".to_owned()), ..Options::default() };
    let errors = parse(text, &options).expect_err("broken").to_string();
    assert_eq!(errors.lines().collect::<Vec<_>>(), messages);
}

#[test]
fn all_at_once_with_place_and_path() {
    expect(
        r#"{
  "type": "record", "name": "OrderPlaced", "fields": [
    {"name": "id", "type": "strng"},
    {"name": "lines", "type": {"type": "array", "items": {
        "type": "record", "name": "Line", "fields": [
          {"name": "qty", "tpye": "int"},
          {"name": "price", "type": "int", "default": "1"}]}}},
    {"name": "id", "type": ["null", "null"]},
    {"name": "unit price", "type": "long", "order": "ascendng"}
  ]
}"#,
        &[
            "order.avsc:3:28: OrderPlaced.id: `strng` is no primitive type and no type of that name is defined; help: did you mean `string`?",
            "order.avsc:6:11: OrderPlaced.lines[].qty: the field needs a \"type\", a schema; help: is `tpye` meant to be \"type\"?",
            "order.avsc:7:55: OrderPlaced.lines[].price: the default does not fit: the string `1` is no `int`, expected an integer; help: write 1 without the quotes",
            "order.avsc:8:14: OrderPlaced: the record has the field `id` twice",
            "order.avsc:8:37: OrderPlaced.id: the union has two branches `null`; a reader could not tell them apart",
            "order.avsc:9:14: OrderPlaced.unit price: the name `unit price` has a space; names are letters, digits and `_`; help: `unit_price` would be a name",
            "order.avsc:9:53: OrderPlaced.unit price: \"order\" is `ascendng`, expected ascending, descending or ignore; help: did you mean `ascending`?",
        ],
    );
}

/// The name in the union is what is wrong, wherever its type is defined.
#[test]
fn a_branch_too_many_is_underlined_itself() {
    let text = r#"{"type": "record", "name": "R", "fields": [
  {"name": "a", "type": {"type": "fixed", "name": "A", "size": 1}},
  {"name": "u", "type": ["null", "A",
    "A"]}
]}"#;
    expect(text, &["order.avsc:4:5: R.u: the union has two branches `A`; a reader could not tell them apart"]);
    let idl = "schema R;\nrecord R {\n  union { null, A, int,\n    A } u;\n}\nfixed A(1);";
    let errors = avro_model::idl::parse(idl, &Options::default()).expect_err("broken");
    let found = &errors.diagnostics()[0];
    assert_eq!((found.line(), found.column(), &idl[found.range()]), (4, 5, "A"));
}

#[test]
fn one_by_one() {
    expect(
        "int",
        &["order.avsc:1:1: found `int`, expected a value; help: a schema is JSON: write \"int\" with the quotes"],
    );
    expect("", &["order.avsc:1:1: the text is empty, expected a value"]);
    expect(
        r#"{"type": "record", "fields": {}}"#,
        &[
            "order.avsc:1:10: the record needs a \"name\"",
            "order.avsc:1:30: \"fields\" of the record is an object, expected an array of fields",
        ],
    );
    expect(
        r#"{"type": "fixed", "name": "F", "namespace": "a..b", "size": 4}"#,
        &["order.avsc:1:45: a part of the namespace is empty; help: single dots stand between its parts"],
    );
    expect("[\"int\",\n", &["order.avsc:2:1: the text ends here, but the `[` of line 1 is not closed"]);
    expect(
        r#"{"type": {"type": "string"}}"#,
        &[
            "order.avsc:1:10: \"type\" of a schema object is an object, expected the name of a type; help: put that schema in the place of the object around it",
        ],
    );
    expect(
        r#"{"type": "fixed", "name": "F", "size": "4"}"#,
        &[
            "order.avsc:1:40: F: \"size\" of the fixed is a string, expected an integer from 0 to 2147483639; help: write 4 without the quotes",
        ],
    );
    expect(
        r#"{"type": "record", "name": "R", "fields": [{"name": "f", "type": "boolean", "default": "true"}]}"#,
        &[
            "order.avsc:1:88: R.f: the default does not fit: the string `true` is no `boolean`, expected `true` or `false`; help: write it without the quotes",
        ],
    );
    expect(
        r#"{"type": "record", "name": "a.R", "fields": [{"name": "f", "type": "S"}, {"name": "g", "type": {"type": "fixed", "name": "b.S", "size": 1}}]}"#,
        &[
            "order.avsc:1:68: R.f: `S` is no primitive type and no type of that name is defined (nor is `a.S`); help: did you mean `b.S`?",
        ],
    );
}

/// What is empty is not shown in quotes, and nothing is suggested that has nothing of what is there.
#[test]
fn names_that_are_empty_or_odd() {
    expect(
        r#"{"type": "record", "name": "a.", "aliases": ["", "b.", "a-b", "a.b-c"], "fields": [
          {"name": "", "type": "", "order": ""}, {"name": "\u0000", "type": {"type": ""}, "aliases": "\"q"},
          {"name": "e", "type": {"type": "enum", "name": "", "symbols": ["", "x y"]}},
          {"name": "f", "type": {"type": "fixed", "name": "F", "size": -1}}]}"#,
        &[
            "order.avsc:1:28: nothing stands behind the last dot of the name `a.`",
            "order.avsc:1:46: an alias is empty",
            "order.avsc:1:50: nothing stands behind the last dot of the alias `b.`",
            "order.avsc:1:56: the alias `a-b` has a `-`; names are letters, digits and `_`",
            "order.avsc:1:63: the alias `a.b-c`: `b-c` has a `-`; names are letters, digits and `_`",
            "order.avsc:2:20: .: the name is empty",
            "order.avsc:2:45: .: \"order\" is empty, expected ascending, descending or ignore",
            "order.avsc:2:59: .\\u{0}: the name `\\u{0}` has the character '\\0'; names are letters, digits and `_`",
            "order.avsc:2:86: .\\u{0}: \"type\" of a schema object is empty, expected a primitive type, record, enum, array, map or fixed; help: to use a named type write its name alone, in the place of the object",
            "order.avsc:2:102: .\\u{0}: \"aliases\" is a string, expected an array of strings; help: write [\"\\\"q\"]",
            "order.avsc:3:58: .e: the name is empty",
            "order.avsc:3:74: .e: a symbol is empty",
            "order.avsc:3:78: .e: the symbol `x y` has a space; names are letters, digits and `_`; help: `x_y` would be a symbol",
            "order.avsc:4:72: .f: \"size\" of the fixed is `-1`, expected an integer from 0 to 2147483639",
        ],
    );
    expect(r#""""#, &["order.avsc:1:1: the name of a type is empty"]);
}

#[test]
fn strict_mode_is_the_specifications() {
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let forward = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"F"},{"name":"b","type":{"type":"fixed","name":"F","size":1}}]}"#;
    for text in [
        forward,
        r#"/* comment */ "int""#,
        r#"{"type":"record","name":"é","fields":[]}"#,
        r#"{"type":"int","type":"int"}"#,
    ] {
        assert!(Document::parse(text).is_ok(), "{text}");
        assert!(parse(text, &strict).is_err(), "{text}");
    }
}

#[test]
fn spans_are_those_of_the_text() {
    let text = r#"{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"]}]}"#;
    let parsed = parse(text, &Options::default()).expect("valid");
    let slice = |range: Option<std::ops::Range<usize>>| &text[range.expect("a span")];
    assert_eq!(slice(parsed.spans.field_name(0)), "\"a\"");
    assert_eq!(slice(parsed.spans.field_type(0)), r#"["null","int"]"#);
    assert_eq!(slice(parsed.spans.field(0)), r#"{"name":"a","type":["null","int"]}"#);
    assert_eq!(slice(parsed.spans.node(parsed.document.root as usize)), text);
}

#[test]
fn defaults_in_binary() {
    for (schema, text, bytes) in [
        (r#""null""#, "null", &[][..]),
        (r#""boolean""#, "true", &[1]),
        (r#""long""#, "-65", &[0x81, 1]),
        (r#""float""#, "1.5", &[0, 0, 0xc0, 0x3f]),
        (r#""double""#, "\"NaN\"", &f64::NAN.to_le_bytes()),
        (r#""bytes""#, r#""\u00ffA""#, &[4, 0xff, 0x41]),
        (r#""string""#, r#""é""#, &[4, 0xc3, 0xa9]),
        (r#"{"type":"fixed","name":"F","size":2}"#, r#""\u0000\u0080""#, &[0, 0x80]),
        (r#"{"type":"enum","name":"E","symbols":["A","B"]}"#, r#""B""#, &[2]),
        (r#"{"type":"array","items":"int"}"#, "[1,2]", &[4, 2, 4, 0]),
        (r#"{"type":"array","items":"int"}"#, "[]", &[0]),
        (r#"{"type":"map","values":"int"}"#, r#"{"k":1,"l":2}"#, &[4, 2, 0x6b, 2, 2, 0x6c, 4, 0]),
        (r#"["null","int",{"type":"array","items":"string"}]"#, r#"["x"]"#, &[4, 2, 2, 0x78, 0]),
        (
            r#"{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":["null","int"],"default":7}]}"#,
            r#"{"a":1}"#,
            &[2, 2, 14],
        ),
    ] {
        let document = Document::parse(schema).expect(schema);
        assert_eq!(default::encode(document.view(), text).as_deref(), Ok(bytes), "{text} of {schema}");
    }
    let document =
        Document::parse(r#"{"type":"array","items":{"type":"enum","name":"E","symbols":["A"]}}"#).expect("valid");
    let error = default::encode(document.view(), r#"["A","B"]"#).expect_err("no symbol");
    assert_eq!(error.to_string(), "at [1]: the string `B` is no symbol of the enum `E`");
}

#[test]
fn what_is_allowed_and_odd_is_a_warning() {
    let text = r#"{
  "type": "record", "name": "Odd", "fields": [
    {"name": "a", "type": {"type": "bytes", "logicalType": "decimal"}},
    {"name": "b", "type": {"type": "bytes", "logicalType": "decimal", "precision": 0}},
    {"name": "c", "type": {"type": "bytes", "logicalType": "decimal", "precision": 2, "scale": 3}},
    {"name": "d", "type": {"type": "bytes", "logicalType": "decimal", "precision": 2, "scale": "1"}},
    {"name": "e", "type": {"type": "fixed", "name": "F", "size": 2, "logicalType": "decimal", "precision": 9}},
    {"name": "f", "type": {"type": "string", "logicalType": "date"}},
    {"name": "g", "type": {"type": "int", "logicalType": 5}},
    {"name": "h", "type": "long", "logicalType": "timestamp-millis"},
    {"name": "slip", "type": {"type": "long", "logicalType": "timestamp-milis"}},
    {"name": "own", "type": {"type": "long", "logicalType": "acme-epoch"}},
    {"name": "i", "type": "int", "type": "long"},
    {"name": "j", "type": {"type": "enum", "name": "E", "symbols": ["A"]}, "default": "B"},
    {"name": "k", "type": {"type": "long", "logicalType": "unheard-of"}}
  ]
}"#;
    let parsed = parse(text, &Options { file: Some("odd.avsc".to_owned()), ..Options::default() }).expect("allowed");
    assert_eq!(
        parsed.warnings.iter().map(|warning| format!("[{}] {warning}", warning.rule())).collect::<Vec<_>>(),
        [
            "[logical-type-invalid] odd.avsc:3:60: Odd.a: the logical type `decimal` is ignored: it needs a \"precision\", the number of its digits",
            "[logical-type-invalid] odd.avsc:4:60: Odd.b: the logical type `decimal` is ignored: its precision is `0`, expected a whole number above 0",
            "[logical-type-invalid] odd.avsc:5:60: Odd.c: the logical type `decimal` is ignored: its scale 3 is larger than its precision 2",
            "[logical-type-invalid] odd.avsc:6:60: Odd.d: the logical type `decimal` is ignored: its scale is `\"1\"`, expected a whole number",
            "[logical-type-invalid] odd.avsc:7:84: Odd.e: the logical type `decimal` is ignored: a fixed of 2 bytes holds 4 digits, not 9",
            "[logical-type-invalid] odd.avsc:8:61: Odd.f: the logical type `date` is ignored: it belongs on int",
            "[logical-type-invalid] odd.avsc:9:58: Odd.g: \"logicalType\" is no string, so it is ignored",
            "[logical-type-on-field] odd.avsc:10:35: Odd.h: \"logicalType\" of a field means nothing, only that of its type does; help: write it into the type: \"type\": {\"type\": .., \"logicalType\": \"timestamp-millis\"}",
            "[logical-type-invalid] odd.avsc:11:62: Odd.slip: no logical type is called `timestamp-milis`, so it is ignored: did you mean `timestamp-millis`?",
            "[duplicate-key] odd.avsc:13:34: Odd: the key `type` stands twice in one object; help: the last one counts",
            "[default-invalid] odd.avsc:14:87: Odd.j: the default is taken, but is no value: the string `B` is no symbol of the enum `E`",
        ]
    );
    assert!(
        parse(r#"{"type": "string", "logicalType": "uuid"}"#, &Options::default()).expect("valid").warnings.is_empty()
    );
}

/// Java's parser takes any text for bytes, an enum and a fixed; who needs the value says so.
#[test]
fn defaults_that_cannot_be_encoded_are_errors_where_an_option_says_so() {
    let text = r#"{
  "type": "record", "name": "R", "fields": [
    {"name": "a", "type": "bytes", "default": "\u0100\""},
    {"name": "b", "type": {"type": "enum", "name": "E", "symbols": ["NEW", "OLD"]}, "default": "NEVV"},
    {"name": "c", "type": {"type": "array", "items": {"type": "fixed", "name": "F", "size": 1}}, "default": ["ab"]},
    {"name": "d", "type": ["null", "bytes"], "default": "ok"}
  ]
}"#;
    let wrong = [
        "3:47: R.a: {}: the string `Ā\"` has characters above U+00FF; each character stands for one byte; help: for the bytes of its UTF-8 write \"\\u00c4\\u0080\\\"\"",
        "4:96: R.b: {}: the string `NEVV` is no symbol of the enum `E`; help: did you mean `NEW`?",
        "5:110: R.c: {}: at [0]: the string `ab` has 2 bytes, the fixed `F` has 1",
    ];
    let expected = |words: &str| wrong.map(|line| line.replace("{}", words));
    let shown = |found: &[avro_model::Diagnostic]| {
        found
            .iter()
            .map(|one| one.to_string().replacen("line ", "", 1).replacen(", column ", ":", 1))
            .collect::<Vec<_>>()
    };
    let parsed = parse(text, &Options::default()).expect("Java takes it");
    assert_eq!(shown(&parsed.warnings), expected("the default is taken, but is no value"));
    let exact = Options { exact_defaults: true, ..Options::default() };
    let errors = parse(text, &exact).expect_err("an error");
    assert_eq!(shown(errors.diagnostics()), expected("the default is no value"));
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let errors = parse(text, &strict).expect_err("an error");
    assert_eq!(shown(errors.diagnostics()), expected("the default does not fit"));
    let unchecked = Options { check_defaults: false, exact_defaults: true, ..Options::default() };
    assert!(parse(text, &unchecked).expect("not asked for").warnings.is_empty());
}

#[test]
fn broken_json_has_a_place() {
    for (text, message) in [
        (
            "{\"type\": \"int\", }",
            "1:17: found `}`, expected a key in double quotes; help: no comma stands behind the last one",
        ),
        ("[\"int\",]", "1:8: found `]`, expected a value; help: no comma stands behind the last one"),
        ("[\"int\" \"long\"]", "1:8: found `\"long\"`, expected `,` or `]`"),
        ("{\"type\" \"int\"}", "1:9: found `\"int\"`, expected `:` after the key"),
        ("{\"type\": \"int}", "1:10: the string that begins here is not closed"),
        ("{\"type\": \"int\n\"}", "1:10: the string that begins here is not closed"),
        ("\"in\tt\"", "1:4: a string holds the unescaped control character '\\t'"),
        ("\"in\\qt\"", "1:4: unknown escape `\\q`"),
        ("\"\\u12x4\"", "1:2: `\\u` is not followed by four hexadecimal digits"),
        ("\"\\ud800\"", "1:2: half of a pair of surrogates stands alone"),
        ("{\"size\": 01}", "1:10: malformed number"),
        ("{\"size\": 1.}", "1:10: malformed number"),
        ("{\"size\": 1e}", "1:10: malformed number"),
        ("{\"size\": -}", "1:10: malformed number"),
        ("{\"size\": 1x}", "1:10: malformed number"),
        ("{\"size\": .5}", "1:10: found `.5`, expected a value"),
        ("{'type': 1}", "1:2: found `'`, expected a key in double quotes or `}`; help: JSON has double quotes only"),
        ("\"int\" x", "1:7: found `x`, expected nothing after the end of the value"),
        ("/* \"int\"", "1:1: the comment that begins here is not closed"),
        ("[\u{a0}1]", "1:2: found `\\u{a0}`, expected a value or `]`"),
        ("{\"a\": {\"b\": 1]}", "1:14: found `]`, expected `,` or `}`"),
        ("{\"default\": NaN}", "1:13: found `NaN`, expected a value; help: write \"NaN\", in quotes"),
        ("{\"default\": -Infinity}", "1:13: malformed number; help: write \"-Infinity\", in quotes"),
        ("{\"type\": int}", "1:10: found `int`, expected a value; help: write \"int\" with the quotes"),
        ("{\"default\": True}", "1:13: found `True`, expected a value; help: did you mean `true`?"),
        ("{\"default\": None}", "1:13: found `None`, expected a value; help: did you mean `null`?"),
        ("{\"default\": +1}", "1:13: found `+1`, expected a value"),
        ("{\"default\": 0x1p3}", "1:13: malformed number"),
        ("\"a\u{1}\"", "1:3: a string holds the unescaped control character '\\u{1}'"),
        ("# \"int\"", "1:1: found `#`, expected a value"),
        ("\"\\udc00\\ud800\"", "1:2: half of a pair of surrogates stands alone"),
    ] {
        expect(text, &[&format!("order.avsc:{message}")]);
    }
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let errors = parse("\"int\" // a number", &strict).expect_err("no comments");
    assert_eq!(errors.to_string(), "line 1, column 7: comments are not part of JSON");
    let errors = parse("\u{feff}\"int\"", &strict).expect_err("no mark");
    assert_eq!(
        errors.to_string(),
        "line 1, column 1: found `\\u{feff}`, expected a value; help: the text begins with a byte order mark, which JSON does not \
         have: save it without"
    );
    let errors = parse("{\"default\": NaN}", &strict).expect_err("no number");
    assert_eq!(errors.to_string(), "line 1, column 13: found `NaN`, expected a value");
    let escaped = Document::parse(r#"{"type": "string", "x": "\ud83d\ude00\u00e9\/\b\f\n\r\t\"\\"}"#).expect("valid");
    assert_eq!(
        avro_model::print::json(escaped.view()),
        "{\"type\":\"string\",\"x\":\"\u{1f600}é/\\b\\f\\n\\r\\t\\\"\\\\\"}"
    );
}

/// What Java's parser does and the specification does not say, or the other way round.
#[test]
fn lenient_and_strict_part_ways() {
    let field = |ty: &str, rest: &str| {
        format!(r#"{{"type":"record","name":"n.R","fields":[{{"name":"f","type":{ty}{rest}}}]}}"#)
    };
    let early = r#"{"type":"record","name":"R","fields":[{"name":"a","type":"E","default":"A"},{"name":"b","type":{"type":"enum","name":"E","symbols":["A"]}}]}"#;
    let twice = r#"[{"type":"record","name":"X","fields":[{"name":"e","type":{"type":"enum","name":"E","symbols":["A"],"default":"A"}}]},{"type":"record","name":"Y","fields":[{"name":"e","type":{"type":"enum","name":"E","symbols":["A"]}}]}]"#;
    for (text, lenient, strict) in [
        // Only the last part of an alias is looked at; to the specification it is any string.
        (r#"{"type":"fixed","name":"F","size":1,"aliases":["a-b.C"]}"#.to_owned(), true, true),
        (r#"{"type":"fixed","name":"F","size":1,"aliases":["a.b-C"]}"#.to_owned(), false, true),
        (r#"{"type":"fixed","name":"F","size":2147483639}"#.to_owned(), true, true),
        (r#"{"type":"fixed","name":"F","size":2147483640}"#.to_owned(), false, true),
        (field(r#"[".R","null"]"#, ""), false, false),
        (field("\"int\"", r#","order":"DESCENDING""#), true, false),
        (field("\"double\"", r#","default":"1""#), true, false),
        (field("\"double\"", r#","default":"NaN""#), true, true),
        (field("\"float\"", r#","default":"0x1.8p1""#), true, false),
        (field("\"double\"", r#","default":"1.5d""#), true, false),
        (field("\"double\"", r#","default":"0x1.8""#), false, false),
        // Java looks at the field's own type only.
        (field("[\"double\",\"null\"]", r#","default":"1.5""#), false, false),
        // No byte; a symbol and a size that are none.
        (field("\"bytes\"", r#","default":"\u0100""#), true, false),
        (field(r#"{"type":"fixed","name":"F","size":1}"#, r#","default":"\u0100""#), true, false),
        (field(r#"{"type":"fixed","name":"F","size":1}"#, r#","default":"ab""#), true, false),
        (field(r#"{"type":"enum","name":"E","symbols":["A"]}"#, r#","default":"B""#), true, false),
        (field(r#"["null","bytes"]"#, r#","default":"\u0100""#), true, false),
        (field(r#"{"type":"array","items":"bytes"}"#, r#","default":["\u0100"]"#), true, false),
        ("\"in\u{7f}t\"".to_owned(), false, false),
        ("{\"type\":\"string\",\"doc\":\"\u{7f}\u{2028}\\u0000\"}".to_owned(), true, true),
        ("{\"type\":\"string\",\"doc\":\"\\ud800\"}".to_owned(), false, false),
        ("/* a */ \"int\"".to_owned(), true, false),
        ("{\"type\": \"int\" // b\n}".to_owned(), true, false),
        (field(r#"{"type":"array","items":"R"}"#, r#","default":[{"f":[]}]"#), false, true),
        (field(r#"["null","R"]"#, r#","default":null"#), true, true),
        (early.to_owned(), false, false),
        (twice.to_owned(), true, false),
        (r#"{"type":"record","name":"名","fields":[]}"#.to_owned(), true, false),
        // To Java a letter outside of the basic plane is two units, and neither is a letter.
        (r#"{"type":"record","name":"𝒜","fields":[]}"#.to_owned(), false, false),
        ("\u{feff}\"int\"".to_owned(), true, false),
        ("[]".to_owned(), true, false),
    ] {
        let strictly = parse(&text, &Options { mode: Mode::Strict, ..Options::default() }).is_ok();
        assert_eq!((Document::parse(&text).is_ok(), strictly), (lenient, strict), "{text}");
    }
    let one = Document::parse(&field("\"double\"", r#","default":"1""#)).expect("Java takes it");
    assert!(avro_model::print::java(one.view()).contains(r#""default":1.0}"#));
    expect(
        early,
        &[
            "order.avsc:1:72: R.a: the default stands before the definition of its type, where only an object is one; help: define the type where it is used first",
        ],
    );
}

#[test]
fn an_object_around_a_schema_is_taken_where_a_switch_says_so() {
    let text = r#"{"type":"record","name":"n.R","fields":[{"name":"a","type":{"type":"R","unit":"m"}},{"name":"b","type":{"type":["null",{"type":{"type":"int"}}]}}]}"#;
    for mode in [Mode::Strict, Mode::Lenient] {
        let mut options = Options { mode, ..Options::default() };
        assert_eq!(parse(text, &options).expect_err("not without it").diagnostics().len(), 2);
        options.wrapped = true;
        let parsed = parse(text, &options).expect("taken");
        assert_eq!(
            avro_model::print::json(parsed.document.view()),
            r#"{"type":"record","name":"R","namespace":"n","fields":[{"name":"a","type":"R"},{"name":"b","type":["null","int"]}]}"#
        );
        assert_eq!(
            parsed.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "line 1, column 72: n.R.a: `unit` of an object around a schema is not kept; help: write the schema in the place of the object, and its attributes into it"
            ]
            .map(|text| text.replace("n.R.a", "R.a"))
        );
        let errors = parse(r#"{"type": "strng"}"#, &options).expect_err("no such type").to_string();
        assert!(
            errors.contains("`strng` is no primitive type") && errors.contains("did you mean `string`?"),
            "{errors}"
        );
    }
}

#[test]
fn a_diagnostic_is_shown_wherever_it_stands() {
    let text = "{\n  \"type\": \"int\"\n}";
    let found = Diagnostic::new("type-narrowed", "`C` cannot read data written by version 1")
        .with_path("C.count")
        .with_label("it is `int`, was `long`")
        .with_note("history: h/C")
        .with_help("keep the type");
    let placed = found.clone().with_place("c.avsc", text, 12..17);
    assert_eq!(
        placed.annotated(text),
        "`C` cannot read data written by version 1  [type-narrowed]\n --> c.avsc:2:11\n  |\n2 |   \"type\": \"int\"\n  \
         |           ^^^^^ it is `int`, was `long`\n  = at: C.count\n  = history: h/C\n  = help: keep the type"
    );
    // a source that is not the one keeps what was to stand beside the mark
    assert_eq!(
        placed.annotated(""),
        "`C` cannot read data written by version 1  [type-narrowed]\n --> c.avsc:2:11\n  = it is `int`, was `long`\n  = at: \
         C.count\n  = history: h/C\n  = help: keep the type"
    );
    assert_eq!(
        format!("{placed:#}"),
        "c.avsc:2:11: C.count: `C` cannot read data written by version 1: it is `int`, was `long`  [type-narrowed]; help: keep \
         the type"
    );
    assert_eq!(
        found.listed(""),
        "[type-narrowed] it is `int`, was `long`\n   = at: C.count\n   = `C` cannot read data written by version 1\n   = \
         history: h/C\n   = help: keep the type"
    );
    let line = found.clone().with_line("src/c.rs", 7);
    assert_eq!(
        line.annotated("anything"),
        "`C` cannot read data written by version 1  [type-narrowed]\nat: C.count\nit is `int`, was `long`\nhistory: \
         h/C\nhelp: keep the type\n--> src/c.rs:7"
    );
    assert_eq!(
        line.json(),
        r#"{"rule":"type-narrowed","severity":"error","file":"src/c.rs","line":7,"path":"C.count","message":"`C` cannot read data written by version 1","label":"it is `int`, was `long`","notes":["history: h/C"],"helps":["keep the type"]}"#
    );
    assert!(line.to_string().starts_with("src/c.rs:7: C.count: "), "{line}");
    let long = found.clone().with_path("ü".repeat(1_000));
    assert!(long.to_string().starts_with(&format!("{0}...{0}: ", "ü".repeat(100))), "{long}");
    let file = found.with_file("c.avsc");
    assert!(
        file.annotated("").ends_with("\n--> c.avsc") && file.json().contains(r#""file":"c.avsc","path""#),
        "{file}"
    );
}

/// A default is judged by what its type needs, whatever else is wrong with the text.
#[test]
fn defaults_are_judged_beside_other_errors() {
    let text = r#"{"type": "record", "name": "Order", "fields": [
  {"name": "bad", "type": "strng"},
  {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A", "B"]}, "default": 1},
  {"name": "kinds", "type": {"type": "array", "items": "Kind"}, "default": [1]},
  {"name": "line", "type": {"type": "record", "name": "Line", "fields": [{"name": "kind", "type": "Kind"}]}, "default": {}},
  {"name": "maybe", "type": ["null", "Line"], "default": {"kind": 2}},
  {"name": "wrong", "type": {"type": "record", "name": "Wrong", "fields": [{"name": "x", "type": "lng"}]}, "default": 3},
  {"name": "wrongs", "type": ["null", {"type": "map", "values": "Wrong"}], "default": 4},
  {"name": "holder", "type": {"type": "record", "name": "Holder", "fields": [{"name": "w", "type": ["null", "Wrong"]}]}, "default": 5},
  {"name": "itself", "type": "Order", "default": 6}]}"#;
    let errors = Document::parse(text).expect_err("many mistakes");
    let lines: Vec<String> = errors.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "line 2, column 27: Order.bad: `strng` is no primitive type and no type of that name is defined; help: did you mean `string`?",
            "line 3, column 96: Order.kind: the default does not fit: the number `1` is no `enum`, expected a string",
            "line 4, column 77: Order.kinds: the default does not fit: at [0]: the number `1` is no `enum`, expected a string",
            "line 5, column 121: Order.line: the default does not fit: the field `kind` of the record `Line` is missing and has no default of its own",
            "line 6, column 67: Order.maybe: the default does not fit: at kind: the number `2` is no `enum`, expected a string",
            "line 7, column 98: Order.wrong.x: `lng` is no primitive type and no type of that name is defined; help: did you mean `long`?",
        ]
    );
}

/// Of several branches that an object, or an array, may be meant for none is chosen.
#[test]
fn a_default_is_followed_into_the_branch_that_is_meant() {
    let text = r#"{"type": "record", "name": "R", "fields": [
  {"name": "a", "type": {"type": "map", "values": ["null", {"type": "record", "name": "A", "fields": [
    {"name": "b", "type": ["null", {"type": "array", "items": {"type": "map", "values": "int"}}]}]}]},
   "default": {"x": {"b": [{"k": 1}, {"z": 1.5}]}}},
  {"name": "b", "type": ["A", {"type": "map", "values": "int"}], "default": {"b": [1]}},
  {"name": "c", "type": ["A", "null"], "default": {}},
  {"name": "d", "type": ["A", "null"], "default": [1]}]}"#;
    let errors = Document::parse(text).expect_err("many mistakes");
    let lines: Vec<String> = errors.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "line 4, column 44: R.a: the default does not fit: at x.b[1].z: the number `1.5` has a fraction or an exponent, `int` takes integers",
            "line 5, column 77: R.b: the default does not fit: an object is of no branch of the union `[A, map]`",
            "line 6, column 51: R.c: the default does not fit: the field `b` of the record `A` is missing and has no default of its own",
            "line 7, column 51: R.d: the default does not fit: an array is of no branch of the union `[A, null]`",
        ]
    );
}

/// The names of other languages and of logical types, where no type is called so.
#[test]
fn types_of_other_languages_are_understood() {
    for (name, help) in [
        ("bool", "did you mean `boolean`?"),
        ("Integer", "did you mean `int`?"),
        ("int64", "did you mean `long`?"),
        ("varchar", "did you mean `string`?"),
        ("date", "`date` is a logical type: write {\"type\": \"int\", \"logicalType\": \"date\"}"),
        ("uuid", "`uuid` is a logical type: write {\"type\": \"string\", \"logicalType\": \"uuid\"}"),
        (
            "timestamp-micros",
            "`timestamp-micros` is a logical type: write {\"type\": \"long\", \"logicalType\": \"timestamp-micros\"}",
        ),
        (
            "decimal",
            "`decimal` is a logical type: write {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": .., \"scale\": ..}",
        ),
        (
            "duration",
            "`duration` is a logical type: write {\"type\": \"fixed\", \"name\": .., \"size\": 12, \"logicalType\": \"duration\"}",
        ),
    ] {
        let errors = Document::parse(&format!(r#"{{"type": "array", "items": "{name}"}}"#)).expect_err("unknown");
        assert_eq!(errors.diagnostics()[0].help(), Some(help), "{name}");
    }
    let named = r#"[{"type": "fixed", "name": "date", "size": 4}, {"type": "array", "items": "date"}]"#;
    assert!(Document::parse(named).is_ok());
}

/// A second definition says where the first stands.
#[test]
fn a_second_definition_names_the_first() {
    let text = "[{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"A\"]},\n {\"type\": \"map\", \"values\": {\"type\": \"enum\", \"name\": \"E\", \"symbols\": []}}]";
    let help = "help: define it once, at its first use, and write its name elsewhere";
    let errors = Document::parse(text).expect_err("twice");
    assert_eq!(
        errors.to_string(),
        format!("line 2, column 28: {{}}: `E` is defined again, differently than in line 1; {help}")
    );
    let strict = Options { mode: Mode::Strict, ..Options::default() };
    let errors = parse(text, &strict).expect_err("twice");
    assert_eq!(errors.to_string(), format!("line 2, column 28: {{}}: `E` is defined twice, first in line 1; {help}"));
}
