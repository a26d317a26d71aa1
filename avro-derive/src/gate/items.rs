//! The items of one gate: the recorded versions, the report on them, and an error or a notice at the right token.

use avro_model::Level;
use avro_model::history::{Folder, MANIFEST_FILE};
use avro_model::rules::{Rule, Severity};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::collect;
use super::place::Place;
use super::schemas::tokens;

/// How many texts a report holds at most, for gates that do not know the fields.
const PARTS: usize = 33;

/// Who compares the type with its history; named as in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gatekeeper {
    Compiler,
    Build,
    Test,
    Origin,
    Collected,
    CollectedBuild,
}

/// A gate that is to be written.
pub(super) struct Gate<'a> {
    /// The checked type.
    pub(super) ty: &'a TokenStream,
    /// What to underline where no field is meant.
    pub(super) span: Span,
    /// How to call the type in notices.
    pub(super) name: &'a str,
    /// What to underline for each field, where they are known.
    pub(super) fields: Option<&'a [Span]>,
    /// Some of the fields are flattened records.
    pub(super) joined: bool,
    pub(super) level: Level,
    pub(super) by: Gatekeeper,
    pub(super) place: &'a Place,
    /// The history; none where it is not read or broken.
    pub(super) folder: Option<Folder>,
    /// The history could not be read, which is reported already.
    pub(super) broken: bool,
    /// What its owners say about single rules; of several for one rule the last counts.
    pub(super) severities: &'a [(Rule, Severity)],
}

impl Gate<'_> {
    /// `const __HISTORY: &Recorded`, and unless somebody else is the gatekeeper, the checks.
    pub(super) fn items(&self) -> syn::Result<TokenStream> {
        let history = match self.by {
            Gatekeeper::Collected | Gatekeeper::CollectedBuild => self.collected(),
            _ => self.history()?,
        };
        let tracked = collect::tracked();
        let history = quote!(#history #tracked);
        if self.by != Gatekeeper::Compiler || self.level == Level::None || self.broken {
            return Ok(history);
        }
        let released =
            self.folder.as_ref().is_some_and(|folder| folder.versions().iter().any(|version| version.released));
        let checks = if released { self.checks() } else { self.notice() };
        Ok(quote! { #history #checks })
    }

    /// Where the history is, without what is in it: who collects reads it himself.
    fn collected(&self) -> TokenStream {
        let (none, guard) = (self.without_versions(), collect::guard());
        quote!(#none #guard)
    }

    fn without_versions(&self) -> TokenStream {
        let shown = &self.place.shown;
        let name = shown.rsplit('/').next().unwrap_or(shown);
        quote! {
            const __HISTORY: &'static __avro::Recorded = {
                static __NONE: __avro::Recorded = __avro::Recorded::none(#name, #shown);
                &__NONE
            };
        }
    }

    fn history(&self) -> syn::Result<TokenStream> {
        let shown = &self.place.shown;
        let Some(folder) = self.folder.as_ref().filter(|folder| !folder.versions().is_empty()) else {
            return Ok(self.without_versions());
        };
        let pool = tokens(&folder.to_rust(shown))?;
        let files = folder.versions().iter().map(|version| version.file.as_str());
        let tracked = [MANIFEST_FILE].into_iter().chain(files).map(|file| self.place.tracked(file));
        Ok(quote! {
            const __HISTORY: &'static __avro::Recorded = {
                use __avro::pool as __pool;
                #pool
                &__HISTORY
            };
            #(#tracked)*
        })
    }

    fn checks(&self) -> TokenStream {
        let (ty, level) = (self.ty, variant(self.level));
        let check = match severities(self.severities) {
            None => quote!(check(<#ty as __avro::AvroSchema>::SCHEMA, __HISTORY, __avro::Level::#level)),
            Some(list) => quote! {
                check_with(
                    <#ty as __avro::AvroSchema>::SCHEMA,
                    __HISTORY,
                    &__avro::gate::Settings { level: __avro::Level::#level, severities: #list },
                )
            },
        };
        let report = quote! {
            // a failing gate looks for fixes, which may take longer than the lint likes
            #[allow(long_running_const_eval)]
            const __REPORT: &'static __avro::gate::Report = &__avro::gate::#check;
        };
        let stop = |span: Span, call: TokenStream| quote_spanned!(span=> const _: () = __REPORT.#call;);
        let errors: TokenStream = match self.fields {
            Some(fields) => {
                let of_fields = fields.iter().enumerate().map(|(i, span)| {
                    let call = if self.joined {
                        quote_spanned!(*span=> stop_part(<#ty as __avro::AvroSchema>::SCHEMA.view().part(#i)))
                    } else {
                        quote_spanned!(*span=> stop_field(#i))
                    };
                    stop(*span, call)
                });
                of_fields.chain([stop(self.span, quote_spanned!(self.span=> stop_root()))]).collect()
            }
            None => (0..PARTS).map(|i| stop(self.span, quote_spanned!(self.span=> stop_nth(#i)))).collect(),
        };
        let warnings = quote_spanned! { self.span=>
            #[warn(deprecated, warnings)]
            const _: () = __avro::Check::<{ __REPORT.warnings() }>::notice();
        };
        quote! { #report #errors #warnings }
    }

    /// Nothing is released yet, so nothing is compared: the user is told, lest a gate that was meant is silently off.
    fn notice(&self) -> TokenStream {
        let recorded = self.folder.as_ref().is_some_and(|folder| !folder.versions().is_empty());
        let record = if recorded { "" } else { "`AVRO_BLESS=1 cargo test` records the first one, " };
        let note = format!(
            "no released version of `{}` yet, so nothing is compared: {record}`cargo avro release` marks what is recorded as released",
            self.name
        );
        quote_spanned! { self.span=>
            #[warn(deprecated, warnings)]
            const _: () = {
                #[deprecated(note = #note)]
                const fn no_released_version() {}
                no_released_version()
            };
        }
    }
}

/// What a root says of itself in the census: `Root::new(..)`, with what its owners say about single rules.
pub(super) fn root(level: Level, by: Gatekeeper, list: &[(Rule, Severity)]) -> TokenStream {
    let (level, by) = (variant(level), variant(by));
    let with = severities(list).map(|list| quote!(.with_severities(#list)));
    quote!(__avro::Some(__avro::Root::new(__avro::Level::#level, __HISTORY, __avro::Gatekeeper::#by) #with))
}

/// `&[(Rule::A, Severity::Allow)]`; nothing where nobody says anything.
fn severities(list: &[(Rule, Severity)]) -> Option<TokenStream> {
    let pairs = list.iter().map(|(rule, severity)| {
        let (rule, severity) = (variant(rule), variant(severity));
        quote!((__avro::rules::Rule::#rule, __avro::rules::Severity::#severity))
    });
    (!list.is_empty()).then(|| quote!(&[#(#pairs),*]))
}

/// The identifier of an enum's variant.
pub(super) fn variant(value: impl std::fmt::Debug) -> Ident {
    Ident::new(&format!("{value:?}"), Span::call_site())
}
