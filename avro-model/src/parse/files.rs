//! Schemas in several files that name each other's types.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use super::checks::{self, index_of};
use super::clean::Clean;
use super::imports::{self, Failed, Syntax};
use super::reader::{Again, FieldDefault, Reader, Unchecked};
use super::{Options, Spans, repeated, tree};
use crate::content::definition_hash_without_docs;
use crate::diagnostic::{Collector, Diagnostic, Position, SchemaErrors, quote};
use crate::idl;
use crate::json::Tree;
use crate::schema::{Child, Document, Field, Kind, Schema, Scope, View};
use crate::text::List;

/// A file and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name, for messages.
    pub file: String,
    /// What it holds. The end of the file's name says how it is written: `.avdl` is IDL, `.avpr` a protocol in JSON, and
    /// everything else one schema in JSON.
    pub text: String,
}

impl Source {
    /// The text of the file called `file` among `sources`; empty where it is none of them.
    pub fn text_of<'s>(sources: &'s [Source], file: Option<&str>) -> &'s str {
        sources.iter().find(|source| Some(&*source.file) == file).map_or("", |source| &source.text)
    }

    /// The file at `path`, called by that path with `/` everywhere; without the mark of the byte order that editors on Windows
    /// put at its beginning.
    ///
    /// # Errors
    /// Those of the file system, and [`InvalidData`](io::ErrorKind::InvalidData) where the text is not UTF-8.
    pub fn read(path: &Path) -> io::Result<Source> {
        let text = fs::read_to_string(path)?;
        let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
        Ok(Source { file: path.to_string_lossy().replace('\\', "/"), text })
    }
}

/// Schemas read together: one pool of nodes, in which a name of one file finds its definition in another.
#[derive(Clone, Debug)]
pub struct Files {
    document: Document,
    spans: Spans,
    /// The first node and field of each file.
    starts: Vec<(u32, u32)>,
    /// Whether the file and those that it needs are sound.
    sound: Vec<bool>,
    /// The root of each sound file; none where it holds types and no schema.
    roots: Vec<Option<u32>>,
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

/// The schema of one file.
#[derive(Clone, Copy, Debug)]
pub struct FileSchema<'a> {
    /// Position among the files.
    pub file: usize,
    /// Its root.
    pub view: View<'a>,
}

/// The definition of a named type.
#[derive(Clone, Copy, Debug)]
pub struct Definition<'a> {
    /// Position of its file.
    pub file: usize,
    /// The definition.
    pub view: View<'a>,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Position of the file.
    pub file: usize,
    /// Its bytes in the file's text.
    pub range: Range<usize>,
}

/// Reads files that may use each other's types, in any order and mutually.
///
/// A type may be defined in several files if all say the same (documentation aside; the first counts). What is wrong is
/// reported for all files at once; files that are sound, and depend on sound ones only, can be used all the same. A name of
/// a type whose own definition is broken is no error of its own.
///
/// ```
/// use avro_model::parse::{Options, Source, parse_files};
///
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let files = parse_files(
///     &[
///         source("list.avsc", r#"{"type": "array", "items": "a.Id"}"#),
///         source("id.avsc", r#"{"type": "fixed", "name": "a.Id", "size": 4}"#),
///         source("wrong.avsc", r#"{"type": "array", "items": "a.Ids"}"#),
///     ],
///     &Options::default(),
/// );
/// assert_eq!(files.schemas().map(|schema| schema.file).collect::<Vec<_>>(), [0, 1]);
/// assert_eq!(files.named().count(), 1);
/// assert_eq!(files.errors()[0].file(), Some("wrong.avsc"));
/// assert_eq!(files.errors()[0].help(), Some("did you mean `a.Id`?"));
/// ```
pub fn parse_files(sources: &[Source], options: &Options) -> Files {
    let syntaxes: Vec<Syntax> = sources.iter().map(|source| Syntax::of(&source.file)).collect();
    if !syntaxes.contains(&Syntax::Idl) {
        return read(sources, &syntaxes, &[], options);
    }
    parse_files_with(sources.to_vec(), options, |_, _| Err("it is not among the files".to_owned())).1
}

/// Reads files as [`parse_files`] does, and what IDL files among them import, each file once; `find` gives the file that an
/// import stands for (by the file that imports and the location that stands there), or a clause that says why there is none.
/// Imports that are among the files already, by their path, are not asked for. [`Folders`](super::Folders) looks for them on disk.
///
/// Gives all files with what they hold: first `sources`, then those that were imported.
///
/// ```
/// use avro_model::parse::{Options, Source, parse_files_with};
///
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let order = source("a/order.avdl", "namespace a; schema Order; import idl \"id.avdl\"; record Order { Id id; }");
/// let (sources, files) = parse_files_with(vec![order], &Options::default(), |from, location| match location {
///     "id.avdl" => Ok(source("a/id.avdl", "namespace a; fixed Id(4);")),
///     _ => Err(format!("{from} imports too much")),
/// });
/// assert_eq!((sources.len(), files.errors().len(), files.named().count()), (2, 0, 2));
/// ```
pub fn parse_files_with(
    mut sources: Vec<Source>,
    options: &Options,
    find: impl FnMut(&str, &str) -> Result<Source, String>,
) -> (Vec<Source>, Files) {
    let mut syntaxes: Vec<Syntax> = sources.iter().map(|source| Syntax::of(&source.file)).collect();
    let failed = imports::follow(&mut sources, &mut syntaxes, find);
    let files = read(&sources, &syntaxes, &failed, options);
    (sources, files)
}

fn read(sources: &[Source], syntaxes: &[Syntax], failed: &[Failed], options: &Options) -> Files {
    let (trees, mut errors): (Vec<_>, Vec<_>) =
        sources.iter().zip(syntaxes).map(|(source, syntax)| source_tree(source, *syntax, options)).unzip();
    for Failed { file, range, message } in failed {
        errors[*file].add("import-missing", range.clone(), String::new, message, None);
    }
    let mut reader = Reader::new(options, true);
    for ((tree, errors), syntax) in trees.iter().zip(errors).zip(syntaxes) {
        let root = tree.as_ref().map(Tree::root);
        match syntax {
            Syntax::Schema => reader.read(root, errors),
            Syntax::Protocol => reader.read_protocol(root, errors, false),
            Syntax::Idl => reader.read_protocol(root, errors, true),
        }
    }
    let mut read = reader.finish();
    checks::check_unions(&mut read, options.mode);
    repeated::check_repeated(&mut read, options.mode, true);
    finish(read, sources, options)
}

fn source_tree<'t>(source: &'t Source, syntax: Syntax, options: &Options) -> (Option<Tree<'t>>, Collector<'t>) {
    let mut errors = Collector::new(&source.text, Some(source.file.clone()));
    let tree = match syntax {
        Syntax::Idl => Some(idl::tree(&source.text, options.nesting, &mut errors)),
        _ => tree(&source.text, options, &mut errors),
    };
    (tree, errors)
}

fn finish(mut read: Unchecked<'_, '_>, sources: &[Source], options: &Options) -> Files {
    let needs = needs(&read);
    let clean = Clean::of(&read);
    let again = std::mem::take(&mut read.again);
    let defaults = std::mem::take(&mut read.defaults);
    let texts: Vec<usize> = defaults.iter().map(|default| read.text_of_field(default.field)).collect();
    let mut nodes = std::mem::take(&mut read.nodes);
    let mut fields = std::mem::take(&mut read.fields);
    let hole = nodes.len() as u32;
    nodes.push(Schema::plain(Kind::Null));
    fill(&mut nodes, &mut fields, hole);
    let mut document = Document {
        nodes: nodes.into(),
        fields: fields.into(),
        named: List::Owned(read.named.clone()),
        root: hole,
        scope: Scope::Whole(&[]),
    };
    for again in again {
        compare(&document, &mut read, &again, &clean, sources);
    }
    let mut numbers = Vec::new();
    let mut checks = checks::Defaults::new(&document, options, &read.ends, &read.paths);
    let judged = |(default, _): &(&FieldDefault<'_>, usize)| {
        clean.is_right(&document.fields.get()[default.field as usize].schema, document.named.get())
    };
    for (default, text) in defaults.iter().zip(texts).filter(judged) {
        numbers.extend(checks.check(default, &mut read.errors[text], &mut read.warnings[text]));
    }
    checks::settle(&mut document, numbers);
    let sound = soundness(&read, &needs);
    let roots = read.roots.iter().zip(&sound);
    let roots = roots.map(|(root, sound)| sound.then(|| index_of(root, &read.named)).filter(|root| *root < hole));
    let roots = roots.collect();
    let all = |collected: Vec<Collector<'_>>| {
        collected.into_iter().flat_map(|collected| collected.into_errors().diagnostics().to_vec()).collect()
    };
    let (errors, warnings) = (all(read.errors), all(read.warnings));
    Files { document, spans: read.spans, starts: read.starts, sound, roots, errors, warnings }
}

/// Puts `null` where a child could not be read, so that every index is one.
fn fill(nodes: &mut [Schema], fields: &mut [Field], hole: u32) {
    let fill = |child: &mut Child| {
        if matches!(child, Child::Node(u32::MAX)) {
            *child = Child::Node(hole);
        }
    };
    for node in nodes {
        match &mut node.kind {
            Kind::Array(child) | Kind::Map(child) => fill(child),
            Kind::Union(union) => {
                if let List::Owned(branches) = &mut union.branches {
                    branches.iter_mut().for_each(fill);
                }
            }
            _ => {}
        }
    }
    fields.iter_mut().for_each(|field| fill(&mut field.schema));
}

/// For each text the texts that define what it names, itself among them.
fn needs(read: &Unchecked<'_, '_>) -> Vec<Vec<usize>> {
    let mut needs = vec![Vec::new(); read.roots.len()];
    let mut need = |text: usize, child: &Child| {
        if let Child::Name(slot) = child {
            needs[text].push(read.text_of_node(read.named[*slot as usize]));
        }
    };
    for (index, node) in read.nodes.iter().enumerate() {
        let text = read.text_of_node(index as u32);
        match &node.kind {
            Kind::Array(child) | Kind::Map(child) => need(text, child),
            Kind::Union(union) => union.branches.get().iter().for_each(|branch| need(text, branch)),
            _ => {}
        }
    }
    for (index, field) in read.fields.iter().enumerate() {
        need(read.text_of_field(index as u32), &field.schema);
    }
    for (text, root) in read.roots.iter().enumerate() {
        need(text, root);
    }
    for list in &mut needs {
        list.sort_unstable();
        list.dedup();
    }
    needs
}

/// Which texts have nothing wrong with them nor with what they need.
fn soundness(read: &Unchecked<'_, '_>, needs: &[Vec<usize>]) -> Vec<bool> {
    let mut sound: Vec<bool> = read.errors.iter().map(Collector::is_empty).collect();
    for &text in &read.maimed {
        sound[text] = false;
    }
    let mut users = vec![Vec::new(); needs.len()];
    for (text, needed) in needs.iter().enumerate() {
        needed.iter().for_each(|&other| users[other].push(text));
    }
    let mut broken: Vec<usize> = (0..sound.len()).filter(|text| !sound[*text]).collect();
    while let Some(text) = broken.pop() {
        for &user in &users[text] {
            if std::mem::replace(&mut sound[user], false) {
                broken.push(user);
            }
        }
    }
    sound
}

/// Two files define one type: they have to say the same.
fn compare(document: &Document, read: &mut Unchecked<'_, '_>, again: &Again, clean: &Clean, sources: &[Source]) {
    let first = read.named[again.slot as usize];
    let (here, there) = (read.text_of_node(again.node), read.text_of_node(first));
    if !clean.is_definition(first) || !clean.is_definition(again.node) {
        return;
    }
    let nodes = document.nodes.get();
    let view = |index: u32| View { node: &nodes[index as usize], document };
    if definition_hash_without_docs(view(first)) == definition_hash_without_docs(view(again.node)) {
        return;
    }
    let name = view(first).name().map_or(String::new(), |name| quote(name.full.get()));
    let range = &read.spans.nodes[first as usize];
    let Position { line, column } = Position::of(&sources[there].text, range.start);
    let message = format!("{name} is defined differently in {}:{line}:{column}", sources[there].file);
    let help = Some("one name has one definition: define it in one file and write its name elsewhere".to_owned());
    let (path, paths) = (again.path, &read.paths);
    read.errors[here].add("duplicate-name", again.range.clone(), || paths.text(path), message, help);
}

impl Files {
    /// Everything that is wrong, file by file.
    pub fn errors(&self) -> &[Diagnostic] {
        &self.errors
    }

    /// What is odd but allowed, file by file; see [`Parsed::warnings`](super::Parsed::warnings).
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The schemas of the files that are sound and need sound ones only, in the order of the files. A protocol, and an IDL
    /// file without `schema ..;`, defines types and is no schema.
    pub fn schemas(&self) -> impl Iterator<Item = FileSchema<'_>> {
        self.roots.iter().enumerate().filter_map(|(file, root)| Some(FileSchema { file, view: self.view((*root)?) }))
    }

    /// The named types that these schemas define, each once, in the order of the files and of the text.
    pub fn named(&self) -> impl Iterator<Item = Definition<'_>> {
        let slots = self.document.named.get().iter();
        let mut nodes: Vec<u32> = slots.copied().collect();
        nodes.sort_unstable();
        nodes.into_iter().filter_map(|node| {
            let file = self.starts.partition_point(|(first, _)| *first <= node).saturating_sub(1);
            self.sound[file].then(|| Definition { file, view: self.view(node) })
        })
    }

    /// The schema of the first file as a document of its own; what is wrong, where there is none.
    pub(crate) fn into_document(mut self) -> Result<Document, SchemaErrors> {
        match self.roots.first() {
            Some(Some(root)) if self.errors.is_empty() => {
                self.document.root = *root;
                Ok(self.document)
            }
            _ => Err(SchemaErrors::new(self.errors, 0)),
        }
    }

    fn view(&self, node: u32) -> View<'_> {
        View { node: &self.document.nodes.get()[node as usize], document: &self.document }
    }

    /// Where the definition of `node` stands; nothing for a node of another schema.
    pub fn place(&self, node: &Schema) -> Option<Place> {
        let index = position(self.document.nodes.get(), node)?;
        let file = self.starts.partition_point(|(first, _)| *first as usize <= index).saturating_sub(1);
        Some(Place { file, range: self.spans.node(index)? })
    }

    /// Where the whole of `field` stands.
    pub fn field_place(&self, field: &Field) -> Option<Place> {
        self.of_field(field, Spans::field)
    }

    /// Where the name of `field` stands, quotes included.
    pub fn field_name_place(&self, field: &Field) -> Option<Place> {
        self.of_field(field, Spans::field_name)
    }

    /// Where the type of `field` stands, which may be a reference by name.
    pub fn field_type_place(&self, field: &Field) -> Option<Place> {
        self.of_field(field, Spans::field_type)
    }

    fn of_field(&self, field: &Field, span: impl Fn(&Spans, usize) -> Option<Range<usize>>) -> Option<Place> {
        let index = position(self.document.fields.get(), field)?;
        let file = self.starts.partition_point(|(_, first)| *first as usize <= index).saturating_sub(1);
        Some(Place { file, range: span(&self.spans, index)? })
    }
}

/// The position of `item` in `list`, by its address.
fn position<T>(list: &[T], item: &T) -> Option<usize> {
    let offset = std::ptr::from_ref(item).addr().checked_sub(list.as_ptr().addr())?;
    let index = offset / size_of::<T>();
    (index < list.len()).then_some(index)
}
