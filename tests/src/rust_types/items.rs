//! Types: one function for each kind.

mod enums;
mod generics;
mod newtypes;

use std::fmt::Write as _;

use super::Generator;
use super::fields::{Field, Style};
use super::place::{Place, Shape};

/// The kinds of types; the first ones are what the others are made of.
pub(super) const KINDS: [fn(&mut Generator<'_>); 21] = [
    |generator| generator.symbols(),
    |generator| generator.text_newtype(),
    |generator| generator.record(),
    |generator| generator.union(),
    |generator| generator.generic_record(),
    |generator| generator.named_fixed(),
    |generator| generator.recursive_record(),
    |generator| generator.flattened(),
    |generator| generator.generic_union(),
    |generator| generator.defaults(),
    |generator| generator.mutual(),
    |generator| generator.newtype(),
    |generator| generator.borrowed(),
    |generator| generator.recursive_union(),
    |generator| generator.tuple(),
    |generator| generator.record_newtype(),
    |generator| generator.recursive_generic(),
    |generator| generator.unit(),
    |generator| generator.const_generic(),
    |generator| generator.transparent(),
    |generator| generator.mutual_generic(),
];

const FIELD_RULES: [&str; 6] =
    ["camelCase", "PascalCase", "SCREAMING_SNAKE_CASE", "snake_case", "lowercase", "UPPERCASE"];

/// A type's head: what stands in front of `pub struct`.
struct Head {
    ident: String,
    /// The full name in Avro.
    name: String,
    text: String,
    rule: bool,
}

impl Generator<'_> {
    /// A name that no other type has, and its attributes; `own` are those that it has in any case.
    fn head(&mut self, word: &str, named: bool, own: &[&str]) -> Head {
        let ident = format!("{word}{}", self.number());
        let mut avro: Vec<String> = own.iter().map(|attribute| (*attribute).to_owned()).collect();
        let (mut name, mut text, mut rule) = (String::new(), String::new(), false);
        self.serde = self.choices.one_in(4);
        if named {
            let space = match self.choices.below(4) {
                0 => format!("m{}.sub", self.module),
                _ => format!("m{}", self.module),
            };
            name = format!("{space}.{ident}");
            let generic = own.iter().any(|attribute| attribute.starts_with("name"));
            match self.choices.below(5) {
                0 if !generic => {
                    name = format!("{space}.Other{ident}");
                    avro.push(format!("name = \"{name}\""));
                }
                _ => avro.push(format!("namespace = \"{space}\"")),
            }
            if self.choices.one_in(4) {
                avro.push(format!("alias = \"Old{ident}\", alias = \"elsewhere.{ident}\""));
            }
            text = self.docs("", &mut avro);
        }
        let mut serde = Vec::new();
        if named && self.choices.one_in(3) {
            let chosen = FIELD_RULES[self.choices.below(FIELD_RULES.len())];
            rule = true;
            let into = if self.serde { &mut serde } else { &mut avro };
            into.push(format!("rename_all = \"{chosen}\""));
        }
        if !avro.is_empty() {
            let _ = writeln!(text, "#[avro({})]", avro.join(", "));
        }
        if !serde.is_empty() {
            let _ = writeln!(text, "#[serde({})]", serde.join(", "));
        }
        Head { ident, name, text, rule }
    }

    /// `#[derive(..)]`
    fn derives(&self, ordered: bool) -> String {
        let more = if ordered { ", Eq, Hash, PartialOrd, Ord" } else { "" };
        let serde = if self.serde { ", serde::Serialize" } else { "" };
        format!("#[derive(Debug, Clone, PartialEq{more}, avro_runtime::AvroSchema{serde})]\n")
    }

    /// A property, an error, Rust's mark: what a record can have beside its names.
    fn marks(&mut self) -> String {
        let mut text = String::new();
        if self.choices.one_in(4) {
            let property = self.property();
            let _ = writeln!(text, "#[avro(prop(\"owner\" = {property}))]");
        }
        if self.choices.one_in(10) {
            text.push_str("#[deprecated(note = \"gone\", since = \"1\")]\n");
        }
        text
    }

    /// Writes `impl Make`.
    fn makes(&mut self, generics: &str, ty: &str, value: &str) {
        let _ = writeln!(
            self.text,
            "impl{generics} crate::support::Make for {ty} {{\n    fn make(r: &mut crate::support::Dice) -> Self {{\n        \
             let _ = &r;\n        r.deeper(|r| {{\n            let _ = &r;\n            {value}\n        }})\n    }}\n}}\n"
        );
    }

    /// Writes a struct of these fields with `marks`; gives whether it can be in a set.
    fn structure(&mut self, head: &Head, fields: &[Field], style: Style) -> bool {
        let ordered = fields.iter().all(|field| field.ordered);
        let (open, close) = if style.tuple { ("(", ");") } else { (" {", "}") };
        let derives = self.derives(ordered);
        let marks = self.marks();
        let (text, ident) = (&head.text, &head.ident);
        if self.choices.one_in(5) {
            // by a macro, whose fragments are types
            let body: String =
                fields.iter().enumerate().map(|(at, field)| field.text("pub ", &format!("$t{at}"))).collect();
            let parameters: Vec<String> = (0..fields.len()).map(|at| format!("$t{at}:ty")).collect();
            let types: Vec<&str> = fields.iter().map(|field| field.ty.as_str()).collect();
            let _ = write!(
                self.text,
                "macro_rules! make_{ident} {{\n    ({}) => {{\n{derives}{text}{marks}pub struct {ident}{open}\n{body}{close}\n    }};\n}}\n\
                 make_{ident}!({});\n\n",
                parameters.join(", "),
                types.join(", ")
            );
        } else {
            let body: String = fields.iter().map(|field| field.text("pub ", &field.ty)).collect();
            let _ = write!(self.text, "{derives}{text}{marks}pub struct {ident}{open}\n{body}{close}\n\n");
        }
        let value = values(ident, fields, style);
        self.makes("", ident, &value);
        self.checked.push(ident.clone());
        ordered
    }

    /// A record that others may hold.
    fn hold(&mut self, head: &Head, ordered: bool) -> Place {
        let place = Place { ordered, ..Place::derived(&head.ident, Shape::One(head.name.clone())) };
        self.derived.push(place.clone());
        place
    }

    /// `struct Order { id: i64, .. }`
    fn record(&mut self) {
        let error: &[&str] = if self.choices.one_in(8) { &["error"] } else { &[] };
        let head = self.head("Record", true, error);
        let fields = self.fields(6, Style::default(), Vec::new());
        let ordered = self.structure(&head, &fields, Style::default());
        self.hold(&head, ordered);
    }

    /// A record all of whose fields have defaults.
    fn defaults(&mut self) {
        let head = self.head("Defaults", true, &[]);
        let style = Style { defaults: true, ..Style::default() };
        let fields = self.fields(8, style, Vec::new());
        let ordered = self.structure(&head, &fields, style);
        let mut place = self.hold(&head, ordered);
        place.json = "{}".to_owned();
        self.derived.push(place);
    }

    /// `struct Pair(#[avro(name = "a")] i64, #[avro(name = "b")] String);`
    fn tuple(&mut self) {
        let head = self.head("Tuple", true, &[]);
        let style = Style { tuple: true, ..Style::default() };
        let mut fields = self.fields(3, style, Vec::new());
        fields.extend(self.fields(2, style, Vec::new()));
        let ordered = self.structure(&head, &fields, style);
        self.hold(&head, ordered);
    }

    /// `struct Nothing;`
    fn unit(&mut self) {
        let head = self.head("Unit", true, &[]);
        let (derives, marks) = (self.derives(true), self.marks());
        let (text, ident) = (&head.text, &head.ident);
        let _ = write!(self.text, "{derives}{text}{marks}pub struct {ident};\n\n");
        self.makes("", &head.ident, &head.ident);
        self.checked.push(head.ident.clone());
        let mut place = self.hold(&head, true);
        place.json = "{}".to_owned();
        self.derived.push(place);
    }

    /// As [`Generator::head`], of a type without fields or symbols.
    fn head_without_rule(&mut self, word: &str, own: &[&str]) -> Head {
        loop {
            let head = self.head(word, true, own);
            if !head.rule {
                return head;
            }
        }
    }

    /// `struct Node { next: Option<Box<Node>>, .. }`
    fn recursive_record(&mut self) {
        const WAYS: [&str; 5] = [
            "Option<Box<{}>>",
            "Vec<{}>",
            "std::collections::BTreeMap<String, {}>",
            "Vec<Option<{}>>",
            "Option<Vec<std::collections::BTreeMap<String, {}>>>",
        ];
        let head = self.head("Recursive", true, &[]);
        let mut own = Vec::new();
        for _ in 0..1 + self.choices.below(2) {
            let way = WAYS[self.choices.below(WAYS.len())];
            // what is checked is not how `Option`s are written, which fields of other types are
            own.push((
                Place::derived(&way.replace("{}", &head.ident), Shape::Null),
                &["order = \"ignore\""] as &[&str],
            ));
        }
        let fields = self.fields(3, Style::default(), own);
        self.structure(&head, &fields, Style::default());
        self.hold(&head, false);
    }

    /// Two records that hold each other.
    fn mutual(&mut self) {
        let (first, second) = (self.head("Left", true, &[]), self.head("Right", true, &[]));
        let of = |rust: String| vec![(Place::derived(&rust, Shape::Null), &["order = \"descending\""] as &[&str])];
        self.serde = false;
        let (first, second) = (Self::without_serde(first), Self::without_serde(second));
        let fields = self.fields(2, Style::default(), of(format!("Option<Box<{}>>", second.ident)));
        self.structure(&first, &fields, Style::default());
        let fields = self.fields(2, Style::default(), of(format!("Vec<{}>", first.ident)));
        self.structure(&second, &fields, Style::default());
        self.hold(&first, false);
        self.hold(&second, false);
    }

    fn without_serde(head: Head) -> Head {
        Head { text: head.text.replace("#[serde(", "#[avro("), ..head }
    }

    /// A record some of whose fields are another's.
    fn flattened(&mut self) {
        let style = Style { unique: true, ..Style::default() };
        let head = self.head_without_rule("Part", &[]);
        let inner = if self.choices.one_in(2) { self.flat.last().cloned() } else { None };
        let inner: Vec<_> = inner.into_iter().map(|inner| (inner, &["flatten"] as &[&str])).collect();
        let fields = self.fields(3, style, inner);
        let ordered = self.structure(&head, &fields, style);
        let part = self.hold(&head, ordered);
        self.flat.push(part.clone());
        let boxed = Place { rust: format!("Box<{}>", part.rust), ..part.clone() };
        let part = if self.choices.one_in(3) { boxed } else { part };
        let head = self.head("Whole", true, &[]);
        let own = if self.serde { "serde" } else { "avro" };
        let mut fields = self.fields(3, Style::default(), vec![(part.clone(), &["flatten"])]);
        for field in &mut fields {
            field.attributes = field.attributes.replace("#[avro(flatten)]", &format!("#[{own}(flatten)]"));
        }
        let ordered = self.structure(&head, &fields, Style::default());
        self.hold(&head, ordered);
        let fields = ["i64".to_owned(), "#[avro(flatten)] T".to_owned(), "Option<Box<T>>".to_owned()];
        self.generic("Envelope", &[], "T", &fields, &[part.rust]);
    }

    /// `struct Text<'a> { text: &'a str, .. }`, and one that holds it.
    fn borrowed(&mut self) {
        const FIELDS: [&str; 8] = [
            "&'a str",
            "&'a [u8]",
            "std::borrow::Cow<'a, str>",
            "std::borrow::Cow<'a, [u8]>",
            "Vec<&'a str>",
            "Option<&'a str>",
            "std::collections::BTreeMap<String, &'a [u8]>",
            "Vec<Option<std::borrow::Cow<'a, str>>>",
        ];
        let inner = self.head("Borrowed", true, &[]);
        let outer = self.head("Borrowing", true, &[]);
        self.serde = false;
        let (inner, outer) = (Self::without_serde(inner), Self::without_serde(outer));
        for (head, more) in [(&inner, None), (&outer, Some(&inner))] {
            let mut types: Vec<String> =
                (0..1 + self.choices.below(4)).map(|_| FIELDS[self.choices.below(FIELDS.len())].to_owned()).collect();
            types.extend(more.map(|inner| format!("{}<'a>", inner.ident)));
            types.extend(more.map(|inner| format!("Vec<{}<'a>>", inner.ident)));
            let names: Vec<String> = types.iter().map(|_| format!("borrowed_{}", self.number())).collect();
            let body: String = names.iter().zip(&types).map(|(name, ty)| format!("    pub {name}: {ty},\n")).collect();
            let value: String = names.iter().map(|name| format!("{name}: crate::support::Make::make(r), ")).collect();
            let (derives, text, ident) = (self.derives(false), &head.text, &head.ident);
            let _ = write!(self.text, "{derives}{text}pub struct {ident}<'a> {{\n{body}}}\n\n");
            self.makes("", &format!("{}<'static>", head.ident), &format!("{} {{ {value}}}", head.ident));
            self.checked.push(format!("{}<'static>", head.ident));
        }
    }
}

/// `Type { a: .., b: .. }` or `Type(.., ..)`
fn values(path: &str, fields: &[Field], style: Style) -> String {
    let list: Vec<&str> = fields.iter().map(|field| field.value.as_str()).collect();
    if style.tuple { format!("{path}({})", list.join(", ")) } else { format!("{path} {{ {} }}", list.join(", ")) }
}
