//! Schemas from JSON (Avro specification, "Schema Declaration").
//!
//! The parser is iterative and collects what is wrong: every mistake of a text is reported at once, with its place.

mod attributes;
mod checks;
mod clean;
mod files;
mod imports;
mod paths;
mod reader;
mod repeated;

use std::ops::Range;

pub use attributes::{is_field_key, is_schema_key, properties};
pub use files::{Definition, FileSchema, Files, Place, Source, parse_files, parse_files_with};
pub use imports::{Folders, is_schema_file};

use crate::diagnostic::{Collector, Diagnostic, Position, SchemaErrors};
use crate::json::{self, Tree};
use crate::names::{self, NameRule};
use crate::schema::Document;

/// Whose rules a text must follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// The specification's: no comments, no key twice, names are ASCII, a type is defined before it is named and once, and
    /// defaults can be encoded.
    Strict,
    /// What Java's parser takes: comments, names in any script, names used before their definition, a name without
    /// namespace that is not found in the enclosing one, equal definitions again, defaults looked at less closely. No default
    /// may need the fields of a record that it stands in, and one of a type that is defined later has to be an object.
    ///
    /// The JSON is the one of Jackson as Java's parser sets it up: comments (not behind the schema) and a byte order mark are taken, of
    /// equal keys the last counts; trailing commas, single quotes, `NaN` without quotes, leading zeros and control characters are not. A default of a
    /// float or a double may be a string that Java reads as one: `"NaN"`, `"1.5f"`, `"0x1p-3"`. Two things are not Java's: half of
    /// a surrogate pair (`"\\ud800"`), which no Rust text holds and which Java itself writes as `?`, is refused; and Jackson's
    /// limits, such as 1,000 levels, are not ours ([`Options::nesting`]).
    #[default]
    Lenient,
}

/// How a schema is read.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whose rules the text must follow.
    pub mode: Mode,
    /// Which names are taken; `None`: those of the mode ([`NameRule::Strict`], [`NameRule::Unicode`]).
    pub names: Option<NameRule>,
    /// Whether the defaults of fields must fit their types.
    pub check_defaults: bool,
    /// Whether they must also be values that can be encoded, as strict mode asks for: Java's parser takes any string for bytes,
    /// an enum or a fixed. Without it such a default is a warning. Nothing where defaults are not checked.
    pub exact_defaults: bool,
    /// Whether `{"type": "Name"}` and `{"type": {..}}` are taken for what stands inside, as some parsers do; not so in the
    /// specification. Java's parser takes the first up to 1.12, and neither after it.
    pub wrapped: bool,
    /// The file that the text was read from, for messages.
    pub file: Option<String>,
    /// How deep the JSON may nest; deeper texts are refused, never an overflow.
    pub nesting: usize,
}

impl Default for Options {
    /// Lenient, defaults checked, 16,384 levels.
    fn default() -> Self {
        let nesting = json::Options::default().nesting;
        Options {
            mode: Mode::Lenient,
            names: None,
            check_defaults: true,
            exact_defaults: false,
            wrapped: false,
            file: None,
            nesting,
        }
    }
}

impl Options {
    fn name_rule(&self) -> NameRule {
        self.names.unwrap_or(match self.mode {
            Mode::Strict => NameRule::Strict,
            Mode::Lenient => NameRule::Unicode,
        })
    }
}

/// A schema and where its parts stand in the text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The schema.
    pub document: Document,
    /// The places.
    pub spans: Spans,
    /// What is odd but allowed, in the order of the text: keys that stand twice, logical types that are ignored, defaults that
    /// fit no value.
    pub warnings: Vec<Diagnostic>,
}

/// Where the parts of a parsed document stand, in bytes.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    pub(crate) nodes: Vec<Range<usize>>,
    pub(crate) fields: Vec<FieldSpan>,
}

#[derive(Clone, Debug)]
pub(crate) struct FieldSpan {
    whole: Range<usize>,
    name: Range<usize>,
    ty: Range<usize>,
}

impl Spans {
    /// The definition of the node at `index` of [`Document::nodes`].
    pub fn node(&self, index: usize) -> Option<Range<usize>> {
        self.nodes.get(index).cloned()
    }

    /// The whole of the field at `index` of [`Document::fields`].
    pub fn field(&self, index: usize) -> Option<Range<usize>> {
        self.fields.get(index).map(|span| span.whole.clone())
    }

    /// The name of the field at `index` of [`Document::fields`], quotes included.
    pub fn field_name(&self, index: usize) -> Option<Range<usize>> {
        self.fields.get(index).map(|span| span.name.clone())
    }

    /// The type of the field at `index` of [`Document::fields`], which may be a reference by name.
    pub fn field_type(&self, index: usize) -> Option<Range<usize>> {
        self.fields.get(index).map(|span| span.ty.clone())
    }
}

/// Line and column of byte `offset` of `text`.
pub fn position(text: &str, offset: usize) -> Position {
    Position::of(text, offset)
}

/// Reads a schema.
///
/// # Errors
/// Everything that is wrong with the text, each with rule, place, what was expected and, where one is near, what was
/// probably meant.
pub fn parse(text: &str, options: &Options) -> Result<Parsed, SchemaErrors> {
    let mut errors = Collector::new(text, options.file.clone());
    let Some(tree) = tree(text, options, &mut errors) else { return Err(errors.into_errors()) };
    let mut reader = reader::Reader::new(options, false);
    reader.read(Some(tree.root()), errors);
    checks::finish(reader.finish(), options)
}

fn tree<'t>(text: &'t str, options: &Options, errors: &mut Collector<'_>) -> Option<Tree<'t>> {
    let json = json::Options { comments: options.mode == Mode::Lenient, nesting: options.nesting };
    match Tree::parse(text, &json) {
        Ok(tree) => Some(tree),
        Err(error) => {
            let help = meant(text, error.range.clone(), options.mode);
            errors.add("json-syntax", error.range, String::new, error.message, help);
            None
        }
    }
}

/// What was probably meant where a text is no JSON.
fn meant(text: &str, range: Range<usize>, mode: Mode) -> Option<String> {
    let whole = text.trim();
    if names::is_full_name(whole) {
        return Some(format!("a schema is JSON: write \"{whole}\" with the quotes"));
    }
    let (before, found) = (text.get(..range.start)?.trim_end(), text.get(range)?);
    Some(match found {
        "\u{feff}" => "the text begins with a byte order mark, which JSON does not have: save it without".to_owned(),
        "]" | "}" if before.ends_with(',') => "no comma stands behind the last one".to_owned(),
        "'" => "JSON has double quotes only".to_owned(),
        // no default of strict mode is one of these
        "NaN" | "Infinity" | "-Infinity" if mode == Mode::Strict => return None,
        "NaN" | "Infinity" | "-Infinity" => format!("write \"{found}\", in quotes"),
        "True" | "False" | "None" => {
            format!("did you mean `{}`?", if found == "None" { "null".to_owned() } else { found.to_ascii_lowercase() })
        }
        _ if names::is_full_name(found) && before.ends_with([':', ',', '[']) => {
            format!("write \"{found}\" with the quotes")
        }
        _ => return None,
    })
}

impl Document {
    /// Reads a schema as Java's parser does: [`parse`] with [`Options::default`].
    ///
    /// # Errors
    /// Everything that is wrong with the text, each with its place.
    ///
    /// ```
    /// use avro_model::{Document, print};
    ///
    /// let document = Document::parse(r#"{"type": "array", "items": "long"}"#)?;
    /// assert_eq!(print::json(document.view()), r#"{"type":"array","items":"long"}"#);
    ///
    /// let errors = Document::parse(r#"{"type": "array", "items": "strng"}"#).unwrap_err();
    /// assert_eq!(errors.diagnostics()[0].column(), 28);
    /// assert_eq!(errors.diagnostics()[0].help(), Some("did you mean `string`?"));
    /// # Ok::<(), avro_model::SchemaErrors>(())
    /// ```
    pub fn parse(text: &str) -> Result<Document, SchemaErrors> {
        Ok(parse(text, &Options::default())?.document)
    }
}
