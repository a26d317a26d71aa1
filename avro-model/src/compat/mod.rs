//! Schema compatibility: one engine for `const` evaluation and for run time.

mod cause;
mod overlay;

pub use cause::{Cause, CauseKind, Findings, NONE, Step, Trail, Verdict};
pub use overlay::{Assume, Overlay, Side};
