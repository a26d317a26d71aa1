//! From the engine's causes to findings: which rule, what was there before and after, which field it hangs on.
//!
//! In the direction BACKWARD the checked type ("ours") reads the version ("theirs"), in FORWARD the version reads the type:
//! a default that is missing there is a field that the type no longer has.

use super::found::{Became, Found, NONE, Range, Set, Subject};
use super::rename::{counterpart, renamed};
use super::spell::{avro_field, avro_type, logical_type, takes_null};
use super::text::Buffer;
use crate::compat::{
    self, Assume, Cause, CauseKind, Findings, Overlay, Side, Step, Trail, branch_near, has_symbol, unit,
};
use crate::rules::{Directions, Rule};
use crate::schema::{Enum, Kind, Name, Prop, View};
use crate::text::same;

/// Steps of a path that a message spells out; the outer ones of longer paths are cut.
const STEPS: usize = 64;

/// One cause of one direction, with the two schemas told apart.
#[derive(Clone, Copy)]
struct Case<'r, 'a> {
    findings: Findings<'r, 'a>,
    cause: Cause<'a>,
    /// The checked type's side: the reader in BACKWARD, the writer in FORWARD.
    side: Side,
    version: u32,
    subject: Subject<'a>,
    depth: u32,
    root: u32,
}

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
    let mut case = place(findings, cause, side, version);
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

/// Finds the fields that lead to the cause.
const fn place<'r, 'a>(findings: Findings<'r, 'a>, cause: Cause<'a>, side: Side, version: u32) -> Case<'r, 'a> {
    let (ours, theirs) = sides(side, cause.reader, cause.writer);
    let mut subject =
        Subject { ours, theirs, our_owner: None, our_field: NONE, their_owner: None, their_field: NONE, symbol: "" };
    let (mut at, mut depth, mut root) = (cause.trail, 0, NONE);
    loop {
        let trail = findings.trail(at);
        if trail.parent == compat::NONE {
            break;
        }
        depth += 1;
        let parent = findings.trail(trail.parent);
        if let Step::Field { reader, writer } = trail.step {
            let (ours, theirs) = sides(side, parent.reader, parent.writer);
            let (our_field, their_field) = match side {
                Side::Reader => (reader, writer),
                Side::Writer => (writer, reader),
            };
            if subject.our_owner.is_none() {
                subject.our_owner = Some(ours);
                subject.our_field = our_field;
                subject.their_owner = Some(theirs);
                subject.their_field = their_field;
            }
            if parent.parent == compat::NONE && (our_field as usize) < ours.field_count() {
                root = our_field;
            }
        }
        at = trail.parent;
    }
    Case { findings, cause, side, version, subject, depth, root }
}

const fn sides<'a>(side: Side, reader: View<'a>, writer: View<'a>) -> (View<'a>, View<'a>) {
    match side {
        Side::Reader => (reader, writer),
        Side::Writer => (writer, reader),
    }
}

impl<'r, 'a> Case<'r, 'a> {
    /// Writes the path to the cause, as the checked type's fields are named, and `member` behind it.
    const fn path(&self, out: &mut Buffer<'_>, member: Option<&str>) -> Range {
        self.path_to(out, self.cause.trail, member)
    }

    const fn path_to(&self, out: &mut Buffer<'_>, trail: u32, member: Option<&str>) -> Range {
        let start = out.len() as u32;
        let (mut steps, mut count, mut at) = ([0; STEPS], 0, trail);
        loop {
            let trail = self.findings.trail(at);
            if trail.parent == compat::NONE {
                break;
            }
            if count == STEPS {
                out.push("..");
                break;
            }
            steps[count] = at;
            count += 1;
            at = trail.parent;
        }
        while count > 0 {
            count -= 1;
            self.step(out, start, self.findings.trail(steps[count]));
        }
        if let Some(member) = member {
            if out.len() as u32 > start {
                out.push(".");
            }
            out.push(member);
        }
        Range { start, end: out.len() as u32 }
    }

    const fn step(&self, out: &mut Buffer<'_>, start: u32, trail: Trail<'a>) {
        let parent = self.findings.trail(trail.parent);
        let (ours, theirs) = sides(self.side, parent.reader, parent.writer);
        match trail.step {
            Step::Root => {}
            Step::Items => out.push("[]"),
            Step::Values => out.push("{}"),
            Step::Field { reader, writer } => {
                if out.len() as u32 > start {
                    out.push(".");
                }
                let (our_field, their_field) = sides_of(self.side, reader, writer);
                if (our_field as usize) < ours.field_count() {
                    out.push(ours.field(our_field as usize).name.get());
                } else if (their_field as usize) < theirs.field_count() {
                    out.push(theirs.field(their_field as usize).name.get());
                }
            }
            Step::Branch { reader, writer } => {
                // `Option` has nothing to tell apart; the checked type's union names the branch
                let (our_branch, _) = sides_of(self.side, reader, writer);
                if several(ours) && our_branch != compat::NONE && (our_branch as usize) < ours.branch_count() {
                    let branch = ours.branch(our_branch as usize);
                    out.push("<");
                    match branch.name() {
                        Some(name) => out.push(name.short()),
                        None => out.push(branch.type_name()),
                    }
                    out.push(">");
                }
            }
        }
    }

    /// Full name of the type on our side that holds the cause: the record of the nearest field, else the root.
    const fn owner(&self, root: &'a str) -> &'a str {
        match self.subject.our_owner {
            Some(owner) => match owner.name() {
                Some(name) => name.full.get(),
                None => root,
            },
            None => root,
        }
    }

    const fn broken(&self) -> Directions {
        match self.side {
            Side::Reader => Directions::BACKWARD,
            Side::Writer => Directions::FORWARD,
        }
    }

    const fn found(&self, rule: Rule, ty: &'a str, path: Range, before: Range, after: Range) -> Found<'a> {
        Found {
            rule,
            ty,
            path,
            before,
            after,
            root: self.root,
            depth: self.depth,
            broken: self.broken(),
            subject: self.subject,
            newest: self.version,
            hash: 0,
        }
    }

    /// The trail to the cause's place, where a union is whole.
    const fn outer(&self) -> u32 {
        let trail = self.findings.trail(self.cause.trail);
        match trail.step {
            Step::Branch { .. } if trail.parent != compat::NONE => trail.parent,
            _ => self.cause.trail,
        }
    }
}

const fn sides_of(side: Side, reader: u32, writer: u32) -> (u32, u32) {
    match side {
        Side::Reader => (reader, writer),
        Side::Writer => (writer, reader),
    }
}

/// A union of more than `null` and one other branch.
const fn several(ty: View<'_>) -> bool {
    let count = ty.branch_count();
    count > 2 || (count == 2 && !takes_null(ty))
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
    let start = set.texts.len();
    let (our_field, their_field) = match case.side {
        // a position behind the record's own fields is one that an assumption keeps: ours, not theirs
        Side::Reader if index >= ours.field_count() => (None, None),
        Side::Reader => (Some(index), renamed(ours, index, theirs)),
        Side::Writer => (renamed(theirs, index, ours), Some(index)),
    };
    case.subject.our_owner = Some(ours);
    case.subject.their_owner = Some(theirs);
    case.subject.our_field = position(our_field);
    case.subject.their_field = position(their_field);
    if case.depth == 0 {
        case.root = position(our_field);
    }
    case.depth += 1;
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

const fn position(position: Option<usize>) -> u32 {
    match position {
        Some(position) => position as u32,
        None => NONE,
    }
}

/// A type that cannot be read as the other, or a branch without a place in the other union.
const fn mismatch<'a>(case: &Case<'_, 'a>, set: &mut Set<'_, 'a>) {
    let outer = case.findings.trail(case.outer());
    let (ours, theirs) = sides(case.side, outer.reader, outer.writer);
    let written = case.cause.writer;
    let backward = matches!(case.side, Side::Reader);
    let became = became(case, case.outer(), set);
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
            (new, old) if promotes(old, new) => Rule::TypeNarrowed,
            (new, old) if promotes(new, old) => Rule::TypeWidened,
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

/// The one branch without counterpart on each side: of the type, and of the version.
const fn became<'a>(case: &Case<'_, 'a>, outer: u32, set: &mut Set<'_, 'a>) -> Option<(View<'a>, View<'a>)> {
    let backward = matches!(case.side, Side::Reader);
    // a wide union may have as many causes as branches
    if let Some(known) = set.became
        && known.version == case.version
        && known.backward == backward
        && known.outer == outer
    {
        return known.pair;
    }
    let trail = case.findings.trail(outer);
    let (ours, theirs) = sides(case.side, trail.reader, trail.writer);
    let pair = match single_unmatched(ours, theirs) {
        Some(new) => match single_unmatched(theirs, ours) {
            Some(old) => Some((new, old)),
            None => None,
        },
        None => None,
    };
    set.became = Some(Became { version: case.version, backward, outer, pair });
    pair
}

/// The one branch of `of` (or `of` itself) that is not null and has no counterpart in `other`.
const fn single_unmatched<'a>(of: View<'a>, other: View<'_>) -> Option<View<'a>> {
    if of.branch_count() == 0 {
        return if has_counterpart(of, other) { None } else { Some(of) };
    }
    let (mut single, mut near, mut i) = (None, usize::MAX, 0);
    while i < of.branch_count() {
        let branch = of.branch(i);
        i += 1;
        if let Some(name) = branch.name() {
            let named = branch_near(other, name.hash, near);
            if named < other.branch_count() && same_shape(branch, other.branch(named)) {
                near = named;
                continue;
            }
        }
        if !matches!(branch.node.kind, Kind::Null) && !has_counterpart(branch, other) {
            if single.is_some() {
                return None;
            }
            single = Some(branch);
        }
    }
    single
}

const fn has_counterpart(branch: View<'_>, other: View<'_>) -> bool {
    if other.branch_count() == 0 {
        return same_shape(branch, other);
    }
    let mut i = 0;
    while i < other.branch_count() {
        if same_shape(branch, other.branch(i)) {
            return true;
        }
        i += 1;
    }
    false
}

/// One Avro type, and for named types one short name.
const fn same_shape(a: View<'_>, b: View<'_>) -> bool {
    same(a.type_name(), b.type_name())
        && match (a.name(), b.name()) {
            (Some(a), Some(b)) => same(a.short(), b.short()),
            _ => true,
        }
}

/// Avro's promotions (Avro specification, "Schema Resolution").
const fn promotes(reader: &Kind, writer: &Kind) -> bool {
    matches!(
        (reader, writer),
        (Kind::Long, Kind::Int)
            | (Kind::Float, Kind::Int | Kind::Long)
            | (Kind::Double, Kind::Int | Kind::Long | Kind::Float)
    )
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
    let (reader, writer) = (reader.symbols.get(), writer.symbols.get());
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
        let missing = if dropped { backward } else { !kept && !has_symbol(reader, symbol) };
        if missing {
            missing_symbol(case, symbol, set);
        }
        i += 1;
    }
    i = 0;
    while !backward && i < assumes.len() {
        if let Assume::KeepSymbol { ty, symbol } = assumes[i]
            && is_called(case.subject.ours, ty)
            && !has_symbol(reader, symbol)
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
    case.subject.our_owner = Some(ours);
    case.subject.their_owner = Some(theirs);
    case.subject.our_field = position(our_field);
    case.subject.their_field = position(their_field);
    if case.depth == 0 {
        case.root = position(our_field);
    }
    case.depth += 1;
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
