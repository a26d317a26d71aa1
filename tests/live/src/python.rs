//! Confluent's Python client, as the reference for what goes over the wire.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Installed;

/// The client, and where the services are.
#[derive(Debug)]
pub struct Python<'a> {
    installed: &'a Installed,
    brokers: String,
    registry: String,
}

impl<'a> Python<'a> {
    /// A client of these services.
    pub fn new(installed: &'a Installed, brokers: &str, registry: &str) -> Self {
        Python { installed, brokers: brokers.to_owned(), registry: registry.to_owned() }
    }

    /// The next `count` values of `topic` by `AvroDeserializer`, in the reader's schema `schema`, or in each writer's own.
    ///
    /// # Panics
    /// If the script fails.
    pub fn consume(&self, topic: &str, count: usize, schema: Option<&str>) -> Vec<Value> {
        let schema = schema.unwrap_or_default();
        let out = self.run("consume.py", &[topic, &count.to_string(), schema], "");
        out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }

    /// Sends `values` to `topic` by `AvroSerializer` with this schema, which it registers.
    ///
    /// # Panics
    /// If the script fails.
    pub fn produce(&self, topic: &str, schema: &str, values: &[Value]) {
        let lines: String = values.iter().map(|value| format!("{value}\n")).collect();
        self.run("produce.py", &[topic, schema], &lines);
    }

    fn run(&self, script: &str, arguments: &[&str], input: &str) -> String {
        let script = format!("{}/python/{script}", env!("CARGO_MANIFEST_DIR"));
        let mut child = Command::new(self.installed.path("python/bin/python"))
            .args([&script, &self.brokers, &self.registry])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("python runs");
        let mut stdin = child.stdin.take().expect("invariant: its input is piped");
        stdin.write_all(input.as_bytes()).expect("it reads its input");
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("it prints text")
    }
}
