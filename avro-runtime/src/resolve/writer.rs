//! A schema that data was written with.

use std::sync::{Arc, OnceLock};

use avro_model::{Document, SchemaErrors, SchemaRef, View, content, fingerprint};

use super::{Plan, PlanRef, compile};

/// A schema that data was written with: parsed once, with a plan for each type that reads such data.
///
/// Cheap to clone; keep one per schema (a plan is made on first use, and shared by all clones).
///
/// ```
/// use avro_runtime::{AvroDecode, WriterSchema};
///
/// let writer = WriterSchema::parse(r#"["null", "int"]"#)?;
/// assert_eq!(f64::from_avro_with(&writer, &[0x02, 0x54])?, 42.0);
/// assert!(f64::from_avro_with(&writer, &[0x00]).unwrap_err().is_incompatible());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct WriterSchema(Arc<Inner>);

struct Inner {
    document: Document,
    json: String,
    content_hash: u128,
    fingerprint: u64,
    plans: Plans,
}

/// Plans, one behind the other: found without a lock, and never moved. A schema has few readers.
#[derive(Default)]
struct Plans(OnceLock<Box<Entry>>);

struct Entry {
    /// Address of the reader's schema.
    reader: usize,
    plan: Plan,
    next: Plans,
}

impl WriterSchema {
    /// The schema that this JSON is.
    ///
    /// # Errors
    /// It is none; every mistake with its line and column.
    pub fn parse(json: &str) -> Result<WriterSchema, SchemaErrors> {
        let document = Document::parse(json)?;
        let (content_hash, fingerprint) = (content::content_hash(document.view()), fingerprint::of(document.view()));
        let inner = Inner { document, json: json.to_owned(), content_hash, fingerprint, plans: Plans::default() };
        Ok(WriterSchema(Arc::new(inner)))
    }

    /// The text that was parsed.
    pub fn json(&self) -> &str {
        &self.0.json
    }

    /// The schema.
    pub fn view(&self) -> View<'_> {
        self.0.document.view()
    }

    /// The hash of all that the schema says, documentation aside: equal for two texts of one schema.
    pub fn content_hash(&self) -> u128 {
        self.0.content_hash
    }

    /// CRC-64-AVRO of the parsing canonical form.
    pub fn fingerprint(&self) -> u64 {
        self.0.fingerprint
    }

    /// How the type with the schema `reader` reads this.
    #[doc(hidden)]
    pub fn plan(&self, reader: SchemaRef) -> PlanRef<'_> {
        let mut plans = &self.0.plans;
        loop {
            let entry = plans.0.get_or_init(|| {
                let plan = compile::compile(reader.view(), self.view());
                Box::new(Entry { reader: reader.address(), plan, next: Plans::default() })
            });
            if entry.reader == reader.address() {
                return PlanRef { plan: &entry.plan, slot: 0 };
            }
            plans = &entry.next;
        }
    }
}

impl std::fmt::Debug for WriterSchema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("WriterSchema").field(&self.0.json).finish()
    }
}
