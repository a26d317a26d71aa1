//! A Rust type in a place, with what is around it: lists, maps, options and pointers.

use crate::random::Choices;

/// What a union could not tell apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Null,
    /// A type by its Avro name; a named one by its own.
    One(String),
    /// A union, and whether `null` is a branch.
    Union(bool),
}

/// A type, as it is written, and what its attributes allow.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) rust: String,
    /// The attribute that chooses its form.
    pub(super) form: String,
    /// Makes a value by `r`; nothing where the type's own way does.
    pub(super) make: Option<String>,
    pub(super) shape: Shape,
    /// A default as a literal, and as JSON; empty where it has none. Of an `Option`: of what it holds.
    pub(super) literal: String,
    pub(super) json: String,
    /// It can be in a set.
    pub(super) ordered: bool,
    /// `default` alone is a value, and serde's says the same.
    pub(super) zero: bool,
    pub(super) serde_zero: bool,
    /// It has Rust's `Default`.
    pub(super) rust_default: bool,
    /// It is written as an `Option`.
    pub(super) optional: bool,
}

impl Place {
    /// A type that is derived, of that shape.
    pub(super) fn derived(rust: &str, shape: Shape) -> Self {
        Place {
            rust: rust.to_owned(),
            form: String::new(),
            make: None,
            shape,
            literal: String::new(),
            json: String::new(),
            ordered: false,
            zero: false,
            serde_zero: false,
            rust_default: false,
            optional: false,
        }
    }

    /// The expression that makes a value.
    pub(super) fn value(&self) -> String {
        self.make.clone().unwrap_or_else(|| "crate::support::Make::make(r)".to_owned())
    }

    /// Whether `null` may stand beside it in a union.
    pub(super) fn may_be_optional(&self) -> bool {
        matches!(self.shape, Shape::One(_) | Shape::Union(false))
    }

    /// In a list, a set, a map, an option or behind a pointer; as it is where that does not go with it. `keys` are types of keys.
    pub(super) fn within(self, choices: &mut Choices<'_>, keys: &[String]) -> Place {
        const ITEMS: &str = "crate::support::list(r, |r| {})";
        match choices.below(20) {
            0 | 1 => self.list("Vec<{}>", ITEMS, true),
            2 => self.list("std::collections::VecDeque<{}>", &format!("crate::support::turned({ITEMS}.into())"), true),
            3 => self.list("Box<[{}]>", &format!("{ITEMS}.into()"), true),
            4 => self.list("std::sync::Arc<[{}]>", &format!("{ITEMS}.into()"), true),
            5 => {
                let default = self.rust_default;
                let json = format!("[{0},{0}]", self.json);
                let known = !self.json.is_empty();
                let mut place = self.list("[{}; 2]", "crate::support::array(r, |r| {})", true);
                (place.zero, place.serde_zero, place.rust_default) = (false, false, default);
                (place.literal, place.json) = (String::new(), if known { json } else { String::new() });
                place
            }
            6 if self.ordered => {
                self.list("std::collections::HashSet<{}>", &format!("{ITEMS}.into_iter().collect()"), false)
            }
            7 if self.ordered => {
                self.list("std::collections::BTreeSet<{}>", &format!("{ITEMS}.into_iter().collect()"), true)
            }
            8 if self.ordered => self.list("indexmap::IndexSet<{}>", &format!("{ITEMS}.into_iter().collect()"), false),
            9 => self.list("smallvec::SmallVec<[{}; 2]>", &format!("{ITEMS}.into_iter().collect()"), true),
            10 => self.map("std::collections::HashMap", "String", false),
            // Where the keys of all maps are written as their texts, a newtype would need one.
            11 if self.form.contains("keys") => self.map("std::collections::BTreeMap", "Box<str>", true),
            11 => {
                let key = keys.get(choices.below(keys.len())).map_or("Box<str>", String::as_str);
                self.map("std::collections::BTreeMap", key, true)
            }
            12 => self.map("indexmap::IndexMap", "std::sync::Arc<str>", false),
            13 => self.pointer("std::rc::Rc"),
            14 => self.pointer("Box"),
            15 => self.list("arrayvec::ArrayVec<{}, 4>", &format!("{ITEMS}.into_iter().collect()"), true),
            // An attribute more goes where there is one. It is about every map of the field, and newtypes over texts are no text to it.
            16 | 17
                if !self.form.is_empty()
                    && !self.form.contains("keys")
                    && !keys.iter().any(|key| self.rust.contains(key.as_str())) =>
            {
                self.numbered()
            }
            _ => self.option(),
        }
    }

    /// `Option` of it, if it can be in one.
    pub(super) fn option(self) -> Place {
        if !self.may_be_optional() || self.optional {
            return self;
        }
        Place {
            make: Some(format!("crate::support::opt(r, |r| {})", self.value())),
            rust: format!("Option<{}>", self.rust),
            shape: Shape::Union(true),
            rust_default: true,
            optional: true,
            zero: false,
            serde_zero: false,
            ..self
        }
    }

    fn pointer(self, pointer: &str) -> Place {
        let (make, rust) = (format!("{pointer}::new({})", self.value()), format!("{pointer}<{}>", self.rust));
        Place { make: Some(make), ..self.hidden(rust) }
    }

    /// Written as `rust`. What is not written as an option has no attributes of options.
    pub(super) fn hidden(self, rust: String) -> Place {
        let (literal, json) =
            if self.optional { (String::new(), "null".to_owned()) } else { (self.literal.clone(), self.json.clone()) };
        Place { rust, optional: false, serde_zero: false, literal, json, ..self }
    }

    /// A list of it; one of `u8` would be bytes.
    fn list(self, rust: &str, make: &str, ordered: bool) -> Place {
        if self.rust == "u8" {
            return self;
        }
        let item = self.item();
        let literal = self.literal.starts_with(|first: char| first.is_ascii_digit() || "-\"t".contains(first));
        Place {
            make: Some(make.replacen("{}", &self.value(), 1)),
            rust: rust.replacen("{}", &self.rust, 1),
            shape: Shape::One("array".to_owned()),
            literal: if literal && !self.optional { format!("[{}]", self.literal) } else { String::new() },
            json: if item.is_empty() { "[]".to_owned() } else { format!("[{item}]") },
            ordered: ordered && self.ordered,
            zero: true,
            serde_zero: rust.starts_with("Vec") || rust.starts_with("std::collections"),
            rust_default: true,
            optional: false,
            ..self
        }
    }

    fn map(self, map: &str, key: &str, ordered: bool) -> Place {
        let item = self.item();
        Place {
            make: Some(format!("crate::support::map(r, |r| {}).collect()", self.value())),
            rust: format!("{map}<{key}, {}>", self.rust),
            shape: Shape::One("map".to_owned()),
            literal: String::new(),
            json: if item.is_empty() { "{}".to_owned() } else { format!("{{\"k\":{item}}}") },
            ordered: ordered && self.ordered,
            zero: true,
            serde_zero: map.starts_with("std::collections"),
            rust_default: true,
            optional: false,
            ..self
        }
    }

    /// A map whose keys are numbers.
    fn numbered(self) -> Place {
        let form = format!("{}, keys = \"string\"", self.form);
        let map = self.map("std::collections::BTreeMap", "u16", true);
        let make = map.make.map(|make| make.replacen("support::map(", "support::numbered(", 1));
        Place { form, make, json: map.json.replacen("\"k\"", "\"7\"", 1), ..map }
    }

    /// A value within a list or a map, as JSON.
    fn item(&self) -> &str {
        if self.optional { "null" } else { &self.json }
    }
}
