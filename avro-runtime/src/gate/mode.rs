//! Whether the test gate writes: `AVRO_BLESS`, and `CI`, which forbids it.

/// What may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing.
    Check,
    /// Nothing, though it was asked for: `CI` is set.
    RefusedInCi,
    /// Changes that pass their level.
    Bless,
}

impl Mode {
    pub(super) fn from_environment() -> Self {
        let set = |name: &str| {
            std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0" && value != "false")
        };
        match (set("AVRO_BLESS"), set("CI")) {
            (false, _) => Mode::Check,
            (true, true) => Mode::RefusedInCi,
            (true, false) => Mode::Bless,
        }
    }

    /// The line that says how to record what is not.
    pub(super) fn help(self, what: &str) -> String {
        match self {
            Mode::RefusedInCi => {
                format!("help: nothing is written while CI is set: {what} where you develop, and commit the result")
            }
            _ => format!("help: {what}, and commit the result"),
        }
    }
}
