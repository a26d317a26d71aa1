//! The in-process registry: what it promises by itself, and what a recorded Confluent registry answered.

mod recorded;
mod semantics;
