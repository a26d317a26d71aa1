//! What the test gate has to say: what fails it, and what it tells beside.

use avro_model::rules::Severity;

#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) failures: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl Report {
    pub(super) fn fail(&mut self, text: String) {
        self.failures.push(text);
    }

    pub(super) fn note(&mut self, text: String) {
        self.notes.push(text);
    }

    /// Puts `text` where its severity says.
    pub(super) fn tell(&mut self, severity: Severity, text: String) {
        match severity {
            Severity::Error => self.fail(text),
            Severity::Warning => self.note(format!("warning: {text}")),
            Severity::Allow => {}
        }
    }
}
