//! From the engine's causes to findings: which rule, what was there before and after, which field it hangs on.
//!
//! In the direction BACKWARD the checked type ("ours") reads the version ("theirs"), in FORWARD the version reads the type:
//! a default that is missing there is a field that the type no longer has.

use super::became::became;
use super::found::{Range, Set};
use super::place::Case;
use super::rename::{counterpart, renamed};
use super::spell::{avro_field, avro_type, logical_type};
use super::text::Buffer;
use crate::compat::{Assume, Cause, CauseKind, Findings, Overlay, Side, Symbols, find_symbol, widens};
use crate::rules::Rule;
use crate::schema::{Enum, Kind, Name, Prop, View, unit};
use crate::text::same;

/// Adds the findings that `cause` stands for to `set`.
///
/// `overlay` is what the engine was told to assume.
pub(super) const fn classify<'a>(
    findings: Findings<'_, 'a>,
    cause: Cause<'a>,
    overlay: Overlay<'_, 'a>,
    version: u32,
    set: &mut Set<'_, 'a>,
) {
    let side = overlay.side;
    let mut case = Case::of(findings, cause, side, version);
    set.steps += 2 * case.depth as u64;
    let backward = matches!(side, Side::Reader);
    match cause.kind {
        CauseKind::MissingDefault => missing_field(&mut case, set),
        CauseKind::TypeMismatch | CauseKind::MissingBranch => mismatch(&case, set),
        CauseKind::NameMismatch => named(&case, Rule::NameChanged, set),
        CauseKind::Namespace => named(&case, Rule::NamespaceChanged, set),
        CauseKind::FixedSize => fixed_size(&case, set),
        CauseKind::MissingSymbols => missing_symbols(&mut case, overlay, set),
        // the version had a default, the type has none; the other way round is an improvement
        CauseKind::EnumDefaultDropped if backward => enum_default(&case, set),
        CauseKind::EnumDefaultDropped => {}
        CauseKind::AmbiguousAlias | CauseKind::SharedAlias => member(&mut case, Rule::AliasAmbiguous, set),
        CauseKind::DefaultChanged => member(&mut case, Rule::DefaultValueChanged, set),
        CauseKind::UnitChanged => member(&mut case, Rule::UnitChanged, set),
        CauseKind::ValueUnitChanged => value_unit(&case, set),
        CauseKind::LogicalTypeChanged => logical(&case, Rule::LogicalTypeChanged, set),
        CauseKind::LogicalTypeAddedOrDropped => logical(&case, Rule::LogicalTypeAddedOrDropped, set),
        CauseKind::DecimalScale => logical(&case, Rule::DecimalScaleChanged, set),
        // more digits than before: old readers refuse or keep them, nothing is lost in silence
        CauseKind::DecimalPrecision if backward => logical(&case, Rule::DecimalPrecisionReduced, set),
        CauseKind::DecimalPrecision => {}
    }
}

const fn own_name<'a>(ty: View<'a>) -> &'a str {
    match ty.name() {
        Some(name) => name.full.get(),
        None => ty.type_name(),
    }
}

const fn nothing(out: &Buffer<'_>) -> Range {
    Range { start: out.len() as u32, end: out.len() as u32 }
}

const fn text(out: &mut Buffer<'_>, text: &str) -> Range {
    let start = out.len() as u32;
    out.push(text);
    Range { start, end: out.len() as u32 }
}

const fn type_text(out: &mut Buffer<'_>, ty: View<'_>) -> Range {
    let start = out.len() as u32;
    avro_type(out, ty);
    Range { start, end: out.len() as u32 }
}

/// `record com.acme.Line`: a type may have kept its name and become an enum.
const fn kind_text(out: &mut Buffer<'_>, ty: View<'_>) -> Range {
    let start = out.len() as u32;
    if ty.name().is_some() {
        out.push(ty.type_name());
        out.push(" ");
    }
    avro_type(out, ty);
    Range { start, end: out.len() as u32 }
}

const fn field_text(out: &mut Buffer<'_>, owner: View<'_>, position: usize) -> Range {
    let start = out.len() as u32;
    avro_field(out, owner, owner.field(position));
    Range { start, end: out.len() as u32 }
}

/// A reader field without counterpart and default: added (BACKWARD), removed (FORWARD) or renamed (both).
const fn missing_field<'a>(case: &mut Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let index = case.cause.index as usize;
    let (ours, theirs) = (case.subject.ours, case.subject.theirs);
    // its like is looked for among all fields
    set.steps += (ours.field_count() + theirs.field_count()) as u64;
    let start = set.texts.len();
    let (our_field, their_field) = match case.side {
        // a position behind the record's own fields is one that an assumption keeps: ours, not theirs
        Side::Reader if index >= ours.field_count() => (None, None),
        Side::Reader => (Some(index), renamed(ours, index, theirs)),
        Side::Writer => (renamed(theirs, index, ours), Some(index)),
    };
    case.enter(our_field, their_field);
    let out = &mut set.texts;
    let (rule, path, before, after) = match (our_field, their_field) {
        (Some(new), Some(old)) => (
            Rule::FieldRenamed,
            case.path(out, Some(ours.field(new).name.get())),
            field_text(out, theirs, old),
            field_text(out, ours, new),
        ),
        (Some(new), None) => (
            Rule::FieldAddedWithoutDefault,
            case.path(out, Some(ours.field(new).name.get())),
            nothing(out),
            type_text(out, ours.child(&ours.field(new).schema)),
        ),
        (None, Some(old)) => (
            Rule::FieldRemovedWithoutDefault,
            case.path(out, Some(theirs.field(old).name.get())),
            type_text(out, theirs.child(&theirs.field(old).schema)),
            nothing(out),
        ),
        (None, None) => (Rule::FieldAddedWithoutDefault, case.path(out, None), nothing(out), nothing(out)),
    };
    set.add(case.found(rule, own_name(ours), path, before, after), start);
}

/// A type that cannot be read as the other, or a branch without a place in the other union.
const fn mismatch<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let outer = case.findings.trail(case.outer());
    let (ours, theirs) = case.side.own_first(outer.reader, outer.writer);
    let written = case.cause.writer;
    let backward = matches!(case.side, Side::Reader);
    let became = became(case, set);
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path_to(out, case.outer(), None);
    if matches!(written.node.kind, Kind::Null) && (ours.branch_count() > 0 || theirs.branch_count() > 0) {
        let rule = if backward { Rule::NullableToRequired } else { Rule::UnionBranchAdded };
        let (before, after) =
            if backward { (type_text(out, theirs), type_text(out, ours)) } else { (nothing(out), text(out, "null")) };
        return set.add(case.found(rule, case.owner(set.root), path, before, after), start);
    }
    // a branch without counterpart on each side: one type became the other
    if let Some((new, old)) = became {
        let rule = match (&new.node.kind, &old.node.kind) {
            (Kind::Record(_), Kind::Record(_)) | (Kind::Enum(_), Kind::Enum(_)) | (Kind::Fixed(_), Kind::Fixed(_)) => {
                Rule::NameChanged
            }
            (Kind::Record(_), _) | (_, Kind::Record(_)) => Rule::RecordBecameOther,
            (new, old) if widens(old, new) => Rule::TypeNarrowed,
            (new, old) if widens(new, old) => Rule::TypeWidened,
            _ => Rule::TypeChanged,
        };
        let (before, after) = if matches!(rule, Rule::RecordBecameOther) {
            (kind_text(out, old), kind_text(out, new))
        } else {
            (type_text(out, old), type_text(out, new))
        };
        // a changed name is one finding, whether a union is around the type or not
        let ty = if matches!(rule, Rule::NameChanged) { own_name(new) } else { case.owner(set.root) };
        let mut found = case.found(rule, ty, path, before, after);
        (found.subject.ours, found.subject.theirs) = (new, old);
        return set.add(found, start);
    }
    let (rule, before, after) = if ours.branch_count() == 0 && theirs.branch_count() == 0 {
        (Rule::TypeChanged, type_text(out, theirs), type_text(out, ours))
    } else if backward {
        (Rule::UnionBranchRemoved, type_text(out, written), nothing(out))
    } else {
        (Rule::UnionBranchAdded, nothing(out), type_text(out, written))
    };
    set.add(case.found(rule, case.owner(set.root), path, before, after), start);
}

/// A named type under another name or namespace.
const fn named<'a>(case: &Case<'_, 'a>, rule: Rule, set: &mut Set<'_, 'a>) {
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let (before, after) = (text(out, own_name(case.subject.theirs)), text(out, own_name(case.subject.ours)));
    set.add(case.found(rule, own_name(case.subject.ours), path, before, after), start);
}

const fn fixed_size<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let (before, after) = (size_text(out, case.subject.theirs), size_text(out, case.subject.ours));
    set.add(case.found(Rule::FixedSizeChanged, own_name(case.subject.ours), path, before, after), start);
}

const fn size_text(out: &mut Buffer<'_>, ty: View<'_>) -> Range {
    let start = out.len() as u32;
    if let Kind::Fixed(fixed) = &ty.node.kind {
        out.push_number(fixed.size as u64);
    }
    Range { start, end: out.len() as u32 }
}

const fn symbols_of<'a>(ty: View<'a>) -> Option<&'a Enum> {
    match &ty.node.kind {
        Kind::Enum(symbols) => Some(symbols),
        _ => None,
    }
}

/// One finding for each symbol, so that each has its own versions and its own acceptance.
const fn missing_symbols<'a>(case: &mut Case<'_, 'a>, overlay: Overlay<'_, 'a>, set: &mut Set<'_, 'a>) {
    let assumes = overlay.assumes;
    let (Some(reader), Some(writer)) = (symbols_of(case.cause.reader), symbols_of(case.cause.writer)) else {
        return;
    };
    let (mut known, writer) = (Symbols::of(reader), writer.symbols.get());
    let backward = matches!(case.side, Side::Reader);
    // what is assumed to be kept is a symbol of the type as well: read in BACKWARD, written in FORWARD
    let mut i = 0;
    while i < writer.len() {
        let symbol = writer[i].get();
        let kept = backward && keeps(assumes, case.subject.ours, symbol);
        let dropped = match case.subject.ours.name() {
            Some(name) => overlay.drops_symbol(case.side, name, symbol),
            None => false,
        };
        // without it the type does not write the symbol, and does not read it
        let missing = if dropped { backward } else { !kept && !known.have(symbol) };
        if missing {
            missing_symbol(case, symbol, set);
        }
        i += 1;
    }
    i = 0;
    while !backward && i < assumes.len() {
        if let Assume::KeepSymbol { ty, symbol } = assumes[i]
            && is_called(case.subject.ours, ty)
            && find_symbol(reader, symbol).is_none()
        {
            missing_symbol(case, symbol, set);
        }
        i += 1;
    }
}

const fn missing_symbol<'a>(case: &mut Case<'_, 'a>, symbol: &'a str, set: &mut Set<'_, 'a>) {
    case.subject.symbol = symbol;
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let (rule, before, after) = match case.side {
        Side::Reader => (Rule::EnumSymbolRemoved, text(out, symbol), nothing(out)),
        Side::Writer => (Rule::EnumSymbolAdded, nothing(out), text(out, symbol)),
    };
    set.add(case.found(rule, own_name(case.subject.ours), path, before, after), start);
}

const fn keeps(assumes: &[Assume<'_>], ours: View<'_>, symbol: &str) -> bool {
    let mut i = 0;
    while i < assumes.len() {
        if let Assume::KeepSymbol { ty, symbol: kept } = assumes[i]
            && same(kept, symbol)
            && is_called(ours, ty)
        {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_called(ty: View<'_>, name: &Name) -> bool {
    match ty.name() {
        Some(own) => own.hash == name.hash && same(own.full.get(), name.full.get()),
        None => false,
    }
}

const fn enum_default<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let before = match symbols_of(case.subject.theirs) {
        Some(Enum { default: Some(symbol), .. }) => text(out, symbol.get()),
        _ => nothing(out),
    };
    let after = nothing(out);
    set.add(case.found(Rule::EnumDefaultRemoved, own_name(case.subject.ours), path, before, after), start);
}

/// A rule about a field that both sides have.
const fn member<'a>(case: &mut Case<'_, 'a>, rule: Rule, set: &mut Set<'_, 'a>) {
    let index = case.cause.index as usize;
    let (reader, writer) = (case.cause.reader, case.cause.writer);
    if index >= reader.field_count() {
        return;
    }
    let field = reader.field(index);
    let (our_field, their_field) = match case.side {
        Side::Reader => (Some(index), counterpart(field, writer)),
        Side::Writer => (counterpart(field, writer), Some(index)),
    };
    let (ours, theirs) = (case.subject.ours, case.subject.theirs);
    case.enter(our_field, their_field);
    let start = set.texts.len();
    let out = &mut set.texts;
    let name = match our_field {
        Some(at) => ours.field(at).name.get(),
        None => field.name.get(),
    };
    let path = case.path(out, Some(name));
    let (before, after) = (member_text(out, rule, theirs, their_field), member_text(out, rule, ours, our_field));
    set.add(case.found(rule, own_name(ours), path, before, after), start);
}

/// What the rule compares: the default, the unit; nothing for aliases.
const fn member_text(out: &mut Buffer<'_>, rule: Rule, owner: View<'_>, at: Option<usize>) -> Range {
    let Some(at) = at else { return nothing(out) };
    let field = owner.field(at);
    match (rule, &field.default) {
        (Rule::DefaultValueChanged, Some(default)) => text(out, default.get()),
        (Rule::UnitChanged, _) => unit_text(out, field.props.get()),
        _ => nothing(out),
    }
}

const fn unit_text(out: &mut Buffer<'_>, props: &[Prop]) -> Range {
    match unit(props) {
        Some(unit) => text(out, unit),
        None => nothing(out),
    }
}

const fn value_unit<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let before = unit_text(out, case.subject.theirs.node.props.get());
    let after = unit_text(out, case.subject.ours.node.props.get());
    set.add(case.found(Rule::UnitChanged, case.owner(set.root), path, before, after), start);
}

const fn logical<'a>(case: &Case<'_, 'a>, rule: Rule, set: &mut Set<'_, 'a>) {
    let start = set.texts.len();
    let out = &mut set.texts;
    let path = case.path(out, None);
    let (before, after) = (logical_text(out, case.subject.theirs), logical_text(out, case.subject.ours));
    set.add(case.found(rule, case.owner(set.root), path, before, after), start);
}

const fn logical_text(out: &mut Buffer<'_>, ty: View<'_>) -> Range {
    let start = out.len() as u32;
    match ty.node.logical {
        Some(logical) => logical_type(out, logical),
        None => out.push(ty.type_name()),
    }
    Range { start, end: out.len() as u32 }
}
