//! From the plan to the text of the generated file.

mod attributes;
mod docs;
mod json;
mod layout;

use std::collections::HashMap;

use avro_model::Kind;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::attach::Attached;
use crate::plan::idents::ident;
use crate::plan::{Body, Branch, Item, Plan, Position, Ty};
use attributes::Entries;
use docs::Doc;

/// What the user's lints must not say about generated code.
const SILENT: &str = "#[allow(dead_code, missing_docs, missing_copy_implementations, unreachable_pub, clippy::all, clippy::pedantic, clippy::nursery)]";

/// What the generated code is made with, beside the plan.
pub(crate) struct Settings<'s> {
    /// Maps are `BTreeMap`.
    pub(crate) btree: bool,
    /// Attributes of the user.
    pub(crate) attached: &'s Attached,
    /// Entries of `#[avro(..)]` for the roots that have a history, by full name.
    pub(crate) gates: &'s HashMap<String, TokenStream>,
}

/// The generated file. `errors` become `compile_error!`s at its top.
pub(crate) fn render(plan: &Plan<'_>, settings: &Settings<'_>, errors: &[String]) -> String {
    let mut of_module: Vec<Vec<&Item<'_>>> = vec![Vec::new(); plan.spaces.modules().len()];
    for item in &plan.items {
        of_module[item.module].push(item);
    }
    let renderer = Renderer { plan, settings, of_module };
    let silent: TokenStream = SILENT.parse().unwrap_or_default();
    let errors = errors.iter().map(|text| quote!(::core::compile_error!(#text);));
    let top = renderer.of_module[0].iter().map(|item| renderer.item(item, Some(&silent)));
    let modules = plan.spaces.modules()[0].children.iter().map(|&child| {
        let module = renderer.module(child);
        module.map(|module| quote!(#silent #module))
    });
    let modules: Vec<TokenStream> = modules.flatten().collect();
    let mut text = String::from("// Made by avro-build from schema files: change those.\n\n");
    text.push_str(&layout::laid_out(quote!(#(#errors)* #(#top)* #(#modules)*)));
    if !plan.proofs.is_empty() {
        // Each type is held against the schema it was made from, when it is compiled.
        text.push_str("\n::avro_runtime::__private::source! {\n");
        for proof in &plan.proofs {
            text.push_str(&format!("    {} = 0x", proof.path));
            for group in (0..8).rev() {
                let part = proof.hash >> (16 * group) & 0xffff;
                text.push_str(&format!("{part:04x}{}", if group > 0 { "_" } else { ",\n" }));
            }
        }
        text.push_str("}\n");
    }
    text
}

struct Renderer<'r, 'a> {
    plan: &'r Plan<'a>,
    settings: &'r Settings<'r>,
    of_module: Vec<Vec<&'r Item<'a>>>,
}

impl<'a> Renderer<'_, 'a> {
    /// A module and all in it; nothing where no type is in it.
    fn module(&self, index: usize) -> Option<TokenStream> {
        let module = &self.plan.spaces.modules()[index];
        let children: Vec<TokenStream> = module.children.iter().filter_map(|&child| self.module(child)).collect();
        let items = &self.of_module[index];
        if items.is_empty() && children.is_empty() {
            return None;
        }
        let name = ident(module.path.last()?);
        let items = items.iter().map(|item| self.item(item, None));
        Some(quote!(pub mod #name { #(#items)* #(#children)* }))
    }

    /// `silent`: what a module around it would say to lints.
    fn item(&self, item: &Item<'a>, silent: Option<&TokenStream>) -> TokenStream {
        let name = ident(&item.ident);
        let mut entries = Entries::default();
        let doc = self.container(item, &mut entries);
        let body = match &item.body {
            Body::Record(fields, renames) => {
                let fields = fields.iter().zip(&renames.exceptions).map(|(field, exception)| {
                    let name = ident(&field.ident);
                    let wire = field.field.name.get();
                    let (doc, entries) =
                        attributes::field(field, *exception, |full, symbol| self.symbol(item, full, symbol));
                    let doc = doc.tokens();
                    let ty = self.ty(item.module, &field.position.ty);
                    let attached = self.settings.attached.of_field(&item.full, wire);
                    quote!(#doc #entries #attached pub #name: #ty)
                });
                quote!(pub struct #name { #(#fields),* })
            }
            Body::Enum(idents, renames) => {
                let Kind::Enum(symbols) = &item.view.node.kind else { return TokenStream::new() };
                let default = symbols.default.as_ref().map(|text| text.get());
                let variants = idents.iter().zip(&renames.exceptions).zip(symbols.symbols.get());
                let variants = variants.map(|((name, exception), symbol)| {
                    let symbol = symbol.get();
                    let mut entries = Entries::default();
                    entries.text_if(*exception, "name", symbol);
                    entries.flag_if(default == Some(symbol), "default");
                    let name = ident(name);
                    let attached = self.settings.attached.of_field(&item.full, symbol);
                    quote!(#entries #attached #name)
                });
                quote!(pub enum #name { #(#variants),* })
            }
            Body::Fixed(size, None) => {
                let size = Literal::u32_unsuffixed(*size);
                quote!(pub struct #name(pub [u8; #size]);)
            }
            Body::Fixed(_, Some(path)) => {
                let path: TokenStream = path.parse().unwrap_or_default();
                quote!(pub struct #name(pub #path);)
            }
            Body::Union(branches) => {
                let branches = branches.iter().map(|branch| self.branch(item, branch));
                quote!(pub enum #name { #(#branches),* })
            }
            Body::Newtype(position) => {
                let (entries, ty) = self.inner(item, position);
                quote!(pub struct #name(#entries pub #ty);)
            }
        };
        let attached = self.settings.attached.of_type(&item.full);
        quote! {
            #doc
            #silent
            #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
            #entries
            #attached
            #body
        }
    }

    /// Documentation and entries of a type.
    fn container(&self, item: &Item<'a>, entries: &mut Entries) -> TokenStream {
        let mut lines = Doc::of(None);
        match &item.body {
            Body::Record(_, renames) => lines = attributes::named(item, Some(renames), entries),
            Body::Enum(_, renames) => lines = attributes::named(item, Some(renames), entries),
            Body::Fixed(..) => lines = attributes::named(item, None, entries),
            Body::Union(_) | Body::Newtype(_) => {}
        }
        if let Some(gate) = self.settings.gates.get(&item.full) {
            entries.tokens(gate.clone());
        }
        match &item.what {
            Some(what) => docs::of_lines(std::slice::from_ref(what)),
            None => lines.tokens(),
        }
    }

    fn branch(&self, item: &Item<'a>, branch: &Branch<'a>) -> TokenStream {
        let name = ident(&branch.ident);
        let attached = self.settings.attached.of_field(&item.full, &branch.ident);
        match &branch.position {
            None => quote!(#[avro(null)] #attached #name),
            Some(position) => {
                let (entries, ty) = self.inner(item, position);
                quote!(#attached #name(#entries #ty))
            }
        }
    }

    fn inner(&self, item: &Item<'a>, position: &Position<'a>) -> (Entries, TokenStream) {
        let mut entries = Entries::default();
        attributes::carried(position, &mut entries);
        (entries, self.ty(item.module, &position.ty))
    }

    /// The path of the variant for `symbol` of the enum `full`.
    fn symbol(&self, item: &Item<'a>, full: &str, variant: &str) -> TokenStream {
        let path: TokenStream = self.plan.spaces.path(item.module, full).parse().unwrap_or_default();
        let variant = ident(variant);
        quote!(#path::#variant)
    }

    fn ty(&self, module: usize, ty: &Ty) -> TokenStream {
        // A schema may have a type `Option` or `String`, which would be taken for the one of the prelude.
        let prelude = |name: &str, full: &str| {
            let text = if self.plan.spaces.has(module, name) { full } else { name };
            text.parse::<TokenStream>().unwrap_or_default()
        };
        let of = |name: &str, full: &str, inner: &Ty| {
            let (wrapper, inner) = (prelude(name, full), self.ty(module, inner));
            quote!(#wrapper<#inner>)
        };
        match ty {
            Ty::Unit => quote!(()),
            Ty::Bool => quote!(bool),
            Ty::Int => quote!(i32),
            Ty::Long => quote!(i64),
            Ty::Float => quote!(f32),
            Ty::Double => quote!(f64),
            Ty::Bytes => {
                let list = prelude("Vec", "::std::vec::Vec");
                quote!(#list<u8>)
            }
            Ty::Text => prelude("String", "::std::string::String"),
            Ty::List(inner) => of("Vec", "::std::vec::Vec", inner),
            Ty::Option(inner) => of("Option", "::core::option::Option", inner),
            Ty::Box(inner) => of("Box", "::std::boxed::Box", inner),
            Ty::Map(inner) => {
                let (text, inner) = (prelude("String", "::std::string::String"), self.ty(module, inner));
                if self.settings.btree {
                    quote!(::std::collections::BTreeMap<#text, #inner>)
                } else {
                    quote!(::std::collections::HashMap<#text, #inner>)
                }
            }
            Ty::Path(path) => path.parse().unwrap_or_default(),
        }
    }
}
