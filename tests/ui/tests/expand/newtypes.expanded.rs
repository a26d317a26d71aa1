use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub struct Email(pub String);
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
    impl __avro::AvroSchema for Email {
        const NAME: &'static __avro::core::primitive::str = "Email";
        const SCHEMA: __avro::SchemaRef = <String as __avro::AvroSchema>::SCHEMA;
        const FIELD_DEFAULT: __avro::Option<&'static __avro::core::primitive::str> = <String as __avro::AvroSchema>::FIELD_DEFAULT;
        const UNION: __avro::Option<&'static [__avro::Child]> = <String as __avro::AvroSchema>::UNION;
        const OTHER: __avro::core::primitive::bool = <String as __avro::AvroSchema>::OTHER;
        const NULLABLE: __avro::core::primitive::bool = <String as __avro::AvroSchema>::NULLABLE;
        const MIN_SIZE: __avro::core::primitive::usize = <String as __avro::AvroSchema>::MIN_SIZE;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Email {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Email {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <String as __avro::AvroEncode>::encode(&self.0, out)
        }
        #[inline]
        fn encode_branch(
            &self,
            offset: __avro::core::primitive::usize,
            out: &mut __avro::Encoder<'_>,
        ) {
            <String as __avro::AvroEncode>::encode_branch(&self.0, offset, out)
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Email {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <String as __avro::AvroDecode<'__de>>::decode(input)?,
            })
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <String as __avro::AvroDecode<'__de>>::decode_resolved(input, plan)?,
            })
        }
        #[inline]
        fn decode_branch(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <String as __avro::AvroDecode<'__de>>::decode_branch(index, input)?,
            })
        }
        #[inline]
        fn decode_branch_resolved(
            index: __avro::core::primitive::usize,
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::Option<__avro::PlanRef<'_>>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <String as __avro::AvroDecode<
                    '__de,
                >>::decode_branch_resolved(index, input, plan)?,
            })
        }
    }
    #[automatically_derived]
    impl __avro::MapKey for Email {
        #[inline]
        fn as_key(&self) -> &__avro::core::primitive::str {
            <String as __avro::MapKey>::as_key(&self.0)
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::ReadMapKey<'__de> for Email {
        #[inline]
        fn from_key(key: &'__de __avro::core::primitive::str) -> Self {
            Self {
                0: <String as __avro::ReadMapKey<'__de>>::from_key(key),
            }
        }
    }
    const _: () = if let __avro::Some(text) = __avro::inner_problem(
        <Email as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Email < > > ("Email", __avro::place!("Email",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Sha256(pub [u8; 32]);
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
            "com.acme.Sha256",
            &[],
            false,
            const {
                &__avro::Origin {
                    ident: "Sha256",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[],
                }
            },
        ),
        __avro::None,
        (32) as __avro::core::primitive::u32,
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Sha256 {
        const NAME: &'static __avro::core::primitive::str = "Sha256";
        const FULL_NAME: &'static __avro::core::primitive::str = "com_acme_Sha256";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = 32;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Sha256 {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Sha256 {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <[u8; 32] as __avro::AvroEncode>::encode(&self.0, out)
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Sha256 {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <[u8; 32] as __avro::AvroDecode<'__de>>::decode(input)?,
            })
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            __avro::Ok(Self {
                0: <[u8; 32] as __avro::AvroDecode<'__de>>::decode_resolved(input, plan)?,
            })
        }
    }
    __avro::submit! {
        __avro::Registration::new:: < Sha256 < > > ("com.acme.Sha256",
        __avro::place!("Sha256", "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Wrapped(pub i64);
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
            "Wrapped",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Wrapped",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "0",
                            ty: "i64",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::field(
                    "value",
                    8999596768310594794,
                    <i64 as __avro::AvroSchema>::SCHEMA,
                    <i64 as __avro::AvroSchema>::FIELD_DEFAULT,
                ),
            ]
        },
        b"",
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Wrapped {
        const NAME: &'static __avro::core::primitive::str = "Wrapped";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = <i64 as __avro::AvroSchema>::MIN_SIZE;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Wrapped {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Wrapped {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <i64 as __avro::AvroEncode>::encode(&self.0, out);
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Wrapped {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (0,);
            let unread = 'read: {
                if !__avro::slot::i64(&mut read.0, input) {
                    break 'read 0usize;
                }
                let whole = read;
                let (__f0,) = whole;
                return __avro::Ok(Self { 0: __f0 });
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
                        <i64 as __avro::AvroDecode<
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
            __avro::Ok(Self { 0: __f0 })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = <i64 as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.0, input) {
                    break 'failed (error, 0usize);
                }
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    __avro::submit! {
        __avro::Registration::new:: < Wrapped < > > ("Wrapped", __avro::place!("Wrapped",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
