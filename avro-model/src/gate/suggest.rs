//! Fixes: the changes to the type that may settle a finding.

use super::code::Code;
use super::collect::Job;
use super::found::{Found, NONE, Subject};
use super::own::ASSUMES;
use super::spell;
use crate::check::check_default;
use crate::compat::{Assume, branch_near, same_logical};
use crate::rules::Rule;
use crate::schema::{Enum, Field, Kind, Name, View};
use crate::text::{Str, same, short_name};

/// Most fixes that are tried for one finding.
pub(super) const CANDIDATES: usize = 3;

/// A change to the type, and how it is written.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) assumes: [Option<Assume<'a>>; ASSUMES],
    pub(super) label: &'static str,
    pub(super) code: Code<'a>,
    /// What the user still has to decide.
    pub(super) choose: &'static str,
    /// The field gets this default, since its own would be none of its type any more.
    pub(super) default: Option<NewDefault<'a>>,
    /// Only where no fix before it works.
    pub(super) fallback: bool,
}

/// A default that takes the place of another.
#[derive(Clone, Copy)]
pub(super) enum NewDefault<'a> {
    /// The one that the field had, as JSON.
    Old(&'a str),
    /// The zero value of this type.
    Zero(View<'a>),
}

/// The checked schema, and the newest version that a finding is about.
#[derive(Clone, Copy)]
pub(super) struct Roots<'a> {
    ours: View<'a>,
    theirs: View<'a>,
}

impl<'a> Roots<'a> {
    pub(super) const fn of(job: &Job<'_, 'a>, found: &Found<'a>) -> Self {
        Roots { ours: job.schema, theirs: job.history.versions[found.newest as usize].document.view() }
    }
}

/// The fixes that may settle `found`, best first.
///
/// `roots`: the checked schema and the version that it was compared with last.
pub(super) const fn candidates<'a>(found: &Found<'a>, roots: Roots<'a>) -> [Option<Candidate<'a>>; CANDIDATES] {
    let subject = &found.subject;
    let mut list = [None; CANDIDATES];
    let ours = member(subject.our_owner, subject.our_field);
    let theirs = member(subject.their_owner, subject.their_field);
    match found.rule {
        Rule::FieldAddedWithoutDefault => {
            if let Some((owner, name, field)) = ours {
                let ty = owner.child(&field.schema);
                if has_zero(ty) {
                    list[0] = one(
                        Assume::Default { ty: name, field },
                        "give it a default:",
                        Code::Default(ty),
                        "choose the value",
                    );
                }
                if !spell::takes_null(ty) {
                    list[1] = one(
                        Assume::Optional { ty: name, field },
                        "or make it optional:",
                        Code::Optional { owner, field: subject.our_field },
                        "",
                    );
                }
            }
        }
        Rule::FieldRemovedWithoutDefault => {
            if let (Some(owner), Some((from, _, field))) = (subject.our_owner, theirs)
                && let Some(name) = owner.name()
            {
                let code = Code::Field { theirs: from, field: subject.their_field };
                let keep = Assume::Keep { ty: name, field, from };
                list[0] = one(keep, "keep the field:", code, "");
                if has_zero(from.child(&field.schema)) {
                    list[1] = Some(Candidate {
                        assumes: [Some(keep), Some(Assume::Default { ty: name, field }), None],
                        label: "keep it, defaulted:",
                        code: Code::Defaulted { theirs: from, field: subject.their_field },
                        choose: "choose the value",
                        default: None,
                        fallback: true,
                    });
                }
            }
        }
        Rule::FieldRenamed => {
            if let (Some((_, name, field)), Some((_, _, old))) = (ours, theirs) {
                let wire = old.name.get();
                list[0] = one(Assume::wire_name(name, field, wire), "keep its wire name:", Code::Name(wire), "");
                list[1] = one(Assume::alias(name, field, wire), "or add an alias:", Code::Alias(wire), "");
            }
        }
        Rule::NullableToRequired => {
            if let Some((owner, name, field)) = ours {
                list[0] = one(
                    Assume::Optional { ty: name, field },
                    "keep it optional:",
                    Code::Optional { owner, field: subject.our_field },
                    "",
                );
            }
            // null was allowed further in: in an item, a value
            if let Some(keep) = keep_type(subject, roots, "keep the type:", None) {
                list[1] = Some(Candidate { fallback: true, ..keep });
            }
        }
        Rule::EnumSymbolRemoved => {
            if let (Kind::Enum(symbols), Some(name)) = (&subject.ours.node.kind, subject.ours.name()) {
                list[0] = one(
                    Assume::KeepSymbol { ty: name, symbol: subject.symbol },
                    "keep the symbol:",
                    Code::Symbol(subject.symbol),
                    "",
                );
                if let Enum { default: None, symbols, .. } = symbols
                    && let [first, ..] = symbols.get()
                {
                    list[1] = one(
                        Assume::EnumDefault { ty: name, symbol: first.get() },
                        "or give it a default:",
                        Code::EnumDefault { owner: subject.ours, symbol: 0 },
                        "choose the symbol",
                    );
                }
            }
        }
        Rule::NameChanged | Rule::NamespaceChanged => {
            // nobody can rename what the runtime names: `[u8; 4]` is `avro_runtime.Fixed4`
            if let (Some(name), Some(old)) = (subject.ours.name(), subject.theirs.name())
                && !same(name.namespace(), "avro_runtime")
            {
                let code = if same(name.namespace(), old.namespace()) {
                    Code::Name(short_name(old.full.get()))
                } else {
                    Code::FullName(old)
                };
                list[0] = one(Assume::TypeName { ty: name, to: old }, "keep its wire name:", code, "");
                let alias = old.full.get();
                list[1] = one(Assume::TypeAlias { ty: name, alias }, "or add an alias:", Code::Alias(alias), "");
            }
        }
        Rule::EnumSymbolAdded => {
            if let Some(name) = subject.ours.name()
                && !is_default(subject)
            {
                let drop = Assume::DropSymbol { ty: name, symbol: subject.symbol };
                list[0] = one(drop, "leave it out for now:", Code::NoSymbol(subject.symbol), "");
            }
        }
        Rule::EnumDefaultRemoved => {
            if let (Some(name), Kind::Enum(Enum { symbols, .. })) = (subject.ours.name(), &subject.ours.node.kind)
                && let Kind::Enum(Enum { default: Some(old), .. }) = &subject.theirs.node.kind
                && let Some(at) = position(symbols.get(), old.get())
            {
                list[0] = one(
                    Assume::EnumDefault { ty: name, symbol: old.get() },
                    "keep the default:",
                    Code::EnumDefault { owner: subject.ours, symbol: at as u32 },
                    "",
                );
            }
        }
        Rule::AliasAmbiguous => {
            if let Some((_, name, field)) = ours {
                if let [first, ..] = field.aliases.get() {
                    let drop = Assume::DropAliases { ty: name, field };
                    list[0] = one(drop, "remove the alias:", Code::NoAlias(first.get()), "");
                }
                let ty = match subject.our_owner {
                    Some(owner) => owner.child(&field.schema),
                    None => subject.ours,
                };
                if has_zero(ty) && field.default.is_none() {
                    list[1] = one(
                        Assume::Default { ty: name, field },
                        "or give it a default:",
                        Code::Default(ty),
                        "choose the value",
                    );
                }
            }
        }
        Rule::TypeNarrowed | Rule::TypeWidened | Rule::TypeChanged | Rule::RecordBecameOther => {
            list[0] = keep_type(subject, roots, "keep the type:", None);
        }
        Rule::LogicalTypeChanged
        | Rule::DecimalScaleChanged
        | Rule::DecimalPrecisionReduced
        | Rule::LogicalTypeAddedOrDropped => {
            list[0] = keep_type(subject, roots, "keep the logical type:", None);
        }
        Rule::UnionBranchRemoved => {
            list[0] = match branch(subject, roots, subject.theirs, false) {
                None => keep_type(subject, roots, "keep the type:", None),
                code => keep_type(subject, roots, "keep the branch:", code),
            };
        }
        // null that is allowed now is the type's business, not a branch that somebody added
        Rule::UnionBranchAdded if spell::takes_null(subject.ours) => {
            list[0] = keep_type(subject, roots, "keep the type:", None);
        }
        Rule::UnionBranchAdded => {
            list[0] = match branch(subject, roots, subject.ours, true) {
                None => keep_type(subject, roots, "keep the type:", None),
                code => keep_type(subject, roots, "leave the branch out:", code),
            };
        }
        Rule::FixedSizeChanged => {
            if let (Some(ty), Kind::Fixed(old)) = (subject.ours.name(), &subject.theirs.node.kind) {
                list[0] = one(Assume::Size { ty, size: old.size }, "keep the size:", Code::Bytes(old.size), "");
            }
        }
        // no change to the type is known that settles it
        _ => {}
    }
    list
}

/// The field has the type again that it had, or where no field leads there, the schema is again what it was; `code` where
/// the type alone would not say it.
const fn keep_type<'a>(
    subject: &Subject<'a>,
    roots: Roots<'a>,
    label: &'static str,
    code: Option<Code<'a>>,
) -> Option<Candidate<'a>> {
    let ours = member(subject.our_owner, subject.our_field);
    let theirs = member(subject.their_owner, subject.their_field);
    match (ours, theirs) {
        (Some((owner, name, field)), Some((from, _, old))) => {
            let to = from.child(&old.schema);
            let code = match code {
                Some(code) => code,
                None => Code::Type { owner, field: subject.our_field, theirs: to },
            };
            let default = match (&field.default, &old.default) {
                (Some(own), _) if check_default(to, own.get()).is_none() => None,
                (Some(_), Some(old)) => Some(NewDefault::Old(old.get())),
                (Some(_), None) if has_zero(to) => Some(NewDefault::Zero(to)),
                // nobody knows which
                (Some(_), None) => return None,
                (None, _) => None,
            };
            let choose = if default.is_some() { "with a default of that type" } else { "" };
            let assumes = [Some(Assume::Retype { ty: name, field, to }), None, None];
            Some(Candidate { assumes, label, code, choose, default, fallback: false })
        }
        (None, None) if subject.our_owner.is_none() && subject.their_owner.is_none() => {
            let code = match code {
                Some(code) => code,
                None => Code::Root(roots.theirs),
            };
            one(Assume::Root { to: roots.theirs }, label, code, "")
        }
        _ => None,
    }
}

/// The branch `ty` as its own name, where it alone is what the field's type has more than before, or with `added` false
/// what it had more: then to change the branch gives the field its type of before.
const fn branch<'a>(subject: &Subject<'a>, roots: Roots<'a>, ty: View<'a>, added: bool) -> Option<Code<'a>> {
    let ours = member(subject.our_owner, subject.our_field);
    let theirs = member(subject.their_owner, subject.their_field);
    let (ours, theirs) = match (ours, theirs) {
        (Some((owner, _, field)), Some((from, _, old))) => (owner.child(&field.schema), from.child(&old.schema)),
        (None, None) => (roots.ours, roots.theirs),
        _ => return None,
    };
    let alone = if added { one_branch_more(theirs, ours) } else { one_branch_more(ours, theirs) };
    match (ty.name(), ty.branch_count()) {
        _ if !alone => None,
        (Some(name), _) => Some(if added { Code::NoBranch(name.short()) } else { Code::Branch(name.short()) }),
        (None, 0) => Some(if added { Code::NoBranch(ty.type_name()) } else { Code::Branch(ty.type_name()) }),
        _ => None,
    }
}

/// The symbol in question is what the enum or the field falls back to.
const fn is_default(subject: &Subject<'_>) -> bool {
    if let Kind::Enum(Enum { default: Some(default), .. }) = &subject.ours.node.kind
        && same(default.get(), subject.symbol)
    {
        return true;
    }
    match member(subject.our_owner, subject.our_field) {
        // the default is JSON: the symbol in quotes
        Some((_, _, Field { default: Some(default), .. })) => match default.get().as_bytes() {
            [b'"', symbol @ .., b'"'] => same(super::text::text_of(symbol), subject.symbol),
            [b'[', ..] | [b'{', ..] => true,
            _ => false,
        },
        _ => false,
    }
}

const fn position(symbols: &[Str], symbol: &str) -> Option<usize> {
    let mut i = 0;
    while i < symbols.len() {
        if same(symbols[i].get(), symbol) {
            return Some(i);
        }
        i += 1;
    }
    None
}

/// `more` is `less` with one branch more, as far as names tell.
const fn one_branch_more(less: View<'_>, more: View<'_>) -> bool {
    let (less, more) = inside(less, more);
    let count = less.branch_count();
    if more.branch_count() != if count == 0 { 2 } else { count + 1 } {
        return false;
    }
    if count == 0 {
        return has_branch(more, less);
    }
    let (mut near, mut i) = (usize::MAX, 0);
    while i < count {
        let branch = less.branch(i);
        let named = match branch.name() {
            Some(name) => branch_near(more, name.hash, near),
            None => more.branch_count(),
        };
        if named < more.branch_count() && is_branch(more.branch(named), branch) {
            near = named;
        } else if !has_branch(more, branch) {
            return false;
        }
        i += 1;
    }
    true
}

const fn has_branch(union: View<'_>, ty: View<'_>) -> bool {
    let mut i = 0;
    while i < union.branch_count() {
        if is_branch(union.branch(i), ty) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_branch(branch: View<'_>, ty: View<'_>) -> bool {
    let (branch, ty) = inside(branch, ty);
    let same_name = match (branch.name(), ty.name()) {
        (Some(a), Some(b)) => same(a.full.get(), b.full.get()),
        (None, None) => branch.branch_count() == 0 && ty.branch_count() == 0,
        _ => false,
    };
    same_name && same(branch.type_name(), ty.type_name()) && same_logical(branch.node.logical, ty.node.logical)
}

/// Through arrays and maps to what they hold, as far as both types agree.
const fn inside<'a, 'b>(a: View<'a>, b: View<'b>) -> (View<'a>, View<'b>) {
    let (mut a, mut b) = (a, b);
    while let (Some(of_a), Some(of_b)) = (a.element(), b.element())
        && same(a.type_name(), b.type_name())
    {
        (a, b) = (of_a, of_b);
    }
    (a, b)
}

const fn one<'a>(
    assume: Assume<'a>,
    label: &'static str,
    code: Code<'a>,
    choose: &'static str,
) -> Option<Candidate<'a>> {
    Some(Candidate { assumes: [Some(assume), None, None], label, code, choose, default: None, fallback: false })
}

/// The record, its name and the field at `position`.
const fn member<'a>(owner: Option<View<'a>>, position: u32) -> Option<(View<'a>, &'a Name, &'a Field)> {
    match owner {
        Some(owner) if position != NONE && (position as usize) < owner.field_count() => match owner.name() {
            Some(name) => Some((owner, name, owner.field(position as usize))),
            None => None,
        },
        _ => None,
    }
}

/// A field of this type has a zero value that can be written as its default.
const fn has_zero(ty: View<'_>) -> bool {
    match &ty.node.kind {
        Kind::Record(_) | Kind::Fixed(_) => false,
        Kind::Union(_) => ty.branch_count() > 0 && matches!(ty.branch(0).node.kind, Kind::Null),
        Kind::String | Kind::Bytes => ty.node.logical.is_none(),
        Kind::Enum(symbols) => !symbols.symbols.get().is_empty(),
        _ => true,
    }
}
