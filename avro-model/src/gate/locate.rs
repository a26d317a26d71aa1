//! Where in schema files a finding is: what it is about, as narrowly as it can be said.

use super::review::Finding;
use crate::json::{Options, Tree};
use crate::parse::{Files, Place, Source};
use crate::rules::Rule;
use crate::schema::{Field, Kind, View};

/// The place of `finding` about `root` in `files`, which were read from `sources`; nothing where they do not hold the type.
///
/// ```
/// use avro_model::gate::{self, History, Settings, Words, review};
/// use avro_model::parse::{Options, Source, parse_files};
/// use avro_model::{Document, Level, content::content_hash, history::RecordedVersion};
///
/// let old = Document::parse(r#"{"type": "record", "name": "Click", "fields": []}"#)?;
/// let text = "{\"type\": \"record\", \"name\": \"Click\", \"fields\": [\n  {\"name\": \"email\", \"type\": \"string\"}\n]}";
/// let sources = [Source { file: "click.avsc".to_owned(), text: text.to_owned() }];
/// let files = parse_files(&sources, &Options::default());
/// let root = files.schemas().next().expect("one schema").view;
/// let content_hash = content_hash(old.view());
/// let versions = [RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash, document: old, changes: None }];
/// let history = History { full_name: "Click", folder: "schemas/history/Click", versions: &versions, accepted: &[] };
///
/// let review = review(root, history, &Settings::new(Level::Full));
/// let finding = &review.findings()[0];
/// let place = gate::place(finding, root, &files, &sources).expect("it is in the file");
/// let diagnostic = finding.diagnostic("Click", Level::Full, Words::Schema).with_place("click.avsc", text, place.range);
/// assert_eq!(
///     diagnostic.annotated(text).lines().take(5).collect::<Vec<_>>(),
///     [
///         "`Click` cannot read data written by version 1  [field-added-without-default]",
///         " --> click.avsc:2:3",
///         "  |",
///         "2 |   {\"name\": \"email\", \"type\": \"string\"}",
///         "  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `email: string` is new and has no default",
///     ]
/// );
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn place(finding: &Finding, root: View<'_>, files: &Files, sources: &[Source]) -> Option<Place> {
    let is_it = |view: &View<'_>| view.name().is_some_and(|name| name.full.get() == finding.ty);
    let view = files.named().map(|definition| definition.view).find(is_it).unwrap_or(root);
    let within = Within { files, sources };
    match (finding.rule, field(view, &finding.path)) {
        // the path of a type is that of the field which leads to it
        (Rule::NameChanged | Rule::NamespaceChanged, _) | (_, None) => within.of_type(view, finding.rule),
        (_, Some(field)) => within.of_field(field, finding.rule),
    }
}

/// The field of `owner` that a path ends at.
fn field<'a>(owner: View<'a>, path: &str) -> Option<&'a Field> {
    let name = path.rsplit('.').next().unwrap_or_default();
    let name = name.split(['[', '{', '<']).next().unwrap_or_default();
    (0..owner.field_count()).map(|position| owner.field(position)).find(|field| field.name.get() == name)
}

struct Within<'a> {
    files: &'a Files,
    sources: &'a [Source],
}

impl Within<'_> {
    fn of_type(&self, view: View<'_>, rule: Rule) -> Option<Place> {
        let whole = self.files.place(view.node)?;
        let key = match (&view.node.kind, rule) {
            (Kind::Enum(_), Rule::EnumSymbolRemoved | Rule::EnumSymbolAdded | Rule::EnumDefaultRemoved) => "symbols",
            (Kind::Fixed(_), Rule::FixedSizeChanged) => "size",
            // what is gone from a type, or wrong with all of it
            _ => "name",
        };
        Some(self.member(&whole, key).unwrap_or(whole))
    }

    fn of_field(&self, field: &Field, rule: Rule) -> Option<Place> {
        let whole = self.files.field_place(field)?;
        Some(match rule {
            Rule::FieldAddedWithoutDefault => whole,
            Rule::FieldRenamed | Rule::AliasAmbiguous => self.files.field_name_place(field).unwrap_or(whole),
            Rule::DefaultValueChanged => self.member(&whole, "default").unwrap_or(whole),
            _ => self.files.field_type_place(field).unwrap_or(whole),
        })
    }

    /// The value of a member of the object at `place`, where that is JSON.
    fn member(&self, place: &Place, key: &str) -> Option<Place> {
        let text = self.sources.get(place.file)?.text.get(place.range.clone())?;
        let tree = Tree::parse(text, &Options::default()).ok()?;
        let range = tree.root().get(key)?.range();
        let start = place.range.start;
        Some(Place { file: place.file, range: start + range.start..start + range.end })
    }
}
