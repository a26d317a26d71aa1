//! Avro IDL: the notation of `.avdl` files (Avro IDL documentation).
//!
//! - Reading: [`parse()`] takes a text that stands for one schema (`schema ..;`). Files with imports, protocols and several
//!   files at once are read by [`parse_files`](crate::parse::parse_files()) and
//!   [`parse_files_with`], which tell IDL by the end of the file's name.
//! - Writing: [`print()`] gives a text that reads back to an equal schema; [`lines`] and [`difference`] are what the gates show
//!   of an unrecorded change.
//!
//! IDL is read into the JSON that it stands for, with the places of the IDL text, and then as a schema: what is wrong with
//! names, unions, defaults and all the rest is found by one reader, with line and column of the `.avdl` file.
//!
//! What cannot be said in Java's IDL and has a notation of its own here: a key of a property that is no name
//! (`@"my key"(1)`), documentation that no comment can hold (`@doc("..")`), and inside a namespace a type without one
//! (`.Name`).

mod comment;
mod diff;
mod literal;
mod parse;
mod print;
mod words;

pub(crate) use parse::{ImportKind, imports, tree};

pub use diff::difference;
pub use print::{lines, print};

use crate::diagnostic::{Collector, SchemaErrors};
use crate::parse::{Options, Source, parse_files_with};
use crate::schema::Document;

/// Reads a text of IDL that stands for one schema and imports nothing; [`Options::file`] is its name in messages.
///
/// # Errors
/// Everything that is wrong with the text, each with its place; that it stands for no schema, as a protocol does not.
///
/// ```
/// use avro_model::{idl, parse::Options, print};
///
/// let text = "namespace acme; schema Order; /** An order. */ record Order { long id; string? note; }";
/// let document = idl::parse(text, &Options::default())?;
/// assert_eq!(
///     print::json(document.view()),
///     r#"{"type":"record","name":"Order","namespace":"acme","doc":"An order.","fields":[{"name":"id","type":"long"},{"name":"note","type":["null","string"]}]}"#
/// );
///
/// let errors = idl::parse("schema array<strng>;", &Options::default()).unwrap_err();
/// assert_eq!((errors.diagnostics()[0].column(), errors.diagnostics()[0].help()), (14, Some("did you mean `string`?")));
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn parse(text: &str, options: &Options) -> Result<Document, SchemaErrors> {
    let file = options.file.clone().unwrap_or_else(|| "schema.avdl".to_owned());
    let file = if file.ends_with(".avdl") { file } else { format!("{file}.avdl") };
    let source = Source { file, text: text.to_owned() };
    let (_, files) =
        parse_files_with(vec![source], options, |_, _| Err("a text that is no file imports nothing".to_owned()));
    files.into_document().map_err(|errors| {
        if !errors.diagnostics().is_empty() {
            return errors;
        }
        let mut errors = Collector::new(text, options.file.clone());
        let help = "write `schema Name;` in front of the types".to_owned();
        errors.add(
            "idl-syntax",
            0..0,
            String::new,
            "the text defines types, and says of none that it is the schema",
            Some(help),
        );
        errors.into_errors()
    })
}
