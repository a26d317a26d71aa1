//! The Rust type of each place where a schema stands: fields, items, values, branches.

use std::collections::{HashMap, HashSet};

use avro_model::{Field, Kind, LogicalType, View};

use super::idents::{self, Taken};
use super::item::{Body, Branch, Carried, Item, Null, Position, RecordField, Ty};
use super::modules::Spaces;
use super::rename::Renames;
use crate::logical::Logicals;
use crate::schemas::Definition;

/// What the types inside one definition share.
pub(super) struct Scope {
    /// The definition's position, where it is a named type.
    definition: Option<usize>,
    module: usize,
    /// The identifier that those of unions begin with.
    ident: String,
    /// What it is called in documentation.
    shown: String,
    /// How many records were held by value so far.
    references: usize,
}

impl Scope {
    pub(super) fn new(definition: Option<usize>, module: usize, ident: &str) -> Scope {
        Scope { definition, module, ident: ident.to_owned(), shown: ident.to_owned(), references: 0 }
    }
}

/// For each definition the records that it holds by value, in the order in which [`Positions`] meets them.
pub(super) fn edges(definitions: &[Definition<'_>], known: &HashMap<&str, usize>, spaces: &Spaces) -> Vec<Vec<usize>> {
    fn walk(view: View<'_>, known: &HashMap<&str, usize>, edges: &mut Vec<usize>) {
        match &view.node.kind {
            Kind::Record(record) => edges.extend(known.get(record.name.full.get())),
            Kind::Union(_) => (0..view.branch_count()).for_each(|branch| walk(view.branch(branch), known, edges)),
            _ => {}
        }
    }
    definitions
        .iter()
        .map(|definition| {
            let mut edges = Vec::new();
            if spaces.place(definition.full).external.is_none() {
                for position in 0..definition.view.field_count() {
                    walk(definition.view.child(&definition.view.field(position).schema), known, &mut edges);
                }
            }
            edges
        })
        .collect()
}

/// Makes the types of places, and the enums of the unions in them.
pub(super) struct Positions<'p, 'a> {
    pub(super) spaces: &'p mut Spaces,
    pub(super) known: &'p HashMap<&'a str, usize>,
    pub(super) boxed: &'p HashSet<(usize, usize)>,
    pub(super) logicals: &'p Logicals<'p>,
    /// The type of the innermost node of the place, where its logical type has one.
    pub(super) leaf: Option<String>,
    /// The enums made since the list was last emptied.
    pub(super) unions: Vec<Item<'a>>,
}

impl<'a> Positions<'_, 'a> {
    /// The body of a named type.
    pub(super) fn definition(&mut self, scope: &mut Scope, view: View<'a>) -> Body<'a> {
        match &view.node.kind {
            Kind::Enum(symbols) => {
                let names: Vec<&str> = symbols.symbols.get().iter().map(|symbol| symbol.get()).collect();
                let idents = idents::symbols(symbols);
                let renames = Renames::of_symbols(idents.iter().map(String::as_str).zip(names.iter().copied()));
                Body::Enum(idents, renames)
            }
            Kind::Fixed(fixed) => Body::Fixed(fixed.size, self.logicals.of_fixed(view)),
            _ => self.record(scope, view),
        }
    }

    fn record(&mut self, scope: &mut Scope, view: View<'a>) -> Body<'a> {
        let fields: Vec<&'a Field> = (0..view.field_count()).map(|position| view.field(position)).collect();
        let names: Vec<&str> = fields.iter().map(|field| field.name.get()).collect();
        let idents = Taken::default().all(&names, idents::field, "_");
        let renames = Renames::of_fields(idents.iter().map(String::as_str).zip(names.iter().copied()));
        let (ident, shown) = (scope.ident.clone(), scope.shown.clone());
        let mut planned = Vec::new();
        for (field, name) in fields.into_iter().zip(idents) {
            scope.ident = ident.clone() + &idents::type_name(field.name.get());
            scope.shown = format!("{shown}::{name}");
            let position = self.position(scope, view.child(&field.schema), true);
            planned.push(RecordField { field, ident: name, position });
        }
        Body::Record(planned, renames)
    }

    /// The body of a root without a name, which is called as `scope` says.
    pub(super) fn root(&mut self, scope: &mut Scope, view: View<'a>) -> Body<'a> {
        if let Kind::Union(_) = &view.node.kind {
            return Body::Union(self.branches(scope, view, false));
        }
        scope.ident.push_str(if let Kind::Map(_) = &view.node.kind { "Value" } else { "Item" });
        Body::Newtype(self.position(scope, view, true))
    }

    /// `whole`: attributes on the place can say where its `null` stands.
    fn position(&mut self, scope: &mut Scope, view: View<'a>, whole: bool) -> Position<'a> {
        let null = if whole && self.is_option(view) { null_of(view) } else { Null::Absent };
        let carried = carried(view, whole);
        let ty = self.place_ty(scope, view, carried, true, whole);
        Position { view, ty, null, carried }
    }

    /// The type of a whole place.
    fn place_ty(&mut self, scope: &mut Scope, view: View<'a>, carried: Carried, by_value: bool, whole: bool) -> Ty {
        let leaf = match carried {
            Carried::Logical(logical, _) => self.logicals.get(logical),
            Carried::Nothing | Carried::Text => None,
        };
        let outer = std::mem::replace(&mut self.leaf, leaf);
        let ty = self.ty(scope, view, by_value, whole);
        self.leaf = outer;
        ty
    }

    fn is_option(&self, view: View<'_>) -> bool {
        matches!(null_of(view), Null::First | Null::Last)
    }

    /// `by_value`: what stands here is part of the record's own memory. `whole`: this is a whole field.
    fn ty(&mut self, scope: &mut Scope, view: View<'a>, by_value: bool, whole: bool) -> Ty {
        if let (Some(path), Some(_)) = (&self.leaf, view.node.logical) {
            return Ty::Path(path.clone());
        }
        match &view.node.kind {
            Kind::Null => Ty::Unit,
            Kind::Boolean => Ty::Bool,
            Kind::Int => Ty::Int,
            Kind::Long => Ty::Long,
            Kind::Float => Ty::Float,
            Kind::Double => Ty::Double,
            Kind::Bytes => Ty::Bytes,
            Kind::String => Ty::Text,
            Kind::Array(child) => Ty::List(Box::new(self.ty(scope, view.child(child), false, false))),
            Kind::Map(child) => Ty::Map(Box::new(self.ty(scope, view.child(child), false, false))),
            Kind::Union(_) => self.union(scope, view, by_value, whole),
            Kind::Record(record) => self.reference(scope, record.name.full.get(), by_value),
            Kind::Enum(symbols) => self.reference(scope, symbols.name.full.get(), false),
            Kind::Fixed(fixed) => self.reference(scope, fixed.name.full.get(), false),
        }
    }

    fn reference(&mut self, scope: &mut Scope, full: &str, by_value: bool) -> Ty {
        let ty = Ty::Path(self.spaces.path(scope.module, full));
        if !by_value || !self.known.contains_key(full) {
            return ty;
        }
        let position = scope.references;
        scope.references += 1;
        match scope.definition {
            Some(definition) if self.boxed.contains(&(definition, position)) => Ty::Box(Box::new(ty)),
            _ => ty,
        }
    }

    fn union(&mut self, scope: &mut Scope, view: View<'a>, by_value: bool, whole: bool) -> Ty {
        let null = null_of(view);
        let option = null == Null::First || (null == Null::Last && whole);
        let first = usize::from(null == Null::First);
        if option && view.branch_count() == 2 {
            return Ty::Option(Box::new(self.ty(scope, view.branch(first), by_value, false)));
        }
        let ident = self.spaces.taken(scope.module).one(&scope.ident.clone(), "");
        let shown = scope.shown.clone();
        let branches = self.branches_of(scope, view, option, by_value, &ident);
        let namespace = &self.spaces.modules()[scope.module].namespace;
        let full = if namespace.is_empty() { ident.clone() } else { format!("{namespace}.{ident}") };
        let what = Some(format!("What `{shown}` holds."));
        let item = Item {
            module: scope.module,
            ident: ident.clone(),
            full,
            view,
            body: Body::Union(branches),
            what,
            root: false,
        };
        self.unions.push(item);
        let path = idents::ident(&ident).to_string();
        // At the top of a file that is included a name alone could be a crate's.
        let path = Ty::Path(if scope.module == 0 { format!("self::{path}") } else { path });
        if option { Ty::Option(Box::new(path)) } else { path }
    }

    fn branches(&mut self, scope: &mut Scope, view: View<'a>, option: bool) -> Vec<Branch<'a>> {
        let ident = scope.ident.clone();
        self.branches_of(scope, view, option, true, &ident)
    }

    /// The variants of the enum `ident`; where it is the inside of an `Option`, without the `null`.
    fn branches_of(
        &mut self,
        scope: &mut Scope,
        view: View<'a>,
        option: bool,
        by_value: bool,
        ident: &str,
    ) -> Vec<Branch<'a>> {
        let outer = (scope.ident.clone(), scope.shown.clone());
        let all: Vec<View<'a>> = (0..view.branch_count()).map(|branch| view.branch(branch)).collect();
        let kept: Vec<View<'a>> =
            all.into_iter().filter(|branch| !(option && matches!(branch.node.kind, Kind::Null))).collect();
        let names = self.variants(&kept);
        let mut branches = Vec::new();
        for (branch, name) in kept.into_iter().zip(names) {
            if let Kind::Null = &branch.node.kind {
                let position = carries(branch).then(|| self.place(scope, branch, by_value));
                branches.push(Branch { ident: name, position });
                continue;
            }
            scope.ident = format!("{ident}{}", if let Kind::Map(_) = &branch.node.kind { "Value" } else { "Item" });
            scope.shown = format!("{ident}::{name}");
            let position = Some(self.place(scope, branch, by_value));
            branches.push(Branch { ident: name, position });
        }
        (scope.ident, scope.shown) = outer;
        branches
    }

    fn place(&mut self, scope: &mut Scope, view: View<'a>, by_value: bool) -> Position<'a> {
        let carried = carried(view, false);
        let ty = self.place_ty(scope, view, carried, by_value, false);
        Position { view, ty, null: Null::Absent, carried }
    }

    /// Variants are called as their types; of several types with one name all but the first with as much of their namespace as
    /// it takes.
    fn variants(&self, branches: &[View<'_>]) -> Vec<String> {
        let mut taken = Taken::default();
        branches
            .iter()
            .map(|branch| match branch.name() {
                Some(name) => {
                    let full = name.full.get();
                    let parts: Vec<&str> = full.split('.').collect();
                    let with = |count: usize| -> String {
                        let namespace = &parts[parts.len() - 1 - count..parts.len() - 1];
                        let before = namespace.iter().copied().map(idents::type_name).collect::<String>();
                        before + &self.spaces.place(full).ident
                    };
                    let free = (0..parts.len()).map(with).find(|ident| !taken.contains(ident));
                    taken.one(&free.unwrap_or_else(|| with(0)), "")
                }
                None => taken.one(&idents::type_name(branch.type_name()), ""),
            })
            .collect()
    }
}

/// Where the `null` of a union stands that has another branch; in the middle is [`Null::Absent`].
fn null_of(view: View<'_>) -> Null {
    let count = view.branch_count();
    let is_null = |branch: usize| matches!(view.branch(branch).node.kind, Kind::Null) && !carries(view.branch(branch));
    match count {
        0 | 1 => Null::Absent,
        _ if is_null(0) => Null::First,
        _ if is_null(count - 1) => Null::Last,
        _ => Null::Absent,
    }
}

fn carries(view: View<'_>) -> bool {
    !view.node.props.get().is_empty()
}

/// What the nodes between this place and the types with a Rust name of their own say.
fn carried(view: View<'_>, whole: bool) -> Carried {
    let mut node = view;
    let mut whole = whole;
    let mut around = false;
    loop {
        if node.name().is_some() {
            break;
        }
        if let Kind::Union(_) = &node.node.kind {
            let null = null_of(node);
            let option = null == Null::First || (null == Null::Last && whole);
            if !option || node.branch_count() != 2 {
                break;
            }
            (node, whole) = (node.branch(usize::from(null == Null::First)), false);
            continue;
        }
        let Some(element) = node.element() else {
            return match (carries(node), around) {
                (false, false) => Carried::Nothing,
                (true, false) => {
                    logical(node).map_or(Carried::Text, |(logical, scale)| Carried::Logical(logical, scale))
                }
                (_, true) => Carried::Text,
            };
        };
        around |= carries(node);
        (node, whole) = (element, false);
    }
    if around { Carried::Text } else { Carried::Nothing }
}

/// The logical type of `view`, where an attribute says the same as its properties, and whether a scale is given.
fn logical(view: View<'_>) -> Option<(LogicalType, bool)> {
    let logical = view.node.logical?;
    let mut scaled = false;
    for prop in view.node.props.get() {
        match (prop.key.get(), logical) {
            ("logicalType", _) => {}
            ("precision", LogicalType::Decimal { precision, .. }) if prop.value.get() == precision.to_string() => {}
            ("scale", LogicalType::Decimal { scale, .. }) if prop.value.get() == scale.to_string() => scaled = true,
            _ => return None,
        }
    }
    Some((logical, scaled))
}
