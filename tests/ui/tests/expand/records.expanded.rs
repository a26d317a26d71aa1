use avro_runtime::AvroSchema;
/// A click.
#[derive(Debug, Clone, PartialEq)]
pub struct Click {
    /// Who.
    pub email: String,
    pub time_stamp: i64,
    pub referrer: Option<Box<Click>>,
    pub(crate) number: i32,
    pub bytes: Option<u64>,
    pub digest: [u8; 16],
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
    struct __Fixed0;
    impl __avro::FixedName for __Fixed0 {
        const NAME: __avro::Name = __avro::Name::new("com.acme.Md5", &[], false);
    }
    static __NODE: __avro::Schema = __avro::Schema::record(
        __avro::Name::declared(
            "com.acme.Click",
            const { &[__avro::Str::Static("com.acme.Hit")] },
            false,
            const {
                &__avro::Origin {
                    ident: "Click",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "email",
                            ty: "String",
                        },
                        __avro::Member {
                            vis: "pub ",
                            ident: "time_stamp",
                            ty: "i64",
                        },
                        __avro::Member {
                            vis: "pub ",
                            ident: "referrer",
                            ty: "Option<Box<Click>>",
                        },
                        __avro::Member {
                            vis: "pub(crate) ",
                            ident: "number",
                            ty: "i32",
                        },
                        __avro::Member {
                            vis: "pub ",
                            ident: "bytes",
                            ty: "Option<u64>",
                        },
                        __avro::Member {
                            vis: "pub ",
                            ident: "digest",
                            ty: "[u8; 16]",
                        },
                    ],
                }
            },
        ),
        __avro::Some("A click."),
        const {
            &[
                __avro::Field::new(
                    "email",
                    1311787414694181895,
                    <String as __avro::AvroSchema>::SCHEMA,
                    __avro::FieldSpec {
                        default: <String as __avro::AvroSchema>::FIELD_DEFAULT,
                        doc: __avro::Some("Who."),
                        ..__avro::FieldSpec::NONE
                    },
                ),
                __avro::Field::new(
                    "timeStamp",
                    5158779717177740451,
                    <__avro::TimestampMillis as __avro::SchemaAs<i64>>::SCHEMA,
                    __avro::FieldSpec {
                        default: <__avro::TimestampMillis as __avro::SchemaAs<
                            i64,
                        >>::FIELD_DEFAULT,
                        aliases: const { &[__avro::Str::Static("ts")] },
                        ..__avro::FieldSpec::NONE
                    },
                ),
                __avro::field(
                    "referrer",
                    17269473598262668406,
                    {
                        let _ = (
                            <Click as __avro::needs::Form>::met,
                            <Click as __avro::needs::Known<'_>>::met,
                        );
                        <Option<Box<Click>> as __avro::AvroSchema>::SCHEMA
                    },
                    <Option<Box<Click>> as __avro::AvroSchema>::FIELD_DEFAULT,
                ),
                __avro::Field::new(
                    "number",
                    9237349086447201248,
                    <i32 as __avro::AvroSchema>::SCHEMA,
                    __avro::FieldSpec {
                        default: __avro::Some("1"),
                        ..__avro::FieldSpec::NONE
                    },
                ),
                __avro::field(
                    "bytes",
                    3399866181213769700,
                    <__avro::Opt<
                        __avro::AsLong,
                    > as __avro::SchemaAs<Option<u64>>>::SCHEMA,
                    <__avro::Opt<
                        __avro::AsLong,
                    > as __avro::SchemaAs<Option<u64>>>::FIELD_DEFAULT,
                ),
                __avro::field(
                    "digest",
                    14371545691311500029,
                    <__avro::NamedBytes<__Fixed0> as __avro::SchemaAs<[u8; 16]>>::SCHEMA,
                    <__avro::NamedBytes<
                        __Fixed0,
                    > as __avro::SchemaAs<[u8; 16]>>::FIELD_DEFAULT,
                ),
            ]
        },
        b"",
    );
    #[automatically_derived]
    impl __avro::AvroSchema for Click {
        const NAME: &'static __avro::core::primitive::str = "Click";
        const FULL_NAME: &'static __avro::core::primitive::str = "com_acme_Click";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = <String as __avro::AvroSchema>::MIN_SIZE
            + <__avro::TimestampMillis as __avro::SchemaAs<i64>>::MIN_SIZE
            + {
                let _ = (
                    <Click as __avro::needs::Form>::met,
                    <Click as __avro::needs::Known<'_>>::met,
                );
                <Option<Box<Click>> as __avro::AvroSchema>::MIN_SIZE
            } + <i32 as __avro::AvroSchema>::MIN_SIZE
            + <__avro::Opt<__avro::AsLong> as __avro::SchemaAs<Option<u64>>>::MIN_SIZE
            + <__avro::NamedBytes<__Fixed0> as __avro::SchemaAs<[u8; 16]>>::MIN_SIZE;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Click {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Click {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <String as __avro::AvroEncode>::encode(&self.email, out);
            <__avro::TimestampMillis as __avro::EncodeAs<
                i64,
            >>::encode(&self.time_stamp, out);
            {
                let _ = (
                    <Click as __avro::needs::Form>::met,
                    <Click as __avro::needs::Known<'_>>::met,
                );
                <Option<Box<Click>> as __avro::AvroEncode>::encode(&self.referrer, out)
            };
            <i32 as __avro::AvroEncode>::encode(&self.number, out);
            <__avro::Opt<
                __avro::AsLong,
            > as __avro::EncodeAs<Option<u64>>>::encode(&self.bytes, out);
            <__avro::NamedBytes<
                __Fixed0,
            > as __avro::EncodeAs<[u8; 16]>>::encode(&self.digest, out);
        }
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Click {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            use __avro::slot::Any as _;
            let mut read = (
                __avro::slot::Of::<String>::EMPTY,
                __avro::None,
                __avro::None,
                0,
                __avro::None,
                __avro::None,
            );
            let unread = 'read: {
                if !__avro::slot::Of::<String>::read(&mut read.0, input) {
                    break 'read 0usize;
                }
                if !<__avro::TimestampMillis as __avro::DecodeAs<
                    '__de,
                    i64,
                >>::decode_field(&mut read.1, input) {
                    break 'read 1usize;
                }
                if !{
                    let _ = (
                        <Click as __avro::needs::Form>::met,
                        <Click as __avro::needs::Known<'_>>::met,
                    );
                    <Option<
                        Box<Click>,
                    > as __avro::AvroDecode<'__de>>::decode_field(&mut read.2, input)
                } {
                    break 'read 2usize;
                }
                if !__avro::slot::i32(&mut read.3, input) {
                    break 'read 3usize;
                }
                if !<__avro::Opt<
                    __avro::AsLong,
                > as __avro::DecodeAs<
                    '__de,
                    Option<u64>,
                >>::decode_field(&mut read.4, input) {
                    break 'read 4usize;
                }
                if !<__avro::NamedBytes<
                    __Fixed0,
                > as __avro::DecodeAs<
                    '__de,
                    [u8; 16],
                >>::decode_field(&mut read.5, input) {
                    break 'read 5usize;
                }
                let whole = read;
                let (
                    __f0,
                    __avro::Some(__f1),
                    __avro::Some(__f2),
                    __f3,
                    __avro::Some(__f4),
                    __avro::Some(__f5),
                ) = whole else { __avro::absent() };
                return __avro::Ok(Self {
                    email: __avro::slot::Of::<String>::take(__f0),
                    time_stamp: __f1,
                    referrer: __f2,
                    number: __f3,
                    bytes: __f4,
                    digest: __f5,
                    seen: <bool as __avro::Default>::default(),
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
            let mut read = (
                __avro::None,
                __avro::None,
                __avro::None,
                __avro::None,
                __avro::None,
                __avro::None,
            );
            for step in record.steps() {
                let is_read = match step.field() {
                    0usize => {
                        <String as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.0, input, step)
                    }
                    1usize => {
                        <__avro::TimestampMillis as __avro::DecodeAs<
                            '__de,
                            i64,
                        >>::decode_step(&mut read.1, input, step)
                    }
                    2usize => {
                        let _ = (
                            <Click as __avro::needs::Form>::met,
                            <Click as __avro::needs::Known<'_>>::met,
                        );
                        <Option<
                            Box<Click>,
                        > as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.2, input, step)
                    }
                    3usize => {
                        <i32 as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.3, input, step)
                    }
                    4usize => {
                        <__avro::Opt<
                            __avro::AsLong,
                        > as __avro::DecodeAs<
                            '__de,
                            Option<u64>,
                        >>::decode_step(&mut read.4, input, step)
                    }
                    5usize => {
                        <__avro::NamedBytes<
                            __Fixed0,
                        > as __avro::DecodeAs<
                            '__de,
                            [u8; 16],
                        >>::decode_step(&mut read.5, input, step)
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
                __avro::Some(__f4),
                __avro::Some(__f5),
            ) = whole else { return __avro::Err(__avro::incomplete(input, whole)) };
            __avro::Ok(Self {
                email: __f0,
                time_stamp: __f1,
                referrer: __f2,
                number: __f3,
                bytes: __f4,
                digest: __f5,
                seen: <bool as __avro::Default>::default(),
            })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = <String as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.email, input) {
                    break 'failed (error, 0usize);
                }
                let mut value = __avro::None;
                if !<__avro::TimestampMillis as __avro::DecodeAs<
                    '__de,
                    i64,
                >>::decode_field(&mut value, input) {
                    break 'failed (input.failure(), 1usize);
                }
                self.time_stamp = __avro::present(value);
                if let __avro::Err(error) = {
                    let _ = (
                        <Click as __avro::needs::Form>::met,
                        <Click as __avro::needs::Known<'_>>::met,
                    );
                    <Option<
                        Box<Click>,
                    > as __avro::AvroDecode<
                        '__de,
                    >>::decode_into(&mut self.referrer, input)
                } {
                    break 'failed (error, 2usize);
                }
                if let __avro::Err(error) = <i32 as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.number, input) {
                    break 'failed (error, 3usize);
                }
                let mut value = __avro::None;
                if !<__avro::Opt<
                    __avro::AsLong,
                > as __avro::DecodeAs<
                    '__de,
                    Option<u64>,
                >>::decode_field(&mut value, input) {
                    break 'failed (input.failure(), 4usize);
                }
                self.bytes = __avro::present(value);
                let mut value = __avro::None;
                if !<__avro::NamedBytes<
                    __Fixed0,
                > as __avro::DecodeAs<
                    '__de,
                    [u8; 16],
                >>::decode_field(&mut value, input) {
                    break 'failed (input.failure(), 5usize);
                }
                self.digest = __avro::present(value);
                self.seen = <bool as __avro::Default>::default();
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    const _: () = if let __avro::Some(text) = __avro::default_problem(
        <i32 as __avro::AvroSchema>::SCHEMA,
        "1",
        __avro::Literal::Other,
        "1",
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Click as __avro::AvroSchema>::SCHEMA,
        1usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Click as __avro::AvroSchema>::SCHEMA,
        2usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Click as __avro::AvroSchema>::SCHEMA,
        4usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::member_problem(
        <Click as __avro::AvroSchema>::SCHEMA,
        5usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Click as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Click < > > ("com.acme.Click",
        __avro::place!("Click", "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Borrowed<'a> {
    pub text: &'a str,
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
            "Borrowed",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Borrowed",
                    file: __avro::core::file!(),
                    line: __avro::core::line!(),
                    members: &[
                        __avro::Member {
                            vis: "pub ",
                            ident: "text",
                            ty: "&'a str",
                        },
                    ],
                }
            },
        ),
        __avro::None,
        const {
            &[
                __avro::field(
                    "text",
                    18015793717152399486,
                    <&'static str as __avro::AvroSchema>::SCHEMA,
                    <&'static str as __avro::AvroSchema>::FIELD_DEFAULT,
                ),
            ]
        },
        b"",
    );
    #[automatically_derived]
    impl<'a> __avro::AvroSchema for Borrowed<'a> {
        const NAME: &'static __avro::core::primitive::str = "Borrowed";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = <&'a str as __avro::AvroSchema>::MIN_SIZE;
    }
    #[automatically_derived]
    impl<'a> __avro::AvroTexts for Borrowed<'a> {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl<'a> __avro::AvroEncode for Borrowed<'a> {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <&'a str as __avro::AvroEncode>::encode(&self.text, out);
        }
    }
    #[automatically_derived]
    impl<'__de: 'a, 'a> __avro::AvroDecode<'__de> for Borrowed<'a> {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (__avro::None,);
            let unread = 'read: {
                if !<&'a str as __avro::AvroDecode<
                    '__de,
                >>::decode_field(&mut read.0, input) {
                    break 'read 0usize;
                }
                let whole = read;
                let (__avro::Some(__f0),) = whole else { __avro::absent() };
                return __avro::Ok(Self { text: __f0 });
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
                        <&'a str as __avro::AvroDecode<
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
            __avro::Ok(Self { text: __f0 })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = <&'a str as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.text, input) {
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
        <Borrowed<'static> as __avro::AvroSchema>::SCHEMA,
        0usize,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    const _: () = if let __avro::Some(text) = __avro::names_problem(
        <Borrowed<'static> as __avro::AvroSchema>::SCHEMA,
    ) {
        __avro::core::panic!("{}", text.as_str())
    };
    __avro::submit! {
        __avro::Registration::new:: < Borrowed < 'static > > ("Borrowed",
        __avro::place!("Borrowed", "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub struct Nothing;
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
            "Nothing",
            &[],
            true,
            const {
                &__avro::Origin {
                    ident: "Nothing",
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
    #[automatically_derived]
    impl __avro::AvroSchema for Nothing {
        const NAME: &'static __avro::core::primitive::str = "Nothing";
        const SCHEMA: __avro::SchemaRef = __avro::SchemaRef::new(&__NODE);
        const MIN_SIZE: __avro::core::primitive::usize = 0;
    }
    #[automatically_derived]
    impl __avro::AvroTexts for Nothing {
        const JSON: &'static __avro::core::primitive::str = __avro::json::<Self>();
        const CANONICAL: &'static __avro::core::primitive::str = __avro::canonical::<
            Self,
        >();
    }
    #[automatically_derived]
    impl __avro::AvroEncode for Nothing {
        #[inline]
        fn encode(&self, _: &mut __avro::Encoder<'_>) {}
    }
    #[automatically_derived]
    impl<'__de> __avro::AvroDecode<'__de> for Nothing {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let _ = input;
            __avro::Ok(Self {})
        }
        #[inline]
        fn decode_resolved(
            input: &mut __avro::Decoder<'__de>,
            plan: __avro::PlanRef<'_>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let __avro::Some(record) = plan.record(input)? else {
                return <Self as __avro::AvroDecode<'__de>>::decode(input);
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
                            <Self as __avro::AvroSchema>::SCHEMA,
                            step,
                            read,
                        ),
                    );
                }
            }
            __avro::Ok(Self {})
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let _ = input;
            __avro::Ok(())
        }
    }
    __avro::submit! {
        __avro::Registration::new:: < Nothing < > > ("Nothing", __avro::place!("Nothing",
        "schemas/history", 0u32), __avro::None)
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
