//! The seven compatibility levels, as schema registries name them.

use core::fmt;

/// Which versions must be able to read each other's data.
///
/// ```
/// use avro_model::Level;
/// let level = Level::parse("full_transitive").unwrap();
/// assert!(level.checks_backward() && level.checks_forward() && level.transitive());
/// assert_eq!(level.name(), "FULL_TRANSITIVE");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Nothing is promised.
    None,
    /// The new version reads data of the latest one.
    Backward,
    /// The new version reads data of every version.
    BackwardTransitive,
    /// The latest version reads data of the new one.
    Forward,
    /// Every version reads data of the new one.
    ForwardTransitive,
    /// Both ways, against the latest version.
    Full,
    /// Both ways, against every version.
    FullTransitive,
}

impl Level {
    /// All levels, weakest first.
    pub const ALL: [Level; 7] = [
        Level::None,
        Level::Backward,
        Level::BackwardTransitive,
        Level::Forward,
        Level::ForwardTransitive,
        Level::Full,
        Level::FullTransitive,
    ];

    /// The new version must read older data.
    pub const fn checks_backward(self) -> bool {
        matches!(self, Level::Backward | Level::BackwardTransitive | Level::Full | Level::FullTransitive)
    }

    /// Older versions must read new data.
    pub const fn checks_forward(self) -> bool {
        matches!(self, Level::Forward | Level::ForwardTransitive | Level::Full | Level::FullTransitive)
    }

    /// All versions count, not only the latest.
    pub const fn transitive(self) -> bool {
        matches!(self, Level::BackwardTransitive | Level::ForwardTransitive | Level::FullTransitive)
    }

    /// The name that registries use: `FULL_TRANSITIVE`.
    pub const fn name(self) -> &'static str {
        match self {
            Level::None => "NONE",
            Level::Backward => "BACKWARD",
            Level::BackwardTransitive => "BACKWARD_TRANSITIVE",
            Level::Forward => "FORWARD",
            Level::ForwardTransitive => "FORWARD_TRANSITIVE",
            Level::Full => "FULL",
            Level::FullTransitive => "FULL_TRANSITIVE",
        }
    }

    /// The level of that name, in any case: `FULL_TRANSITIVE`, `full_transitive`.
    pub const fn parse(name: &str) -> Option<Level> {
        let mut i = 0;
        while i < Level::ALL.len() {
            if is_name(name.as_bytes(), Level::ALL[i].name().as_bytes()) {
                return Some(Level::ALL[i]);
            }
            i += 1;
        }
        None
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `given` is `name`, which is in capitals, in any case. The method of the standard library is not const before Rust 1.89.
const fn is_name(given: &[u8], name: &[u8]) -> bool {
    if given.len() != name.len() {
        return false;
    }
    let mut i = 0;
    while i < name.len() {
        if given[i].to_ascii_uppercase() != name[i] {
            return false;
        }
        i += 1;
    }
    true
}
