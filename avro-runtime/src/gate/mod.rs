//! The evolution gates that run at compile time for types without a derive of their own, and as tests.

pub(crate) mod dump;
mod generate;
mod macros;
mod mode;
mod report;
mod root;
pub(crate) mod run;
pub(crate) mod values;

/// The warnings device of generated code: only `Check<true>` has a deprecated `notice`, so a call of it is a warning just
/// where a `const` computation says so.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Check<const WARNINGS: bool>;

impl Check<true> {
    /// A call of it is a warning: it is deprecated.
    #[deprecated(note = "evolution warnings here: `cargo avro check` shows them")]
    pub const fn notice() {}
}

impl Check<false> {
    /// A call of it is none.
    pub const fn notice() {}
}
