use avro_runtime::AvroSchema;
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T, const N: usize> {
    pub items: Vec<T>,
    pub key: [u8; N],
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
    impl<T, const N: usize> __avro::AvroSchema for Page<T, N>
    where
        T: __avro::AvroSchema,
    {
        const NAME: &'static __avro::core::primitive::str = const {
            &__avro::NameBuf::EMPTY
                .push("Page_")
                .push(<T as __avro::AvroSchema>::NAME)
                .push("_")
                .push_number(N as __avro::core::primitive::usize)
        }
            .as_str();
        const FULL_NAME: &'static __avro::core::primitive::str = const {
            &__avro::NameBuf::EMPTY
                .push("com_acme_")
                .push("Page_")
                .push(<T as __avro::AvroSchema>::NAME)
                .push("_")
                .push_number(N as __avro::core::primitive::usize)
        }
            .as_str();
        const PART: __avro::SchemaRef = __avro::SchemaRef::part(const {
            &__avro::Schema::record(
                __avro::Name::declared(
                    const {
                        &__avro::NameBuf::EMPTY
                            .push("com.acme.")
                            .push("Page_")
                            .push(<T as __avro::AvroSchema>::NAME)
                            .push("_")
                            .push_number(N as __avro::core::primitive::usize)
                    }
                        .as_str(),
                    &[],
                    false,
                    const {
                        &__avro::Origin {
                            ident: "Page",
                            file: __avro::core::file!(),
                            line: __avro::core::line!(),
                            members: &[
                                __avro::Member {
                                    vis: "pub ",
                                    ident: "items",
                                    ty: "Vec<T>",
                                },
                                __avro::Member {
                                    vis: "pub ",
                                    ident: "key",
                                    ty: "[u8; N]",
                                },
                            ],
                        }
                    },
                ),
                __avro::None,
                const {
                    &[
                        __avro::field(
                            "items",
                            4501493784760101999,
                            <Vec<__avro::Part<T>> as __avro::AvroSchema>::SCHEMA,
                            <Vec<__avro::Part<T>> as __avro::AvroSchema>::FIELD_DEFAULT,
                        ),
                        __avro::field(
                            "key",
                            4452171178779021548,
                            <[u8; N] as __avro::AvroSchema>::SCHEMA,
                            <[u8; N] as __avro::AvroSchema>::FIELD_DEFAULT,
                        ),
                    ]
                },
                b"",
            )
        });
        const BY_NAME: __avro::SchemaRef = __avro::SchemaRef::by_name(const {
            &__avro::Schema::stub(
                __avro::Name::new(
                    const {
                        &__avro::NameBuf::EMPTY
                            .push("com.acme.")
                            .push("Page_")
                            .push(<T as __avro::AvroSchema>::NAME)
                            .push("_")
                            .push_number(N as __avro::core::primitive::usize)
                    }
                        .as_str(),
                    &[],
                    false,
                ),
            )
        });
        const SCHEMA: __avro::SchemaRef = <Self as __avro::AvroSchema>::PART
            .whole(const {
                &__avro::Document::of_parts(const {
                    &[<Self as __avro::AvroSchema>::PART]
                })
            });
        const MIN_SIZE: __avro::core::primitive::usize = <Vec<
            T,
        > as __avro::AvroSchema>::MIN_SIZE + <[u8; N] as __avro::AvroSchema>::MIN_SIZE;
    }
    #[automatically_derived]
    impl<T, const N: usize> __avro::AvroEncode for Page<T, N>
    where
        T: __avro::AvroEncode,
    {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            const {
                if let __avro::Some(text) = __avro::instance_problem(
                    <Self as __avro::AvroSchema>::SCHEMA,
                ) {
                    __avro::core::panic!("{}", text.as_str());
                }
            }
            <Vec<T> as __avro::AvroEncode>::encode(&self.items, out);
            <[u8; N] as __avro::AvroEncode>::encode(&self.key, out);
        }
    }
    #[automatically_derived]
    impl<'__de, T, const N: usize> __avro::AvroDecode<'__de> for Page<T, N>
    where
        T: __avro::AvroDecode<'__de>,
    {
        #[inline]
        fn decode(
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<Self, __avro::DecodeError> {
            let mut read = (__avro::None, __avro::None);
            let unread = 'read: {
                if !<Vec<
                    T,
                > as __avro::AvroDecode<'__de>>::decode_field(&mut read.0, input) {
                    break 'read 0usize;
                }
                if !<[u8; N] as __avro::AvroDecode<
                    '__de,
                >>::decode_field(&mut read.1, input) {
                    break 'read 1usize;
                }
                let whole = read;
                let (__avro::Some(__f0), __avro::Some(__f1)) = whole else {
                    __avro::absent()
                };
                return __avro::Ok(Self { items: __f0, key: __f1 });
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
            let mut read = (__avro::None, __avro::None);
            for step in record.steps() {
                let is_read = match step.field() {
                    0usize => {
                        <Vec<
                            T,
                        > as __avro::AvroDecode<
                            '__de,
                        >>::decode_step(&mut read.0, input, step)
                    }
                    1usize => {
                        <[u8; N] as __avro::AvroDecode<
                            '__de,
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
            let (__avro::Some(__f0), __avro::Some(__f1)) = whole else {
                return __avro::Err(__avro::incomplete(input, whole))
            };
            __avro::Ok(Self { items: __f0, key: __f1 })
        }
        #[inline]
        fn decode_into(
            &mut self,
            input: &mut __avro::Decoder<'__de>,
        ) -> __avro::Result<(), __avro::DecodeError> {
            let (error, field) = 'failed: {
                if let __avro::Err(error) = <Vec<
                    T,
                > as __avro::AvroDecode<'__de>>::decode_into(&mut self.items, input) {
                    break 'failed (error, 0usize);
                }
                if let __avro::Err(error) = <[u8; N] as __avro::AvroDecode<
                    '__de,
                >>::decode_into(&mut self.key, input) {
                    break 'failed (error, 1usize);
                }
                return __avro::Ok(());
            };
            __avro::Err(
                __avro::in_field(error, <Self as __avro::AvroSchema>::SCHEMA, field),
            )
        }
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
#[derive(Debug, Clone, PartialEq)]
pub enum Event<T> {
    Put { value: T },
    Clear,
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
    impl<T> __avro::AvroSchema for Event<T>
    where
        T: __avro::AvroSchema,
    {
        const NAME: &'static __avro::core::primitive::str = const {
            &__avro::NameBuf::EMPTY.push("Event_").push(<T as __avro::AvroSchema>::NAME)
        }
            .as_str();
        const PART_UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(const {
            &[
                __avro::Child::Ptr(
                    __avro::SchemaRef::part(const {
                        &__avro::Schema::record(
                            __avro::Name::declared(
                                const {
                                    &__avro::NameBuf::EMPTY
                                        .push("EventPut_")
                                        .push(<T as __avro::AvroSchema>::NAME)
                                }
                                    .as_str(),
                                &[],
                                true,
                                const {
                                    &__avro::Origin {
                                        ident: "Event",
                                        file: __avro::core::file!(),
                                        line: __avro::core::line!(),
                                        members: &[
                                            __avro::Member {
                                                vis: "",
                                                ident: "value",
                                                ty: "T",
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
                                        <__avro::Part<T> as __avro::AvroSchema>::SCHEMA,
                                        <__avro::Part<T> as __avro::AvroSchema>::FIELD_DEFAULT,
                                    ),
                                ]
                            },
                            b"",
                        )
                    }),
                ),
                __avro::Child::Ptr(
                    __avro::SchemaRef::part(const {
                        &__avro::Schema::record(
                            __avro::Name::declared(
                                const {
                                    &__avro::NameBuf::EMPTY
                                        .push("EventClear_")
                                        .push(<T as __avro::AvroSchema>::NAME)
                                }
                                    .as_str(),
                                &[],
                                true,
                                const {
                                    &__avro::Origin {
                                        ident: "Event",
                                        file: __avro::core::file!(),
                                        line: __avro::core::line!(),
                                        members: &[],
                                    }
                                },
                            ),
                            __avro::None,
                            const { &[] },
                            b"",
                        )
                    }),
                ),
            ]
        });
        const PART: __avro::SchemaRef = __avro::SchemaRef::part(const {
            &__avro::Schema::union(
                __avro::NullBranch::None,
                __avro::branches_of(<Self as __avro::AvroSchema>::PART_UNION),
            )
        });
        const BY_NAME_UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(const {
            &[
                __avro::Child::Ptr(
                    __avro::SchemaRef::by_name(const {
                        &__avro::Schema::stub(
                            __avro::Name::new(
                                const {
                                    &__avro::NameBuf::EMPTY
                                        .push("EventPut_")
                                        .push(<T as __avro::AvroSchema>::NAME)
                                }
                                    .as_str(),
                                &[],
                                true,
                            ),
                        )
                    }),
                ),
                __avro::Child::Ptr(
                    __avro::SchemaRef::by_name(const {
                        &__avro::Schema::stub(
                            __avro::Name::new(
                                const {
                                    &__avro::NameBuf::EMPTY
                                        .push("EventClear_")
                                        .push(<T as __avro::AvroSchema>::NAME)
                                }
                                    .as_str(),
                                &[],
                                true,
                            ),
                        )
                    }),
                ),
            ]
        });
        const BY_NAME: __avro::SchemaRef = __avro::SchemaRef::new(const {
            &__avro::Schema::union(
                __avro::NullBranch::None,
                __avro::branches_of(<Self as __avro::AvroSchema>::BY_NAME_UNION),
            )
        });
        const UNION: __avro::Option<&'static [__avro::Child]> = __avro::Some(const {
            &__avro::whole_branches::<
                2usize,
            >(
                <Self as __avro::AvroSchema>::PART_UNION,
                const {
                    &__avro::Document::of_parts(const {
                        &[<Self as __avro::AvroSchema>::PART]
                    })
                },
            )
        });
        const SCHEMA: __avro::SchemaRef = <Self as __avro::AvroSchema>::PART
            .whole(const {
                &__avro::Document::of_parts(const {
                    &[<Self as __avro::AvroSchema>::PART]
                })
            });
        const MIN_SIZE: __avro::core::primitive::usize = 1;
    }
    #[automatically_derived]
    impl<T> __avro::AvroEncode for Event<T>
    where
        T: __avro::AvroEncode,
    {
        #[inline]
        fn encode(&self, out: &mut __avro::Encoder<'_>) {
            <Self as __avro::AvroEncode>::encode_branch(self, 0, out)
        }
        fn encode_branch(
            &self,
            offset: __avro::core::primitive::usize,
            out: &mut __avro::Encoder<'_>,
        ) {
            const {
                if let __avro::Some(text) = __avro::instance_problem(
                    <Self as __avro::AvroSchema>::SCHEMA,
                ) {
                    __avro::core::panic!("{}", text.as_str());
                }
            }
            match self {
                Self::Put { value: __f0 } => {
                    out.put_branch(offset);
                    <T as __avro::AvroEncode>::encode(__f0, out);
                }
                Self::Clear => out.put_branch(offset + 1usize),
            }
        }
    }
    #[automatically_derived]
    impl<'__de, T> __avro::AvroDecode<'__de> for Event<T>
    where
        T: __avro::AvroDecode<'__de>,
    {
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
                    let mut read = (__avro::None,);
                    let unread = 'read: {
                        if !<T as __avro::AvroDecode<
                            '__de,
                        >>::decode_field(&mut read.0, input) {
                            break 'read 0usize;
                        }
                        let whole = read;
                        let (__avro::Some(__f0),) = whole else { __avro::absent() };
                        return __avro::Ok(Self::Put { value: __f0 });
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
                    __avro::Ok(Self::Clear {})
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
                    let __avro::Some(record) = plan.record(input)? else {
                        return <Self as __avro::AvroDecode<
                            '__de,
                        >>::decode_branch(0usize, input);
                    };
                    let mut read = (__avro::None,);
                    for step in record.steps() {
                        let is_read = match step.field() {
                            0usize => {
                                <T as __avro::AvroDecode<
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
                    __avro::Ok(Self::Put { value: __f0 })
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
                    __avro::Ok(Self::Clear {})
                }
                _ => __avro::Err(plan.unmatched(input)),
            }
        }
    }
    const _: &[::core::primitive::u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")
    );
};
