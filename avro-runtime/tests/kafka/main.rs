//! Typed topics over the embedded broker and registry.

mod broker;
mod cache;
mod readme;
mod stream;
mod support;
mod topic;
