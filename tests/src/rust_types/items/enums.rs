//! Enums and unions.

use std::fmt::Write as _;

use super::{Head, values};
use crate::rust_types::Generator;
use crate::rust_types::fields::Style;
use crate::rust_types::place::{Place, Shape};

impl Generator<'_> {
    /// `enum Status { New, Done }`
    pub(super) fn symbols(&mut self) {
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
    pub(super) fn union(&mut self) {
        self.union_of(Vec::new());
    }

    /// A union that holds itself.
    pub(super) fn recursive_union(&mut self) {
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
    pub(super) fn union_head(&mut self, word: &str) -> Head {
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
}
