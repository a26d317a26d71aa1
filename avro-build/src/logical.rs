//! The Rust types that the settings give logical types.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use avro_model::{LogicalType, View};

/// The types by the names of the logical types.
pub(crate) struct Logicals<'s> {
    types: HashMap<&'s str, &'s str>,
    used: RefCell<BTreeSet<&'static str>>,
}

impl<'s> Logicals<'s> {
    /// What is wrong with the settings becomes `errors`.
    pub(crate) fn new(settings: &'s [(String, String)], errors: &mut Vec<String>) -> Self {
        let mut types = HashMap::new();
        for (name, path) in settings {
            if !LogicalType::NAMES.contains(&name.as_str()) {
                let help = avro_model::names::nearest(name, LogicalType::NAMES).map_or_else(
                    || format!("help: one of {}", LogicalType::NAMES.join(", ")),
                    |near| format!("help: did you mean `{near}`?"),
                );
                errors.push(format!("logical_type({name:?}, ..): there is no such logical type; {help}"));
            } else if syn::parse_str::<syn::TypePath>(path).is_err() {
                errors.push(format!(
                    "logical_type({name:?}, ..): `{path}` is no path of a type; help: write it whole, `::rust_decimal::Decimal`"
                ));
            } else {
                types.insert(name.as_str(), path.as_str());
            }
        }
        Logicals { types, used: RefCell::default() }
    }

    /// The type of `logical`.
    pub(crate) fn get(&self, logical: LogicalType) -> Option<String> {
        let path = self.types.get(logical.name())?;
        self.used.borrow_mut().insert(logical.name());
        Some((*path).to_owned())
    }

    /// The type of a fixed, where an attribute says the logical type as its properties do.
    pub(crate) fn of_fixed(&self, view: View<'_>) -> Option<String> {
        let logical = view.node.logical?;
        let said = view.node.props.get().iter().all(|prop| match (prop.key.get(), logical) {
            ("precision", LogicalType::Decimal { precision, .. }) => prop.value.get() == precision.to_string(),
            ("scale", LogicalType::Decimal { scale, .. }) => prop.value.get() == scale.to_string(),
            _ => true,
        });
        if said { self.get(logical) } else { None }
    }

    /// Warnings about settings that nothing was made with.
    pub(crate) fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let mut unused: Vec<String> = self
            .types
            .keys()
            .filter(|name| !used.contains(*name))
            .map(|name| format!("logical_type({name:?}, ..) matches nothing"))
            .collect();
        unused.sort();
        unused
    }
}
