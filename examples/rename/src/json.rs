//! The rename without a schema: nothing stands between the two releases.

use serde::{Deserialize, Serialize};

/// What the producer sends since its last release.
#[derive(Serialize)]
struct Sent<'a> {
    user_email: &'a str,
    uri: &'a str,
}

/// What the consumer still expects.
#[derive(Deserialize)]
pub(crate) struct Received {
    pub(crate) email: String,
    pub(crate) uri: String,
}

/// One event, as the new producer writes it.
pub(crate) fn sent() -> String {
    let event = Sent { user_email: "ada@example.com", uri: "/checkout" };
    serde_json::to_string(&event).expect("invariant: two strings are JSON")
}

/// One event, as the old consumer reads it.
pub(crate) fn receive(text: &str) -> Result<Received, serde_json::Error> {
    serde_json::from_str(text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_consumer_breaks_at_run_time() {
        let error = super::receive(&super::sent()).err().expect("the field is gone").to_string();
        assert!(error.starts_with("missing field `email`"), "{error}");
    }
}
