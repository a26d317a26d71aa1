//! Types with hand-written implementations, of the shape that the derive emits.
#![allow(dead_code, unreachable_pub)]

use __avro::{Field, FieldSpec, PlanRef, Schema, SchemaRef};
use avro_runtime::__private as __avro;
use avro_runtime::schema::{Child, Name, NullBranch, Str, text::hash};
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, DecodeError, Decoder, Encoder};

/// A record with straight-line code and code for other writers: fields as `name: Type = spec`.
#[macro_export]
macro_rules! record {
    ($ty:ident $(<$life:lifetime>)?, $full:literal, $aliases:expr, { $($field:ident: $fty:ty = $spec:expr),* $(,)? }) => {
        const _: () = {
            use avro_runtime::__private as __avro;
            impl $(<$life>)? __avro::AvroSchema for $ty $(<$life>)? {
                const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(const {
                    &__avro::Schema::record(
                        __avro::Name::new($full, $aliases, false),
                        None,
                        const {
                            &[$(__avro::Field::new(
                                stringify!($field),
                                avro_runtime::schema::text::hash(stringify!($field)),
                                <$fty as __avro::AvroSchema>::SCHEMA,
                                $spec,
                            )),*]
                        },
                        b"",
                    )
                });
                const NAME: &'static str = stringify!($ty);
                const MIN_SIZE: usize = 0 $(+ <$fty as __avro::AvroSchema>::MIN_SIZE)*;
            }
            impl $(<$life>)? __avro::AvroEncode for $ty $(<$life>)? {
                fn encode(&self, _out: &mut __avro::Encoder<'_>) {
                    $(<$fty as __avro::AvroEncode>::encode(&self.$field, _out);)*
                }
            }
            record!(@decode $ty $(<$life>)?, { $($field: $fty),* });
        };
    };
    (@decode $ty:ident, { $($field:ident: $fty:ty),* }) => {
        impl<'de> __avro::AvroDecode<'de> for $ty {
            record!(@body { $($field: $fty),* });
        }
    };
    (@decode $ty:ident <$life:lifetime>, { $($field:ident: $fty:ty),* }) => {
        impl<$life> __avro::AvroDecode<$life> for $ty<$life> {
            record!(@body_in $life { $($field: $fty),* });
        }
    };
    (@body { $($field:ident: $fty:ty),* }) => { record!(@body_in 'de { $($field: $fty),* }); };
    (@body_in $life:lifetime { $($field:ident: $fty:ty),* }) => {
        fn decode(_input: &mut __avro::Decoder<$life>) -> Result<Self, __avro::DecodeError> {
            Ok(Self {
                $($field: <$fty as __avro::AvroDecode>::decode(_input)
                    .map_err(|error| error.at_field(stringify!($field)))?,)*
            })
        }
        #[allow(unused_assignments, unused_mut, non_camel_case_types, dead_code)]
        fn decode_resolved(
            input: &mut __avro::Decoder<$life>,
            plan: __avro::PlanRef<'_>,
        ) -> Result<Self, __avro::DecodeError> {
            #[derive(Clone, Copy)]
            enum Position { $($field),* }
            let Some(record) = plan.record(input)? else { return Self::decode(input) };
            $(let mut $field: Option<$fty> = None;)*
            for step in record.steps() {
                $(
                    if step.field() == Position::$field as usize {
                        if !<$fty as __avro::AvroDecode>::decode_step(&mut $field, input, step) {
                            return Err(input.failure().at_field(stringify!($field)));
                        }
                        continue;
                    }
                )*
                if !step.skip(input) {
                    return Err(input.failure());
                }
            }
            Ok(Self {
                $($field: match $field {
                    Some(value) => value,
                    None => return Err(__avro::incomplete(input, ())),
                },)*
            })
        }
    };
}

pub const NONE: FieldSpec = FieldSpec::NONE;

pub const fn default(json: &'static str) -> FieldSpec {
    FieldSpec { default: Some(json), ..FieldSpec::NONE }
}

pub const fn alias(aliases: &'static [Str]) -> FieldSpec {
    FieldSpec { aliases, ..FieldSpec::NONE }
}

/// An enum with a default symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suit {
    Spades,
    Hearts,
    Unknown,
}

const _: () = {
    static NODE: Schema = Schema::enumeration(
        Name::new("cards.Suit", &[], false),
        None,
        &[Str::Static("SPADES"), Str::Static("HEARTS"), Str::Static("UNKNOWN")],
        Some("UNKNOWN"),
    );
    impl AvroSchema for Suit {
        const SCHEMA: SchemaRef = SchemaRef::new(&NODE);
        const NAME: &'static str = "Suit";
        const MIN_SIZE: usize = 1;
    }
    impl AvroEncode for Suit {
        fn encode(&self, out: &mut Encoder<'_>) {
            out.put_symbol(*self as usize);
        }
    }
    const ALL: [Suit; 3] = [Suit::Spades, Suit::Hearts, Suit::Unknown];
    impl<'de> AvroDecode<'de> for Suit {
        fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
            Ok(ALL[input.enum_index(3)?])
        }
        fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
            Ok(ALL[plan.symbol(input)?])
        }
    }
};

/// Two records of the same shape in one union.
#[derive(Debug, Clone, PartialEq)]
pub struct Cat {
    pub name: String,
}
record!(Cat, "pets.Cat", &[], { name: String = NONE });

#[derive(Debug, Clone, PartialEq)]
pub struct Dog {
    pub name: String,
}
record!(Dog, "pets.Dog", &[], { name: String = NONE });

#[derive(Debug, Clone, PartialEq)]
pub enum Pet {
    Cat(Cat),
    Dog(Dog),
    Age(i64),
}

const _: () = {
    static BRANCHES: [Child; 3] = [Child::Ptr(Cat::SCHEMA), Child::Ptr(Dog::SCHEMA), Child::Ptr(<i64>::SCHEMA)];
    static NODE: Schema = Schema::union(NullBranch::None, &BRANCHES);
    impl AvroSchema for Pet {
        const SCHEMA: SchemaRef = SchemaRef::new(&NODE);
        const NAME: &'static str = "Pet";
        const UNION: Option<&'static [Child]> = Some(&BRANCHES);
        const MIN_SIZE: usize = 1;
    }
    impl AvroEncode for Pet {
        fn encode(&self, out: &mut Encoder<'_>) {
            self.encode_branch(0, out);
        }
        fn encode_branch(&self, offset: usize, out: &mut Encoder<'_>) {
            match self {
                Pet::Cat(cat) => cat.encode_branch(offset, out),
                Pet::Dog(dog) => dog.encode_branch(offset + 1, out),
                Pet::Age(age) => age.encode_branch(offset + 2, out),
            }
        }
    }
    impl<'de> AvroDecode<'de> for Pet {
        fn decode(input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
            let index = input.branch(3)?;
            Self::decode_branch(index, input)
        }
        fn decode_resolved(input: &mut Decoder<'de>, plan: PlanRef<'_>) -> Result<Self, DecodeError> {
            let (index, plan) = plan.union(input, false)?;
            Self::decode_branch_resolved(index, input, plan)
        }
        fn decode_branch(index: usize, input: &mut Decoder<'de>) -> Result<Self, DecodeError> {
            match index {
                0 => Cat::decode(input).map(Pet::Cat),
                1 => Dog::decode(input).map(Pet::Dog),
                _ => i64::decode(input).map(Pet::Age),
            }
        }
        fn decode_branch_resolved(
            index: usize,
            input: &mut Decoder<'de>,
            plan: Option<PlanRef<'_>>,
        ) -> Result<Self, DecodeError> {
            match index {
                0 => Cat::decode_branch_resolved(0, input, plan).map(Pet::Cat),
                1 => Dog::decode_branch_resolved(0, input, plan).map(Pet::Dog),
                _ => i64::decode_branch_resolved(0, input, plan).map(Pet::Age),
            }
        }
    }
};

/// A linked list.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub value: i64,
    pub next: Option<Box<Node>>,
}

const _: () = {
    static NODE: Schema = Schema::record(
        Name::new("Node", &[], false),
        None,
        const {
            &[
                Field::new("value", hash("value"), <i64>::SCHEMA, NONE),
                Field::new("next", hash("next"), <Option<Box<Node>>>::SCHEMA, default("null")),
            ]
        },
        b"",
    );
    impl AvroSchema for Node {
        const SCHEMA: SchemaRef = SchemaRef::new(&NODE);
        const NAME: &'static str = "Node";
        const MIN_SIZE: usize = <i64>::MIN_SIZE + <Option<Box<Node>>>::MIN_SIZE;
    }
    impl AvroEncode for Node {
        fn encode(&self, out: &mut Encoder<'_>) {
            self.value.encode(out);
            self.next.encode(out);
        }
    }
    impl<'de> AvroDecode<'de> for Node {
        record!(@body { value: i64, next: Option<Box<Node>> });
    }
};

/// What the derive would make of a click event, with borrowed texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Click<'a> {
    pub email: &'a str,
    pub number: i32,
    pub tags: Vec<std::borrow::Cow<'a, str>>,
    pub suit: Suit,
    pub pet: Option<Pet>,
    pub numbers: Vec<f64>,
    pub id: [u8; 4],
}
record!(Click<'a>, "com.acme.Click", &[], {
    email: &'a str = NONE,
    number: i32 = NONE,
    tags: Vec<std::borrow::Cow<'a, str>> = NONE,
    suit: Suit = NONE,
    pet: Option<Pet> = default("null"),
    numbers: Vec<f64> = NONE,
    id: [u8; 4] = NONE,
});

pub fn click() -> Click<'static> {
    Click {
        email: "ann@example.org",
        number: -70_000,
        tags: vec!["a".into(), "".into(), "größer".into()],
        suit: Suit::Hearts,
        pet: Some(Pet::Dog(Dog { name: "Rex".into() })),
        numbers: vec![0.5, f64::NEG_INFINITY, -0.0],
        id: [1, 2, 3, 4],
    }
}
