//! Errors accumulate, so that a user sees all mistakes of a type at once.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Collects errors; [`Ctxt::finish`] must be called, or dropping panics.
pub(crate) struct Ctxt {
    errors: RefCell<Option<Vec<syn::Error>>>,
}

impl Ctxt {
    pub(crate) fn new() -> Self {
        Ctxt { errors: RefCell::new(Some(Vec::new())) }
    }

    /// A context for reading what is read again where its mistakes are reported.
    pub(crate) fn ignoring() -> Self {
        Ctxt { errors: RefCell::new(None) }
    }

    /// Records a mistake at the one token `span`.
    pub(crate) fn error(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Records a mistake that underlines all of `tokens`.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Records a mistake at each of the attributes that are there, each with its key.
    pub(crate) fn error_each<'k>(
        &self,
        attributes: impl IntoIterator<Item = (Option<Span>, &'k str)>,
        message: impl Fn(&str) -> String,
    ) {
        for (span, key) in attributes {
            if let Some(span) = span {
                self.error(span, message(key));
            }
        }
    }

    /// Records what syn said.
    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            errors.push(error);
        }
    }

    /// How many mistakes there are so far.
    pub(crate) fn count(&self) -> usize {
        self.errors.borrow().as_ref().map_or(0, Vec::len)
    }

    /// The errors as `compile_error!` items, or nothing.
    pub(crate) fn finish(self) -> Result<(), TokenStream> {
        let errors = self.errors.take().unwrap_or_default();
        if errors.is_empty() {
            return Ok(());
        }
        Err(errors.iter().map(syn::Error::to_compile_error).collect())
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        if !std::thread::panicking() && self.errors.borrow().is_some() {
            panic!("invariant: every Ctxt is finished");
        }
    }
}
