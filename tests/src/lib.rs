//! Tests and benches of the workspace.
