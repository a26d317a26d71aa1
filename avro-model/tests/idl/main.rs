//! IDL: the corpus, what Java makes of it, the texts of what is wrong, and texts that mean harm.

#[path = "../support/mod.rs"]
mod support;

mod corpus;
mod errors;
mod hostile;
mod imports;
mod random;
