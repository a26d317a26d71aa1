//! The census that a linked package prints: types, where they are declared, what they promise.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use avro_model::history::Claim;
use avro_model::json::{Node, Options, Tree, Value};
use avro_model::parse::{Files, Source};
use avro_model::rules::{Rule, Severity};
use avro_model::{Document, Kind, Level, List, Member, Origin};

/// A type of the census.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Full name of its schema.
    pub(crate) full_name: String,
    /// `my_crate::orders::OrderPlaced`
    pub(crate) rust_path: String,
    /// Name of its package.
    pub(crate) package: String,
    /// Folder of its package.
    pub(crate) manifest_dir: String,
    /// Source file and line.
    pub(crate) file: String,
    pub(crate) line: u32,
    /// The schema as JSON.
    pub(crate) json: String,
    /// The schema, which knows where its types are declared in Rust.
    pub(crate) document: Document,
    /// What it promises, where it is a root.
    pub(crate) root: Option<Root>,
    /// The files that it was read from, where those are no Rust.
    pub(crate) loose: Option<Rc<Loose>>,
}

/// Schema files that were read together.
#[derive(Debug)]
pub(crate) struct Loose {
    pub(crate) files: Files,
    pub(crate) sources: Vec<Source>,
}

/// What a root promises.
#[derive(Clone, Debug)]
pub(crate) struct Root {
    pub(crate) level: Level,
    /// The folder of its history.
    pub(crate) folder: PathBuf,
    /// The folder as messages name it.
    pub(crate) shown: String,
    /// Its package was unpacked by cargo, and checked where it was made.
    pub(crate) unpacked: bool,
    /// Its source is a schema file, from which a build script makes the type.
    pub(crate) of_schema: bool,
    /// What its owners say about single rules; of several for one rule the last counts.
    pub(crate) severities: Vec<(Rule, Severity)>,
}

impl Entry {
    /// What the type says of its history.
    pub(crate) fn claim(&self) -> Claim {
        let aliases = self.document.view().name().map_or(&[][..], |name| name.aliases.get());
        Claim {
            full_name: self.full_name.clone(),
            aliases: aliases.iter().map(|alias| alias.get().to_owned()).collect(),
            folder: self.root.as_ref().map(|root| root.shown.clone()),
        }
    }

    /// Whether a user means this type by `name`: its full name, its simple name, or its Rust path.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.full_name == name || self.full_name.rsplit('.').next() == Some(name) || self.rust_path == name
    }
}

/// Reads a printed census; paths of source files are shortened to what is below `base`.
pub(crate) fn read(text: &str, base: &Path) -> Result<Vec<Entry>, String> {
    // what a build script or a test prints may stand before it
    let start = text
        .find("{\"format\":")
        .ok_or("no census was printed: is avro-runtime of the same version as this command?")?;
    let tree = Tree::parse(&text[start..], &Options::default()).map_err(|error| format!("the census: {error}"))?;
    let root = tree.root();
    if root.get("format").map(Node::value) != Some(Value::Number("1")) {
        return Err("the census has another form: avro-runtime and this command are of different versions".to_owned());
    }
    let types = root.get("types").ok_or("the census lists no types")?;
    types.children().map(|node| entry(node, base).ok_or_else(|| format!("the census: {}", node.compact()))).collect()
}

fn entry(node: Node<'_>, base: &Path) -> Option<Entry> {
    let text = |key: &str| node.get(key)?.as_str().map(str::to_owned);
    let json = text("schema")?;
    let mut document = Document::parse(&json).ok()?;
    declare(&mut document, node.get("origins")?, base)?;
    let root = match node.get("level") {
        None => None,
        Some(level) => Some(Root {
            level: Level::parse(level.as_str()?)?,
            folder: text("folder")?.into(),
            shown: text("shown")?,
            unpacked: text("gatekeeper")? == "origin",
            of_schema: text("gatekeeper")? == "build",
            severities: node
                .get("severities")
                .map_or_else(Vec::new, |list| list.children().filter_map(severity).collect()),
        }),
    };
    Some(Entry {
        full_name: text("full_name")?,
        rust_path: text("rust_path")?,
        package: text("package")?,
        manifest_dir: text("manifest_dir")?,
        file: below(base, &text("file")?),
        line: number(node.get("line")?)?,
        json,
        document,
        root,
        loose: None,
    })
}

/// The path of a source file as it is seen from `base`.
fn below(base: &Path, file: &str) -> String {
    match Path::new(file).strip_prefix(base) {
        Ok(path) => path.to_string_lossy().replace('\\', "/"),
        Err(_) => file.to_owned(),
    }
}

/// `["namespace-changed", "deny"]`
fn severity(node: Node<'_>) -> Option<(Rule, Severity)> {
    let mut words = node.children().filter_map(Node::as_str);
    Some((Rule::by_id(words.next()?)?, Severity::by_word(words.next()?)?))
}

fn number(node: Node<'_>) -> Option<u32> {
    match node.value() {
        Value::Number(text) => text.parse().ok(),
        _ => None,
    }
}

/// Tells the named types of `document` where they are declared in Rust, which messages point at.
fn declare(document: &mut Document, origins: Node<'_>, base: &Path) -> Option<()> {
    let List::Owned(nodes) = &mut document.nodes else { return Some(()) };
    for origin in origins.children() {
        let text = |key: &str| origin.get(key)?.as_str();
        let name = text("name")?;
        let members: Option<Vec<Member>> = origin.get("members")?.children().map(member).collect();
        // a schema's texts live as long as the program, and so do these: there are few
        let place: &'static Origin = Box::leak(Box::new(Origin {
            ident: leak(text("ident")?),
            file: leak(&below(base, text("file")?)),
            line: number(origin.get("line")?)?,
            members: Box::leak(members?.into_boxed_slice()),
        }));
        for node in nodes.iter_mut() {
            let own = match &mut node.kind {
                Kind::Record(record) => &mut record.name,
                Kind::Enum(symbols) => &mut symbols.name,
                Kind::Fixed(fixed) => &mut fixed.name,
                _ => continue,
            };
            if own.full.get() == name {
                own.origin = Some(place);
            }
        }
    }
    Some(())
}

fn member(node: Node<'_>) -> Option<Member> {
    let mut texts = node.children().map(Node::as_str);
    let mut next = || texts.next().flatten().map(leak);
    Some(Member { vis: next()?, ident: next()?, ty: next()? })
}

/// The text for as long as the program lives.
pub(crate) fn leak(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
