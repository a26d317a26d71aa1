//! Types: one function for each kind.

use std::fmt::Write as _;

use super::Generator;
use super::fields::{Field, Style};
use super::leaves::LEAVES;
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
/// Arguments of generic types.
const ARGUMENTS: [&str; 8] =
    ["i32", "i64", "f64", "bool", "String", "Vec<u8>", "Vec<String>", "std::collections::BTreeMap<String, i64>"];

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

    /// `struct Email(String);`, which may be the key of a map; or over such a one.
    fn text_newtype(&mut self) {
        const TEXTS: [&str; 4] = ["String", "Box<str>", "std::rc::Rc<str>", "std::sync::Arc<str>"];
        let head = self.head("Text", false, &[]);
        let inner = match self.keys.last() {
            Some(key) if self.choices.one_in(2) => key.clone(),
            _ => TEXTS[self.choices.below(TEXTS.len())].to_owned(),
        };
        let (derives, ident) = (self.derives(true), &head.ident);
        let _ = write!(
            self.text,
            "{derives}pub struct {ident}(pub {inner});\n\nimpl From<String> for {ident} {{\n    fn from(text: String) -> Self {{\n        \
             {ident}(text.into())\n    }}\n}}\n\n"
        );
        self.makes("", &head.ident, &format!("{}(crate::support::Make::make(r))", head.ident));
        self.checked.push(head.ident.clone());
        self.keys.push(head.ident.clone());
        let shape = Shape::One("string".to_owned());
        let literal = r#""newtype""#.to_owned();
        let place = Place::derived(&head.ident, shape);
        self.derived.push(Place { ordered: true, zero: true, literal: literal.clone(), json: literal, ..place });
    }

    /// `struct Amounts(Vec<i64>);`
    fn newtype(&mut self) {
        let head = self.head("Newtype", false, &[]);
        let place = self.place(2, false);
        let form = if place.form.is_empty() { String::new() } else { format!("#[avro({})] ", place.form) };
        let (derives, ident, ty) = (self.derives(place.ordered), &head.ident, &place.rust);
        // a fixed that it declares has the namespace of the type, which it can have only as a record
        if form.contains("fixed = \"") || form.contains("name = \"") {
            return self.record_newtype();
        }
        let _ = write!(self.text, "{derives}pub struct {ident}({form}pub {ty});\n\n");
        self.makes("", &head.ident, &format!("{}({})", head.ident, place.value()));
        self.checked.push(head.ident.clone());
        let newtype = Place::derived(&head.ident, place.shape);
        self.derived.push(Place { ordered: place.ordered, ..newtype });
    }

    /// `#[avro(record)] struct Amount(i64);`
    fn record_newtype(&mut self) {
        let head = self.head("Wrapped", true, &["record"]);
        let style = Style { tuple: true, ..Style::default() };
        let fields = self.fields(1, style, Vec::new());
        let ordered = self.structure(&head, &fields[..1], style);
        self.hold(&head, ordered);
    }

    /// `#[avro(fixed)] struct Sha([u8; 32]);`
    fn named_fixed(&mut self) {
        const FORMS: [(&str, &str, &str); 7] = [
            ("[u8; 5]", "", "o"),
            ("[u8; 16]", "uuid", "o"),
            ("[u8; 12]", "duration", "o"),
            ("[u8; 4]", "decimal(precision = 9, scale = 2)", "o"),
            ("uuid::Uuid", "uuid", "o"),
            ("avro_runtime::Duration", "duration", ""),
            ("rust_decimal::Decimal", "decimal(precision = 12, scale = 3)", "o"),
        ];
        let (ty, form, flags) = FORMS[self.choices.below(FORMS.len())];
        let fixed = if ty == "rust_decimal::Decimal" { "fixed = 6" } else { "fixed" };
        let own: &[&str] = if form.is_empty() { &[fixed] } else { &[fixed, form] };
        let head = self.head_without_rule("Fixed", own);
        let (derives, marks) = (self.derives(flags == "o"), self.marks());
        let (text, ident) = (&head.text, &head.ident);
        let _ = write!(self.text, "{derives}{text}{marks}pub struct {ident}(pub {ty});\n\n");
        self.makes("", &head.ident, &format!("{}(crate::support::Make::make(r))", head.ident));
        self.checked.push(head.ident.clone());
        self.hold(&head, flags == "o");
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

    /// `enum Status { New, Done }`
    fn symbols(&mut self) {
        let head = self.head("Symbols", true, &[]);
        let derives = self.derives(true);
        let marks = self.marks();
        let default = self.choices.below(4);
        let renamed = format!("renamed_{}", self.number());
        let (text, ident) = (&head.text, &head.ident);
        let mut body = String::new();
        for (at, variant) in ["New", "InProgress", "Done"].into_iter().enumerate() {
            if at == default {
                body.push_str("    #[avro(default)]\n");
            }
            if at == 1 && self.choices.one_in(2) {
                let _ = writeln!(body, "    #[avro(name = \"{renamed}\")]");
            }
            let _ = writeln!(body, "    {variant},");
        }
        if self.choices.one_in(4) {
            body.push_str("    #[avro(other)]\n    Unknown,\n");
        }
        let _ = write!(self.text, "{derives}{text}{marks}pub enum {ident} {{\n{body}}}\n\n");
        let value = format!("[{ident}::New, {ident}::InProgress, {ident}::Done][r.below(3)].clone()");
        self.makes("", &head.ident, &value);
        self.checked.push(head.ident.clone());
        let mut place = self.hold(&head, true);
        place.literal = format!("{}::Done", head.ident);
        self.derived.push(place);
    }

    /// `enum Payment { Card { last4: String }, Voucher(i64), Free }`
    fn union(&mut self) {
        self.union_of(Vec::new());
    }

    /// A union that holds itself.
    fn recursive_union(&mut self) {
        self.union_of(vec!["Box<{}>", "Vec<{}>", "Option<Box<{}>>", "std::collections::BTreeMap<String, Option<{}>>"]);
    }

    fn union_of(&mut self, own: Vec<&str>) {
        let head = self.union_head("Union");
        let (mut variants, mut values, mut shapes) = (String::new(), Vec::new(), Vec::new());
        let (mut ordered, mut null) = (true, false);
        for at in 0..2 + self.choices.below(4) {
            let variant = format!("Variant{at}");
            let path = format!("{}::{variant}", head.ident);
            match self.choices.below(5) {
                0 | 1 => {
                    let place = self.place(1, false);
                    let Shape::One(_) = &place.shape else { continue };
                    if shapes.contains(&place.shape) {
                        continue;
                    }
                    shapes.push(place.shape.clone());
                    ordered &= place.ordered;
                    let form = if place.form.is_empty() { String::new() } else { format!("#[avro({})] ", place.form) };
                    let _ = writeln!(variants, "    {variant}({form}{}),", place.rust);
                    values.push(format!("{path}({})", place.value()));
                }
                2 | 3 => {
                    let part = if self.choices.one_in(3) { self.flat.last().cloned() } else { None };
                    let part: Vec<_> = part.into_iter().map(|part| (part, &["flatten"] as &[&str])).collect();
                    let fields = self.fields(3, Style::default(), part);
                    ordered &= fields.iter().all(|field| field.ordered);
                    let body: String = fields.iter().map(|field| field.text("", &field.ty)).collect();
                    let marks = self.variant_marks(&variant);
                    let _ = write!(variants, "{marks}    {variant} {{\n{body}    }},\n");
                    values.push(self::values(&path, &fields, Style::default()));
                }
                _ => {
                    let is_null = !null && self.choices.one_in(2);
                    null |= is_null;
                    let marks = if is_null { "    #[avro(null)]\n".to_owned() } else { self.variant_marks(&variant) };
                    let _ = writeln!(variants, "{marks}    {variant},");
                    values.push(path);
                }
            }
        }
        if values.is_empty() {
            variants.push_str("    Whole(i32),\n");
            values.push(format!("{}::Whole(crate::support::Make::make(r))", head.ident));
        }
        if !own.is_empty() {
            let number = self.number();
            let fields: String = own
                .iter()
                .enumerate()
                .map(|(at, ty)| format!("        own_{number}_{at}: {},\n", ty.replace("{}", &head.ident)))
                .collect();
            // an option of a union that has a null is none
            let fields = if null { fields.replace("Option<", "Vec<") } else { fields };
            let _ = write!(variants, "    Own {{\n{fields}    }},\n");
            let fields: String =
                (0..own.len()).map(|at| format!("own_{number}_{at}: crate::support::Make::make(r), ")).collect();
            values.push(format!("{}::Own {{ {fields}}}", head.ident));
        }
        if self.choices.one_in(4) {
            variants.push_str("    #[avro(other)]\n    Unknown(String),\n");
        }
        let derives = self.derives(ordered);
        let (text, ident) = (&head.text, &head.ident);
        let _ = write!(self.text, "{derives}{text}pub enum {ident} {{\n{variants}}}\n\n");
        let arms: String = values.iter().enumerate().map(|(at, value)| format!("{at} => {value}, ")).collect();
        let value = format!("match r.variant({}) {{ {arms}_ => unreachable!() }}", values.len());
        self.makes("", &head.ident, &value);
        self.checked.push(head.ident.clone());
        let place = Place::derived(&head.ident, Shape::Union(null));
        self.derived.push(Place { ordered, ..place });
    }

    /// A union has no aliases, and a full name is none of its variants'.
    fn union_head(&mut self, word: &str) -> Head {
        self.serde = self.choices.one_in(4);
        let ident = format!("{word}{}", self.number());
        let mut text = format!("#[avro(namespace = \"m{}\")]\n", self.module);
        match self.choices.below(4) {
            0 if self.serde => {
                text.push_str("#[serde(tag = \"kind\", content = \"of\", rename_all_fields = \"camelCase\")]\n")
            }
            1 => text.push_str("#[avro(rename_all = \"SCREAMING_SNAKE_CASE\", rename_all_fields = \"PascalCase\")]\n"),
            _ => {}
        }
        Head { name: format!("m{}.{ident}", self.module), ident, text, rule: false }
    }

    /// What the record of a variant can have.
    fn variant_marks(&mut self, variant: &str) -> String {
        let mut avro = Vec::new();
        let number = self.number();
        match self.choices.below(5) {
            0 => avro.push(format!("name = \"{variant}Renamed{number}\"")),
            1 => avro.push(format!("name = \"variants.Renamed{number}\"")),
            2 => avro.push(format!("alias = \"Older{number}\", prop(\"x\" = {})", self.property())),
            _ => {}
        }
        let mut text = self.docs("    ", &mut avro);
        if self.choices.one_in(8) {
            text.push_str("    #[deprecated = \"no more\"]\n");
        }
        if !avro.is_empty() {
            let _ = writeln!(text, "    #[avro({})]", avro.join(", "));
        }
        text
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

    /// A different argument for each instance.
    fn arguments(&mut self, count: usize) -> Vec<Place> {
        let start = self.choices.below(ARGUMENTS.len());
        let shape = |argument: &str| match argument {
            "i32" => "int",
            "i64" => "long",
            "f64" => "double",
            "bool" => "boolean",
            "String" => "string",
            "Vec<u8>" => "bytes",
            "Vec<String>" => "array",
            _ => "map",
        };
        let mut arguments: Vec<Place> = (0..count)
            .map(|at| ARGUMENTS[(start + at) % ARGUMENTS.len()])
            .map(|argument| Place::derived(argument, Shape::One(shape(argument).to_owned())))
            .collect();
        // one that is derived, with a name of its own
        let derived: Vec<_> = self
            .derived
            .iter()
            .filter(|place| matches!(&place.shape, Shape::One(name) if name.contains('.')) && !place.rust.contains('<'))
            .cloned()
            .collect();
        if !derived.is_empty() {
            arguments[0] = derived[self.choices.below(derived.len())].clone();
        }
        arguments
    }

    /// Writes a generic struct with parameters `parameters`, and instances of it.
    fn generic(&mut self, word: &str, own: &[&str], parameters: &str, fields: &[String], instances: &[String]) -> Head {
        let head = self.head(word, true, own);
        let number = self.number();
        let (derives, text, ident) = (self.derives(false), &head.text, &head.ident);
        let field = |(at, ty): (usize, &String)| {
            let (attribute, ty) = ty.split_once("] ").map_or(("", ty.as_str()), |(attribute, ty)| (attribute, ty));
            let attribute = if attribute.is_empty() { String::new() } else { format!("    {attribute}]\n") };
            format!("{attribute}    pub part_{number}_{at}: {},\n", ty.replace("{}", ident))
        };
        let body: String = fields.iter().enumerate().map(field).collect();
        let _ = write!(self.text, "{derives}{text}pub struct {ident}<{parameters}> {{\n{body}}}\n\n");
        let value = |(at, ty): (usize, &String)| {
            let value = match ty {
                ty if ty.contains("PhantomData") => "std::marker::PhantomData",
                ty if ty.starts_with('[') => "crate::support::array(r, crate::support::Make::make)",
                _ => "crate::support::Make::make(r)",
            };
            format!("part_{number}_{at}: {value}, ")
        };
        let value: String = fields.iter().enumerate().map(value).collect();
        let bounded: Vec<String> = parameters
            .split(", ")
            .map(|parameter| {
                if parameter.starts_with("const") {
                    parameter.to_owned()
                } else {
                    format!("{parameter}: crate::support::Make")
                }
            })
            .collect();
        let arguments: Vec<&str> = parameters
            .split(", ")
            .map(|parameter| parameter.trim_start_matches("const ").split(':').next().unwrap_or_default())
            .collect();
        self.makes(
            &format!("<{}>", bounded.join(", ")),
            &format!("{}<{}>", head.ident, arguments.join(", ")),
            &format!("{} {{ {value}}}", head.ident),
        );
        for instance in instances {
            let ty = format!("{}<{instance}>", head.ident);
            let shape = Shape::One(format!("{}<{instance}>", head.name));
            self.derived.push(Place::derived(&ty, shape));
            self.checked.push(ty);
        }
        head
    }

    /// `struct Page<T, U> { items: Vec<T>, .. }` with several instances.
    fn generic_record(&mut self) {
        const FIELDS: [&str; 7] = [
            "T",
            "Vec<T>",
            "Option<T>",
            "Box<U>",
            "std::collections::BTreeMap<String, Option<U>>",
            "Option<Vec<U>>",
            "std::marker::PhantomData<T>",
        ];
        let mut fields = vec!["Vec<U>".to_owned(), "T".to_owned()];
        fields.extend((0..self.choices.below(4)).map(|_| FIELDS[self.choices.below(FIELDS.len())].to_owned()));
        let arguments = self.arguments(4);
        let of = |a: usize, b: usize| format!("{}, {}", arguments[a].rust, arguments[b].rust);
        let instances = [of(0, 1), of(2, 3), of(1, 1)];
        self.generic("Generic", &[], "T, U", &fields, &instances);
        // an instance as an argument, under a name that says so
        let inner = self.derived.last().map_or_else(|| "i32".to_owned(), |place| place.rust.clone());
        let name = format!("name = \"Titled{}_{{T}}\"", self.number());
        let fields = ["T".to_owned(), "#[avro(default = 3)] i32".to_owned(), "Vec<Option<T>>".to_owned()];
        self.generic("Titled", &[&name], "T", &fields, &[inner, "bool".to_owned()]);
        // what nothing in it depends on
        let name = format!("name = \"Of{{T}}Marked{}\"", self.number());
        let fields = ["std::marker::PhantomData<T>".to_owned(), "#[avro(as = \"long\")] Vec<u32>".to_owned()];
        self.generic("Marked", &[&name], "T", &fields, &["String".to_owned(), arguments[0].rust.clone()]);
    }

    /// `struct Grid<T, const N: usize> { cells: [T; N] }`
    fn const_generic(&mut self) {
        let argument = self.arguments(1)[0].rust.clone();
        let fields = ["[T; N]".to_owned(), "Option<Box<T>>".to_owned()];
        let instances = [format!("{argument}, 2"), format!("{argument}, 3"), "i64, 1".to_owned()];
        self.generic("Grid", &[], "T, const N: usize", &fields, &instances);
    }

    /// `struct Tree<T> { value: T, children: Vec<Tree<T>> }`
    fn recursive_generic(&mut self) {
        let arguments = self.arguments(2);
        let fields = ["T".to_owned(), "Vec<{}<T>>".to_owned(), "Option<Box<{}<T>>>".to_owned()];
        let instances: Vec<String> = arguments.iter().map(|argument| argument.rust.clone()).collect();
        let head = self.generic("Tree", &[], "T", &fields, &instances);
        // within itself as an argument
        self.checked.push(format!("{0}<{0}<i32>>", head.ident));
    }

    /// Two generic types that hold each other, one of them by name.
    fn mutual_generic(&mut self) {
        let (node, edge) = (format!("Node{}", self.next + 1), format!("Edge{}", self.next + 2));
        self.next += 2;
        let space = self.module;
        let argument = self.arguments(1)[0].rust.clone();
        self.serde = false;
        let derives = self.derives(false);
        let _ = write!(
            self.text,
            "{derives}#[avro(namespace = \"m{space}\")]\npub struct {node}<T> {{\n    pub edge: Option<Box<{edge}<T>>>,\n    pub label: T,\n}}\n\n\
             {derives}#[avro(namespace = \"m{space}\")]\npub struct {edge}<T> {{\n    pub weight: Vec<T>,\n    #[avro(by_name)]\n    pub to: Vec<{node}<T>>,\n}}\n\n"
        );
        let make = "crate::support::Make::make(r)";
        let bound = "<T: crate::support::Make>";
        self.makes(bound, &format!("{node}<T>"), &format!("{node} {{ edge: {make}, label: {make} }}"));
        self.makes(bound, &format!("{edge}<T>"), &format!("{edge} {{ weight: {make}, to: {make} }}"));
        for argument in [argument.as_str(), "bool"] {
            self.checked.extend([format!("{node}<{argument}>"), format!("{edge}<{argument}>")]);
        }
    }

    /// `enum Outcome<T> { Of(T), All { items: Vec<T> }, Nothing }`
    fn generic_union(&mut self) {
        let head = self.union_head("Choice");
        let null = self.choices.one_in(2);
        let arguments = self.arguments(3);
        let derives = self.derives(false);
        let (text, ident) = (&head.text, &head.ident);
        let mark = if null { "    #[avro(null)]\n" } else { "" };
        let _ = write!(
            self.text,
            "{derives}{text}pub enum {ident}<T> {{\n    Of(T),\n    All {{\n        items: Vec<T>,\n        last: Option<T>,\n    }},\n\
             {mark}    Nothing,\n}}\n\n"
        );
        let make = "crate::support::Make::make(r)";
        let value = format!(
            "match r.variant(3) {{ 0 => {ident}::Nothing, 1 => {ident}::Of({make}), _ => {ident}::All {{ items: {make}, last: {make} }} }}"
        );
        let ty = format!("{ident}<T>");
        self.makes("<T: crate::support::Make>", &ty, &value);
        for argument in arguments {
            let ty = format!("{}<{}>", head.ident, argument.rust);
            self.derived.push(Place::derived(&ty, Shape::Union(null)));
            self.checked.push(ty);
        }
    }

    /// `#[avro(transparent)] struct Id<T> { value: String, of: PhantomData<T> }`
    fn transparent(&mut self) {
        let head = self.head("Transparent", false, &["transparent"]);
        let leaves: Vec<_> = LEAVES.iter().filter(|leaf| leaf.is_plain()).collect();
        let at = self.choices.below(leaves.len());
        let number = self.number();
        let place = leaves[at].place(number);
        let (derives, twin) = (self.derives(place.ordered), self.twin());
        let (ident, ty) = (&head.ident, &place.rust);
        let text = head.text.replace("#[avro(", &format!("#[{twin}("));
        let _ = write!(
            self.text,
            "{derives}{text}pub struct {ident}<T> {{\n    #[{twin}(skip)]\n    pub seen: bool,\n    pub value: {ty},\n    \
             pub of: std::marker::PhantomData<T>,\n}}\n\n"
        );
        let value = format!("{ident} {{ seen: false, value: {}, of: std::marker::PhantomData }}", place.value());
        let ty = format!("{ident}<T>");
        self.makes("<T>", &ty, &value);
        let ty = format!("{}<u8>", head.ident);
        self.checked.push(ty.clone());
        let newtype = Place::derived(&ty, place.shape);
        self.derived.push(Place { ordered: place.ordered, ..newtype });
    }
}

/// `Type { a: .., b: .. }` or `Type(.., ..)`
fn values(path: &str, fields: &[Field], style: Style) -> String {
    let list: Vec<&str> = fields.iter().map(|field| field.value.as_str()).collect();
    if style.tuple { format!("{path}({})", list.join(", ")) } else { format!("{path} {{ {} }}", list.join(", ")) }
}
