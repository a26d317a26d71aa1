//! Which types are meant by the names of a command line.

use std::collections::BTreeSet;

use crate::census::Entry;

/// The entries that `names` mean, all without names; every name must mean one.
pub(crate) fn chosen(entries: Vec<Entry>, names: &[String]) -> Result<Vec<Entry>, String> {
    for name in names {
        let found: Vec<_> =
            entries.iter().filter(|entry| entry.is_called(name)).map(|entry| entry.full_name.as_str()).collect();
        if found.is_empty() {
            let known: Vec<_> = entries.iter().map(|entry| entry.full_name.as_str()).collect();
            let near = avro_model::names::nearest(
                name,
                known.iter().copied().flat_map(|full| [full, full.rsplit('.').next().unwrap_or(full)]),
            );
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are {}", known.join(", ")),
            };
            return Err(format!("no type is called `{name}`: {help}"));
        }
        let distinct: BTreeSet<_> = found.iter().collect();
        if distinct.len() > 1 && !found.contains(&name.as_str()) {
            return Err(format!("`{name}` may be any of {}: give the full name", found.join(", ")));
        }
    }
    let exact = |name: &String| entries.iter().any(|entry| entry.full_name == *name);
    let keep: Vec<bool> = entries
        .iter()
        .map(|entry| {
            names.is_empty()
                || names.iter().any(|name| entry.full_name == *name || !exact(name) && entry.is_called(name))
        })
        .collect();
    Ok(entries.into_iter().zip(keep).filter_map(|(entry, keep)| keep.then_some(entry)).collect())
}
