//! Fixes: the changes to the type that may settle a finding, and how they are written in Rust.

use super::collect::Job;
use super::found::{Found, NONE, Subject};
use super::own::ASSUMES;
use super::spell;
use super::text::Buffer;
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

/// How a change is written in Rust.
#[derive(Clone, Copy)]
pub(super) enum Code<'a> {
    /// `#[avro(default = "")]` for a field of this type.
    Default(View<'a>),
    /// `pub currency: Option<String>`
    Optional { owner: View<'a>, field: u32 },
    /// `#[avro(name = "email")]`
    Name(&'a str),
    /// `#[avro(alias = "email")]`
    Alias(&'a str),
    /// `#[avro(namespace = "com.acme", name = "Order")]`
    FullName(&'a Name),
    /// `pub qty: i64`, the field of `owner` with the type of `theirs`
    Type { owner: View<'a>, field: u32, theirs: View<'a> },
    /// `currency: String`, a field of a version
    Field { theirs: View<'a>, field: u32 },
    /// The same with its default in front
    Defaulted { theirs: View<'a>, field: u32 },
    /// `Sepa`, a branch
    Branch(&'a str),
    /// `Sepa`, a branch to be left out
    NoBranch(&'a str),
    /// `[u8; 32]`
    Bytes(u32),
    /// `Refunded`
    Symbol(&'a str),
    /// `Refunded`, to be left out
    NoSymbol(&'a str),
    /// `old_name`, an alias to be removed
    NoAlias(&'a str),
    /// The schema as a whole
    Root(View<'a>),
    /// `#[avro(default)]` on the variant of this symbol
    EnumDefault { owner: View<'a>, symbol: u32 },
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

/// Writes the change as Rust.
pub(super) const fn write_code(out: &mut Buffer<'_>, code: Code<'_>) {
    match code {
        Code::Default(ty) => write_default(out, ty),
        Code::Optional { owner, field } => write_field(out, owner, field, None),
        Code::Type { owner, field, theirs } => match theirs.node.logical {
            Some(_) => write_logical(out, theirs),
            None => write_field(out, owner, field, Some(theirs)),
        },
        Code::Name(name) => quoted(out, "#[avro(name = ", name),
        Code::Alias(name) => quoted(out, "#[avro(alias = ", name),
        Code::FullName(name) => {
            out.push("#[avro(namespace = \"");
            out.push(name.namespace());
            out.push("\", name = \"");
            out.push(name.short());
            out.push("\")]");
        }
        Code::Field { theirs, field } => write_old_field(out, theirs, field),
        Code::Defaulted { theirs, field } => {
            write_default(out, theirs.child(&theirs.field(field as usize).schema));
            out.push(" ");
            write_old_field(out, theirs, field);
        }
        Code::Branch(name) | Code::NoBranch(name) => out.push(name),
        Code::Bytes(size) => {
            out.push("[u8; ");
            out.push_number(size as u64);
            out.push("]");
        }
        Code::Symbol(text) | Code::NoSymbol(text) | Code::NoAlias(text) => out.push(text),
        Code::Root(theirs) => {
            let start = out.len();
            if !spell::rust_type(out, theirs) {
                out.truncate(start);
                spell::avro_type(out, theirs);
            }
        }
        Code::EnumDefault { owner, symbol } => {
            out.push("#[avro(default)] ");
            write_symbol(out, owner, symbol as usize);
        }
    }
}

const fn write_old_field(out: &mut Buffer<'_>, owner: View<'_>, field: u32) {
    let field = owner.field(field as usize);
    let start = out.len();
    out.push(field.name.get());
    out.push(": ");
    if !spell::rust_type(out, owner.child(&field.schema)) {
        out.truncate(start);
        spell::avro_field(out, owner, field);
    }
}

const fn quoted(out: &mut Buffer<'_>, before: &str, name: &str) {
    out.push(before);
    out.push("\"");
    out.push(name);
    out.push("\")]");
}

/// The variant as the source has it, else the symbol.
const fn write_symbol(out: &mut Buffer<'_>, owner: View<'_>, at: usize) {
    match (spell::member(owner, at), &owner.node.kind) {
        (Some(member), _) => out.push(member.ident),
        (None, Kind::Enum(symbols)) => out.push(symbols.symbols.get()[at].get()),
        (None, _) => {}
    }
}

/// `pub name: Option<T>`, or `pub name: U` for the type of a version.
const fn write_field(out: &mut Buffer<'_>, owner: View<'_>, at: u32, ty: Option<View<'_>>) {
    let field = owner.field(at as usize);
    let source = spell::member(owner, at as usize);
    match source {
        Some(member) => {
            out.push(member.vis);
            out.push(member.ident);
        }
        None => out.push(field.name.get()),
    }
    out.push(": ");
    let start = out.len();
    match (ty, source) {
        (Some(ty), _) => {
            if !spell::rust_type(out, ty) {
                out.truncate(start);
                spell::avro_type(out, ty);
            }
        }
        (None, Some(member)) => {
            out.push("Option<");
            out.push(member.ty);
            out.push(">");
        }
        (None, None) => {
            let ty = owner.child(&field.schema);
            out.push("Option<");
            let inner = out.len();
            if !spell::rust_type(out, ty) {
                out.truncate(inner);
                spell::avro_type(out, ty);
            }
            out.push(">");
        }
    }
}

/// `#[avro(default = "")]`, with the zero value of the type.
const fn write_default(out: &mut Buffer<'_>, ty: View<'_>) {
    out.push(match (&ty.node.kind, ty.node.logical) {
        (Kind::Union(_) | Kind::Null, _) => "#[avro(default_json = \"null\")]",
        (Kind::Int | Kind::Long, Some(_)) => "#[avro(default_json = \"0\")]",
        (Kind::Int | Kind::Long, None) => "#[avro(default = 0)]",
        (Kind::Float | Kind::Double, _) => "#[avro(default = 0.0)]",
        (Kind::Boolean, _) => "#[avro(default = false)]",
        (Kind::String, _) => "#[avro(default = \"\")]",
        (Kind::Enum(symbols), _) => {
            match symbols.name.origin {
                Some(origin) => {
                    out.push("#[avro(default = ");
                    out.push(origin.ident);
                    out.push("::");
                    write_symbol(out, ty, 0);
                    out.push(")]");
                }
                None => {
                    out.push("#[avro(default_json = r#\"\"");
                    write_symbol(out, ty, 0);
                    out.push("\"\"#)]");
                }
            }
            return;
        }
        _ => "#[avro(default)]",
    });
}

/// `#[avro(timestamp_millis)]`, `#[avro(decimal(precision = 18, scale = 2))]`.
const fn write_logical(out: &mut Buffer<'_>, ty: View<'_>) {
    let Some(logical) = ty.node.logical else { return };
    out.push("#[avro(");
    if let crate::schema::LogicalType::Decimal { precision, scale } = logical {
        out.push("decimal(precision = ");
        out.push_number(precision as u64);
        out.push(", scale = ");
        out.push_number(scale as u64);
        out.push(")");
    } else {
        let name = logical.name().as_bytes();
        let mut i = 0;
        while i < name.len() {
            out.push_ascii(if name[i] == b'-' { b'_' } else { name[i] });
            i += 1;
        }
    }
    out.push(")]");
}
