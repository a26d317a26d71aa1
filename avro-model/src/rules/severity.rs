//! What is done with a finding.

/// What a gate does with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing.
    Allow,
    /// A notice.
    Warning,
    /// The build stops.
    Error,
}

impl Severity {
    /// The word with which a type or a manifest sets it: `allow`, `warn` or `deny`.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Allow => "allow",
            Severity::Warning => "warn",
            Severity::Error => "deny",
        }
    }

    /// What messages call it: `note`, `warning` or `error`.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Allow => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// The severity that `word` sets.
    ///
    /// ```
    /// use avro_model::rules::Severity;
    /// assert_eq!(Severity::by_word("deny"), Some(Severity::Error));
    /// ```
    pub const fn by_word(word: &str) -> Option<Severity> {
        match word.as_bytes() {
            b"allow" => Some(Severity::Allow),
            b"warn" => Some(Severity::Warning),
            b"deny" => Some(Severity::Error),
            _ => None,
        }
    }
}
