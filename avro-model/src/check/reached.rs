//! What is wrong with a type or with any that it reaches: of an instance of a generic type, which is checked nowhere else.

use super::{Problem, SLOTS, check_type, too_large};
use crate::schema::{Kind, SchemaRef, View};
use crate::text::same;

/// How many types may wait to be looked at.
const WAITING: usize = 4096;

/// The first problem that [`check_type`] finds in `schema` or in a type that it reaches.
pub const fn check_reached(schema: SchemaRef) -> Option<Problem> {
    // Every byte of a buffer costs: small ones first.
    if let Ok(problem) = walk(schema.view(), &mut [None; 64], &mut [None; 32]) {
        return problem;
    }
    match walk(schema.view(), &mut [None; WAITING], &mut [None; SLOTS]) {
        Err(Full) => Some(too_large(schema.view())),
        Ok(problem) => problem,
    }
}

/// A buffer was too small.
struct Full;

const fn walk(
    root: View<'static>,
    waiting: &mut [Option<View<'static>>],
    seen: &mut [Option<View<'static>>],
) -> Result<Option<Problem>, Full> {
    let (mut count, mut known) = (1, 0);
    waiting[0] = Some(root);
    let mut first = true;
    while count > 0 {
        count -= 1;
        let Some(view) = waiting[count] else { return Err(Full) };
        if let Some(name) = view.name() {
            let mut i = 0;
            while i < known {
                if let Some(other) = seen[i]
                    && let Some(other) = other.name()
                    && other.hash == name.hash
                    && same(other.full.get(), name.full.get())
                {
                    break;
                }
                i += 1;
            }
            if i < known {
                continue;
            }
            if known == seen.len() {
                return Err(Full);
            }
            seen[known] = Some(view);
            known += 1;
        }
        if (first || view.name().is_some())
            && let Some(problem) = check_type(view)
        {
            return Ok(Some(problem));
        }
        first = false;
        let children = match &view.node.kind {
            Kind::Record(_) => view.field_count(),
            Kind::Union(_) => view.branch_count(),
            Kind::Array(_) | Kind::Map(_) => 1,
            _ => 0,
        };
        let mut i = 0;
        while i < children {
            let child = match &view.node.kind {
                Kind::Record(_) => view.child(&view.field(i).schema),
                Kind::Union(_) => view.branch(i),
                _ => match view.element() {
                    Some(element) => element,
                    None => return Err(Full),
                },
            };
            if let Kind::Record(_) | Kind::Union(_) | Kind::Array(_) | Kind::Map(_) = &child.node.kind {
                if count == waiting.len() {
                    return Err(Full);
                }
                waiting[count] = Some(child);
                count += 1;
            }
            i += 1;
        }
    }
    Ok(None)
}
