use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub enum Payment {
    Card { last4: String },
    Cash,
    Codes(Vec<i32>),
    Unknown,
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
    static __BRANCH0: __avro::Schema = __avro::Schema::record(
        __avro::Name::declared(
            "PaymentCard",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Payment",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "",
                            ident: "last4",
                            ty: "String",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::field(
                    "last4",
                    13245062230116022199,
                    <String as __avro::AvroSchema>::SCHEMA,
                    <String as __avro::AvroSchema>::FIELD_DEFAULT,
                ),
            ]
        },
        b"",
    );
    static __BRANCH1: __avro::Schema = __avro::Schema::record(
        __avro::Name::declared(
            "PaymentCash",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Payment",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[],
                }
            },
        ),
        __avro::None,
        const { &[] },
        b"",
    );
    static __BRANCHES: [__avro::Child; 4usize] = [
        __avro::Child::Ptr(__avro::SchemaRef::new(&__BRANCH0)),
        __avro::Child::Ptr(__avro::SchemaRef::new(&__BRANCH1)),
        __avro::Child::Ptr(<Vec<i32> as __avro::AvroSchema>::SCHEMA),
        __avro::Child::Ptr(<() as __avro::AvroSchema>::SCHEMA),
    ];
    static __NODE: __avro::Schema = __avro::Schema::union(
        __avro::NullBranch::None,
        &__BRANCHES,
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Payment {
        const NAME: &'static __avro::core::primitive::str = "Payment";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(
            &__BRANCHES,
        );
        const NULLABLE: __avro::core::primitive::bool = true;
        const MIN_SIZE: __avro::core::primitive::usize = 1;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Payment {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Payment {
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
                Self::Card { last4: __f0 } => {
                    out.put_branch(offset);
                    <String as __avro::AvroEncode>::encode(__f0, out);
                }
                Self::Cash => out.put_branch(offset + 1usize),
                Self::Codes(__f0) => {
                    out.put_branch(offset + 2usize);
                    <Vec<i32> as __avro::AvroEncode>::encode(__f0, out);
                }
                Self::Unknown => out.put_branch(offset + 3usize),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Payment {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let index = input.branch(4usize)?;
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
                    use __avro::slot::Any as _;
                    let mut read = (__avro::slot::Of::<String>::EMPTY,);
                    let unread = 'read: {
                        if !__avro::slot::Of::<String>::read(&mut read.0, input) {
                            break 'read 0usize;
                        }
                        let whole = read;
                        let (__f0,) = whole;
                        return __avro::Ok(Self::Card {
                            last4: __avro::slot::Of::<String>::take(__f0),
                        });
                    };
                    __avro::Err(
                        __avro::unread(
                            input,
                            __avro::branch(<Self as __avro::AvroSchema>::SCHEMA, 0usize),
                            unread,
                        ),
                    )
                }
                1usize => {
                    let _ = input;
                    __avro::Ok(Self::Cash {})
                }
                2usize => {
                    __avro::Ok(
                        Self::Codes(
                            <Vec<i32> as __avro::AvroDecode<'__de>>::decode(input)?,
                        ),
                    )
                }
                3usize => __avro::Ok(Self::Unknown),
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
                    let __avro::Some(record) = plan.record(input)? else {
                        return <Self as __avro::AvroDecode<
                            '__de,
                        >>::decode_branch(0usize, input);
                    };
                    let mut read = (__avro::None,);
                    for step in record.steps() {
                        let is_read = match step.field() {
                            0usize => {
                                <String as __avro::AvroDecode<
                                    '__de,
                                >>::decode_step(&mut read.0, input, step)
                            }
                            _ => step.skip(input),
                        };
                        if !is_read {
                            return __avro::Err(
                                __avro::unread_step(
                                    input,
                                    __avro::branch(
                                        <Self as __avro::AvroSchema>::SCHEMA,
                                        0usize,
                                    ),
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
                    __avro::Ok(Self::Card { last4: __f0 })
                }
                1usize => {
                    let __avro::Some(record) = plan.record(input)? else {
                        return <Self as __avro::AvroDecode<
                            '__de,
                        >>::decode_branch(1usize, input);
                    };
                    let read = ();
                    for step in record.steps() {
                        let is_read = match step.field() {
                            _ => step.skip(input),
                        };
                        if !is_read {
                            return __avro::Err(
                                __avro::unread_step(
                                    input,
                                    __avro::branch(
                                        <Self as __avro::AvroSchema>::SCHEMA,
                                        1usize,
                                    ),
                                    step,
                                    read,
                                ),
                            );
                        }
                    }
                    __avro::Ok(Self::Cash {})
                }
                2usize => {
                    __avro::Ok(
                        Self::Codes(
                            <Vec<
                                i32,
                            > as __avro::AvroDecode<
                                '__de,
                            >>::decode_resolved(input, plan)?,
                        ),
                    )
                }
                3usize => __avro::Ok(Self::Unknown),
                _ => __avro::Err(plan.unmatched(input)),
            }
        }
    }
    const __DISTINCT: __avro::core::primitive::bool = __avro::distinct_branches(
        <Payment as __avro::AvroSchema>::SCHEMA,
    );
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Payment as __avro::AvroSchema>::SCHEMA,
        0usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Payment as __avro::AvroSchema>::SCHEMA,
        1usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Payment as __avro::AvroSchema>::SCHEMA,
        2usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::branch_problem(
        <Payment as __avro::AvroSchema>::SCHEMA,
        3usize,
        __DISTINCT,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Payment < > > ("Payment", __avro::place!("Payment",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
