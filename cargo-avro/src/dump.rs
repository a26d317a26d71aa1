//! `cargo avro dump`: the schemas of all linked types, or of schema files with what they refer to.

use std::path::PathBuf;

use avro_model::history::write::{layout, write_atomically};

use crate::chosen::chosen;
use crate::exit::Exit;
use crate::harness::{Build, collect};
use crate::packages::select;
use crate::schema_files::{self, Promise};

/// What to print.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Types by full or simple name, or schema files and folders of them; else all types
    #[arg(value_name = "TYPE|PATH")]
    subjects: Vec<String>,
    /// Write a file `<full name>.avsc` for each type into this folder, in place of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The package; else the one of the working directory, or every one of the workspace
    #[arg(long, short)]
    package: Option<String>,
    #[command(flatten)]
    build: Build,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, String> {
    let mut exit = Exit::Clean;
    let entries = if schema_files::are_meant(&arguments.subjects) {
        schema_files::read(&arguments.subjects, &Promise::default())?.sound()?
    } else {
        let workspace = select(arguments.package.as_deref())?;
        let collected = collect(&workspace, &arguments.build)?;
        for text in &collected.unread {
            eprintln!("warning: {text}");
            exit = Exit::CouldNotCheck;
        }
        chosen(collected.entries, &arguments.subjects)?
    };
    if let Some(folder) = &arguments.out {
        for entry in &entries {
            let path = folder.join(format!("{}.avsc", entry.full_name));
            write_atomically(&path, &layout(&entry.json)).map_err(|error| format!("{}: {error}", path.display()))?;
            println!("{}", path.display());
        }
        return Ok(exit);
    }
    match entries.as_slice() {
        [one] => print!("{}", layout(&one.json)),
        // one schema a line, as tools read them
        many => many.iter().for_each(|entry| println!("{}", entry.json)),
    }
    Ok(exit)
}
