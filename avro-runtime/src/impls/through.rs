//! What a type takes over from another, through which it is written and read.

/// The constants of a form that is another one's.
macro_rules! same_form {
    ($($of:tt)+) => {
        const SCHEMA: avro_model::SchemaRef = $($of)+::SCHEMA;
        const FIELD_DEFAULT: Option<&'static str> = $($of)+::FIELD_DEFAULT;
        const UNION: Option<&'static [avro_model::Child]> = $($of)+::UNION;
        const OTHER: bool = $($of)+::OTHER;
        const NULLABLE: bool = $($of)+::NULLABLE;
        const MIN_SIZE: usize = $($of)+::MIN_SIZE;
    };
}
pub(crate) use same_form;

/// The four ways of reading a `$ty` that is made of what `$of` reads:
///
/// ```text
/// read_through!(Box<T>, of [T], |input| { input.enter()?; }, |value| { input.leave(); Ok(Box::new(value)) });
/// ```
macro_rules! read_through {
    ($ty:ty, of [$($of:tt)+], |$input:ident| { $($before:tt)* }, |$value:ident| $make:expr) => {
        #[inline]
        fn decode($input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
            $($before)*
            let $value = $($of)+::decode($input)?;
            $make
        }

        #[inline]
        fn decode_resolved($input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<$ty, DecodeError> {
            $($before)*
            let $value = $($of)+::decode_resolved($input, plan)?;
            $make
        }

        #[inline]
        fn decode_branch(index: usize, $input: &mut Decoder<'de>) -> Result<$ty, DecodeError> {
            $($before)*
            let $value = $($of)+::decode_branch(index, $input)?;
            $make
        }

        #[inline]
        fn decode_branch_resolved(
            index: usize,
            $input: &mut Decoder<'de>,
            plan: Option<PlanRef<'_>>,
        ) -> Result<$ty, DecodeError> {
            $($before)*
            let $value = $($of)+::decode_branch_resolved(index, $input, plan)?;
            $make
        }
    };
    // behind an indirection, of which not more may nest than the limits say
    (nested $ty:ty, of [$($of:tt)+], |$value:ident| $make:expr) => {
        $crate::impls::through::read_through!(
            $ty, of [$($of)+], |input| { input.enter()?; }, |$value| { input.leave(); Ok($make) }
        );
    };
}
pub(crate) use read_through;
