use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub at: i64,
    pub amount: Option<Vec<u8>>,
    pub either: Vec<Option<Either>>,
    pub count: Option<i32>,
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
    const __OWN0: __avro::SchemaRef = {
        let _ = (
            <Either as __avro::needs::Form>::met,
            <Either as __avro::needs::Known<'_>>::met,
        );
        <Vec<Option<Either>> as __avro::AvroSchema>::SCHEMA
    };
    static __TEXT0_2: __avro::Schema = __avro::Schema::plain(__avro::Kind::String)
        .with_props(const { &[__avro::prop("x", "1")] });
    static __TEXT0_1: __avro::Schema = __avro::Schema::union(
        __avro::NullBranch::None,
        const {
            &[
                __avro::Child::Ptr(__avro::part(__avro::part(__OWN0, 0), 0)),
                __avro::Child::Ptr(__avro::SchemaRef::new(&__TEXT0_2)),
                __avro::Child::Ptr(__avro::part(__avro::part(__OWN0, 0), 2)),
            ]
        },
    );
    static __TEXT0_0: __avro::Schema = __avro::Schema::array(
            __avro::SchemaRef::new(&__TEXT0_1),
        )
        .with_props(const { &[__avro::prop("y", "null")] });
    const __TEXT0: __avro::SchemaRef = __avro::SchemaRef::new(&__TEXT0_0);
    static __NODE: __avro::Schema = __avro::Schema::record(
            __avro::Name::declared(
                "com.acme.Refused",
                &[],
                false,
                const {
                    &__avro::Origin {
                        ident: "Refused",
                        file: __avro::core::file!(),
                        line: __avro::core::line!(),
                        members: &[
                            __avro::Member {
                                vis: "pub ",
                                ident: "at",
                                ty: "i64",
                            },
                            __avro::Member {
                                vis: "pub ",
                                ident: "amount",
                                ty: "Option<Vec<u8>>",
                            },
                            __avro::Member {
                                vis: "pub ",
                                ident: "either",
                                ty: "Vec<Option<Either>>",
                            },
                            __avro::Member {
                                vis: "pub ",
                                ident: "count",
                                ty: "Option<i32>",
                            },
                        ],
                    }
                },
            ),
            __avro::None,
            const {
                &[
                    __avro::Field::new(
                        "at",
                        620456643683264872,
                        <i64 as __avro::AvroSchema>::SCHEMA,
                        __avro::FieldSpec {
                            default: <i64 as __avro::AvroSchema>::FIELD_DEFAULT,
                            order: __avro::Order::Ignore,
                            props: const { &[__avro::prop("unit", "\"ms\"")] },
                            ..__avro::FieldSpec::NONE
                        },
                    ),
                    __avro::field(
                        "amount",
                        9301057475299076457,
                        <__avro::Opt<
                            __avro::Decimal<9, 2>,
                        > as __avro::SchemaAs<Option<Vec<u8>>>>::SCHEMA,
                        <__avro::Opt<
                            __avro::Decimal<9, 2>,
                        > as __avro::SchemaAs<Option<Vec<u8>>>>::FIELD_DEFAULT,
                    ),
                    __avro::field(
                        "either",
                        17349289870618677588,
                        __TEXT0,
                        <Vec<Option<Either>> as __avro::AvroSchema>::FIELD_DEFAULT,
                    ),
                    __avro::Field::new(
                        "count",
                        12818901015042040436,
                        <Option<i32> as __avro::AvroSchema>::SCHEMA,
                        __avro::FieldSpec {
                            default: __avro::Some("7"),
                            ..__avro::FieldSpec::NONE
                        },
                    ),
                ]
            },
            b"",
        )
        .as_error()
        .with_props(const { &[__avro::prop("tags", "[\"a\",{\"b\":-1.50}]")] });
    #[automatically_derived]
    impl __avro::AvroSchema for Refused {
        const NAME: &'static __avro::core::primitive::str = "Refused";
        const FULL_NAME: &'static __avro::core::primitive::str = "com_acme_Refused";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = <i64 as __avro::AvroSchema>::MIN_SIZE
            + <__avro::Opt<
                __avro::Decimal<9, 2>,
            > as __avro::SchemaAs<Option<Vec<u8>>>>::MIN_SIZE
            + {
                let _ = (
                    <Either as __avro::needs::Form>::met,
                    <Either as __avro::needs::Known<'_>>::met,
                );
                <Vec<Option<Either>> as __avro::AvroSchema>::MIN_SIZE
            } + <Option<i32> as __avro::AvroSchema>::MIN_SIZE;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Refused {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Refused {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <i64 as __avro::AvroEncode>::encode(&self.at, out);
            <__avro::Opt<
                __avro::Decimal<9, 2>,
            > as __avro::EncodeAs<Option<Vec<u8>>>>::encode(&self.amount, out);
            {
                let _ = (
                    <Either as __avro::needs::Form>::met,
                    <Either as __avro::needs::Known<'_>>::met,
                );
                <Vec<Option<Either>> as __avro::AvroEncode>::encode(&self.either, out)
            };
            <Option<i32> as __avro::AvroEncode>::encode(&self.count, out);
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Refused {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            use __avro::slot::Any as _;
            let mut read = (
                0,
                __avro::None,
                __avro::None,
                __avro::slot::Of::<Option<i32>>::EMPTY,
            );
            let unread = 'read: {
                if !__avro::slot::i64(&mut read.0, input) {
                    break 'read 0usize;
                }
                if !<__avro::Opt<
                    __avro::Decimal<9, 2>,
                > as __avro::DecodeAs<
                    '__de,
                    Option<Vec<u8>>,
                >>::decode_field(&mut read.1, input) {
                    break 'read 1usize;
                }
                if !{
                    let _ = (
                        <Either as __avro::needs::Form>::met,
                        <Either as __avro::needs::Known<'_>>::met,
                    );
                    <Vec<
                        Option<Either>,
                    > as __avro::AvroDecode<'__de>>::decode_field(&mut read.2, input)
                } {
                    break 'read 2usize;
                }
                if !__avro::slot::Of::<Option<i32>>::read(&mut read.3, input) {
                    break 'read 3usize;
                }
                let whole = read;
                let (__f0, __avro::Some(__f1), __avro::Some(__f2), __f3) = whole else {
                    __avro::absent()
                };
                return __avro::Ok(Self {
                    at: __f0,
                    amount: __f1,
                    either: __f2,
                    count: __avro::slot::Of::<Option<i32>>::take(__f3),
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
            let mut read = (__avro::None, __avro::None, __avro::None, __avro::None);
            for step in record.steps() {
                let is_read = match step.field() {
                    0usize => {
                        <i64 as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.0, input, step)
                    }
                    1usize => {
                        <__avro::Opt<
                            __avro::Decimal<9, 2>,
                        > as __avro::DecodeAs<
                            '__de,
                            Option<Vec<u8>>,
                        >>::decode_step(&mut read.1, input, step)
                    }
                    2usize => {
                        let _ = (
                            <Either as __avro::needs::Form>::met,
                            <Either as __avro::needs::Known<'_>>::met,
                        );
                        <Vec<
                            Option<Either>,
                        > as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.2, input, step)
                    }
                    3usize => {
                        <Option<
                            i32,
                        > as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.3, input, step)
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
            let (
                __avro::Some(__f0),
                __avro::Some(__f1),
                __avro::Some(__f2),
                __avro::Some(__f3),
            ) = whole else { return __avro::Err(__avro::incomplete(input, whole)) };
            __avro::Ok(Self {
                at: __f0,
                amount: __f1,
                either: __f2,
                count: __f3,
            })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = <i64 as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.at, input) {
                    break 'failed (error, 0usize);
                }
                let mut value = __avro::None;
                if !<__avro::Opt<
                    __avro::Decimal<9, 2>,
                > as __avro::DecodeAs<
                    '__de,
                    Option<Vec<u8>>,
                >>::decode_field(&mut value, input) {
                    break 'failed (input.failure(), 1usize);
                }
                self.amount = __avro::present(value);
                if let __avro::Err(error) = {
                    let _ = (
                        <Either as __avro::needs::Form>::met,
                        <Either as __avro::needs::Known<'_>>::met,
                    );
                    <Vec<
                        Option<Either>,
                    > as __avro::AvroDecode<'__de>>::decode_into(&mut self.either, input)
                } {
                    break 'failed (error, 2usize);
                }
                if let __avro::Err(error) = <Option<
                    i32,
                > as __avro::AvroDecode<'__de>>::decode_into(&mut self.count, input) {
                    break 'failed (error, 3usize);
                }
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    const _: () = if let __avro::Some(text) = __avro::text_problem(
        {
            let _ = (
                <Either as __avro::needs::Form>::met,
                <Either as __avro::needs::Known<'_>>::met,
            );
            <Vec<Option<Either>> as __avro::AvroSchema>::SCHEMA
        },
        "{\"type\":\"array\",\"items\":[\"null\",\"string\",\"com.acme.Price\"]}",
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::default_problem(
        <Option<i32> as __avro::AvroSchema>::SCHEMA,
        "7",
        __avro::Literal::Json,
        "\"7\"",
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Refused as __avro::AvroSchema>::SCHEMA,
        1usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = if __avro::text_problem(
            {
                let _ = (
                    <Either as __avro::needs::Form>::met,
                    <Either as __avro::needs::Known<'_>>::met,
                );
                <Vec<Option<Either>> as __avro::AvroSchema>::SCHEMA
            },
            "{\"type\":\"array\",\"items\":[\"null\",\"string\",\"com.acme.Price\"]}",
        )
        .is_some()
    {
        __avro::None
    } else {
        __avro::member_problem(<Refused as __avro::AvroSchema>::SCHEMA, 2usize)
    } {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Refused as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Refused < > > ("com.acme.Refused",
        __avro::place!("Refused", "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Price(pub [u8; 4]);
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
    static __NODE: __avro::Schema = __avro::Schema::fixed(
            __avro::Name::declared(
                "com.acme.Price",
                &[],
                false,
                const {
                    &__avro::Origin {
                        ident: "Price",
                        file: __avro::core::file!(),
                        line: __avro::core::line!(),
                        members: &[],
                    }
                },
            ),
            __avro::None,
            (4) as __avro::core::primitive::u32,
        )
        .with_props(const {
            &[
                __avro::prop("logicalType", "\"decimal\""),
                __avro::prop("precision", "9"),
                __avro::prop("scale", "2"),
                __avro::prop("currency", "\"EUR\""),
            ]
        });
    #[automatically_derived]
    impl __avro::AvroSchema for Price {
        const NAME: &'static __avro::core::primitive::str = "Price";
        const FULL_NAME: &'static __avro::core::primitive::str = "com_acme_Price";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = 4;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Price {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Price {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <[u8; 4] as __avro::AvroEncode>::encode(&self.0, out)
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Price {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <[u8; 4] as __avro::AvroDecode<'__de>>::decode(input)?,
            })
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <[u8; 4] as __avro::AvroDecode<'__de>>::decode_resolved(input, plan)?,
            })
        }
    }
    const _: () = if let __avro::Some(text) = __avro::fixed_problem(
        <Price as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Price < > > ("com.acme.Price",
        __avro::place!("Price", "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub enum Either {
    Text(String),
    Price(Price),
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
    static __BRANCHES: [__avro::Child; 2usize] = [
        __avro::Child::Ptr(<String as __avro::AvroSchema>::SCHEMA),
        __avro::Child::Ptr({
            let _ = (
                <Price as __avro::needs::Form>::met,
                <Price as __avro::needs::Known<'_>>::met,
            );
            <Price as __avro::AvroSchema>::SCHEMA
        }),
    ];
    static __NODE: __avro::Schema = __avro::Schema::union(
        __avro::NullBranch::None,
        &__BRANCHES,
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Either {
        const NAME: &'static __avro::core::primitive::str = "Either";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(
            &__BRANCHES,
        );
        const MIN_SIZE: __avro::core::primitive::usize = 1;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Either {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Either {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <Self as __avro::AvroEncode>::encode_branch(self, 0, out)
        }
        fn encode_branch(
            &self,
            offset: __avro::core::primitive::usize,
            out: &mut __avro::Encoder<'_>,
        ) {
            match self {
                Self::Text(__f0) => {
                    out.put_branch(offset);
                    <String as __avro::AvroEncode>::encode(__f0, out);
                }
                Self::Price(__f0) => {
                    out.put_branch(offset + 1usize);
                    {
                        let _ = (
                            <Price as __avro::needs::Form>::met,
                            <Price as __avro::needs::Known<'_>>::met,
                        );
                        <Price as __avro::AvroEncode>::encode(__f0, out)
                    };
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Either {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let index = input.branch(2usize)?;
            <Self as __avro::AvroDecode<'__de>>::decode_branch(index, input)
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let (index, plan) = plan.union(input, false)?;
            <Self as __avro::AvroDecode<
                '__de,
            >>::decode_branch_resolved(index, input, plan)
        }
        fn decode_branch(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            match index {
                0usize => {
                    __avro::Ok(
                        Self::Text(<String as __avro::AvroDecode<'__de>>::decode(input)?),
                    )
                }
                1usize => {
                    __avro::Ok(
                        Self::Price(
                            {
                                let _ = (
                                    <Price as __avro::needs::Form>::met,
                                    <Price as __avro::needs::Known<'_>>::met,
                                );
                                <Price as __avro::AvroDecode<'__de>>::decode(input)
                            }?,
                        ),
                    )
                }
                _ => __avro::Err(__avro::no_branch(input)),
            }
        }
        fn decode_branch_resolved(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::Option<__avro::PlanRef<'_>>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let __avro::Some(plan) = plan else {
                return <Self as __avro::AvroDecode<'__de>>::decode_branch(index, input);
            };
            match index {
                0usize => {
                    __avro::Ok(
                        Self::Text(
                            <String as __avro::AvroDecode<
                                '__de,
                            >>::decode_resolved(input, plan)?,
                        ),
                    )
                }
                1usize => {
                    __avro::Ok(
                        Self::Price(
                            {
                                let _ = (
                                    <Price as __avro::needs::Form>::met,
                                    <Price as __avro::needs::Known<'_>>::met,
                                );
                                <Price as __avro::AvroDecode<
                                    '__de,
                                >>::decode_resolved(input, plan)
                            }?,
                        ),
                    )
                }
                _ => __avro::Err(plan.unmatched(input)),
            }
        }
    }
    const __DISTINCT: __avro::core::primitive::bool = __avro::distinct_branches(
        <Either as __avro::AvroSchema>::SCHEMA,
    );
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Either as __avro::AvroSchema>::SCHEMA,
        0usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Either as __avro::AvroSchema>::SCHEMA,
        1usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Either as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Either < > > ("Either", __avro::place!("Either",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
