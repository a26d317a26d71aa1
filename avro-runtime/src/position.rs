//! `schema_json = ".."`: the parts of a field type's schema, and whether the text has the same shape. And generated types,
//! held against the schemas that they were generated from.

use avro_model::content::definition_hash;
use avro_model::{Child, Kind, List, NullBranch, SchemaRef, print};

use crate::generated::{Message, STUB};

/// The items or values of `own`, or its branch at `index`; of what has no such part, which [`text_problem`] reports, anything.
pub const fn part(own: SchemaRef, index: usize) -> SchemaRef {
    let view = own.view();
    match view.element() {
        Some(element) => SchemaRef::of(element),
        None if index < view.branch_count() => SchemaRef::of(view.branch(index)),
        None => STUB,
    }
}

/// Why a text that has the shape `shape` is not one of `own`, the schema of the Rust type.
pub const fn text_problem(own: SchemaRef, shape: &str) -> Option<Message> {
    if print::is_shape(own.view(), shape) {
        return None;
    }
    Some(
        Message::EMPTY
            .push("a text can add properties and logical types to the schema of the Rust type, not change it; without those the text is `")
            .push_shortened(shape)
            .push("` and the type `")
            .push_shape(own.view())
            .push("`"),
    )
}

/// The branches of a union whose null is among them.
pub const fn branches(schema: SchemaRef) -> Option<&'static [Child]> {
    match &schema.get().kind {
        Kind::Union(union) if matches!(union.null, NullBranch::None) => match &union.branches {
            List::Static(branches) => Some(branches),
            List::Owned(_) => None,
        },
        _ => None,
    }
}

/// Holds a generated type against the schema that it was generated from: `hash` is the `definition_hash` of the source.
///
/// # Panics
/// Where the derived schema is another one.
pub const fn is_source(schema: SchemaRef, hash: u128) -> bool {
    definition_hash(schema.view()) == hash
}

/// Holds generated types against the schemas that they were generated from; each hash is the `definition_hash` of the source.
#[doc(hidden)]
#[macro_export]
macro_rules! __source {
    ($($ty:ty = $hash:literal),* $(,)?) => {
        $(
            // a schema of a thousand fields takes longer than the lint likes
            #[allow(long_running_const_eval, clippy::unreadable_literal)]
            const _: () = if !$crate::__private::is_source(<$ty as $crate::__private::AvroSchema>::SCHEMA, $hash) {
                $crate::__private::core::panic!($crate::__private::core::concat!(
                    "the schema that `",
                    $crate::__private::core::stringify!($ty),
                    "` derives is not the one that it was generated from: a `type_attribute` or `field_attribute` of the build script \
                     changes it, so take that back or change the schema file; without such an attribute this is a fault of \
                     avro-build, please report it with the schema"
                ))
            };
        )*
    };
}
