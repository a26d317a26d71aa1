//! `gate!(Page<Order>, "schemas/history/..", FullTransitive)` and `assert_compatible!(..)`: gates of types whose derive
//! cannot have one.

use std::path::PathBuf;

use avro_model::Level;
use avro_model::history::Folder;
use avro_model::package::Settings;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Path, Token, Type};

use super::items::{self, Gate, Gatekeeper};
use super::place::{Place, is_unpacked};
use super::workspace::Workspace;
use super::{HISTORIES, collect, line};

/// What a gate is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The type is a root: it enters the census.
    Root,
    /// Only the comparison.
    Assertion,
}

/// `$crate; Type, "folder", Level`
struct Instance {
    runtime: Path,
    ty: Type,
    folder: LitStr,
    level: Level,
}

impl Parse for Instance {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = input.call(Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        let ty = input.parse()?;
        input.parse::<Token![,]>()?;
        let folder = input.parse()?;
        input.parse::<Token![,]>()?;
        let level: Path = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        let name = level.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let found = Level::ALL.into_iter().find(|level| format!("{level:?}") == name);
        let Some(level) = found else {
            let levels: Vec<_> = Level::ALL.iter().map(|level| format!("`{level:?}`")).collect();
            return Err(syn::Error::new_spanned(level, format!("`{name}` is no level: one of {}", levels.join(", "))));
        };
        Ok(Instance { runtime, ty, folder, level })
    }
}

pub(crate) fn expand(input: TokenStream, purpose: Purpose) -> syn::Result<TokenStream> {
    let Instance { runtime, ty, folder: literal, level } = syn::parse2(input)?;
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let place = Place::stated(&package, &literal)?;
    let by = match collect::collecting().map_err(|message| syn::Error::new(literal.span(), message))? {
        _ if is_unpacked(&package) => Gatekeeper::Origin,
        true => Gatekeeper::Collected,
        false => Gatekeeper::Compiler,
    };
    let folder = match by {
        Gatekeeper::Origin | Gatekeeper::Collected => None,
        _ => Some(Folder::read(&place.path).map_err(|error| {
            let texts: Vec<_> = error.problems().iter().map(|problem| problem.text(&place.base)).collect();
            syn::Error::new(literal.span(), texts.join("\n\n"))
        })?),
    };
    if purpose == Purpose::Assertion && folder.as_ref().is_some_and(|folder| folder.versions().is_empty()) {
        return Err(syn::Error::new(literal.span(), format!("`{}` holds no recorded version", place.shown)));
    }
    let ty = ty.into_token_stream();
    let name = ty
        .to_string()
        .replace(" <", "<")
        .replace("< ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
        .replace(" :: ", "::");
    let span = name_span(&ty).unwrap_or(literal.span());
    let (workspace, own) = match by {
        Gatekeeper::Origin => (Workspace::default(), Settings::default()),
        _ => (Workspace::of(Some(&package)), Settings::of_package(&manifest(&package))),
    };
    if let Some(problem) = workspace.settings.problems.iter().chain(&own.problems).next() {
        return Err(syn::Error::new(span, problem));
    }
    let severities: Vec<_> = workspace.settings.severities.iter().chain(&own.severities).copied().collect();
    let severities = &severities[..];
    let gate = Gate {
        ty: &ty,
        span,
        name: &name,
        fields: None,
        joined: false,
        level,
        by,
        place: &place,
        folder,
        broken: false,
        severities,
    };
    let (items, tracked) = (gate.items()?, workspace.tracked());
    let entry = match purpose {
        Purpose::Assertion => TokenStream::new(),
        Purpose::Root => {
            let (root, line) = (items::root(level, by, severities), line(span));
            let histories = match place.shown.rsplit_once('/') {
                Some((histories, _)) if !histories.starts_with('.') => histories,
                _ => HISTORIES,
            };
            quote! {
                __avro::submit! {
                    __avro::Registration::new::<#ty>(
                        __avro::full_name_of::<#ty>(),
                        __avro::place!(#name, #histories, #line),
                        #root,
                    )
                }
            }
        }
    };
    Ok(quote! {
        const _: () = {
            use #runtime::__private as __avro;
            #items
            #tracked
            #entry
        };
    })
}

/// The text of the package's manifest.
fn manifest(package: &std::path::Path) -> String {
    std::fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default()
}

/// The type's own name: the last identifier before its arguments.
fn name_span(ty: &TokenStream) -> Option<Span> {
    let head =
        ty.clone().into_iter().take_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'));
    head.filter(|token| matches!(token, TokenTree::Ident(_))).last().map(|token| token.span())
}
