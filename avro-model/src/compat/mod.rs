//! Schema compatibility: can data of one schema be read as another? One engine for `const` evaluation and for run time.
//!
//! Two results, never mixed. The [`Verdict`] is Avro's: that of Java's `SchemaCompatibility`, made sound where its memo
//! is not, and where it is content with a branch of a union that decoders do not take. The causes are what a gate acts
//! on: those of the verdict, and changes that Avro accepts and that still change what data means (a logical type, a
//! decimal's scale, a default).
//!
//! - `overlay`: changes that are only assumed, to try a fix.
//! - `names`: matching of types, fields and symbols; `primitive`: which numbers and texts are read as which.
//! - `alike`: fields of which nothing is to be said, passed in a row.
//! - `meeting`: two nodes that are to be compared; `work`: the state of one check, in buffers that are lent.
//! - `branches`: finds the branches of wide unions by name, in `lists`.
//! - `solve` decides (pass 1; `unions`: by which branches), `collect` says why (pass 2), `meaning` lists what changes meaning (pass 3);
//!   `run` puts the passes one after the other. `room` lends them arrays, `engine` growing vectors.
//! - `glance` spares the engine the versions of which nothing is to be said, in `const` evaluation.
//! - `levels`: a new version against the versions before it.
//! - [`java`], [`confluent`]: the incompatibilities as Java's checker and the Confluent registry word them.
//!
//! No function calls itself, however schemas are nested: the const interpreter stops at 128 frames, and a hostile schema
//! must not overflow a thread.

#[macro_use]
mod alike;

mod branches;
mod cause;
mod collect;
pub mod confluent;
mod engine;
mod glance;
pub mod java;
mod levels;
mod lists;
mod meaning;
mod meeting;
mod names;
mod overlay;
mod own;
mod primitive;
mod room;
mod run;
mod solve;
mod unions;
mod work;

pub(crate) use alike::same_logical;
pub(crate) use branches::branch_near;
pub use cause::{Cause, CauseKind, Findings, NONE, Step, Trail, Verdict};
pub use engine::{Engine, Report, can_read, check};
pub(crate) use glance::{Glance, Settled};
pub use levels::{Direction, LevelReport, VersionReport, check_level};
pub use names::missing_symbol;
pub(crate) use names::{Symbols, find_symbol};
pub use overlay::{Assume, Overlay, Side};
pub(crate) use own::find_own;
pub(crate) use primitive::widens;
pub use room::Room;
pub(crate) use work::Buffers;
