//! What of the schema files is planned: the named types and the roots of the sound ones.

use avro_model::View;
use avro_model::parse::Files;

/// A named type.
#[derive(Clone, Copy)]
pub(crate) struct Definition<'a> {
    pub(crate) full: &'a str,
    /// Position of its file.
    pub(crate) file: usize,
    pub(crate) view: View<'a>,
}

/// The root of a file.
#[derive(Clone, Copy)]
pub(crate) struct Root<'a> {
    /// Position of the file.
    pub(crate) file: usize,
    pub(crate) view: View<'a>,
}

/// Every named type once, in the order of the files and of the text.
pub(crate) fn definitions(files: &Files) -> Vec<Definition<'_>> {
    files
        .named()
        .filter_map(|found| {
            Some(Definition { full: found.view.name()?.full.get(), file: found.file, view: found.view })
        })
        .collect()
}

/// The root of each sound file.
pub(crate) fn roots(files: &Files) -> Vec<Root<'_>> {
    files.schemas().map(|schema| Root { file: schema.file, view: schema.view }).collect()
}
