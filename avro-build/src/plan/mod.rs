//! From schemas to what stands in the generated file: modules, items, identifiers and types.

mod cycles;
pub(crate) mod idents;
mod item;
mod modules;
mod position;
mod rename;
mod sizes;
mod usable;

use std::collections::HashMap;

use avro_model::{Diagnostic, Schema, content};

use crate::logical::Logicals;
use crate::schemas::{Definition, Root};
pub(crate) use item::{Body, Branch, Carried, Item, Null, Position, RecordField, Ty};
pub(crate) use modules::{Extern, Spaces};
use position::{Positions, Scope};
pub(crate) use rename::Renames;

/// Everything that is to be written.
pub(crate) struct Plan<'a> {
    /// The types, in the order of the schemas.
    pub(crate) items: Vec<Item<'a>>,
    /// Modules and paths.
    pub(crate) spaces: Spaces,
    /// What each type's schema must be.
    pub(crate) proofs: Vec<Proof>,
    /// What no type could be made for.
    pub(crate) errors: Vec<Diagnostic>,
}

/// The hash that the derived schema of a type must have.
pub(crate) struct Proof {
    /// Path from the top of the file.
    pub(crate) path: String,
    pub(crate) hash: u128,
}

/// Plans all `definitions`, and those `roots` that have no name, which are named after their files. `placed` puts what is
/// to be said of a node to its place.
pub(crate) fn plan<'a>(
    definitions: &[Definition<'a>],
    roots: &[Root<'a>],
    files: &[&str],
    placed: &dyn Fn(Diagnostic, &Schema) -> Diagnostic,
    externs: &[Extern],
    logicals: &Logicals<'_>,
) -> Plan<'a> {
    let mut errors = Vec::new();
    let (sound, nameless) = usable::usable(definitions, roots, files, placed, &mut errors);
    let known: HashMap<&str, usize> =
        sound.iter().enumerate().map(|(index, definition)| (definition.full, index)).collect();
    let mut spaces = Spaces::new(&sound, externs);
    let stems: Vec<String> = nameless.iter().map(|root| stem(files[root.file])).collect();
    let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
    let idents = spaces.taken(0).all(&stems, idents::type_name, "");
    let boxed = cycles::boxed(&position::edges(&sound, &known, &spaces));
    let mut items = Vec::new();
    let mut proofs = Vec::new();
    let mut positions =
        Positions { spaces: &mut spaces, known: &known, boxed: &boxed, logicals, leaf: None, unions: Vec::new() };
    for (index, definition) in sound.iter().enumerate() {
        let place = positions.spaces.place(definition.full).clone();
        proofs.push(Proof {
            path: positions.spaces.path(0, definition.full),
            hash: content::definition_hash_of(definition.view),
        });
        if place.external.is_some() {
            continue;
        }
        let mut scope = Scope::new(Some(index), place.module, &place.ident);
        let body = positions.definition(&mut scope, definition.view);
        let full = definition.full.to_owned();
        items.push(Item {
            module: place.module,
            ident: place.ident,
            full,
            view: definition.view,
            body,
            what: None,
            root: false,
        });
        items.append(&mut positions.unions);
    }
    for (root, ident) in nameless.iter().zip(idents) {
        let mut scope = Scope::new(None, 0, &ident);
        let body = positions.root(&mut scope, root.view);
        let path = format!("self::{}", idents::ident(&ident));
        proofs.push(Proof { path, hash: content::definition_hash_of(root.view) });
        let what = Some(format!("The schema of `{}`.", files[root.file]));
        items.push(Item { module: 0, full: ident.clone(), ident, view: root.view, body, what, root: true });
        items.append(&mut positions.unions);
    }
    Plan { items, spaces, proofs, errors }
}

/// `schemas/order-placed.avsc` -> `order_placed`
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    avro_model::names::repaired(name.split('.').next().unwrap_or(name))
}
