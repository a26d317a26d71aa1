//! Where in a value it was that writing failed.
//!
//! Nothing is kept for it while values are written: what was written before is data of the schema that ends too early, and where
//! it ends is what could not be written.

use avro_model::{Kind, View};

use super::Decoder;
use crate::error::DecodeError;

/// Goes past a value of `view`: an error where `input` ends.
pub(super) fn pass(view: View<'static>, input: &mut Decoder<'_>) -> Result<(), DecodeError> {
    match &view.node.kind {
        Kind::Null => Ok(()),
        Kind::Boolean => input.raw(1).map(drop),
        Kind::Int | Kind::Long | Kind::Enum(_) => input.long().map(drop),
        Kind::Float => input.raw(4).map(drop),
        Kind::Double => input.raw(8).map(drop),
        Kind::Bytes | Kind::String => input.bytes().map(drop),
        Kind::Fixed(fixed) => input.raw(fixed.size as usize).map(drop),
        Kind::Array(items) => {
            each(input, |input, index| pass(view.child(items), input).map_err(|error| error.at_index(index)))
        }
        Kind::Map(values) => each(input, |input, _| {
            input.bytes()?;
            pass(view.child(values), input).map_err(DecodeError::at_map_value)
        }),
        Kind::Union(_) => {
            let branch = input.branch(view.branch_count())?;
            pass(view.branch(branch), input)
        }
        Kind::Record(_) => (0..view.field_count()).try_for_each(|position| {
            let field = view.field(position);
            pass(view.child(&field.schema), input).map_err(|error| error.at_field(field.name.get()))
        }),
    }
}

/// Goes past the blocks of a list or a map, as encoders write them: each with its count alone.
fn each(
    input: &mut Decoder<'_>,
    mut item: impl FnMut(&mut Decoder<'_>, usize) -> Result<(), DecodeError>,
) -> Result<(), DecodeError> {
    let mut index = 0;
    loop {
        let count = input.long()?;
        if count <= 0 {
            return Ok(());
        }
        for _ in 0..count {
            let before = input.position();
            item(input, index)?;
            // Items without bytes may be more than could be gone past one by one.
            if input.position() == before {
                break;
            }
            index += 1;
        }
    }
}
