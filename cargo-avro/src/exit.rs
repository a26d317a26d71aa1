//! How a command ends.

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing is wrong, or it is done.
    Clean,
    /// Something was found.
    Findings,
    /// It could not be looked at.
    CouldNotCheck,
}
