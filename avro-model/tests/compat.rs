//! The compatibility engine beyond Java's vectors: soundness, the overlay, changes of meaning, hostile shapes, speed.

use std::fmt::Write as _;
use std::time::Instant;

use avro_model::compat::{
    self, Assume, Direction, Engine, Findings, NONE, Overlay, Step, Verdict, can_read, check_level, java,
};
use avro_model::{Document, Level, View};

fn parse(text: &str) -> Document {
    Document::parse(text).unwrap_or_else(|errors| panic!("{errors}\n{text}"))
}

fn record(name: &str, fields: &[&str]) -> String {
    format!(r#"{{"type":"record","name":"{name}","fields":[{}]}}"#, fields.join(","))
}

fn reads(reader: &str, writer: &str) -> bool {
    can_read(parse(reader).view(), parse(writer).view())
}

/// The causes as texts: kind, path, index.
fn causes(reader: &str, writer: &str) -> Vec<String> {
    let (reader, writer) = (parse(reader), parse(writer));
    let report = compat::check(reader.view(), writer.view(), Overlay::NONE);
    describe(report.findings())
}

fn describe(findings: Findings<'_, '_>) -> Vec<String> {
    findings.causes().map(|cause| format!("{:?} {} {}", cause.kind, path(findings, &cause), cause.index)).collect()
}

fn path(findings: Findings<'_, '_>, cause: &compat::Cause<'_>) -> String {
    let mut path = String::from("$");
    let mut record: Option<View<'_>> = None;
    for trail in findings.steps(cause) {
        match trail.step {
            Step::Root => {}
            Step::Field { reader, .. } => {
                write!(path, ".{}", record.expect("a record").field(reader as usize).name.get()).expect("a text");
            }
            Step::Items => path.push_str("[]"),
            Step::Values => path.push_str("{}"),
            Step::Branch { reader, writer } => {
                let text = |at: u32| if at == NONE { "-".to_owned() } else { at.to_string() };
                write!(path, "<{}:{}>", text(reader), text(writer)).expect("a text");
            }
        }
        record = Some(trail.reader);
    }
    path
}

#[test]
fn a_pair_that_fails_later_is_not_kept_as_compatible() {
    // (B, B) is met while (A, A) is in progress and takes it to be compatible; (A, A) then fails, and the union goes on
    // to `Fallback`. Java keeps (B, B) and calls `b` compatible.
    let b = r#"{"type":"record","name":"B","fields":[{"name":"a","type":["null","A"]}]}"#;
    let a =
        |x: &str| record("A", &[&format!(r#"{{"name":"b","type":{b}}}"#), &format!(r#"{{"name":"x","type":"{x}"}}"#)]);
    let fallback = r#"{"type":"record","name":"Fallback","aliases":["A"],"fields":[]}"#;
    let holder = |u: String, rest: &[&str]| {
        let u = format!(r#"{{"name":"u","type":{u}}}"#);
        let mut fields = vec![u.as_str()];
        fields.extend(rest);
        record("Holder", &fields)
    };
    let field_b = r#"{"name":"b","type":"B"}"#;
    let reader = holder(format!("[{},{fallback}]", a("int")), &[field_b]);
    let writer = holder(a("string"), &[field_b]);
    assert_eq!(causes(&reader, &writer), ["TypeMismatch $.b.a<1:1>.x 0"]);
    // Java's list is empty here; it is made of the engine's causes
    let (r, w) = (parse(&reader), parse(&writer));
    let list = java::incompatibilities(r.view(), w.view()).expect("no exception");
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].location, "/fields/1/type/fields/0/type/1/fields/1/type");
    // without `b` there is nothing wrong: `Fallback` reads it
    assert!(reads(&holder(format!("[{},{fallback}]", a("int")), &[]), &writer));
}

/// Java reads `.Old` as a name in the type's own namespace, so a registry would refuse what this promised.
#[test]
fn an_alias_without_namespace_is_none_to_a_type_with_one() {
    let reader = |name: &str, branches: usize| {
        let others: Vec<String> =
            (0..branches).map(|i| format!(r#"{{"type":"fixed","name":"F{i}","size":1}}"#)).collect();
        let named = format!(r#"{{"type":"fixed","name":"{name}","aliases":[".Old"],"size":4}}"#);
        format!("[{}]", [others, vec![named]].concat().join(","))
    };
    let writer = r#"{"type":"fixed","name":"Old","size":4}"#;
    for branches in [0, 20] {
        assert!(reads(&reader("New", branches), writer), "{branches}");
        assert!(!reads(&reader("a.New", branches), writer), "{branches}");
    }
    let record = |name: &str| format!(r#"{{"type":"record","name":"{name}","aliases":[".Old"],"fields":[]}}"#);
    let writer = r#"{"type":"record","name":"Old","fields":[]}"#;
    assert!(reads(&record("New"), writer));
    assert_eq!(causes(&record("a.New"), writer), ["NameMismatch $ 0"]);
}

/// Java keeps what it said of a pair of objects, and each primitive type is an object of its own.
#[test]
fn java_says_again_of_a_pair_where_it_was_first_met() {
    let fields = |inner: &str| format!(r#"[{{"name":"a","type":{inner}}},{{"name":"b","type":"int"}}]"#);
    let n = r#"{"type":"record","name":"N","fields":[]}"#;
    let reader = format!(
        r#"{{"type":"record","name":"R","fields":[
            {{"name":"x","type":{{"type":"record","name":"W","fields":{}}}}},
            {{"name":"y","type":{{"type":"record","name":"b.W","fields":{}}}}},
            {{"name":"z","type":"N"}}]}}"#,
        fields(n),
        fields("\"N\"")
    );
    let writer = record(
        "R",
        &[
            &format!(r#"{{"name":"x","type":{{"type":"record","name":"W","fields":{}}}}}"#, fields("\"int\"")),
            r#"{"name":"y","type":"W"}"#,
            r#"{"name":"z","type":"int"}"#,
        ],
    );
    // the last pair is another one, of another `int`
    let (reader, writer) = (parse(&reader), parse(&writer));
    let list = java::incompatibilities(reader.view(), writer.view()).expect("no exception");
    let places: Vec<&str> = list.iter().map(|item| item.location.as_str()).collect();
    assert_eq!(places, ["/fields/0/type/fields/0/type", "/fields/0/type/fields/0/type", "/fields/2/type"]);
}

#[test]
fn two_reader_fields_that_share_an_alias() {
    let writer = record("R", &[r#"{"name":"a","type":"int"}"#]);
    let b = r#"{"name":"b","type":"int","aliases":["a"]}"#;
    let c = r#"{"name":"c","type":"int","aliases":["a"]}"#;
    let b_default = r#"{"name":"b","type":"int","aliases":["a"],"default":0}"#;
    let c_default = r#"{"name":"c","type":"int","aliases":["a"],"default":0}"#;
    assert_eq!(causes(&record("R", &[b, c]), &writer), ["SharedAlias $ 0"]);
    // the last one gets the data
    assert_eq!(causes(&record("R", &[b, c_default]), &writer), ["SharedAlias $ 0"]);
    assert!(reads(&record("R", &[b_default, c]), &writer));
    // an alias wins over the name itself
    let a = r#"{"name":"a","type":"int"}"#;
    assert_eq!(causes(&record("R", &[a, b]), &writer), ["SharedAlias $ 0"]);
    assert_eq!(causes(&record("R", &[b, a]), &writer), ["SharedAlias $ 1"]);
    assert!(reads(&record("R", &[b]), &writer));
}

#[test]
fn an_enum_or_fixed_in_a_union_is_found_by_its_full_name() {
    for body in [r#""type":"enum","symbols":["X"]"#, r#""type":"fixed","size":2"#] {
        let named = |name: &str, alias: &str| format!(r#"{{{body},"name":"{name}","aliases":[{alias}]}}"#);
        let union = |name: &str, alias: &str| format!(r#"["null",{}]"#, named(name, alias));
        assert!(reads(&named("b.E", ""), &named("a.E", "")));
        assert!(!reads(&union("b.E", ""), &named("a.E", "")), "the decoder looks for a.E");
        let turned = format!(r#"[{},"null"]"#, named("a.E", ""));
        assert_eq!(causes(&union("b.E", ""), &turned)[0], "NameMismatch $<1:0> 0");
        // where both unions are alike the decoder goes by the position, and says no more than that the namespace is another
        assert_eq!(causes(&union("b.E", ""), &union("a.E", "")), ["Namespace $<1:1> 0"]);
        assert!(reads(&union("b.E", r#""a.E""#), &union("a.E", "")));
    }
    let point = |name: &str| record(name, &[r#"{"name":"x","type":"int"}"#]);
    assert!(reads(&format!(r#"["null",{}]"#, point("b.P")), &point("a.P")), "records are found by their structure");
    let symbols = |name: &str, list: &str| format!(r#"["int",{{"type":"enum","name":"{name}","symbols":[{list}]}}]"#);
    assert_eq!(
        causes(&symbols("b.E", r#""X""#), &symbols("a.E", r#""X","Y""#)),
        ["MissingSymbols $<1:1> 1", "Namespace $<1:1> 0"]
    );
}

#[test]
fn causes_inside_unions_are_kept() {
    let addr = |zip: &str| record("Addr", &[r#"{"name":"street","type":"string"}"#, zip]);
    let user = |addr: &str| record("User", &[&format!(r#"{{"name":"home","type":["null",{addr}]}}"#)]);
    let reader = user(&addr(r#"{"name":"zip","type":"string"}"#));
    let writer = user(&record("Addr", &[r#"{"name":"street","type":"string"}"#]));
    assert_eq!(causes(&reader, &writer), ["MissingDefault $.home<1:1> 1"]);
    // an optional type is meant by the optional type on the other side
    assert_eq!(causes(r#"["null","int"]"#, r#"["null","long"]"#), ["TypeMismatch $<1:1> 0"]);
    assert_eq!(causes(r#"["null","int"]"#, r#"["null","int","string"]"#), ["MissingBranch $<-:2> 0"]);
    assert_eq!(causes(r#""int""#, r#"["null","int"]"#), ["TypeMismatch $<-:0> 0"]);
    assert_eq!(causes(r#"["int","string"]"#, r#""null""#), ["MissingBranch $ 0"]);
}

#[test]
fn all_causes_in_the_order_of_the_reader() {
    let reader = record(
        "R",
        &[
            r#"{"name":"a","type":{"type":"array","items":{"type":"map","values":"int"}}}"#,
            r#"{"name":"b","type":{"type":"enum","name":"E","symbols":["X"]}}"#,
            r#"{"name":"c","type":{"type":"fixed","name":"F","size":4}}"#,
            r#"{"name":"d","type":"int"}"#,
            r#"{"name":"e","type":"E"}"#,
        ],
    );
    let writer = record(
        "Q",
        &[
            r#"{"name":"a","type":{"type":"array","items":{"type":"map","values":"long"}}}"#,
            r#"{"name":"b","type":{"type":"enum","name":"E","symbols":["X","Y"]}}"#,
            r#"{"name":"c","type":{"type":"fixed","name":"G","size":8}}"#,
            r#"{"name":"e","type":"F"}"#,
        ],
    );
    let writer = writer.replace(r#""type":"F""#, r#""type":"E""#);
    assert_eq!(
        causes(&reader, &writer),
        [
            "NameMismatch $ 0",
            "MissingDefault $ 3",
            "TypeMismatch $.a[]{} 0",
            "MissingSymbols $.b 1",
            "NameMismatch $.c 0",
            "FixedSize $.c 0",
            "MissingSymbols $.e 1",
        ]
    );
}

#[test]
fn changes_of_meaning_never_touch_the_verdict() {
    let field = |schema: &str| record("R", &[&format!(r#"{{"name":"f","type":{schema}}}"#)]);
    let logical = |base: &str, name: &str| format!(r#"{{"type":"{base}","logicalType":"{name}"}}"#);
    let decimal = |p: u32, s: u32| format!(r#"{{"type":"bytes","logicalType":"decimal","precision":{p},"scale":{s}}}"#);
    let case = |reader: &str, writer: &str, expected: &[&str]| {
        for wrap in ["X", r#"["null",X]"#, r#"{"type":"array","items":X}"#, r#"{"type":"map","values":["null",X]}"#] {
            let (reader, writer) = (field(&wrap.replace('X', reader)), field(&wrap.replace('X', writer)));
            assert!(reads(&reader, &writer), "{reader} {writer}");
            let found: Vec<_> = causes(&reader, &writer);
            let kinds: Vec<_> = found.iter().map(|text| text.split(' ').next().expect("a kind")).collect();
            assert_eq!(kinds, expected, "{found:?}");
        }
    };
    let (millis, micros) = (logical("long", "timestamp-millis"), logical("long", "timestamp-micros"));
    case(&millis, &micros, &["LogicalTypeChanged"]);
    case(&millis, &millis, &[]);
    case(&millis, &logical("int", "date"), &["LogicalTypeChanged"]);
    case(r#""long""#, &micros, &["LogicalTypeAddedOrDropped"]);
    case(&micros, r#""long""#, &["LogicalTypeAddedOrDropped"]);
    case(&decimal(9, 2), &decimal(9, 3), &["DecimalScale"]);
    case(&decimal(8, 2), &decimal(9, 2), &["DecimalPrecision"]);
    case(&decimal(9, 2), &decimal(8, 2), &[]);
    let status = |default: &str| format!(r#"{{"type":"enum","name":"a.E","symbols":["X"]{default}}}"#);
    case(&status(""), &status(r#","default":"X""#), &["EnumDefaultDropped"]);

    let default = |text: &str| record("R", &[&format!(r#"{{"name":"f","type":"double","default":{text}}}"#)]);
    assert_eq!(causes(&default("1"), &default("2")), ["DefaultChanged $ 0"]);
    assert!(causes(&default("1"), &default("1.0")).is_empty());
    let unit = |text: &str| record("R", &[&format!(r#"{{"name":"f","type":"double"{text}}}"#)]);
    assert_eq!(causes(&unit(r#","unit":"m""#), &unit(r#","unit":"km""#)), ["UnitChanged $ 0"]);
    assert!(causes(&unit(r#","x":1"#), &unit(r#","x":2"#)).is_empty());
    let of_type = |text: &str| format!(r#"{{"type":"long"{text}}}"#);
    let (millis, micros, none) = (of_type(r#","unit":"ms""#), of_type(r#","unit":"us""#), of_type(""));
    for around in ["{}", r#"["null",{}]"#, r#"["null",{},"string"]"#, r#"{"type":"array","items":{}}"#] {
        let field = |ty: &str| record("R", &[&format!(r#"{{"name":"f","type":{}}}"#, around.replace("{}", ty))]);
        let found = causes(&field(&micros), &field(&millis));
        assert!(matches!(found.as_slice(), [one] if one.starts_with("ValueUnitChanged")), "{around}: {found:?}");
        assert_eq!(causes(&field(&none), &field(&millis)).len(), 1, "{around}");
        assert!(causes(&field(&millis), &field(&millis)).is_empty(), "{around}");
    }
    assert_eq!(causes(&record("a.R", &[]), &record("b.R", &[])), ["Namespace $ 0"]);
    // beside a cause that decides, both are listed
    let (r, w) = (record("R", &[r#"{"name":"n","type":"int"}"#]), record("R", &[]));
    let (r, w) = (r.replace("\"R\"", "\"a.R\""), w.replace("\"R\"", "\"b.R\""));
    assert_eq!(causes(&r, &w), ["MissingDefault $ 0", "Namespace $ 0"]);
}

#[test]
fn the_overlay_sees_the_fix() {
    let new = parse(&record(
        "R",
        &[
            r#"{"name":"mail","type":"string"}"#,
            r#"{"name":"n","type":"int"}"#,
            r#"{"name":"s","type":{"type":"enum","name":"S","symbols":["A","B"]}}"#,
        ],
    ));
    let old = parse(&record(
        "R",
        &[
            r#"{"name":"email","type":"string"}"#,
            r#"{"name":"n","type":"long"}"#,
            r#"{"name":"s","type":{"type":"enum","name":"S","symbols":["A","C"]}}"#,
            r#"{"name":"gone","type":{"type":"array","items":"int"}}"#,
        ],
    ));
    let (new, old) = (new.view(), old.view());
    let ty = new.name().expect("a record");
    let status = new.child(&new.field(2).schema).name().expect("an enum");
    let old_n = old.child(&old.field(1).schema);
    let reads = |assumes: &[Assume<'_>]| {
        let report = compat::check(new, old, Overlay::reader(assumes));
        (report.verdict == Verdict::Compatible, describe(report.findings()))
    };
    let is_read = |assumes: &[Assume<'_>]| {
        let report = compat::check(old, new, Overlay::writer(assumes));
        (report.verdict == Verdict::Compatible, describe(report.findings()))
    };
    let wire = Assume::wire_name(ty, new.field(0), "email");
    let retype = Assume::Retype { ty, field: new.field(1), to: old_n };
    let keep_symbol = Assume::KeepSymbol { ty: status, symbol: "C" };
    let keep = Assume::Keep { ty, field: old.field(3), from: old };
    assert_eq!(reads(&[]).1.len(), 3);
    assert!(reads(&[wire, retype, keep_symbol]).0);
    assert!(reads(&[Assume::alias(ty, new.field(0), "email"), retype, keep_symbol]).0);
    assert!(reads(&[Assume::Default { ty, field: new.field(0) }, retype, keep_symbol]).0);
    assert!(reads(&[Assume::Optional { ty, field: new.field(0) }, retype, keep_symbol, keep]).0);
    let default = Assume::EnumDefault { ty: status, symbol: "A" };
    assert!(reads(&[wire, retype, default]).0);
    assert_eq!(reads(&[wire, default]).1, ["TypeMismatch $.n 0"]);
    // the other way round: the old version must still read
    assert!(!is_read(&[wire, keep]).0, "B is unknown to the old version");
    let status_old = old.child(&old.field(2).schema);
    let as_old = Assume::Retype { ty, field: new.field(2), to: status_old };
    assert!(is_read(&[wire, keep, as_old]).0);
    assert_eq!(is_read(&[wire, as_old]).1, ["MissingDefault $ 3"]);
    assert!(!is_read(&[Assume::alias(ty, new.field(0), "email"), keep, as_old]).0, "an alias helps the reader only");
    let optional = Assume::Optional { ty, field: new.field(1) };
    assert_eq!(is_read(&[wire, keep, as_old, optional]).1, ["TypeMismatch $.n<-:0> 0"]);
}

#[test]
fn the_overlay_of_types() {
    let new = parse(&record("b.New", &[]));
    let old = parse(&record("a.Old", &[]));
    let (new, old) = (new.view(), old.view());
    let ty = new.name().expect("a record");
    let name = old.name().expect("a record");
    let check = |reader, writer, overlay| compat::check(reader, writer, overlay).verdict;
    assert_eq!(check(new, old, Overlay::NONE), Verdict::Incompatible);
    let named = [Assume::TypeName { ty, to: name }];
    assert_eq!(check(new, old, Overlay::reader(&named)), Verdict::Compatible);
    assert_eq!(check(old, new, Overlay::writer(&named)), Verdict::Compatible);
    let alias = [Assume::TypeAlias { ty, alias: "a.Old" }];
    assert_eq!(check(new, old, Overlay::reader(&alias)), Verdict::Compatible);
    assert_eq!(check(old, new, Overlay::writer(&alias)), Verdict::Incompatible);
}

#[test]
fn an_optional_field_takes_null_and_all_branches() {
    let field = |schema: &str| parse(&record("R", &[&format!(r#"{{"name":"f","type":{schema}}}"#)]));
    let verdict = |reader: &str, writer: &str| {
        let (reader, writer) = (field(reader), field(writer));
        let assumes = [Assume::Optional { ty: reader.view().name().expect("a record"), field: reader.view().field(0) }];
        compat::check(reader.view(), writer.view(), Overlay::reader(&assumes)).verdict == Verdict::Compatible
    };
    assert!(verdict(r#""long""#, r#"["null","int"]"#));
    assert!(verdict(r#""long""#, r#""null""#));
    assert!(verdict(r#"["int","string"]"#, r#"["string","null"]"#));
    assert!(!verdict(r#""int""#, r#"["null","int","long"]"#));
    assert!(!verdict(r#"{"type":"array","items":"int"}"#, r#"{"type":"array","items":"null"}"#));
}

#[test]
fn levels_list_every_version_newest_first() {
    let version = |fields: &[&str]| parse(&record("R", fields));
    let versions =
        [version(&[r#"{"name":"x","type":"int"}"#]), version(&[]), version(&[r#"{"name":"y","type":"int"}"#])];
    let views: Vec<_> = versions.iter().map(Document::view).collect();
    let new = version(&[r#"{"name":"y","type":"int"}"#]);
    let walk = |level| {
        let report = check_level(level, new.view(), &views);
        let versions = report.versions.iter();
        let walk: Vec<_> =
            versions.map(|v| (v.version, v.direction, v.report.verdict == Verdict::Compatible)).collect();
        (report.verdict() == Verdict::Compatible, walk)
    };
    use Direction::{Backward, Forward};
    assert_eq!(walk(Level::None), (true, vec![]));
    assert_eq!(walk(Level::Backward), (true, vec![(2, Backward, true)]));
    assert_eq!(walk(Level::Full), (true, vec![(2, Forward, true), (2, Backward, true)]));
    assert_eq!(
        walk(Level::BackwardTransitive),
        (false, vec![(2, Backward, true), (1, Backward, false), (0, Backward, false)])
    );
    assert_eq!(
        walk(Level::ForwardTransitive),
        (false, vec![(2, Forward, true), (1, Forward, true), (0, Forward, false)])
    );
    assert_eq!(check_level(Level::Full, new.view(), &[]).verdict(), Verdict::Compatible);
}

/// A record that holds itself twice by way of records one level deeper, `depth` deep.
fn doubled(depth: usize, leaf: &str) -> String {
    let mut schema = record(&format!("N{depth}"), &[&format!(r#"{{"name":"x","type":"{leaf}"}}"#)]);
    for level in (0..depth).rev() {
        let below = format!(r#"{{"name":"b","type":"N{}"}}"#, level + 1);
        schema = record(&format!("N{level}"), &[&format!(r#"{{"name":"a","type":{schema}}}"#), &below]);
    }
    schema
}

#[test]
fn doubled_references_are_looked_at_once() {
    let (reader, writer) = (parse(&doubled(200, "int")), parse(&doubled(200, "long")));
    let begin = Instant::now();
    assert!(can_read(writer.view(), reader.view()));
    let report = compat::check(reader.view(), writer.view(), Overlay::NONE);
    assert_eq!(report.verdict, Verdict::Incompatible);
    assert_eq!(report.findings().len(), 1);
    assert_eq!(report.findings().repeats, 200);
    // Java would list it 2^200 times
    assert_eq!(java::incompatibilities(reader.view(), writer.view()).expect("no exception").len(), 1000);
    assert!(begin.elapsed().as_secs() < 5);
}

#[test]
fn nesting_does_not_overflow() {
    const DEPTH: usize = 4000;
    let arrays = |leaf: &str| format!("{}\"{leaf}\"{}", r#"{"type":"array","items":"#.repeat(DEPTH), "}".repeat(DEPTH));
    let unions =
        |leaf: &str| format!("{}\"{leaf}\"{}", r#"["null",{"type":"array","items":"#.repeat(DEPTH), "}]".repeat(DEPTH));
    let run = move || {
        for (int, long) in [(arrays("int"), arrays("long")), (unions("int"), unions("long"))] {
            let (int, long) = (parse(&int), parse(&long));
            assert!(can_read(long.view(), int.view()));
            let report = compat::check(int.view(), long.view(), Overlay::NONE);
            assert_eq!(report.findings().len(), 1);
            assert_eq!(java::incompatibilities(int.view(), long.view()).expect("no exception").len(), 1);
        }
    };
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(run).expect("a thread");
    thread.join().expect("no overflow");
}

#[test]
fn one_engine_serves_many_checks() {
    let (a, b) = (parse(&doubled(50, "int")), parse(&doubled(60, "long")));
    let mut engine = Engine::new();
    for _ in 0..3 {
        assert_eq!(engine.check(a.view(), a.view(), Overlay::NONE).verdict, Verdict::Compatible);
        let report = engine.check(a.view(), b.view(), Overlay::NONE);
        assert_eq!(describe(report.findings()), describe(compat::check(a.view(), b.view(), Overlay::NONE).findings()));
        assert_eq!(report.verdict, Verdict::Incompatible);
    }
}

/// Two records of 1,000 fields: prints what a check takes (15 us are asked for, in release).
#[test]
fn wide_records_are_fast() {
    let fields: Vec<_> = (0..1000)
        .map(|i| format!(r#"{{"name":"field_{i}","type":"{}"}}"#, ["int", "string", "long", "double"][i % 4]))
        .collect();
    let text = record("Wide", &fields.iter().map(String::as_str).collect::<Vec<_>>());
    let (reader, writer) = (parse(&text), parse(&text));
    let mut engine = Engine::new();
    let mut round = || {
        let begin = Instant::now();
        assert_eq!(engine.check(reader.view(), writer.view(), Overlay::NONE).verdict, Verdict::Compatible);
        begin.elapsed()
    };
    println!("1,000 fields: {:?} a check", (0..1000).map(|_| round()).min().expect("rounds"));
}

/// Pass 1 stops at the first field that fails; what stands behind it is decided in pass 2, in records behind unions, arrays
/// and maps too, and so are changes of meaning.
#[test]
fn what_stands_behind_a_failing_field_is_found() {
    let side = |fields: &str, card: &str, unit: &str| {
        format!(
            r#"{{"type":"record","name":"R","fields":[{fields}
            {{"name":"p","type":[{{"type":"record","name":"Card","fields":[{card}{{"name":"a","type":"int"}}]}},"string"]}},
            {{"name":"l","type":{{"type":"array","items":{{"type":"record","name":"Line","fields":[{card}{{"name":"a","type":"int"}}]}}}}}},
            {{"name":"t","type":{{"type":"long","logicalType":"timestamp-{unit}"}}}}]}}"#
        )
    };
    let new = side(r#"{"name":"q","type":"int"},"#, r#"{"name":"h","type":"int"},"#, "micros");
    let old = side("", "", "millis");
    let (new, old) = (Document::parse(&new).unwrap(), Document::parse(&old).unwrap());
    let report = compat::check(new.view(), old.view(), Overlay::NONE);
    let findings = report.findings();
    let kinds: Vec<compat::CauseKind> = (0..findings.len()).map(|i| findings.cause(i).kind).collect();
    use compat::CauseKind::{LogicalTypeChanged, MissingDefault};
    assert_eq!(kinds, [MissingDefault, MissingDefault, MissingDefault, LogicalTypeChanged]);
}

/// A promotion that comes first in a union does not hide the branch that the data is read as.
#[test]
fn the_branch_of_the_very_type_is_looked_at() {
    let field = |schema: &str| record("R", &[&format!(r#"{{"name":"f","type":{schema}}}"#)]);
    let reader = field(r#"["long","null",{"type":"int","logicalType":"date"}]"#);
    assert!(reads(&reader, &field(r#""int""#)));
    assert_eq!(causes(&reader, &field(r#""int""#)), ["LogicalTypeAddedOrDropped $.f<2:-> 0"]);
}
