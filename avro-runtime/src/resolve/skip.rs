//! Going past what the reader does not have. Lengths and nesting are checked as in reading.

use super::{Node, PlanRef, Skip};
use crate::codec::Decoder;
use crate::error::DecodeError;
use crate::impls::map::KEY;

pub(super) fn skip(plan: PlanRef<'_>, input: &mut Decoder<'_>) -> Result<(), DecodeError> {
    let Node::Skip(skip_node) = &plan.get().node else {
        return Err(super::foreign(input));
    };
    match skip_node {
        Skip::Fixed(size) => input.raw(*size).map(drop),
        Skip::Varint => input.long().map(drop),
        Skip::Prefixed => input.bytes().map(drop),
        Skip::Array { item, min_size } => {
            input.enter()?;
            while let Some(count) = input.skip_block(*min_size)? {
                for _ in 0..count {
                    skip(plan.at(*item), input)?;
                }
            }
            input.leave();
            Ok(())
        }
        Skip::Map { value, min_size } => {
            input.enter()?;
            while let Some(count) = input.skip_block(KEY + *min_size)? {
                for _ in 0..count {
                    input.bytes()?;
                    skip(plan.at(*value), input)?;
                }
            }
            input.leave();
            Ok(())
        }
        Skip::Union(branches) => {
            let index = input.branch(branches.len())?;
            input.enter()?;
            skip(plan.at(branches[index]), input)?;
            input.leave();
            Ok(())
        }
        Skip::Record(fields) => {
            input.enter()?;
            for field in fields {
                skip(plan.at(*field), input)?;
            }
            input.leave();
            Ok(())
        }
    }
}
