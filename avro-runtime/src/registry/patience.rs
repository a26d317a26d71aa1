//! How long a schema that is looked up may take.

use core::time::Duration;

/// How long an answer is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Patience {
    /// An id that the registry does not know.
    pub(crate) unknown_id: Duration,
    /// A registry that cannot be reached.
    pub(crate) unavailable: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { unknown_id: Duration::from_secs(2), unavailable: Duration::from_secs(30) }
    }
}
