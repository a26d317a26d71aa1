//! Fields: their types and their attributes.

use std::fmt::Write as _;

use super::Generator;
use super::place::{Place, Shape};

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
/// Types whose schemas are given as texts.
const TEXTS: [(&str, &str); 5] = [
    ("String", r#"{"type": "string", "avro.java.string": "String"}"#),
    ("i32", r#"{"type": "int", "logicalType": "unheard-of", "x": [1]}"#),
    ("Vec<String>", r#"{"type": "array", "items": {"type": "string", "x": {}}, "y": null}"#),
    ("Option<i64>", r#"["null", {"type": "long", "unit": "mm"}]"#),
    ("std::collections::BTreeMap<String, i64>", r#"{"type": "map", "values": {"type": "long", "a": 0}, "b": ""}"#),
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
    /// Its attributes.
    pub(super) attributes: String,
    /// Its name and a colon; nothing in a tuple.
    pub(super) name: String,
    /// Its type.
    pub(super) ty: String,
    /// What makes its value.
    pub(super) value: String,
    /// It can be in a set.
    pub(super) ordered: bool,
}

impl Field {
    /// The field, behind `vis`.
    pub(super) fn text(&self, vis: &str, ty: &str) -> String {
        format!("{}    {vis}{}{ty},\n", self.attributes, self.name)
    }
}

impl Generator<'_> {
    /// Fields, one at least, `own` among them.
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
                attributes: format!("    #[{}(skip)]\n", self.twin()),
                name: "left_out: ".to_owned(),
                ty: "Vec<u64>".to_owned(),
                value: "left_out: Vec::new()".to_owned(),
                ordered: true,
            });
        }
        if !style.tuple && self.choices.one_in(6) {
            fields.push(Field {
                attributes: String::new(),
                name: "of: ".to_owned(),
                ty: "std::marker::PhantomData<*const crate::support::Money>".to_owned(),
                value: "of: std::marker::PhantomData".to_owned(),
                ordered: true,
            });
        }
        if !style.tuple && !style.defaults && self.choices.one_in(6) {
            let (ty, schema) = TEXTS[self.choices.below(TEXTS.len())];
            let place = Place { ordered: true, ..Place::derived(ty, Shape::Null) };
            let name = format!("described_{}", self.number());
            fields.push(self.field(&name, place, style, &[&format!("schema_json = r#\"{schema}\"#")]));
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
            if !place.form.contains("fixed") && self.choices.one_in(12) {
                place = self.alias(place);
            }
            for _ in 0..self.choices.below(depth + 1) {
                place = place.within(&mut self.choices, &self.keys);
            }
            if place.form.is_empty() && self.choices.one_in(12) {
                place = self.alias(place);
            }
            if !with_default || place.zero || place.optional || !place.json.is_empty() {
                return place;
            }
        }
    }

    /// Under another name, behind which the derive does not see.
    fn alias(&mut self, place: Place) -> Place {
        // bytes would not look like a list of it, and a `Cow<'static, _>` has to be seen
        if place.rust == "u8" || place.rust.contains("Cow<") {
            return place;
        }
        let alias = format!("Alias{}", self.number());
        let _ = writeln!(self.text, "pub type {alias} = {};\n", place.rust);
        place.hidden(alias)
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
        let (name, value) = match style.tuple {
            true => (String::new(), place.value()),
            false => (format!("{name}: "), format!("{name}: {}", place.value())),
        };
        Field { attributes: text, name, ty: place.rust, value, ordered: place.ordered }
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
                let into = if self.serde && place.serde_zero { serde } else { avro };
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
