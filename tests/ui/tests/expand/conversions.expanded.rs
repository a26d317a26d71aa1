use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub struct Money(pub i64);
impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.0
    }
}
impl From<i64> for Money {
    fn from(cents: i64) -> Self {
        Money(cents)
    }
}
pub mod tenths {
    pub type Avro = i64;
    pub fn to_avro(money: &super::Money) -> Result<Avro, std::convert::Infallible> {
        Ok(money.0 / 10)
    }
    pub fn from_avro(tenths: Avro) -> Result<super::Money, std::convert::Infallible> {
        Ok(super::Money(tenths * 10))
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Prices {
    pub one: Option<Money>,
    pub rough: Money,
    pub of: Item,
}
#[doc(hidden)]
#[allow(
    deprecated,
    non_upper_case_globals,
    unused_imports,
    unused_qualifications,
    clippy::absolute_paths
)]
const _: () = {
    use ::avro_runtime::__private as __avro;
    struct __With0;
    impl __avro::Convert<Money> for __With0 {
        type Avro = tenths::Avro;
        #[inline]
        fn to_avro(value: &Money) -> __avro::Result<tenths::Avro, __avro::Refusal> {
            tenths::to_avro(value)
                .map_err(<__avro::Refusal as __avro::core::convert::From<_>>::from)
        }
        #[inline]
        fn from_avro(avro: tenths::Avro) -> __avro::Result<Money, __avro::Refusal> {
            tenths::from_avro(avro)
                .map_err(<__avro::Refusal as __avro::core::convert::From<_>>::from)
        }
    }
    static __NODE: __avro::Schema = __avro::Schema::joined_record(
        __avro::Name::declared(
            "Prices",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Prices",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "one",
                            ty: "Option<Money>",
                        },
                        __avro::Member {
                            vis: "pub ",
                            ident: "rough",
                            ty: "Money",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::FieldPart::Own(
                    __avro::field(
                        "one",
                        1875936269717626031,
                        {
                            let _ = <Money as __avro::needs::Via<i64>>::met;
                            <__avro::Opt<
                                __avro::With<__avro::Via<i64>>,
                            > as __avro::SchemaAs<Option<Money>>>::SCHEMA
                        },
                        <__avro::Opt<
                            __avro::With<__avro::Via<i64>>,
                        > as __avro::SchemaAs<Option<Money>>>::FIELD_DEFAULT,
                    ),
                ),
                __avro::FieldPart::Own(
                    __avro::field(
                        "rough",
                        3527741579591594638,
                        <__avro::With<__With0> as __avro::SchemaAs<Money>>::SCHEMA,
                        <__avro::With<__With0> as __avro::SchemaAs<Money>>::FIELD_DEFAULT,
                    ),
                ),
                __avro::FieldPart::Of({
                    let _ = (
                        <Item as __avro::needs::Form>::met,
                        <Item as __avro::needs::Known<'_>>::met,
                    );
                    <Item as __avro::AvroSchema>::SCHEMA
                }),
            ]
        },
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Prices {
        const NAME: &'static __avro::core::primitive::str = "Prices";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = {
            let _ = <Money as __avro::needs::Via<i64>>::met;
            <__avro::Opt<
                __avro::With<__avro::Via<i64>>,
            > as __avro::SchemaAs<Option<Money>>>::MIN_SIZE
        } + <__avro::With<__With0> as __avro::SchemaAs<Money>>::MIN_SIZE
            + {
                let _ = (
                    <Item as __avro::needs::Form>::met,
                    <Item as __avro::needs::Known<'_>>::met,
                );
                <Item as __avro::AvroSchema>::MIN_SIZE
            };
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Prices {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Prices {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            {
                let _ = <Money as __avro::needs::Via<i64>>::met;
                <__avro::Opt<
                    __avro::With<__avro::Via<i64>>,
                > as __avro::EncodeAs<Option<Money>>>::encode(&self.one, out)
            };
            <__avro::With<__With0> as __avro::EncodeAs<Money>>::encode(&self.rough, out);
            {
                let _ = (
                    <Item as __avro::needs::Form>::met,
                    <Item as __avro::needs::Known<'_>>::met,
                );
                <Item as __avro::AvroEncode>::encode(&self.of, out)
            };
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Prices {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (__avro::None, __avro::None, __avro::None);
            let unread = 'read: {
                if !{
                    let _ = <Money as __avro::needs::Via<i64>>::met;
                    <__avro::Opt<
                        __avro::With<__avro::Via<i64>>,
                    > as __avro::DecodeAs<
                        '__de,
                        Option<Money>,
                    >>::decode_field(&mut read.0, input)
                } {
                    break 'read 0usize;
                }
                if !<__avro::With<
                    __With0,
                > as __avro::DecodeAs<'__de, Money>>::decode_field(&mut read.1, input) {
                    break 'read 1usize;
                }
                if !{
                    let _ = (
                        <Item as __avro::needs::Form>::met,
                        <Item as __avro::needs::Known<'_>>::met,
                    );
                    <Item as __avro::AvroDecode<'__de>>::decode_field(&mut read.2, input)
                } {
                    break 'read __avro::core::primitive::usize::MAX;
                }
                let whole = read;
                let (__avro::Some(__f0), __avro::Some(__f1), __avro::Some(__f2)) = whole
                else { __avro::absent() };
                return __avro::Ok(Self {
                    one: __f0,
                    rough: __f1,
                    of: __f2,
                });
            };
            __avro::Err(
                __avro::unread(input, <Self as __avro::AvroSchema>::SCHEMA, unread),
            )
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let __avro::Some(record) = plan.record(input)? else {
                return <Self as __avro::AvroDecode<'__de>>::decode(input);
            };
            let mut read = (__avro::None, __avro::None, __avro::None);
            match record
                .flattened(
                    2usize,
                    input,
                    {
                        let _ = (
                            <Item as __avro::needs::Form>::met,
                            <Item as __avro::needs::Known<'_>>::met,
                        );
                        <Item as __avro::AvroDecode<'__de>>::decode_resolved
                    },
                )
            {
                __avro::Ok(value) => read.2 = __avro::Some(value),
                __avro::Err(error) => return __avro::Err(error),
            }
            for step in record.steps() {
                let is_read = match step.field() {
                    0usize => {
                        let _ = <Money as __avro::needs::Via<i64>>::met;
                        <__avro::Opt<
                            __avro::With<__avro::Via<i64>>,
                        > as __avro::DecodeAs<
                            '__de,
                            Option<Money>,
                        >>::decode_step(&mut read.0, input, step)
                    }
                    1usize => {
                        <__avro::With<
                            __With0,
                        > as __avro::DecodeAs<
                            '__de,
                            Money,
                        >>::decode_step(&mut read.1, input, step)
                    }
                    _ => step.skip(input),
                };
                if !is_read {
                    return __avro::Err(
                        __avro::unread_step(
                            input,
                            <Self as __avro::AvroSchema>::SCHEMA,
                            step,
                            read,
                        ),
                    );
                }
            }
            let whole = read;
            let (__avro::Some(__f0), __avro::Some(__f1), __avro::Some(__f2)) = whole
            else { return __avro::Err(__avro::incomplete(input, whole)) };
            __avro::Ok(Self {
                one: __f0,
                rough: __f1,
                of: __f2,
            })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                let mut value = __avro::None;
                if !{
                    let _ = <Money as __avro::needs::Via<i64>>::met;
                    <__avro::Opt<
                        __avro::With<__avro::Via<i64>>,
                    > as __avro::DecodeAs<
                        '__de,
                        Option<Money>,
                    >>::decode_field(&mut value, input)
                } {
                    break 'failed (input.failure(), 0usize);
                }
                self.one = __avro::present(value);
                let mut value = __avro::None;
                if !<__avro::With<
                    __With0,
                > as __avro::DecodeAs<'__de, Money>>::decode_field(&mut value, input) {
                    break 'failed (input.failure(), 1usize);
                }
                self.rough = __avro::present(value);
                if let __avro::Err(error) = {
                    let _ = (
                        <Item as __avro::needs::Form>::met,
                        <Item as __avro::needs::Known<'_>>::met,
                    );
                    <Item as __avro::AvroDecode<'__de>>::decode_into(&mut self.of, input)
                } {
                    break 'failed (error, __avro::core::primitive::usize::MAX);
                }
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    const _: () = if let __avro::Some(text) = __avro::part_problem(
        <Prices as __avro::AvroSchema>::SCHEMA,
        0usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::part_problem(
        <Prices as __avro::AvroSchema>::SCHEMA,
        1usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::flatten_problem(
        <Prices as __avro::AvroSchema>::SCHEMA,
        2usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Prices as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Prices < > > ("Prices", __avro::place!("Prices",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub inner: Inner,
    pub seen: bool,
}
#[doc(hidden)]
#[allow(
    deprecated,
    non_upper_case_globals,
    unused_imports,
    unused_qualifications,
    clippy::absolute_paths
)]
const _: () = {
    use ::avro_runtime::__private as __avro;
    #[automatically_derived]
    impl __avro::AvroSchema for Item {
        const NAME: &'static __avro::core::primitive::str = "Item";
        const SCHEMA: __avro::SchemaRef = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::SCHEMA
        };
        const FIELD_DEFAULT: __avro::Option<&'static __avro::core::primitive::str> = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::FIELD_DEFAULT
        };
        const UNION: __avro::Option<&'static [__avro::Child]> = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::UNION
        };
        const OTHER: __avro::core::primitive::bool = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::OTHER
        };
        const NULLABLE: __avro::core::primitive::bool = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::NULLABLE
        };
        const MIN_SIZE: __avro::core::primitive::usize = {
            let _ = (
                <Inner as __avro::needs::Form>::met,
                <Inner as __avro::needs::Known<'_>>::met,
            );
            <Inner as __avro::AvroSchema>::MIN_SIZE
        };
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Item {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Item {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            {
                let _ = (
                    <Inner as __avro::needs::Form>::met,
                    <Inner as __avro::needs::Known<'_>>::met,
                );
                <Inner as __avro::AvroEncode>::encode(&self.inner, out)
            }
        }
        #[inline]
        fn encode_branch(
            &self,
            offset: __avro::core::primitive::usize,
            out: &mut __avro::Encoder<'_>,
        ) {
            {
                let _ = (
                    <Inner as __avro::needs::Form>::met,
                    <Inner as __avro::needs::Known<'_>>::met,
                );
                <Inner as __avro::AvroEncode>::encode_branch(&self.inner, offset, out)
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Item {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                inner: {
                    let _ = (
                        <Inner as __avro::needs::Form>::met,
                        <Inner as __avro::needs::Known<'_>>::met,
                    );
                    <Inner as __avro::AvroDecode<'__de>>::decode(input)
                }?,
                seen: <bool as __avro::Default>::default(),
            })
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                inner: {
                    let _ = (
                        <Inner as __avro::needs::Form>::met,
                        <Inner as __avro::needs::Known<'_>>::met,
                    );
                    <Inner as __avro::AvroDecode<'__de>>::decode_resolved(input, plan)
                }?,
                seen: <bool as __avro::Default>::default(),
            })
        }
        #[inline]
        fn decode_branch(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                inner: {
                    let _ = (
                        <Inner as __avro::needs::Form>::met,
                        <Inner as __avro::needs::Known<'_>>::met,
                    );
                    <Inner as __avro::AvroDecode<'__de>>::decode_branch(index, input)
                }?,
                seen: <bool as __avro::Default>::default(),
            })
        }
        #[inline]
        fn decode_branch_resolved(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::Option<__avro::PlanRef<'_>>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                inner: {
                    let _ = (
                        <Inner as __avro::needs::Form>::met,
                        <Inner as __avro::needs::Known<'_>>::met,
                    );
                    <Inner as __avro::AvroDecode<
                        '__de,
                    >>::decode_branch_resolved(index, input, plan)
                }?,
                seen: <bool as __avro::Default>::default(),
            })
        }
    }
    const _: () = if let __avro::Some(text) = __avro::inner_problem(
        <Item as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Item < > > ("Item", __avro::place!("Item",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Inner {
    pub color: Color,
}
#[doc(hidden)]
#[allow(
    deprecated,
    non_upper_case_globals,
    unused_imports,
    unused_qualifications,
    clippy::absolute_paths
)]
const _: () = {
    use ::avro_runtime::__private as __avro;
    static __NODE: __avro::Schema = __avro::Schema::record(
        __avro::Name::declared(
            "Inner",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Inner",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "color",
                            ty: "Color",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::field(
                    "color",
                    8644027876048135736,
                    {
                        let _ = (
                            <Color as __avro::needs::Form>::met,
                            <Color as __avro::needs::Known<'_>>::met,
                        );
                        <Color as __avro::AvroSchema>::SCHEMA
                    },
                    <Color as __avro::AvroSchema>::FIELD_DEFAULT,
                ),
            ]
        },
        b"",
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Inner {
        const NAME: &'static __avro::core::primitive::str = "Inner";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = {
            let _ = (
                <Color as __avro::needs::Form>::met,
                <Color as __avro::needs::Known<'_>>::met,
            );
            <Color as __avro::AvroSchema>::MIN_SIZE
        };
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Inner {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Inner {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            {
                let _ = (
                    <Color as __avro::needs::Form>::met,
                    <Color as __avro::needs::Known<'_>>::met,
                );
                <Color as __avro::AvroEncode>::encode(&self.color, out)
            };
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Inner {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (__avro::None,);
            let unread = 'read: {
                if !{
                    let _ = (
                        <Color as __avro::needs::Form>::met,
                        <Color as __avro::needs::Known<'_>>::met,
                    );
                    <Color as __avro::AvroDecode<
                        '__de,
                    >>::decode_field(&mut read.0, input)
                } {
                    break 'read 0usize;
                }
                let whole = read;
                let (__avro::Some(__f0),) = whole else { __avro::absent() };
                return __avro::Ok(Self { color: __f0 });
            };
            __avro::Err(
                __avro::unread(input, <Self as __avro::AvroSchema>::SCHEMA, unread),
            )
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let __avro::Some(record) = plan.record(input)? else {
                return <Self as __avro::AvroDecode<'__de>>::decode(input);
            };
            let mut read = (__avro::None,);
            for step in record.steps() {
                let is_read = match step.field() {
                    0usize => {
                        let _ = (
                            <Color as __avro::needs::Form>::met,
                            <Color as __avro::needs::Known<'_>>::met,
                        );
                        <Color as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.0, input, step)
                    }
                    _ => step.skip(input),
                };
                if !is_read {
                    return __avro::Err(
                        __avro::unread_step(
                            input,
                            <Self as __avro::AvroSchema>::SCHEMA,
                            step,
                            read,
                        ),
                    );
                }
            }
            let whole = read;
            let (__avro::Some(__f0),) = whole else {
                return __avro::Err(__avro::incomplete(input, whole))
            };
            __avro::Ok(Self { color: __f0 })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = {
                    let _ = (
                        <Color as __avro::needs::Form>::met,
                        <Color as __avro::needs::Known<'_>>::met,
                    );
                    <Color as __avro::AvroDecode<
                        '__de,
                    >>::decode_into(&mut self.color, input)
                } {
                    break 'failed (error, 0usize);
                }
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Inner as __avro::AvroSchema>::SCHEMA,
        0usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Inner as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Inner < > > ("Inner", __avro::place!("Inner",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub enum Color {
    Red,
    Other(String),
}
#[doc(hidden)]
#[allow(
    deprecated,
    non_upper_case_globals,
    unused_imports,
    unused_qualifications,
    clippy::absolute_paths
)]
const _: () = {
    use ::avro_runtime::__private as __avro;
    static __NODE: __avro::Schema = __avro::Schema::enumeration(
        __avro::Name::declared(
            "Color",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Color",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "",
                            ident: "Red",
                            ty: "",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const { &[__avro::Str::Static("Red")] },
        __avro::None,
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Color {
        const NAME: &'static __avro::core::primitive::str = "Color";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = 1;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Color {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::UnitEnum for Color {
        const SYMBOLS: &'static [(
            &'static __avro::core::primitive::str,
            &'static __avro::core::primitive::str,
        )] = &[("Red", "\"Red\"")];
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Color {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            out.put_int(
                match self {
                    Self::Red => 0i32,
                    Self::Other(symbol) => {
                        match __avro::symbol_position(
                            <Self as __avro::AvroSchema>::SCHEMA,
                            symbol,
                        ) {
                            __avro::Some(position) => {
                                position as __avro::core::primitive::i32
                            }
                            __avro::None => return __avro::not_in_schema(out),
                        }
                    }
                },
            )
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Color {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(
                match input.enum_index(1usize)? {
                    _ => Self::Red,
                },
            )
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(
                match plan.symbol_or_other(input)? {
                    __avro::Ok(index) => {
                        match index {
                            _ => Self::Red,
                        }
                    }
                    __avro::Err(_name) => {
                        Self::Other(
                            <__avro::String as __avro::core::convert::From<
                                _,
                            >>::from(_name),
                        )
                    }
                },
            )
        }
    }
    __avro::submit! {
        __avro::Registration::new:: < Color < > > ("Color", __avro::place!("Color",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
