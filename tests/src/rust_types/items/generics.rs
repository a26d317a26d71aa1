//! Generic types and their instances.

use std::fmt::Write as _;

use super::Head;
use crate::rust_types::Generator;
use crate::rust_types::place::{Place, Shape};

/// Arguments of generic types.
const ARGUMENTS: [&str; 8] =
    ["i32", "i64", "f64", "bool", "String", "Vec<u8>", "Vec<String>", "std::collections::BTreeMap<String, i64>"];

impl Generator<'_> {
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
    pub(super) fn generic(
        &mut self,
        word: &str,
        own: &[&str],
        parameters: &str,
        fields: &[String],
        instances: &[String],
    ) -> Head {
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
    pub(super) fn generic_record(&mut self) {
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
    pub(super) fn const_generic(&mut self) {
        let argument = self.arguments(1)[0].rust.clone();
        let fields = ["[T; N]".to_owned(), "Option<Box<T>>".to_owned()];
        let instances = [format!("{argument}, 2"), format!("{argument}, 3"), "i64, 1".to_owned()];
        self.generic("Grid", &[], "T, const N: usize", &fields, &instances);
    }

    /// `struct Tree<T> { value: T, children: Vec<Tree<T>> }`
    pub(super) fn recursive_generic(&mut self) {
        let arguments = self.arguments(2);
        let fields = ["T".to_owned(), "Vec<{}<T>>".to_owned(), "Option<Box<{}<T>>>".to_owned()];
        let instances: Vec<String> = arguments.iter().map(|argument| argument.rust.clone()).collect();
        let head = self.generic("Tree", &[], "T", &fields, &instances);
        // within itself as an argument
        self.checked.push(format!("{0}<{0}<i32>>", head.ident));
    }

    /// Two generic types that hold each other, one of them by name.
    pub(super) fn mutual_generic(&mut self) {
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
    pub(super) fn generic_union(&mut self) {
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
}
