//! The gate of a type that derives, and its entry in the census.

use avro_model::Level;
use avro_model::history::Folder;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, Lifetime, LitStr};

use super::items::{self, Gate, Gatekeeper};
use super::place::{Place, is_unpacked};
use super::workspace::Workspace;
use super::{HISTORIES, collect};

use crate::ast::Container;
use crate::attr::RuleSeverity;
use crate::package::Package;

/// What a root promises where neither it nor its package says: the strictest level.
const LEVEL: Level = Level::FullTransitive;

/// The gate and the census entry of `container`, inside its `const _` block, where `__avro` is in scope.
///
/// ```text
/// #[derive(AvroSchema)]
/// #[avro(evolution)]              const __HISTORY: &Recorded = { <pool of the recorded versions> };
/// struct Click {                  const __REPORT: &Report = &gate::check(..);
///     email: String,              const _: () = __REPORT.stop_field(0);   // at `email`
/// }                               const _: () = __REPORT.stop_root();     // at `Click`
///                                 submit! { Registration::new::<Click>(..) }
/// ```
pub(crate) fn emit(container: &Container) -> TokenStream {
    let ident = &container.ident;
    if container.is_generic() {
        // its instances enter the census by `register!` and `gate!`
        return container.severities.first().map_or_else(TokenStream::new, |own| not_a_root(own).to_compile_error());
    }
    let Some(full_name) = container.full_name() else { return TokenStream::new() };
    let mut errors = Vec::new();
    let package = &container.package;
    let histories = histories(package);
    let place = match find(container, &full_name, &histories) {
        Ok(place) => place,
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let level = level(container, &mut errors);
    let stated = container.evolution.is_some() || container.subject.is_some() || container.history.is_some();
    let is_root = stated || place.as_ref().is_some_and(|place| place.exists());
    if let (false, Some(severity)) = (is_root, container.severities.first()) {
        errors.push(not_a_root(severity));
    }
    let mut gate_items = TokenStream::new();
    let mut root = quote!(__avro::None);
    if let (true, Some(level), Some(place)) = (is_root, level, place) {
        let collecting = collect::collecting().unwrap_or_else(|message| {
            errors.push(syn::Error::new(ident.span(), message));
            false
        });
        let by = match package.folder.as_deref() {
            Some(folder) if is_unpacked(folder) => Gatekeeper::Origin,
            _ => match (container.gate.as_ref().map(LitStr::value).as_deref(), collecting) {
                (Some("build"), true) => Gatekeeper::CollectedBuild,
                (Some("build"), false) => Gatekeeper::Build,
                (_, true) => Gatekeeper::Collected,
                (Some("test"), false) => Gatekeeper::Test,
                (_, false) => Gatekeeper::Compiler,
            },
        };
        let folder = match by {
            Gatekeeper::Origin | Gatekeeper::Collected | Gatekeeper::CollectedBuild => None,
            _ => match Folder::read(&place.path) {
                Ok(folder) => Some(folder),
                Err(error) => {
                    errors.extend(
                        error.problems().iter().map(|problem| syn::Error::new(ident.span(), problem.text(&place.base))),
                    );
                    None
                }
            },
        };
        let workspace = match by {
            Gatekeeper::Origin => Workspace::default(),
            _ => Workspace::of(package.folder.as_deref()),
        };
        errors.extend(workspace.settings.problems.iter().map(|problem| syn::Error::new(ident.span(), problem)));
        let severities: Vec<_> = (workspace.settings.severities.iter().chain(&package.settings.severities).copied())
            .chain(container.severities.iter().map(|own| (own.rule, own.severity)))
            .collect();
        let broken = folder.is_none() && matches!(by, Gatekeeper::Compiler | Gatekeeper::Build | Gatekeeper::Test);
        let fields: Vec<Span> = container.fields().map(|(_, field)| field.span).collect();
        let ty = static_type(container);
        let gate = Gate {
            ty: &ty,
            span: ident.span(),
            name: &full_name,
            fields: Some(&fields),
            joined: container.fields().any(|(_, field)| field.flatten),
            level,
            by,
            place: &place,
            folder,
            broken,
            severities: &severities,
        };
        match gate.items() {
            Ok(items) => {
                let tracked = workspace.tracked();
                gate_items = quote!(#items #tracked);
            }
            Err(error) => errors.push(error),
        }
        if errors.is_empty() {
            root = items::root(level, by, &severities);
        }
    }
    let entry = census_entry(&static_type(container), ident, quote!(#full_name), &histories, root);
    let errors = errors.iter().map(syn::Error::to_compile_error);
    quote! { #gate_items #entry #(#errors)* }
}

/// Severities are those of a comparison.
fn not_a_root(severity: &RuleSeverity) -> syn::Error {
    let text = format!(
        "`{}` is about the comparison with released versions, and this type has none of its own: write it on the type that has \
         `evolution`, or into `[package.metadata.avro]`",
        severity.rule
    );
    syn::Error::new(severity.span, text)
}

/// The entry of `ty` in the census.
fn census_entry(
    ty: &TokenStream,
    ident: &Ident,
    full_name: TokenStream,
    histories: &str,
    root: TokenStream,
) -> TokenStream {
    let name = ident.to_string();
    let name = name.trim_start_matches("r#");
    let line = super::line(ident.span());
    quote! {
        __avro::submit! {
            __avro::Registration::new::<#ty>(#full_name, __avro::place!(#name, #histories, #line), #root)
        }
    }
}

/// The type with `'static` for its lifetimes.
fn static_type(container: &Container) -> TokenStream {
    let ident = &container.ident;
    let lifetimes = container.generics.lifetimes().map(|_| Lifetime::new("'static", Span::call_site()));
    quote!(#ident<#(#lifetimes),*>)
}

/// The level that the type promises: its own, its package's, or the strictest. The checks have refused a stated
/// `evolution` without a level that there is.
fn level(container: &Container, errors: &mut Vec<syn::Error>) -> Option<Level> {
    if let Some(level) = container.evolution.as_ref().and_then(|evolution| evolution.level.as_ref()) {
        return Level::parse(&level.value());
    }
    let Some(text) = &container.package.settings.evolution else { return Some(LEVEL) };
    let level = Level::parse(text);
    if level.is_none() {
        let levels: Vec<_> =
            Level::ALL.iter().map(|level| format!("\"{}\"", level.name().to_ascii_lowercase())).collect();
        let message = format!(
            "Cargo.toml: `{text}` in `[package.metadata.avro]` is no compatibility level: one of {}",
            levels.join(", ")
        );
        errors.push(syn::Error::new(container.ident.span(), message));
    }
    level
}

/// Folder of the histories, relative to the package, with `/` and without one at its end.
fn histories(package: &Package) -> String {
    package.settings.history.as_deref().unwrap_or(HISTORIES).trim_end_matches('/').to_owned()
}

/// Where the type's history is, or would be: the folder that `history` names, the one of the full name, or an existing
/// one of an alias (a renamed type goes on with the history of its old name).
fn find(container: &Container, full_name: &str, histories: &str) -> syn::Result<Option<Place>> {
    let Some(package) = container.package.folder.as_deref() else { return Ok(None) };
    if let Some(history) = &container.history {
        return Place::stated(package, history).map(Some);
    }
    let place = Place::in_package(package, &format!("{histories}/{full_name}"));
    if place.exists() {
        return Ok(Some(place));
    }
    let aliases = container.aliases.iter().filter_map(|alias| alias.full());
    let of_alias = aliases.map(|alias| Place::in_package(package, &format!("{histories}/{alias}"))).find(Place::exists);
    Ok(Some(of_alias.unwrap_or(place)))
}
