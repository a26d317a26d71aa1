//! What is worth saying of one schema, though its text is sound: the rules of
//! [`Family::Schema`](crate::rules::Family::Schema).
//!
//! Those that make a text unsound (`duplicate-name`, `name-invalid`, `default-invalid`) are the parser's diagnostics;
//! [`check`] gives both in one list.

mod names;

use std::collections::HashSet;

use crate::default;
use crate::diagnostic::{Diagnostic, quote};
use crate::gate::Settings;
use crate::level::Level;
use crate::names::NameRule;
use crate::parse::{self, Files, Options, Place, Source};
use crate::rules::{Rule, Severity};
use crate::schema::{Field, Kind, Name, Prop, View};
use names::{is_money, is_time_without_unit};

/// Something that is worth saying of a schema.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Lint<'a> {
    /// The rule.
    pub rule: Rule,
    /// The named type that it is about, or whose field it is about.
    pub ty: View<'a>,
    /// Position of the field.
    pub field: Option<usize>,
    /// `Order.price`
    pub path: String,
    /// What was found: one sentence, lower case, no trailing dot.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// What is worth saying of the schema `root`, in the order in which its types are met.
///
/// ```
/// use avro_model::{Document, lint::lints};
///
/// let document = Document::parse(
///     r#"{"type": "record", "name": "Order", "fields": [{"name": "price", "type": ["null", "double"]}]}"#,
/// )?;
/// let found = lints(document.view());
/// assert_eq!((found[0].rule.id(), found[0].path.as_str()), ("float-for-money", "Order.price"));
/// # Ok::<(), avro_model::SchemaErrors>(())
/// ```
pub fn lints(root: View<'_>) -> Vec<Lint<'_>> {
    let mut found = Vec::new();
    for ty in root.named_types() {
        if let Some(name) = ty.name() {
            look_at_type(ty, name, &mut found);
        }
    }
    found
}

fn look_at_type<'a>(ty: View<'a>, name: &'a Name, found: &mut Vec<Lint<'a>>) {
    let short = name.short();
    let mut add = |rule, field: Option<usize>, member: &str, message: String, help: Option<String>| {
        let path = if member.is_empty() { short.to_owned() } else { format!("{short}.{member}") };
        found.push(Lint { rule, ty, field, path, message, help });
    };
    for part in name.full.get().split('.') {
        if let Some(problem) = NameRule::Strict.problem(part) {
            add(Rule::NameInvalid, None, "", format!("the name {} {problem}", quote(part)), None);
        }
    }
    if let Kind::Enum(body) = &ty.node.kind {
        for symbol in body.symbols.get() {
            if let Some(problem) = NameRule::Strict.problem(symbol.get()) {
                let message = format!("the symbol {} {problem}", quote(symbol.get()));
                add(Rule::NameInvalid, None, symbol.get(), message, None);
            }
        }
    }
    for at in 0..ty.field_count() {
        let field = ty.field(at);
        let mut add = |rule, message: String, help: &str| {
            add(rule, Some(at), field.name.get(), message, (!help.is_empty()).then(|| help.to_owned()));
        };
        look_at_field(ty, at, field, &mut add);
    }
}

fn look_at_field(record: View<'_>, at: usize, field: &Field, add: &mut dyn FnMut(Rule, String, &str)) {
    let (name, ty) = (field.name.get(), record.child(&field.schema));
    if let Some(problem) = NameRule::Strict.problem(name) {
        add(Rule::NameInvalid, format!("the name {} {problem}", quote(name)), "");
    }
    if let Some(prop) = field.props.get().iter().find(|prop| prop.key.get() == "logicalType") {
        let logical = prop.value.get();
        let base = value(ty).type_name();
        add(
            Rule::LogicalTypeOnField,
            format!("\"logicalType\": {logical} stands on the field, where nobody looks for it"),
            &format!("write it into the type: \"type\": {{\"type\": \"{base}\", \"logicalType\": {logical}}}"),
        );
    }
    if let Some(text) = &field.default {
        look_at_default(ty, text.get(), add);
    }
    let inner = value(ty);
    let bare = inner.node.logical.is_none();
    match inner.node.kind {
        Kind::Float | Kind::Double if bare && is_money(name) => add(
            Rule::FloatForMoney,
            format!("an amount of money is a {}, which cannot hold most decimal fractions", inner.type_name()),
            "use a decimal: {\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 18, \"scale\": 2}",
        ),
        Kind::Long | Kind::Int if bare && is_time_without_unit(name) && !has_unit(field, inner) => {
            let logical = if matches!(inner.node.kind, Kind::Int) { "date" } else { "timestamp-millis" };
            add(
                Rule::TimestampWithoutUnit,
                format!("a point in time is a bare {}, which does not say what it counts", inner.type_name()),
                &format!("say it: {{\"type\": \"{}\", \"logicalType\": \"{logical}\"}}", inner.type_name()),
            );
        }
        _ => {}
    }
    if matches!(inner.node.kind, Kind::Long) && is_unsigned(record, at, field, inner) {
        add(
            Rule::U64MayOverflow,
            "an unsigned 64-bit number is kept as a long, which half of its values do not fit in".to_owned(),
            "use a fixed of 8 bytes, or a text",
        );
    }
}

/// A default of another branch than the first, or one that only a lenient reader takes.
fn look_at_default(ty: View<'_>, text: &str, add: &mut dyn FnMut(Rule, String, &str)) {
    if ty.branch_count() == 0 {
        if let Err(error) = default::check(ty, text) {
            add(Rule::DefaultInvalid, format!("the default {}: {error}", quote(text)), "");
        }
        return;
    }
    if default::check(ty.branch(0), text).is_ok() {
        return;
    }
    match (1..ty.branch_count()).map(|i| ty.branch(i)).find(|branch| default::check(*branch, text).is_ok()) {
        Some(branch) => add(
            Rule::UnionDefaultNotFirstBranch,
            format!("the default {} is a {}, which is not the union's first branch", quote(text), branch.type_name()),
            &format!("put the branch `{}` first", branch.type_name()),
        ),
        None => add(Rule::DefaultInvalid, format!("the default {} is of no branch of the union", quote(text)), ""),
    }
}

/// What a value of `ty` is in the end: through arrays and maps, and through a union of null and one other branch.
fn value(ty: View<'_>) -> View<'_> {
    const DEEPEST: usize = 64;
    let mut ty = ty;
    for _ in 0..DEEPEST {
        let next = match ty.branch_count() {
            2 => (0..2).map(|i| ty.branch(i)).find(|branch| !matches!(branch.node.kind, Kind::Null)),
            _ => ty.element(),
        };
        match next {
            Some(next) => ty = next,
            None => break,
        }
    }
    ty
}

fn has_unit(field: &Field, ty: View<'_>) -> bool {
    let says = |prop: &Prop| matches!(prop.key.get(), "unit" | "logicalType" | "connect.name");
    field.props.get().iter().chain(ty.node.props.get()).any(says)
}

/// The type in Rust, a property or the documentation says that the number is unsigned.
fn is_unsigned(record: View<'_>, at: usize, field: &Field, ty: View<'_>) -> bool {
    const WORDS: [&str; 5] = ["u64", "uint64", "ulong", "unsigned", "usize"];
    let origin = record.name().and_then(|name| name.origin).and_then(|origin| origin.members.get(at));
    if origin.is_some_and(|member| words(member.ty).any(|word| matches!(word, "u64" | "usize"))) {
        return true;
    }
    let says = |prop: &Prop| match prop.value.get() {
        "true" => prop.key.get().eq_ignore_ascii_case("unsigned"),
        "false" | "null" => false,
        value => words(value).any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))),
    };
    field.props.get().iter().chain(ty.node.props.get()).any(says)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// Everything that is wrong with `text` or worth saying of it, in the order of the text: the parser's errors, else the lints
/// that `severities` do not allow (of several for one rule the last counts).
///
/// ```
/// use avro_model::{lint, parse::Options};
///
/// let text = r#"{"type": "record", "name": "Order", "fields": [{"name": "price", "type": "double"}]}"#;
/// let found = lint::check(text, &Options { file: Some("order.avsc".to_owned()), ..Options::default() }, &[]);
/// assert!(found[0].annotated(text).starts_with("an amount of money is a double"));
/// ```
pub fn check(text: &str, options: &Options, severities: &[(Rule, Severity)]) -> Vec<Diagnostic> {
    let source = Source { file: options.file.clone().unwrap_or_else(|| "schema".to_owned()), text: text.to_owned() };
    if let Err(errors) = parse::parse(text, options) {
        return errors.diagnostics().to_vec();
    }
    let sources = [source];
    let files = parse::parse_files(&sources, options);
    let mut found = files.errors().to_vec();
    found.extend(of_files(&files, &sources, severities));
    found
}

/// The lints of all schemas of `files`, each type once, and the warnings of their parser, those left out that `severities` allow.
pub fn of_files(files: &Files, sources: &[Source], severities: &[(Rule, Severity)]) -> Vec<Diagnostic> {
    let settings = Settings { level: Level::None, severities };
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for schema in files.schemas() {
        for lint in lints(schema.view) {
            let severity = settings.severity(lint.rule);
            let key = (lint.rule, lint.ty.name().map(|name| name.full.get()), lint.path.clone());
            if severity == Severity::Allow || !seen.insert(key) {
                continue;
            }
            let place = place_of(files, &lint);
            let mut diagnostic =
                Diagnostic::new(lint.rule.id(), lint.message).with_severity(severity).with_path(lint.path);
            if let Some(place) = place {
                let source = &sources[place.file];
                diagnostic = diagnostic.with_place(&source.file, &source.text, place.range);
            }
            found.push(lint.help.into_iter().fold(diagnostic, Diagnostic::with_help));
        }
    }
    // what the parser warns of, it knows more exactly
    for warning in files.warnings() {
        let rule = Rule::by_id(warning.rule());
        let severity = rule.map_or(Severity::Warning, |rule| match settings.severity(rule) {
            // a reader that takes the text has no error in it
            Severity::Error if !severities.iter().any(|(known, _)| *known == rule) => Severity::Warning,
            severity => severity,
        });
        let overlaps = |known: &Diagnostic| {
            let (a, b) = (known.range(), warning.range());
            known.rule() == warning.rule() && known.file() == warning.file() && a.start < b.end && b.start < a.end
        };
        found.retain(|known| !overlaps(known));
        if severity != Severity::Allow {
            found.push(warning.clone().with_severity(severity));
        }
    }
    found.sort_by(|a, b| (a.file(), a.range().start).cmp(&(b.file(), b.range().start)));
    found
}

fn place_of(files: &Files, lint: &Lint<'_>) -> Option<Place> {
    let Some(at) = lint.field else { return files.place(lint.ty.node) };
    let field = lint.ty.field(at);
    match lint.rule {
        Rule::NameInvalid => files.field_name_place(field),
        Rule::FloatForMoney | Rule::TimestampWithoutUnit | Rule::U64MayOverflow => files.field_type_place(field),
        _ => files.field_place(field),
    }
}
