//! A type that is being typed. What does not parse yet still gets stub impls, so that an editor goes on completing the rest of
//! the crate: the other fields of the type, and whatever uses it.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Data, DataStruct, DeriveInput, Fields, Generics, Ident, Visibility, WhereClause};

use crate::attr::ContainerAttrs;
use crate::emit;
use crate::error::Ctxt;

/// The expansion of `input`, which is no type yet: `error`, and stub impls where its name is there already.
pub(crate) fn expand(input: TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    let Some(input) = head(input) else { return error };
    let runtime = ContainerAttrs::parse(&Ctxt::ignoring(), &input.attrs).runtime.into_inner();
    let stub = emit::stub(&input, &runtime.unwrap_or_else(|| syn::parse_quote!(::avro_runtime)));
    quote::quote!(#error #stub)
}

/// Attributes, name and generics of the type in `input`.
fn head(input: TokenStream) -> Option<DeriveInput> {
    let keyword = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "struct" || word == "enum");
    let mut tokens = input.into_iter().peekable();
    let mut before = TokenStream::new();
    while let Some(token) = tokens.next_if(|token| !keyword(token)) {
        before.extend([token]);
    }
    tokens.next()?;
    let attrs = (|input: ParseStream<'_>| {
        let attributes = input.call(Attribute::parse_outer);
        input.parse::<TokenStream>()?;
        attributes
    })
    .parse2(before)
    .unwrap_or_default();
    let behind = |input: ParseStream<'_>| {
        let ident: Ident = input.parse()?;
        let mut generics: Generics = input.parse()?;
        // Behind the fields of a tuple struct; anywhere else what is not a clause yet is passed over.
        if input.peek(syn::token::Paren) {
            input.parse::<TokenTree>()?;
        }
        generics.where_clause = input.fork().parse::<Option<WhereClause>>().unwrap_or_default();
        input.parse::<TokenStream>()?;
        Ok((ident, generics))
    };
    let (ident, generics) = behind.parse2(tokens.collect()).ok()?;
    let data = DataStruct { struct_token: Default::default(), fields: Fields::Unit, semi_token: None };
    Some(DeriveInput { attrs, vis: Visibility::Inherited, ident, generics, data: Data::Struct(data) })
}

#[cfg(test)]
mod tests {
    /// What the derive makes of `source`: how many errors, and the impls by trait and type.
    fn expanded(source: &str) -> (usize, Vec<String>) {
        let expansion: syn::File =
            syn::parse2(crate::expand_tokens(source.parse().expect("tokens"))).expect("an expansion of items");
        let (mut errors, mut impls) = (0, Vec::new());
        for item in expansion.items {
            match item {
                syn::Item::Macro(_) => errors += 1,
                syn::Item::Const(block) => {
                    let syn::Expr::Block(block) = *block.expr else { panic!("a block") };
                    for statement in block.block.stmts {
                        if let syn::Stmt::Item(syn::Item::Impl(item)) = statement {
                            let (path, _) = item.trait_.expect("an impl of a trait");
                            let name = path.segments.last().expect("a path").ident.to_string();
                            let ty = item.self_ty;
                            impls.push(format!("{name} for {}", quote::quote!(#ty)));
                        }
                    }
                }
                _ => {}
            }
        }
        (errors, impls)
    }

    #[test]
    fn half_typed_types_have_impls() {
        for source in [
            "struct Order { id: i64, cust }",
            "struct Order { id: i64, customer: }",
            "struct Order { id: i64, customer: Vec< }",
            "struct Order { id: i64, pub }",
            "struct Order { id: i64 customer: String }",
            "struct Order { id: i64, #[avro] }",
            "struct Order { id: i64, #[avro(default = 1)] }",
            "struct Order { id: i64, # customer: String }",
            "struct Order(i64, );  where",
            "struct Order",
            "enum Order { New, Paid { at: }, }",
            "enum Order { New Paid }",
            "#[avro(evolution)] pub(crate) struct Order { id }",
        ] {
            let (errors, impls) = expanded(source);
            assert!(errors > 0, "{source}");
            for name in ["AvroSchema", "AvroTexts", "AvroEncode", "AvroDecode"] {
                assert!(impls.contains(&format!("{name} for Order")), "{source}: {impls:?}");
            }
        }
    }

    #[test]
    fn half_typed_attributes_have_impls() {
        for attribute in [
            "avro",
            "avro = 1",
            "avro()",
            "avro(na)",
            "avro(name)",
            "avro(name = )",
            "avro(name = 1,)",
            "avro(, )",
            "avro(default = )",
            "avro(default = [1 2])",
            "avro(decimal())",
            "avro(prop(\"a\" = ))",
            "avro(via = Vec<)",
            "avro(\"name\")",
        ] {
            let source = format!("struct Order {{ id: i64, #[{attribute}] customer: String }}");
            let (errors, impls) = expanded(&source);
            assert_eq!(errors > 0, attribute != "avro()", "{source}");
            for name in ["AvroSchema", "AvroTexts", "AvroEncode", "AvroDecode"] {
                assert!(impls.contains(&format!("{name} for Order")), "{source}: {impls:?}");
            }
        }
    }

    #[test]
    fn generics_are_kept() {
        let (errors, impls) =
            expanded("struct Page<'a, T: Clone, const N: usize> where T: Send { items: Vec<&'a T>, next }");
        assert_eq!(errors, 1);
        assert!(impls.contains(&"AvroSchema for Page < 'a , T , N >".to_owned()), "{impls:?}");
    }

    #[test]
    fn a_type_without_a_name_is_an_error_alone() {
        assert_eq!(expanded("struct"), (1, Vec::new()));
        assert_eq!(expanded("struct Page<T { }"), (1, Vec::new()));
    }

    #[test]
    fn a_renamed_runtime_is_found() {
        let source = "#[avro(crate = \"::wire\")] struct Order { id }".parse().expect("tokens");
        assert!(crate::expand_tokens(source).to_string().contains("use :: wire :: __private"));
    }
}
