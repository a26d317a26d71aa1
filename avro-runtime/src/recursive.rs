//! Generic types that contain themselves. Their schemas are constants, which cannot hold themselves, so the derive puts these
//! stand-ins where the type is met inside itself:
//!
//! ```text
//! struct Tree<T> { value: T, children: Vec<Tree<T>>, page: Page<T> }
//! ->
//! const PART: SchemaRef = { value: T::SCHEMA, children: <Vec<ByName<Tree<T>>>>::SCHEMA, page: <Part<Page<T>>>::SCHEMA };
//! const SCHEMA: SchemaRef = Self::PART.whole(Document::of_parts(&[Self::PART]));
//! ```
//!
//! Each constant asks only for such as come to an end: `SCHEMA` for `PART`, that for the `PART` of what it is made of and for
//! `BY_NAME`, and that for names.

use std::marker::PhantomData;

use avro_model::{Child, Document, SchemaRef};

use crate::described::AvroSchema;

/// `T`, referred to by name.
#[derive(Debug)]
pub struct ByName<T: ?Sized>(PhantomData<T>);

/// `T` inside of what it may refer to by name.
#[derive(Debug)]
pub struct Part<T: ?Sized>(PhantomData<T>);

macro_rules! stand_in {
    ($ty:ident, $schema:ident, $union:ident) => {
        impl<T: ?Sized + AvroSchema> AvroSchema for $ty<T> {
            const SCHEMA: SchemaRef = T::$schema;
            const NAME: &'static str = T::NAME;
            const FULL_NAME: &'static str = T::FULL_NAME;
            const FIELD_DEFAULT: Option<&'static str> = T::FIELD_DEFAULT;
            const UNION: Option<&'static [Child]> = T::$union;
            const OTHER: bool = T::OTHER;
            const NULLABLE: bool = T::NULLABLE;
            const IS_BYTE: bool = T::IS_BYTE;
            const MIN_SIZE: usize = T::MIN_SIZE;
        }

        impl<T: ?Sized> Clone for $ty<T> {
            fn clone(&self) -> Self {
                $ty(PhantomData)
            }
        }
    };
}

stand_in!(ByName, BY_NAME, BY_NAME_UNION);
stand_in!(Part, PART, PART_UNION);

/// The branches of a union, each a whole: what takes them over knows nothing of the union.
///
/// # Panics
/// There are not `N` (a compile error: the derive counts them).
pub const fn whole_branches<const N: usize>(
    branches: Option<&'static [Child]>,
    document: &'static Document,
) -> [Child; N] {
    let mut whole = [const { Child::Node(0) }; N];
    if let Some(branches) = branches {
        let mut i = 0;
        while i < N {
            if let Child::Ptr(branch) = &branches[i] {
                whole[i] = Child::Ptr(branch.whole(document));
            }
            i += 1;
        }
    }
    whole
}

/// The branches of a union that has some.
pub const fn branches_of(branches: Option<&'static [Child]>) -> &'static [Child] {
    match branches {
        Some(branches) => branches,
        None => &[],
    }
}
