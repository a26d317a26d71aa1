//! The in-process registry: what it promises by itself, and what a recorded Confluent registry answered.

#[cfg(feature = "registry-http")]
mod http;
mod recorded;
mod semantics;
#[cfg(feature = "registry-http")]
mod server;
