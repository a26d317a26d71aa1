//! Texts of schemas with everything that a schema can say: printed and read again, nothing is lost and nothing moves.

use std::collections::BTreeSet;

use avro_model::parse::{Mode, Options, parse};
use avro_model::{Document, content, fingerprint, print};
use avro_tests::random::Choices;

use crate::for_all;

const TEXTS: [&str; 8] =
    [r#""a""#, r#""é \"q\" \\ \u0001 \n""#, r#""""#, "1", "-0.50", "1e5", r#"{"b":[null,true],"a":{}}"#, "[]"];
const KEYS: [&str; 7] = ["unit", "x y", "\\\"", "é", "logicalType", "precision", "doc2"];
const PRIMITIVES: [&str; 8] = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"];

/// Writes a random schema.
struct Writer<'c, 'n> {
    choices: &'c mut Choices<'n>,
    out: String,
    /// Full names.
    names: Vec<String>,
}

impl Writer<'_, '_> {
    fn pick<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.choices.below(list.len())]
    }

    /// `,"key":value` a few times, or not at all.
    fn props(&mut self, reserved: &[&str]) {
        let mut used = BTreeSet::new();
        for _ in 0..self.choices.below(3) {
            let (key, value) = (self.pick(&KEYS), self.pick(&TEXTS));
            if used.insert(key) && !reserved.contains(&key) {
                self.out.push_str(&format!(",\"{key}\":{value}"));
            }
        }
    }

    fn doc(&mut self) {
        if self.choices.one_in(3) {
            let text = self.pick(&TEXTS[..3]);
            self.out.push_str(&format!(",\"doc\":{text}"));
        }
    }

    /// Begins a named type; gives its namespace.
    fn open(&mut self, ty: &str, around: &str) -> String {
        let short = format!("N{}", self.names.len());
        let space = match self.choices.below(3) {
            // A type without namespace has no name inside of one that has, to the specification.
            0 if !around.is_empty() => around.to_owned(),
            1 => "n.m".to_owned(),
            _ => "o".to_owned(),
        };
        let name = if space == around {
            format!(r#""name":"{short}""#)
        } else if self.choices.one_in(2) {
            format!(r#""name":"{space}.{short}""#)
        } else {
            format!(r#""namespace":"{space}","name":"{short}""#)
        };
        self.out.push_str(&format!(r#"{{"type":"{ty}",{name}"#));
        self.doc();
        if self.choices.one_in(3) {
            let aliases = ["[\"Old\"]", "[\"a.Old\",\"Older\"]", "[\".Bare\"]", "[]"];
            let aliases = self.pick(&aliases);
            self.out.push_str(&format!(r#","aliases":{aliases}"#));
        }
        self.names.push(format!("{space}.{short}"));
        space
    }

    /// Writes a type; gives what makes it different from other branches.
    fn ty(&mut self, space: &str, depth: usize, in_union: bool) -> String {
        match self.choices.below(if depth > 4 { 3 } else { 10 }) {
            0 | 1 => {
                let ty = self.pick(&PRIMITIVES);
                self.out.push_str(&format!("\"{ty}\""));
                ty.to_owned()
            }
            2 => {
                let ty = self.pick(&PRIMITIVES);
                self.out.push_str(&format!("{{\"type\":\"{ty}\""));
                self.props(&[]);
                self.out.push('}');
                ty.to_owned()
            }
            at @ (3 | 4) => {
                let (ty, key) = if at == 3 { ("array", "items") } else { ("map", "values") };
                self.out.push_str(&format!(r#"{{"type":"{ty}","{key}":"#));
                self.ty(space, depth + 1, false);
                self.props(&[]);
                self.out.push('}');
                ty.to_owned()
            }
            5 if !in_union => {
                self.out.push('[');
                let mut kinds = BTreeSet::new();
                for _ in 0..1 + self.choices.below(4) {
                    let (start, names) = (self.out.len(), self.names.len());
                    if !kinds.is_empty() {
                        self.out.push(',');
                    }
                    let kind = self.ty(space, depth + 1, true);
                    if !kinds.insert(kind) {
                        // There is such a branch.
                        self.out.truncate(start);
                        self.names.truncate(names);
                    }
                }
                self.out.push(']');
                "union".to_owned()
            }
            6 => {
                self.open("enum", space);
                let name = self.names.last().cloned().unwrap_or_default();
                self.out.push_str(r#","symbols":["A","b_1"]"#);
                if self.choices.one_in(2) {
                    self.out.push_str(r#","default":"A""#);
                }
                self.props(&[]);
                self.out.push('}');
                name
            }
            7 => {
                self.open("fixed", space);
                let name = self.names.last().cloned().unwrap_or_default();
                let size = self.choices.below(20);
                self.out.push_str(&format!(r#","size":{size}"#));
                self.props(&[]);
                self.out.push('}');
                name
            }
            8 if !self.names.is_empty() => {
                let at = self.choices.below(self.names.len());
                let name = self.names[at].clone();
                self.out.push_str(&format!("\"{name}\""));
                name
            }
            _ => self.record(space, depth),
        }
    }

    fn record(&mut self, around: &str, depth: usize) -> String {
        let ty = if self.choices.one_in(8) { "error" } else { "record" };
        let space = self.open(ty, around);
        let name = self.names.last().cloned().unwrap_or_default();
        self.out.push_str(r#","fields":["#);
        for at in 0..self.choices.below(5) {
            if at > 0 {
                self.out.push(',');
            }
            self.out.push_str(&format!(r#"{{"name":"f{at}""#));
            self.doc();
            self.out.push_str(r#","type":"#);
            let start = self.out.len();
            self.ty(&space, depth + 1, false);
            let default = match &self.out[start..] {
                "\"int\"" | "\"long\"" => "-7",
                "\"double\"" => "0.10",
                "\"string\"" => r#""é\n""#,
                "\"bytes\"" => r#""\u00ff""#,
                ty if ty.starts_with("[\"null\"") => "null",
                ty if ty.starts_with(r#"{"type":"array""#) => "[]",
                ty if ty.starts_with(r#"{"type":"map""#) => "{}",
                _ => "",
            };
            if !default.is_empty() && self.choices.one_in(2) {
                self.out.push_str(&format!(r#","default":{default}"#));
            }
            let order =
                self.pick(&["", "", r#","order":"ignore""#, r#","order":"descending""#, r#","order":"ascending""#]);
            self.out.push_str(order);
            if self.choices.one_in(4) {
                self.out.push_str(r#","aliases":["g","h"]"#);
            }
            self.props(&[]);
            self.out.push('}');
        }
        self.out.push(']');
        self.props(&[]);
        self.out.push('}');
        name
    }
}

#[test]
fn printed_and_read_again_nothing_is_lost() {
    for_all(600, |choices| {
        let mut writer = Writer { choices, out: String::new(), names: Vec::new() };
        writer.ty("", 0, false);
        let text = writer.out;
        let say = |what: String| format!("{what}\n  {text}");
        let document = Document::parse(&text).map_err(|errors| say(errors.to_string()))?;
        let printed = print::json(document.view());
        let again = Document::parse(&printed).map_err(|errors| say(format!("its own text: {errors}\n  {printed}")))?;
        // Every node and field, with names, documentation, defaults, orders, aliases and properties, in the same order.
        if format!("{document:?}") != format!("{again:?}") {
            return Err(say(format!("read again it is another schema\n  {printed}")));
        }
        if print::json(again.view()) != printed {
            return Err(say(format!("printed again it is another text\n  {printed}")));
        }
        let strict = parse(&printed, &Options { mode: Mode::Strict, ..Options::default() });
        let strict = strict.map_err(|errors| say(format!("strictly: {errors}\n  {printed}")))?.document;
        if format!("{strict:?}") != format!("{document:?}") {
            return Err(say("read strictly it is another schema".to_owned()));
        }
        // The other texts say the same wherever they say something.
        let java = print::java(document.view());
        let of_java = Document::parse(&java).map_err(|errors| say(format!("Java's text: {errors}\n  {java}")))?;
        if print::java(of_java.view()) != java {
            return Err(say(format!("Java's text is printed again as another\n  {java}")));
        }
        let canonical = print::canonical(document.view());
        let of_canonical =
            Document::parse(&canonical).map_err(|errors| say(format!("canonical: {errors}\n  {canonical}")))?;
        if print::canonical(of_canonical.view()) != canonical
            || fingerprint::of(of_java.view()) != fingerprint::of(document.view())
        {
            return Err(say(format!("the canonical form is not its own\n  {canonical}")));
        }
        if content::content_hash_with_docs(document.view()) != content::content_hash_with_docs(again.view()) {
            return Err(say("another content hash".to_owned()));
        }
        Ok(())
    });
}
