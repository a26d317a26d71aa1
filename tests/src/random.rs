//! Random schemas, and random changes to them: small ones, full of what is easily got wrong (recursion, shared types, unions
//! of records of one short name, aliases that cross).
//!
//! Everything is drawn from a list of numbers; the smaller the numbers and the shorter the list, the simpler the schema. So a
//! shorter list is a smaller example of a fault.

use std::fmt::Write as _;

/// Numbers to choose by; 0 where there are no more.
#[derive(Clone, Debug)]
pub struct Choices<'a> {
    numbers: &'a [u16],
}

impl<'a> Choices<'a> {
    /// Chooses by these.
    pub fn new(numbers: &'a [u16]) -> Self {
        Choices { numbers }
    }

    /// A number below `count`; 0 where that is 0.
    pub fn below(&mut self, count: usize) -> usize {
        let Some((first, rest)) = self.numbers.split_first() else { return 0 };
        self.numbers = rest;
        (usize::from(*first) * count) >> 16
    }

    /// True once in `count` times.
    pub fn one_in(&mut self, count: usize) -> bool {
        count > 0 && self.below(count) == count - 1
    }

    /// One of these.
    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// A type; named ones are positions in [`Schema::types`].
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// `null`, `int`, and so on.
    Plain(&'static str),
    /// A primitive type and its logical type's attributes, as JSON.
    Logical(&'static str, &'static str),
    /// Array.
    Array(Box<Type>),
    /// Map.
    Map(Box<Type>),
    /// Union.
    Union(Vec<Type>),
    /// Named.
    Named(usize),
}

/// A record, enum or fixed.
#[derive(Clone, Debug)]
pub struct Named {
    /// Full name.
    pub name: String,
    /// Aliases, as full names.
    pub aliases: Vec<String>,
    /// The rest.
    pub body: Body,
}

/// What a named type is.
#[derive(Clone, Debug)]
pub enum Body {
    /// Record.
    Record(Vec<Field>),
    /// Enum: symbols and default.
    Enum(Vec<String>, Option<String>),
    /// Fixed.
    Fixed(u32),
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Name.
    pub name: String,
    /// Aliases.
    pub aliases: Vec<String>,
    /// Type.
    pub ty: Type,
    /// Has a default, if its type has one: the first or another value.
    pub default: Option<bool>,
}

/// A schema: the root is the first of its named types, a record that nothing refers to.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Named types; those that nothing refers to are not part of the schema.
    pub types: Vec<Named>,
}

const PLAIN: [&str; 7] = ["int", "long", "string", "bytes", "float", "double", "boolean"];
const LOGICAL: [(&str, &str); 7] = [
    ("long", r#""logicalType":"timestamp-millis""#),
    ("long", r#""logicalType":"timestamp-micros""#),
    ("int", r#""logicalType":"date""#),
    ("string", r#""logicalType":"uuid""#),
    ("bytes", r#""logicalType":"decimal","precision":9,"scale":2"#),
    ("bytes", r#""logicalType":"decimal","precision":8,"scale":2"#),
    ("bytes", r#""logicalType":"decimal","precision":8,"scale":3"#),
];
const FIELDS: [&str; 7] = ["a", "b", "c", "d", "email", "user_email", "e"];
const SHORT: [&str; 4] = ["A", "B", "C", "D"];
const SPACES: [&str; 2] = ["n", "m"];
const SYMBOLS: [&str; 4] = ["X", "Y", "Z", "W"];
/// Named types that a schema has at most.
const TYPES: usize = 6;

impl Schema {
    /// A schema.
    pub fn random(choices: &mut Choices<'_>) -> Schema {
        let mut schema = Schema { types: Vec::new() };
        schema.types.push(Named { name: "n.R".to_owned(), aliases: Vec::new(), body: Body::Record(Vec::new()) });
        let fields = schema.fields(choices, 4, 0);
        schema.types[0].body = Body::Record(fields);
        schema
    }

    fn fields(&mut self, choices: &mut Choices<'_>, most: usize, depth: usize) -> Vec<Field> {
        let mut fields = Vec::new();
        for _ in 0..1 + choices.below(most) {
            let field = self.field(choices, &fields, depth);
            fields.extend(field);
        }
        fields
    }

    fn field(&mut self, choices: &mut Choices<'_>, beside: &[Field], depth: usize) -> Option<Field> {
        let free: Vec<&str> =
            FIELDS.into_iter().filter(|name| beside.iter().all(|field| field.name != *name)).collect();
        let name = free.get(choices.below(free.len()))?.to_string();
        let ty = self.ty(choices, depth + 1);
        let default = [None, None, Some(true), Some(false)][choices.below(4)];
        Some(Field { name, aliases: Vec::new(), ty, default })
    }

    fn ty(&mut self, choices: &mut Choices<'_>, depth: usize) -> Type {
        match choices.below(if depth > 4 { 8 } else { 16 }) {
            at @ 0..=6 => Type::Plain(PLAIN[at]),
            7 => {
                let (base, attributes) = choices.of(&LOGICAL);
                Type::Logical(base, attributes)
            }
            8 | 9 => optional(self.ty(choices, depth + 1)),
            10 => Type::Array(Box::new(self.ty(choices, depth + 1))),
            11 => Type::Map(Box::new(self.ty(choices, depth + 1))),
            12 => {
                let mut branches = Vec::new();
                for _ in 0..2 + choices.below(2) {
                    let branch = self.ty(choices, depth + 1);
                    add_branch(&mut branches, branch);
                }
                Type::Union(branches)
            }
            _ => self.named(choices, depth),
        }
    }

    /// A new named type, or one that is there; then it may be inside itself, and so it is optional.
    fn named(&mut self, choices: &mut Choices<'_>, depth: usize) -> Type {
        if self.types.len() > 1 && (self.types.len() >= TYPES || choices.one_in(2)) {
            let at = 1 + choices.below(self.types.len() - 1);
            let ty = Type::Named(at);
            return match (&self.types[at].body, choices.below(3)) {
                (Body::Record(_), 0 | 1) => optional(ty),
                (Body::Record(_), _) => Type::Array(Box::new(ty)),
                _ => ty,
            };
        }
        if self.types.len() >= TYPES {
            return Type::Plain("int");
        }
        let Some(name) = self.free_name(choices) else { return Type::Plain("int") };
        let at = self.types.len();
        let kind = choices.below(5);
        let body = if kind == 0 { Body::Fixed(2) } else { Body::Record(Vec::new()) };
        self.types.push(Named { name, aliases: Vec::new(), body });
        match kind {
            0 => {}
            1 | 2 => {
                let count = 1 + choices.below(3);
                let symbols: Vec<String> = SYMBOLS[..count].iter().map(|s| (*s).to_owned()).collect();
                let default = choices.one_in(3).then(|| symbols[0].clone());
                self.types[at].body = Body::Enum(symbols, default);
            }
            _ => {
                let fields = self.fields(choices, 3, depth + 1);
                self.types[at].body = Body::Record(fields);
            }
        }
        Type::Named(at)
    }

    fn free_name(&self, choices: &mut Choices<'_>) -> Option<String> {
        let name = format!("{}.{}", choices.of(&SPACES), choices.of(&SHORT));
        self.types.iter().all(|ty| ty.name != name).then_some(name)
    }

    /// The named type of this full name, if the schema has it.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.reachable().into_iter().find(|at| self.types[*at].name == name)
    }

    /// The fields of a record.
    pub fn record(&self, at: usize) -> Option<&[Field]> {
        match &self.types[at].body {
            Body::Record(fields) => Some(fields),
            _ => None,
        }
    }

    /// The fields of a record.
    pub fn record_mut(&mut self, at: usize) -> Option<&mut Vec<Field>> {
        match &mut self.types[at].body {
            Body::Record(fields) => Some(fields),
            _ => None,
        }
    }

    /// Positions of the named types that are part of the schema, in the order of their first use.
    pub fn reachable(&self) -> Vec<usize> {
        fn walk(ty: &Type, found: &mut Vec<usize>) {
            match ty {
                Type::Plain(_) | Type::Logical(..) => {}
                Type::Array(inner) | Type::Map(inner) => walk(inner, found),
                Type::Union(branches) => branches.iter().for_each(|branch| walk(branch, found)),
                Type::Named(at) if found.contains(at) => {}
                Type::Named(at) => found.push(*at),
            }
        }
        let (mut found, mut next) = (vec![0], 0);
        while next < found.len() {
            if let Some(fields) = self.record(found[next]) {
                fields.iter().for_each(|field| walk(&field.ty, &mut found));
            }
            next += 1;
        }
        found
    }

    /// Changes something, or nothing where the change drawn does not apply.
    pub fn mutate(&mut self, choices: &mut Choices<'_>) {
        let reachable = self.reachable();
        let at = reachable[choices.below(reachable.len())];
        match &self.types[at].body {
            Body::Record(_) => self.mutate_record(choices, at),
            _ => self.mutate_leaf(choices, at),
        }
    }

    fn rename(&mut self, choices: &mut Choices<'_>, at: usize) {
        if at == 0 {
            return;
        }
        if let Some(name) = self.free_name(choices) {
            let old = std::mem::replace(&mut self.types[at].name, name);
            if choices.one_in(2) {
                self.types[at].aliases.push(old);
            }
        }
    }

    fn mutate_leaf(&mut self, choices: &mut Choices<'_>, at: usize) {
        let change = choices.below(6);
        if change == 5 {
            return self.rename(choices, at);
        }
        match &mut self.types[at].body {
            Body::Fixed(size) => *size += 1 + choices.below(2) as u32,
            Body::Enum(symbols, default) => match change {
                0 => {
                    let symbol = choices.of(&SYMBOLS).to_owned();
                    if !symbols.contains(&symbol) {
                        symbols.push(symbol);
                    }
                }
                1 if symbols.len() > 1 => {
                    let symbol = symbols.remove(choices.below(symbols.len()));
                    if default.as_ref() == Some(&symbol) {
                        *default = None;
                    }
                }
                2 => symbols.reverse(),
                3 => *default = None,
                _ => *default = Some(symbols[choices.below(symbols.len())].clone()),
            },
            Body::Record(_) => {}
        }
    }

    fn mutate_record(&mut self, choices: &mut Choices<'_>, at: usize) {
        let mut fields = self.record(at).unwrap_or_default().to_vec();
        let change = choices.below(14);
        if fields.is_empty() || change == 0 {
            if let Some(field) = self.field(choices, &fields, 1) {
                let position = choices.below(fields.len() + 1);
                fields.insert(position, field);
            }
        } else {
            let position = choices.below(fields.len());
            match change {
                1 => drop(fields.remove(position)),
                2 | 3 => {
                    let name = choices.of(&FIELDS).to_owned();
                    if fields.iter().all(|field| field.name != name) {
                        let old = std::mem::replace(&mut fields[position].name, name);
                        if change == 3 && !fields[position].aliases.contains(&old) {
                            fields[position].aliases.push(old);
                        }
                    }
                }
                4 => fields.swap(0, position),
                5 => fields[position].default = [None, Some(true), Some(false)][choices.below(3)],
                6 => {
                    let alias = choices.of(&FIELDS).to_owned();
                    if !fields[position].aliases.contains(&alias) && fields[position].name != alias {
                        fields[position].aliases.push(alias);
                    }
                }
                7 => {
                    self.rename(choices, at);
                    return;
                }
                _ => {
                    let old = fields[position].ty.clone();
                    fields[position].ty = self.changed(choices, old);
                }
            }
        }
        self.types[at].body = Body::Record(fields);
    }

    /// Another type in place of `ty`, mostly one near it.
    fn changed(&mut self, choices: &mut Choices<'_>, ty: Type) -> Type {
        if choices.one_in(6) {
            return self.ty(choices, 2);
        }
        match ty {
            Type::Logical(base, _) if choices.one_in(2) => {
                let alike: Vec<&str> = LOGICAL.iter().filter(|known| known.0 == base).map(|known| known.1).collect();
                Type::Logical(base, choices.of(&alike))
            }
            Type::Plain(_) | Type::Logical(..) | Type::Named(_) => match choices.below(4) {
                0 => Type::Plain(choices.of(&PLAIN)),
                1 => {
                    let (base, attributes) = choices.of(&LOGICAL);
                    Type::Logical(base, attributes)
                }
                2 => optional(ty),
                _ => {
                    let mut branches = vec![ty];
                    let branch = self.ty(choices, 3);
                    add_branch(&mut branches, branch);
                    Type::Union(branches)
                }
            },
            Type::Array(inner) => match choices.below(3) {
                0 => Type::Array(Box::new(self.changed(choices, *inner))),
                1 => optional(Type::Array(inner)),
                _ => *inner,
            },
            Type::Map(inner) => match choices.below(3) {
                0 => Type::Map(Box::new(self.changed(choices, *inner))),
                1 => Type::Array(inner),
                _ => *inner,
            },
            Type::Union(mut branches) => {
                let position = choices.below(branches.len());
                match choices.below(5) {
                    0 => {
                        let branch = self.ty(choices, 3);
                        add_branch(&mut branches, branch);
                    }
                    1 => drop(branches.remove(position)),
                    2 => branches.reverse(),
                    3 => {
                        let old = branches.remove(position);
                        let new = self.changed(choices, old);
                        add_branch(&mut branches, new);
                    }
                    _ => return branches.swap_remove(position),
                }
                if branches.is_empty() { Type::Plain("null") } else { Type::Union(branches) }
            }
        }
    }

    /// The schema as JSON: a named type where it is first used.
    pub fn json(&self) -> String {
        let (mut out, mut written) = (String::new(), Vec::new());
        self.write(&mut out, &Type::Named(0), &mut written);
        out
    }

    fn write(&self, out: &mut String, ty: &Type, written: &mut Vec<usize>) {
        match ty {
            Type::Plain(name) => write!(out, "\"{name}\"").expect("a text takes all"),
            Type::Logical(base, attributes) => {
                write!(out, "{{\"type\":\"{base}\",{attributes}}}").expect("a text takes all");
            }
            Type::Array(inner) | Type::Map(inner) => {
                out.push_str(if let Type::Array(_) = ty {
                    r#"{"type":"array","items":"#
                } else {
                    r#"{"type":"map","values":"#
                });
                self.write(out, inner, written);
                out.push('}');
            }
            Type::Union(branches) => {
                out.push('[');
                for (i, branch) in branches.iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    self.write(out, branch, written);
                }
                out.push(']');
            }
            Type::Named(at) if written.contains(at) => {
                write!(out, "\"{}\"", self.types[*at].name).expect("a text takes all");
            }
            Type::Named(at) => {
                written.push(*at);
                self.write_named(out, *at, written);
            }
        }
    }

    fn write_named(&self, out: &mut String, at: usize, written: &mut Vec<usize>) {
        let named = &self.types[at];
        let list = |texts: &[String]| texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(",");
        let kind = match &named.body {
            Body::Record(_) => "record",
            Body::Enum(..) => "enum",
            Body::Fixed(_) => "fixed",
        };
        write!(out, "{{\"type\":\"{kind}\",\"name\":\"{}\"", named.name).expect("a text takes all");
        if !named.aliases.is_empty() {
            write!(out, ",\"aliases\":[{}]", list(&named.aliases)).expect("a text takes all");
        }
        match &named.body {
            Body::Fixed(size) => write!(out, ",\"size\":{size}").expect("a text takes all"),
            Body::Enum(symbols, default) => {
                write!(out, ",\"symbols\":[{}]", list(symbols)).expect("a text takes all");
                if let Some(default) = default {
                    write!(out, ",\"default\":\"{default}\"").expect("a text takes all");
                }
            }
            Body::Record(fields) => {
                out.push_str(",\"fields\":[");
                for (i, field) in fields.iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    write!(out, "{{\"name\":\"{}\",\"type\":", field.name).expect("a text takes all");
                    self.write(out, &field.ty, written);
                    if !field.aliases.is_empty() {
                        write!(out, ",\"aliases\":[{}]", list(&field.aliases)).expect("a text takes all");
                    }
                    if let Some(default) = self.default(field) {
                        write!(out, ",\"default\":{default}").expect("a text takes all");
                    }
                    out.push('}');
                }
                out.push(']');
            }
        }
        out.push('}');
    }

    /// The default of a field, as JSON, where it is to have one and its type allows that.
    pub fn default(&self, field: &Field) -> Option<String> {
        field.default.and_then(|first| self.value(&field.ty, first, 0))
    }

    fn value(&self, ty: &Type, first: bool, depth: usize) -> Option<String> {
        if depth > 4 {
            return None;
        }
        let text = match ty {
            Type::Plain(name) | Type::Logical(name, _) => match (*name, first) {
                ("null", _) => "null",
                ("boolean", true) => "false",
                ("boolean", false) => "true",
                ("string" | "bytes", true) => "\"\"",
                ("string" | "bytes", false) => "\"x\"",
                ("float" | "double", true) => "0.0",
                ("float" | "double", false) => "1.5",
                (_, true) => "0",
                (_, false) => "7",
            }
            .to_owned(),
            Type::Array(_) => "[]".to_owned(),
            Type::Map(_) => "{}".to_owned(),
            Type::Union(branches) => return self.value(branches.first()?, first, depth + 1),
            Type::Named(at) => match &self.types[*at].body {
                Body::Fixed(size) => format!("\"{}\"", "x".repeat(*size as usize)),
                Body::Enum(symbols, _) => format!("\"{}\"", symbols[0]),
                Body::Record(fields) => {
                    let values: Option<Vec<String>> = fields
                        .iter()
                        .map(|field| Some(format!("\"{}\":{}", field.name, self.value(&field.ty, first, depth + 1)?)))
                        .collect();
                    format!("{{{}}}", values?.join(","))
                }
            },
        };
        Some(text)
    }
}

/// `ty` or null.
pub fn optional(ty: Type) -> Type {
    let mut branches = vec![Type::Plain("null")];
    add_branch(&mut branches, ty);
    Type::Union(branches)
}

/// Adds a branch, or the branches of a union; those that are there already are not added again.
pub fn add_branch(branches: &mut Vec<Type>, branch: Type) {
    match branch {
        Type::Union(more) => more.into_iter().for_each(|branch| add_branch(branches, branch)),
        branch if branches.iter().any(|known| same_branch(known, &branch)) => {}
        branch => branches.push(branch),
    }
}

/// No union may have both.
pub fn same_branch(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Named(a), Type::Named(b)) => a == b,
        (Type::Plain(a) | Type::Logical(a, _), Type::Plain(b) | Type::Logical(b, _)) => a == b,
        (Type::Array(_), Type::Array(_)) | (Type::Map(_), Type::Map(_)) => true,
        _ => false,
    }
}
