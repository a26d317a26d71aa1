//! The texts of schemas, made once per schema and kept for the life of the process.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use avro_model::{SchemaRef, print};

/// The texts of one schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts {
    /// Full JSON.
    pub(crate) json: &'static str,
    /// Parsing canonical form.
    pub(crate) canonical: &'static str,
}

static TEXTS: RwLock<Option<HashMap<usize, Texts>>> = RwLock::new(None);

/// The texts of `schema`. Schemas are statics, so as many texts are kept as the program has types.
pub(crate) fn of(schema: SchemaRef) -> Texts {
    let known = TEXTS.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(texts) = known.as_ref().and_then(|known| known.get(&schema.address())) {
        return *texts;
    }
    drop(known);
    let mut known = TEXTS.write().unwrap_or_else(PoisonError::into_inner);
    *known.get_or_insert_with(HashMap::new).entry(schema.address()).or_insert_with(|| Texts {
        json: print::json(schema.view()).leak(),
        canonical: print::canonical(schema.view()).leak(),
    })
}
