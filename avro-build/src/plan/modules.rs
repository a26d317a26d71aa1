//! Modules, one for each part of a namespace, and the paths from one to a type in another.

use std::collections::{BTreeSet, HashMap};

use super::idents::{self, Taken};
use crate::schemas::Definition;

/// Types of a namespace, or a single type, that stand in another crate or module.
#[derive(Clone, Debug)]
pub(crate) struct Extern {
    /// Namespace or full name.
    pub(crate) name: String,
    /// Rust path in place of it.
    pub(crate) path: String,
}

/// Where a type stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Index of its module.
    pub(crate) module: usize,
    /// Its identifier, not yet raw.
    pub(crate) ident: String,
    /// Its whole path, where it is not ours.
    pub(crate) external: Option<String>,
}

/// A module. The first of all is the top of the file.
#[derive(Debug)]
pub(crate) struct Module {
    /// Identifiers of the path from the top, not yet raw.
    pub(crate) path: Vec<String>,
    /// The namespace.
    pub(crate) namespace: String,
    /// Modules in it, by ascending identifier.
    pub(crate) children: Vec<usize>,
    taken: Taken,
}

/// All modules and where each type stands.
#[derive(Debug)]
pub(crate) struct Spaces {
    modules: Vec<Module>,
    places: HashMap<String, Place>,
}

impl Spaces {
    pub(super) fn new(definitions: &[Definition<'_>], externs: &[Extern]) -> Spaces {
        let top = Module { path: Vec::new(), namespace: String::new(), children: Vec::new(), taken: Taken::default() };
        let mut spaces = Spaces { modules: vec![top], places: HashMap::new() };
        let of_namespace = spaces.add_modules(definitions);
        let mut types: Vec<Vec<&str>> = vec![Vec::new(); spaces.modules.len()];
        for definition in definitions {
            types[of_namespace[avro_model::text::namespace(definition.full)]].push(definition.full);
        }
        for (module, fulls) in types.into_iter().enumerate() {
            let names: Vec<&str> = fulls.iter().map(|full| avro_model::text::short_name(full)).collect();
            let idents = spaces.modules[module].taken.all(&names, idents::type_name, "");
            for (full, ident) in fulls.into_iter().zip(idents) {
                let external = spaces.external(full, module, &ident, externs);
                spaces.places.insert(full.to_owned(), Place { module, ident, external });
            }
        }
        spaces
    }

    /// Makes a module for each namespace and those around it; gives their indices.
    fn add_modules(&mut self, definitions: &[Definition<'_>]) -> HashMap<String, usize> {
        let mut known = HashMap::from([(String::new(), 0)]);
        // Shorter namespaces come before those inside them.
        let mut namespaces: BTreeSet<&str> = BTreeSet::new();
        for definition in definitions {
            let mut namespace = avro_model::text::namespace(definition.full);
            while !namespace.is_empty() && namespaces.insert(namespace) {
                namespace = avro_model::text::namespace(namespace);
            }
        }
        let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
        for namespace in &namespaces {
            children.entry(avro_model::text::namespace(namespace)).or_default().push(namespace);
        }
        let mut open = vec![("", 0)];
        while let Some((namespace, module)) = open.pop() {
            let inner = children.remove(namespace).unwrap_or_default();
            let parts: Vec<&str> = inner.iter().map(|full| avro_model::text::short_name(full)).collect();
            let idents = Taken::default().all(&parts, idents::module, "_");
            let mut pairs: Vec<(String, &str)> = idents.into_iter().zip(inner).collect();
            pairs.sort();
            for (ident, full) in pairs {
                let mut path = self.modules[module].path.clone();
                path.push(ident);
                let index = self.modules.len();
                self.modules[module].children.push(index);
                let (namespace, taken) = (full.to_owned(), Taken::default());
                self.modules.push(Module { path, namespace, children: Vec::new(), taken });
                known.insert(full.to_owned(), index);
                open.push((full, index));
            }
        }
        known
    }

    /// The path of the type `full` where `externs` say that it stands elsewhere: what follows the namespace that is named
    /// there is appended, the longest namespace counts.
    fn external(&self, full: &str, module: usize, ident: &str, externs: &[Extern]) -> Option<String> {
        if let Some(exact) = externs.iter().find(|found| found.name == full) {
            return Some(exact.path.clone());
        }
        let namespace = avro_model::text::namespace(full);
        let within =
            |name: &str| namespace == name || namespace.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
        let found = externs.iter().filter(|found| within(&found.name)).max_by_key(|found| found.name.len())?;
        let depth = found.name.split('.').count();
        let mut path = found.path.clone();
        for part in self.modules[module].path.iter().skip(depth).map(String::as_str).chain([ident]) {
            path.push_str("::");
            path.push_str(&idents::ident(part).to_string());
        }
        Some(path)
    }

    pub(crate) fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// The identifiers of the types in `module`.
    pub(super) fn taken(&mut self, module: usize) -> &mut Taken {
        &mut self.modules[module].taken
    }

    /// Whether a type in `module` has the identifier `ident`.
    pub(crate) fn has(&self, module: usize, ident: &str) -> bool {
        self.modules[module].taken.contains(ident)
    }

    /// Where the type `full` stands.
    pub(crate) fn place(&self, full: &str) -> &Place {
        &self.places[full]
    }

    /// The path from `module` to the type `full`.
    pub(crate) fn path(&self, module: usize, full: &str) -> String {
        let place = self.place(full);
        if let Some(path) = &place.external {
            return path.clone();
        }
        let (from, to) = (&self.modules[module].path, &self.modules[place.module].path);
        let common = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        let mut parts = vec!["super".to_owned(); from.len() - common];
        // A child module may have the name of a crate: `self::` says which is meant.
        if parts.is_empty() && (to.len() > common || module == 0) {
            parts.push("self".to_owned());
        }
        parts.extend(to[common..].iter().map(|part| idents::ident(part).to_string()));
        parts.push(idents::ident(&place.ident).to_string());
        parts.join("::")
    }
}
