//! Newtypes, and structs that are no more than one field.

use std::fmt::Write as _;

use crate::rust_types::Generator;
use crate::rust_types::fields::Style;
use crate::rust_types::leaves::LEAVES;
use crate::rust_types::place::{Place, Shape};

impl Generator<'_> {
    /// `struct Email(String);`, which may be the key of a map; or over such a one.
    pub(super) fn text_newtype(&mut self) {
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
    pub(super) fn newtype(&mut self) {
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
    pub(super) fn record_newtype(&mut self) {
        let head = self.head("Wrapped", true, &["record"]);
        let style = Style { tuple: true, ..Style::default() };
        let fields = self.fields(1, style, Vec::new());
        let ordered = self.structure(&head, &fields[..1], style);
        self.hold(&head, ordered);
    }

    /// `#[avro(fixed)] struct Sha([u8; 32]);`
    pub(super) fn named_fixed(&mut self) {
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

    /// `#[avro(transparent)] struct Id<T> { value: String, of: PhantomData<T> }`
    pub(super) fn transparent(&mut self) {
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
