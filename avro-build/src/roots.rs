//! Which types have a history: the roots of files that nothing else refers to, and whatever has a folder.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use avro_model::gate::Settings;
use avro_model::{Kind, View};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::gate::{self, GateFindings, Texts};
use crate::plan::{Body, Plan};
use crate::severities::OwnSeverities;

/// The roots of a plan: what the gate finds, and what their types carry.
#[derive(Default)]
pub(crate) struct Roots {
    /// Entries of `#[avro(..)]`, by the item's full name.
    pub(crate) entries: HashMap<String, TokenStream>,
    /// What the gate says.
    pub(crate) findings: GateFindings,
    /// Folders to watch.
    pub(crate) folders: Vec<String>,
}

/// Finds the roots of `plan` and compares them with their histories below `histories`. `said` is what is said of single types.
pub(crate) fn check(
    plan: &Plan<'_>,
    texts: &Texts<'_>,
    histories: &str,
    settings: &Settings<'_>,
    said: &OwnSeverities,
) -> Roots {
    let mut roots = Roots::default();
    let histories = histories.trim_end_matches('/');
    roots.folders.push(histories.to_owned());
    let used = used_elsewhere(texts);
    let of_file: HashSet<&str> =
        texts.files.schemas().filter_map(|schema| Some(schema.view.name()?.full.get())).collect();
    for item in &plan.items {
        let (is_root, aliases, union) = match (&item.body, item.view.name()) {
            (Body::Union(_), _) if item.root => (true, Vec::new(), true),
            (_, Some(name)) => {
                let full = name.full.get();
                let aliases = name.aliases.get().iter().map(|alias| alias.get()).collect();
                (of_file.contains(full) && !used.contains(full), aliases, false)
            }
            _ => continue,
        };
        let own = format!("{histories}/{}", item.full);
        let exists = |folder: &str| Path::new(folder).is_dir();
        let of_alias = aliases.into_iter().map(|alias: &str| format!("{histories}/{alias}"));
        let folder = if exists(&own) { own } else { of_alias.into_iter().find(|folder| exists(folder)).unwrap_or(own) };
        if !is_root && !exists(&folder) {
            continue;
        }
        let evolution = settings.level.name().to_ascii_lowercase();
        let namespace = union.then(|| quote!(namespace = "",));
        // the test gate and `cargo avro` hear of them from the type
        let severities = said.of(&item.full);
        let words = severities.iter().map(|(rule, severity)| {
            let (word, rule) = (format_ident!("{}", severity.word()), rule.id());
            quote!(, #word(#rule))
        });
        roots.entries.insert(
            item.full.clone(),
            quote!(#namespace gate = "build", evolution = #evolution, history = #folder #(#words)*),
        );
        let root = gate::Root { full: &item.full, view: item.view, folder: &folder };
        let all = [settings.severities, &severities].concat();
        let found = gate::findings(&root, &Settings { severities: &all, ..*settings }, texts);
        roots.findings.errors.extend(found.errors);
        roots.findings.warnings.extend(found.warnings);
        if exists(&folder) {
            roots.folders.push(folder);
        }
    }
    roots
}

/// The named types that a file other than their own refers to.
fn used_elsewhere<'a>(texts: &Texts<'a>) -> HashSet<&'a str> {
    let mut used = HashSet::new();
    let home: HashMap<&str, usize> =
        texts.definitions.iter().map(|definition| (definition.full, definition.file)).collect();
    let mut open: Vec<(View<'a>, usize)> = Vec::new();
    for definition in texts.definitions {
        let view = definition.view;
        open.extend((0..view.field_count()).map(|at| (view.child(&view.field(at).schema), definition.file)));
    }
    for schema in texts.files.schemas().filter(|schema| schema.view.name().is_none()) {
        open.push((schema.view, schema.file));
    }
    while let Some((view, file)) = open.pop() {
        if let Some(name) = view.name() {
            let full = name.full.get();
            if home.get(full).is_some_and(|home| *home != file) {
                used.insert(full);
            }
            continue;
        }
        if let Kind::Union(_) = &view.node.kind {
            open.extend((0..view.branch_count()).map(|branch| (view.branch(branch), file)));
        }
        open.extend(view.element().map(|element| (element, file)));
    }
    used
}
