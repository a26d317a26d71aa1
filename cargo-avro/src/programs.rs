//! Whether a program has types of its own, read off its source files: nobody can link a program and ask.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::packages::Target;

/// What the source files of a program say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Types {
    /// Nothing derives a schema there.
    None,
    /// Something does, and a test prints the census.
    Tested,
    /// Something does, and no test prints it.
    Untested,
}

/// Reads the root file and the files of its modules.
pub(crate) fn read(program: &Target) -> Types {
    let (mut waiting, mut seen) = (vec![(program.source.clone(), true)], HashSet::new());
    let (mut types, mut tested) = (false, false);
    while let Some((file, is_root)) = waiting.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        let Ok(text) = fs::read_to_string(&file) else { continue };
        types |= text.contains("AvroSchema") || text.contains("include_avro!");
        tested |= text.contains("evolution_tests!");
        waiting.extend(modules(&text).flat_map(|name| places(&file, is_root, name)).map(|path| (path, false)));
    }
    match (types, tested) {
        (false, _) => Types::None,
        (true, true) => Types::Tested,
        (true, false) => Types::Untested,
    }
}

/// The names in `mod name;`.
fn modules(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let declared = line.trim_start().split_once("mod ").filter(|(before, _)| {
            before.is_empty()
                || before.trim_end() == "pub"
                || before.starts_with("pub(") && before.trim_end().ends_with(')')
        })?;
        let name = declared.1.split(';').next().filter(|_| declared.1.contains(';'))?.trim();
        Some(name.trim_start_matches("r#"))
    })
}

/// Where the module `name`, declared in `file`, can be.
fn places(file: &Path, is_root: bool, name: &str) -> [PathBuf; 2] {
    let folder = file.parent().unwrap_or(Path::new(""));
    let stem = file.file_stem().map(PathBuf::from).unwrap_or_default();
    let below = if is_root || stem == Path::new("mod") { folder.to_owned() } else { folder.join(stem) };
    [below.join(format!("{name}.rs")), below.join(name).join("mod.rs")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_by_their_declaration() {
        let text = "mod a;\n  pub mod b;\npub(crate) mod r#type;\nmod inline {\n}\n// mod no;\nlet modest = 1;\n#[cfg(test)]\nmod tests;";
        assert_eq!(modules(text).collect::<Vec<_>>(), ["a", "b", "type", "tests"]);
        let [file, folder] = places(Path::new("src/main.rs"), true, "a");
        assert_eq!((file, folder), (PathBuf::from("src/a.rs"), PathBuf::from("src/a/mod.rs")));
        let [file, _] = places(Path::new("src/a.rs"), false, "b");
        assert_eq!(file, PathBuf::from("src/a/b.rs"));
    }
}
