use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    New,
    InProgress,
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
            "Status",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Status",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "",
                            ident: "New",
                            ty: "",
                        },
                        __avro::Member {
                            vis: "",
                            ident: "InProgress",
                            ty: "",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const { &[__avro::Str::Static("NEW"), __avro::Str::Static("IN_PROGRESS")] },
        __avro::Some("IN_PROGRESS"),
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Status {
        const NAME: &'static __avro::core::primitive::str = "Status";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = 1;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Status {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::UnitEnum for Status {
        const SYMBOLS: &'static [(
            &'static __avro::core::primitive::str,
            &'static __avro::core::primitive::str,
        )] = &[("New", "\"NEW\""), ("InProgress", "\"IN_PROGRESS\"")];
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Status {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            out.put_int(
                match self {
                    Self::New => 0i32,
                    Self::InProgress => 1i32,
                },
            )
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Status {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(
                match input.enum_index(2usize)? {
                    0usize => Self::New,
                    _ => Self::InProgress,
                },
            )
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(
                match plan.symbol(input)? {
                    0usize => Self::New,
                    _ => Self::InProgress,
                },
            )
        }
    }
    __avro::submit! {
        __avro::Registration::new:: < Status < > > ("Status", __avro::place!("Status",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub status: Status,
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
            "Order",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Order",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "status",
                            ty: "Status",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::Field::new(
                    "status",
                    14183358520170196015,
                    {
                        let _ = (
                            <Status as __avro::needs::Form>::met,
                            <Status as __avro::needs::Known<'_>>::met,
                        );
                        <Status as __avro::AvroSchema>::SCHEMA
                    },
                    __avro::FieldSpec {
                        default: __avro::Some({
                            let _: fn() -> Status = || Status::New;
                            __avro::symbol(<Status as __avro::UnitEnum>::SYMBOLS, "New")
                        }),
                        ..__avro::FieldSpec::NONE
                    },
                ),
            ]
        },
        b"",
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Order {
        const NAME: &'static __avro::core::primitive::str = "Order";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = {
            let _ = (
                <Status as __avro::needs::Form>::met,
                <Status as __avro::needs::Known<'_>>::met,
            );
            <Status as __avro::AvroSchema>::MIN_SIZE
        };
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Order {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Order {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            {
                let _ = (
                    <Status as __avro::needs::Form>::met,
                    <Status as __avro::needs::Known<'_>>::met,
                );
                <Status as __avro::AvroEncode>::encode(&self.status, out)
            };
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Order {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (__avro::None,);
            let unread = 'read: {
                if !{
                    let _ = (
                        <Status as __avro::needs::Form>::met,
                        <Status as __avro::needs::Known<'_>>::met,
                    );
                    <Status as __avro::AvroDecode<
                        '__de,
                    >>::decode_field(&mut read.0, input)
                } {
                    break 'read 0usize;
                }
                let whole = read;
                let (__avro::Some(__f0),) = whole else { __avro::absent() };
                return __avro::Ok(Self { status: __f0 });
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
                            <Status as __avro::needs::Form>::met,
                            <Status as __avro::needs::Known<'_>>::met,
                        );
                        <Status as __avro::AvroDecode<
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
            __avro::Ok(Self { status: __f0 })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = {
                    let _ = (
                        <Status as __avro::needs::Form>::met,
                        <Status as __avro::needs::Known<'_>>::met,
                    );
                    <Status as __avro::AvroDecode<
                        '__de,
                    >>::decode_into(&mut self.status, input)
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
        <Order as __avro::AvroSchema>::SCHEMA,
        0usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Order as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Order < > > ("Order", __avro::place!("Order",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
