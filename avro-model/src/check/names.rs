//! Two types under one full name among all that a type reaches.
//!
//! Each derived type asks this of itself whenever it is compiled, and types nest: the const interpreter charges for each
//! step, so a field of a primitive costs as few of them as can be.

use super::body::same_body;
use super::{Problem, ProblemKind, SLOTS, too_large};
use crate::schema::{Child, Field, FieldPart, Fields, Kind, Name, Record, Schema, SchemaRef, items};
use crate::text::{List, same};

/// How deep types may nest to be looked at.
const DEPTH: usize = 1024;

/// How often an instance of a generic type is looked into that was met before.
const AGAIN: usize = 1024;

/// What of a record or a union was not looked at yet.
#[derive(Clone, Copy)]
struct Rest {
    fields: &'static [Field],
    branches: &'static [Child],
    /// What of a record with flattened records was not looked at yet.
    parts: &'static [FieldPart],
    /// The record whose field leads here, and that field.
    holder: Option<&'static Name>,
    field: &'static str,
}

impl Rest {
    const NOTHING: Rest = Rest { fields: &[], branches: &[], parts: &[], holder: None, field: "" };
}

/// Two types under one full name with different bodies, among all that `schema`, as a derive emits it, reaches; or that it
/// reaches too many to be looked at.
pub const fn check_names(schema: SchemaRef) -> Option<Problem> {
    // Every byte of a buffer costs: small ones first.
    if let Ok(problem) = walk(schema, &mut [None; 32], &mut [None; 64]) {
        return problem;
    }
    match walk(schema, &mut [None; DEPTH], &mut [None; SLOTS]) {
        Err(Full) => Some(too_large(schema.view())),
        Ok(problem) => problem,
    }
}

/// A buffer was too small.
struct Full;

const fn walk(
    root: SchemaRef,
    stack: &mut [Option<Rest>],
    seen: &mut [Option<&'static Schema>],
) -> Result<Option<Problem>, Full> {
    let (mut depth, mut count, mut again) = (0, 0, 0);
    // Two instances with equal bodies can still be two types: `Page<a::Order>` and `Page<b::Order>` both are `Page_Order` and hold an
    // `Order`. What is no instance is looked into once.
    let mut at = root;
    // What is looked at now; what is left of the types around it waits on the stack.
    let mut now = Rest::NOTHING;
    let mut node = root.get();
    loop {
        let inside = match reach(&mut node, &mut at) {
            Reached::Branches(branches) => Rest { branches, holder: now.holder, field: now.field, ..Rest::NOTHING },
            Reached::Named(name) => {
                let mask = seen.len() - 1;
                let mut slot = name.hash as usize & mask;
                let first = loop {
                    match seen[slot] {
                        Some(first) if !is_called(first, name) => slot = (slot + 1) & mask,
                        first => break first,
                    }
                };
                match first {
                    Some(first) => {
                        let (first, second) = (SchemaRef::new(first).view(), SchemaRef::new(node).view());
                        if !is_one_type(first.name(), name) && !same_body(first, second) {
                            let problem = Problem::new(ProblemKind::SameName, now.holder, now.field, name.full.get());
                            return Ok(Some(problem.with_origins(first, second)));
                        }
                        if again < AGAIN && at.is_instance() && !is_inside(name, now, stack, depth) {
                            again += 1;
                            let (fields, parts) = members(node);
                            Rest { fields, branches: &[], parts, holder: Some(name), field: "" }
                        } else {
                            Rest::NOTHING
                        }
                    }
                    None => {
                        count += 1;
                        if count > seen.len() - seen.len() / 4 {
                            return Err(Full);
                        }
                        seen[slot] = Some(node);
                        let (fields, parts) = members(node);
                        Rest { fields, branches: &[], parts, holder: Some(name), field: "" }
                    }
                }
            }
            Reached::Nothing => Rest::NOTHING,
        };
        if !inside.fields.is_empty() || !inside.branches.is_empty() || !inside.parts.is_empty() {
            if depth == stack.len() {
                return Err(Full);
            }
            stack[depth] = Some(now);
            depth += 1;
            now = inside;
        }
        node = loop {
            if let [field, rest @ ..] = now.fields {
                now.fields = rest;
                if let Child::Ptr(handle) = &field.schema {
                    let node = handle.get();
                    // a name alone has no body to compare
                    if !is_leaf(node) && !handle.is_name() {
                        now.field = field.name.get();
                        at = *handle;
                        break node;
                    }
                }
            } else if let [branch, rest @ ..] = now.branches {
                now.branches = rest;
                if let Child::Ptr(handle) = branch
                    && !handle.is_name()
                {
                    at = *handle;
                    break handle.get();
                }
            } else if let [part, rest @ ..] = now.parts {
                now.parts = rest;
                match part {
                    FieldPart::Own(field) => now.fields = core::slice::from_ref(field),
                    FieldPart::Of(record) => {
                        let (fields, parts) = members(record.get());
                        if depth == stack.len() {
                            return Err(Full);
                        }
                        stack[depth] = Some(now);
                        depth += 1;
                        (now.fields, now.parts) = (fields, parts);
                    }
                }
            } else if depth == 0 {
                return Ok(None);
            } else {
                depth -= 1;
                let Some(rest) = stack[depth] else { return Err(Full) };
                now = rest;
            }
        };
    }
}

/// Whether what is looked at now is within a type called `name`.
const fn is_inside(name: &Name, now: Rest, stack: &[Option<Rest>], depth: usize) -> bool {
    let (mut around, mut i) = (now, depth);
    loop {
        if let Some(holder) = around.holder
            && holder.hash == name.hash
        {
            return true;
        }
        if i == 0 {
            return false;
        }
        i -= 1;
        if let Some(rest) = stack[i] {
            around = rest;
        }
    }
}

/// Whether an instance of a generic type is what `schema` is, behind arrays, maps and unions: no type of its own was checked with it.
pub const fn is_of_instance(schema: SchemaRef) -> bool {
    let (mut node, mut at) = (schema.get(), schema);
    if let Reached::Branches(branches) = reach(&mut node, &mut at) {
        let mut i = 0;
        while i < branches.len() {
            if let Child::Ptr(branch) = &branches[i]
                && !branch.is_name()
                && is_of_instance(*branch)
            {
                return true;
            }
            i += 1;
        }
    }
    at.is_instance()
}

/// The fields of a record, or its parts where some of them are those of other records.
const fn members(node: &'static Schema) -> (&'static [Field], &'static [FieldPart]) {
    match &node.kind {
        Kind::Record(Record { fields: Fields::Inline(List::Static(fields)), .. }) => (fields, &[]),
        Kind::Record(Record { fields: Fields::Joined(parts), .. }) => (&[], parts),
        _ => (&[], &[]),
    }
}

/// Where the way down from a node ends: through arrays, maps and unions of one branch beside null.
enum Reached {
    Nothing,
    Named(&'static Name),
    Branches(&'static [Child]),
}

/// Goes down from `node`, to which `at` is the handle, to the first node that is more than a way on.
const fn reach(node: &mut &'static Schema, at: &mut SchemaRef) -> Reached {
    loop {
        match &node.kind {
            Kind::Array(Child::Ptr(inner)) | Kind::Map(Child::Ptr(inner)) if inner.is_name() => {
                return Reached::Nothing;
            }
            Kind::Array(Child::Ptr(inner)) | Kind::Map(Child::Ptr(inner)) => {
                *at = *inner;
                *node = inner.get();
            }
            Kind::Union(union) => match items!(&union.branches) {
                [Child::Ptr(only)] if only.is_name() => return Reached::Nothing,
                [Child::Ptr(only)] => {
                    *at = *only;
                    *node = only.get();
                }
                branches => return Reached::Branches(branches),
            },
            Kind::Record(record) => return Reached::Named(&record.name),
            Kind::Enum(body) => return Reached::Named(&body.name),
            Kind::Fixed(body) => return Reached::Named(&body.name),
            _ => return Reached::Nothing,
        }
    }
}

const fn is_leaf(node: &Schema) -> bool {
    !matches!(
        node.kind,
        Kind::Record(_) | Kind::Enum(_) | Kind::Fixed(_) | Kind::Array(_) | Kind::Map(_) | Kind::Union(_)
    )
}

/// Whether two names are known to be those of one Rust type, which spares comparing what is in it: most types that are met again.
const fn is_one_type(a: Option<&Name>, b: &Name) -> bool {
    match a {
        Some(a) => a.identity != 0 && a.identity == b.identity,
        None => false,
    }
}

const fn is_called(node: &'static Schema, name: &Name) -> bool {
    match SchemaRef::new(node).view().name() {
        Some(other) => other.hash == name.hash && same(other.full.get(), name.full.get()),
        None => false,
    }
}
