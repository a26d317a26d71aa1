//! `schema_json = ".."`: the walk from the schema of a field's type to its parts, each held against the text. A text that the
//! Rust type does not encode stops the build at the attribute.

use avro_model::content::definition_hash;
use avro_model::{Child, Kind, List, NullBranch, SchemaRef, View};

use crate::generated::Message;

/// `own`, which the text calls `name`: a primitive, or a named type by its full name.
///
/// # Panics
/// Where it is something else.
pub const fn named(own: SchemaRef, name: &str) -> SchemaRef {
    let view = own.view();
    let same = match view.name() {
        Some(own) => avro_model::text::same(own.full.get(), name),
        None => avro_model::names::is_primitive(name) && avro_model::text::same(view.type_name(), name),
    };
    if !same {
        differs(name, view)
    }
    own
}

/// The items or values of `own`, which the text calls an `array` or a `map`.
///
/// # Panics
/// Where it is something else.
pub const fn element(own: SchemaRef, name: &str) -> SchemaRef {
    let view = own.view();
    match view.element() {
        Some(element) if avro_model::text::same(view.type_name(), name) => SchemaRef::new(element.node),
        _ => differs(name, view),
    }
}

/// The branch at `index` of `own`, which the text calls a union of `count` branches.
///
/// # Panics
/// Where it is something else.
pub const fn branch_of(own: SchemaRef, index: usize, count: usize) -> SchemaRef {
    let view = own.view();
    if view.branch_count() != count {
        if view.branch_count() > 0 {
            panic!("`schema_json` is a union of another number of branches than the Rust type's")
        }
        differs("union", view)
    }
    SchemaRef::new(view.branch(index).node)
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

const fn differs(text: &str, own: View<'static>) -> ! {
    let own = match own.name() {
        Some(name) => name.full.get(),
        None => own.type_name(),
    };
    let message = Message::EMPTY
        .push("`schema_json` has `")
        .push(text)
        .push("` where the Rust type writes `")
        .push(own)
        .push("`: the text can add to the schema of the type, not change its shape");
    panic!("{}", message.as_str())
}

/// Holds a generated type against the schema that it was generated from: `hash` is the `definition_hash` of the source.
///
/// # Panics
/// Where the derived schema is another one.
pub const fn same_as_source(schema: SchemaRef, name: &str, hash: u128) {
    if definition_hash(schema.view()) != hash {
        let message = Message::EMPTY.push("the generated type `").push(name).push(
            "` does not have the schema of its source: an attribute that build.rs adds to it (`type_attribute`, \
                 `field_attribute`) changes the schema; without one, this is a fault of avro-build: please report it",
        );
        panic!("{}", message.as_str())
    }
}

/// Holds generated types against the schemas that they were generated from.
#[doc(hidden)]
#[macro_export]
macro_rules! __source {
    ($($ty:ty = $hash:literal),* $(,)?) => {
        $(
            // a schema of a thousand fields takes longer than the lint likes
            #[allow(long_running_const_eval)]
            const _: () = $crate::__private::same_as_source(
                <$ty as $crate::__private::AvroSchema>::SCHEMA,
                $crate::__private::core::stringify!($ty),
                $hash,
            );
        )*
    };
}
