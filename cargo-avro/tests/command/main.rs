//! The command in packages of their own, from the first break to the last word of the report.

mod branches;
mod code_first;
mod packages;
mod schema_first;
mod snapshots;
mod support;
