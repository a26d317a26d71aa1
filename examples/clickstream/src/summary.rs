//! What happened, in numbers.

use std::time::Duration;

use avro_runtime::registry::{Registry, RegistryError, Version};

use crate::stream::Count;

/// What happened so far.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) sent: Count,
    pub(crate) read: Count,
    took: Duration,
    streamed: u64,
}

impl Summary {
    /// Takes in what the stream did.
    pub(crate) fn streamed(&mut self, sent: Count, read: Count, took: Duration) {
        self.streamed = sent.messages;
        self.sent.messages += sent.messages;
        self.sent.bytes += sent.bytes;
        self.read.messages += read.messages;
        self.read.bytes += read.bytes;
        self.took = took;
    }

    /// Prints it, with what the registry holds now.
    pub(crate) async fn print(&self, registry: &Registry) -> Result<(), RegistryError> {
        println!("\nsummary");
        println!(
            "  produced    {} messages, {} bytes of keys and values, all confirmed",
            self.sent.messages, self.sent.bytes
        );
        println!(
            "  consumed    {} messages, {} bytes, by all consumer groups, offsets committed",
            self.read.messages, self.read.bytes
        );
        let seconds = self.took.as_secs_f64();
        if seconds > 0.0 {
            println!("  rate        {:.1} messages/s both ways, over {seconds:.1} s", self.streamed as f64 / seconds);
        }
        println!("  registered");
        for subject in registry.subjects().await? {
            for version in registry.versions(&subject).await? {
                let schema = registry.version(&subject, Version::Number(version)).await?;
                println!("    {subject} version {version}: schema id {}, {} bytes", schema.id(), schema.schema().len());
            }
        }
        Ok(())
    }
}
