//! A stored schema with everything that it refers to.

use std::collections::HashSet;
use std::sync::Arc;

use avro_model::parse::{Options, Source, parse_files};
use avro_model::print;

use super::backend::{Backend, Version};
use super::{RegistryError, StoredSchema};

/// How many schemas one schema may need, all in all.
const MOST: usize = 256;

/// The text of `schema` with everything that it refers to written into it.
///
/// # Errors
/// Those of the registry; `Ok(Err(why))` where the parts do not make a schema.
pub(super) async fn resolved(
    backend: &Arc<dyn Backend>,
    schema: &StoredSchema,
) -> Result<Result<String, String>, RegistryError> {
    if schema.references().is_empty() {
        return Ok(Ok(schema.text().to_owned()));
    }
    let mut sources = vec![Source { file: "the schema".to_owned(), text: schema.text().to_owned() }];
    let mut waiting = schema.references().to_vec();
    let mut seen = HashSet::new();
    while let Some(reference) = waiting.pop() {
        // two references to one version are one text; this also ends cycles
        if !seen.insert((reference.subject().to_owned(), reference.version())) {
            continue;
        }
        if sources.len() > MOST {
            return Ok(Err(format!("it needs more than {MOST} other schemas")));
        }
        let version = backend.version(reference.subject(), Version::Number(reference.version())).await?;
        let file = format!("subject {} version {}", reference.subject(), reference.version());
        sources.push(Source { file, text: version.schema().to_owned() });
        waiting.extend(version.references().iter().cloned());
    }
    let files = parse_files(&sources, &Options { check_defaults: false, ..Options::default() });
    Ok(match files.schemas().find(|schema| schema.file == 0) {
        Some(root) => Ok(print::json(root.view)),
        None => {
            let errors: Vec<_> = files.errors().iter().map(ToString::to_string).collect();
            Err(errors.join("; "))
        }
    })
}
