//! Fields: their types and their attributes.

use std::fmt::Write as _;

use super::Generator;
use super::place::Place;

/// Names of fields; what a rename rule makes of them differs.
const NAMES: [&str; 12] = [
    "id",
    "user_id",
    "r#type",
    "match_",
    "_rest",
    "value2",
    "x",
    "total_amount",
    "r#loop",
    "html_body",
    "a1b2",
    "kindOf",
];
/// Documentation that is not only words.
const DOCS: [&str; 4] = ["Plain.", "Two\nlines.", "A \"quote\", a back\\slash and */.", "\u{e9}\u{1f600} {braces}"];

/// What is asked of fields.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// Each has a default.
    pub(super) defaults: bool,
    /// Names that no other type's fields have.
    pub(super) unique: bool,
    /// They have no names in Rust.
    pub(super) tuple: bool,
}

/// A field as it is written, and what makes its value.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) text: String,
    pub(super) value: String,
    pub(super) ordered: bool,
}

impl Generator<'_> {
    /// Fields, one at least, of which `own` are the last.
    pub(super) fn fields(&mut self, most: usize, style: Style, own: Vec<(Place, &[&str])>) -> Vec<Field> {
        let mut names: Vec<String> = if style.unique {
            (0..NAMES.len()).map(|_| format!("in_{}", self.number())).collect()
        } else {
            NAMES.iter().map(|name| (*name).to_owned()).collect()
        };
        let mut fields = Vec::new();
        for _ in 0..1 + self.choices.below(most) {
            let place = self.place(2, style.defaults);
            let name = names.remove(self.choices.below(names.len()));
            fields.push(self.field(&name, place, style, &[]));
        }
        for (place, attributes) in own {
            let name = names.remove(self.choices.below(names.len()));
            let at = self.choices.below(fields.len() + 1);
            let field = self.field(&name, place, style, attributes);
            fields.insert(at, field);
        }
        if !style.tuple && self.choices.one_in(6) {
            fields.push(Field {
                text: format!("    #[{}(skip)]\n    pub left_out: Vec<u64>,\n", self.twin()),
                value: "left_out: Vec::new()".to_owned(),
                ordered: true,
            });
        }
        fields
    }

    /// A type behind at most `depth` lists, maps, options and pointers.
    pub(super) fn place(&mut self, depth: usize, with_default: bool) -> Place {
        loop {
            let mut place = if self.choices.one_in(3) && !self.derived.is_empty() {
                let at = self.choices.below(self.derived.len());
                self.derived[at].clone()
            } else {
                let leaf = self.leaf();
                let number = self.number();
                leaf.place(number)
            };
            for _ in 0..self.choices.below(depth + 1) {
                place = place.within(&mut self.choices, &self.keys);
            }
            if !with_default || place.zero || place.optional || !place.json.is_empty() {
                return place;
            }
        }
    }

    /// A field of that name; `attributes` are those it has in any case, and then no others.
    fn field(&mut self, name: &str, place: Place, style: Style, attributes: &[&str]) -> Field {
        let mut text = String::new();
        let (mut avro, mut serde) = (Vec::new(), Vec::new());
        avro.extend(attributes.iter().map(|attribute| (*attribute).to_owned()));
        if !place.form.is_empty() {
            avro.push(place.form.clone());
        }
        let number = self.number();
        if style.tuple {
            avro.push(format!("name = \"part_{number}\""));
        }
        if attributes.is_empty() {
            if style.defaults || self.choices.one_in(3) {
                self.default(&place, style, &mut avro, &mut serde);
            }
            if !style.tuple && self.choices.one_in(6) {
                let into = if self.serde && self.choices.one_in(2) { &mut serde } else { &mut avro };
                into.push(format!("rename = \"renamed_{number}\""));
            }
            if self.choices.one_in(6) {
                let into = if self.serde && self.choices.one_in(2) { &mut serde } else { &mut avro };
                into.push(format!("alias = \"old_{number}\", alias = \"older_{number}\""));
            }
            if self.choices.one_in(6) {
                let order = ["ascending", "descending", "ignore"][self.choices.below(3)];
                avro.push(format!("order = \"{order}\""));
            }
            if self.choices.one_in(6) {
                avro.push(format!("prop(\"x-{number}\" = {})", self.property()));
            }
            text.push_str(&self.docs("    ", &mut avro));
            if self.choices.one_in(12) {
                text.push_str(
                    ["    #[deprecated]\n", "    #[deprecated = \"no \\\"more\\\"\"]\n"][self.choices.below(2)],
                );
            }
        }
        for (key, entries) in [("avro", avro), ("serde", serde)] {
            if !entries.is_empty() {
                let _ = writeln!(text, "    #[{key}({})]", entries.join(", "));
            }
        }
        let ty = &place.rust;
        let value = place.value();
        if style.tuple {
            let _ = writeln!(text, "    pub {ty},");
            Field { text, value, ordered: place.ordered }
        } else {
            let _ = writeln!(text, "    pub {name}: {ty},");
            Field { text, value: format!("{name}: {value}"), ordered: place.ordered }
        }
    }

    /// A default, or what an `Option` has in its place.
    fn default(&mut self, place: &Place, style: Style, avro: &mut Vec<String>, serde: &mut Vec<String>) {
        let (literal, json) = (&place.literal, &place.json);
        let of_json = || format!("default_json = r#\"{json}\"#");
        if place.optional {
            match self.choices.below(7) {
                0 if !style.defaults => avro.push("required".to_owned()),
                1 if !style.defaults => avro.push("null_last".to_owned()),
                2 => avro.push("default = None".to_owned()),
                3 if !literal.is_empty() => avro.push(format!("default = {literal}")),
                4 if !json.is_empty() => avro.push(of_json()),
                5 if !json.is_empty() => avro.extend(["null_first".to_owned(), of_json()]),
                6 if !json.is_empty() => avro.extend(["null_last".to_owned(), of_json()]),
                _ => {}
            }
            return;
        }
        match self.choices.below(3) {
            0 if place.zero => {
                let into = if self.serde && place.form.is_empty() { serde } else { avro };
                into.push("default".to_owned());
            }
            1 if !literal.is_empty() => avro.push(format!("default = {literal}")),
            _ if !json.is_empty() => avro.push(of_json()),
            _ if place.zero => avro.push("default".to_owned()),
            _ => {}
        }
    }

    /// Documentation, as a comment or an attribute.
    pub(super) fn docs(&mut self, indent: &str, avro: &mut Vec<String>) -> String {
        let text = DOCS[self.choices.below(DOCS.len())];
        match self.choices.below(6) {
            0 => text.lines().map(|line| format!("{indent}/// {line}\n")).collect(),
            1 => {
                avro.push(format!("doc = {text:?}"));
                format!("{indent}/// For Rust alone.\n")
            }
            _ => String::new(),
        }
    }

    /// A property's value.
    pub(super) fn property(&mut self) -> &'static str {
        const VALUES: [&str; 6] = [
            "1",
            "-1.50",
            "null",
            "\"te\\\"xt\"",
            "[true, {\"a\": []}]",
            "json(r#\"{\"b\": 1e300, \"c\": \"\\u0000\"}\"#)",
        ];
        VALUES[self.choices.below(VALUES.len())]
    }

    /// Whose attribute says what both can say.
    pub(super) fn twin(&mut self) -> &'static str {
        if self.serde && self.choices.one_in(2) { "serde" } else { "avro" }
    }
}
