// Written by `gate.rs`: the pairs of `pairs.txt` as statics.

mod pair_0 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 4, file: "v4.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 5, file: "v5.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added-without-default", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_1 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x01\x00", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added, the newest version has it", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_2 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x01\x00", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"\x01\x00" }) },
            RecordedVersion { version: 4, file: "v4.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 5, file: "v5.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added, versions apart", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_3 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x01\x00", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "field-added, level backward looks at the latest only", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_4 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: false, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x01\x00", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added, an unreleased version does not count", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_5 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::ForwardTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added, level forward", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::ForwardTransitive }
    }
}
mod pair_6 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 17] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::node(__pool::Kind::Double, __pool::None, &[]),
__pool::node(__pool::Kind::Boolean, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::array(10, &[]),
__pool::map(0, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(16), __pool::child(10)] }),
__pool::union(const { &[__pool::child(10), __pool::child(16)] }),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMillis), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-millis\"") }]),
__pool::union(const { &[__pool::child(2), __pool::child(10)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x04\x00\x06\x00\x05\x00\x02\x00\x01\x00\x03\x00\x0b\x00\x0a\x00\x0d\x00\x0c\x00\x08\x00\x07\x00\x09\x00", b"\x00\x00\x05\x00\x04\x00\x06\x00\x01\x00\x03\x00\x02\x00\x0c\x00\x0b\x00\x0d\x00\x08\x00\x07\x00\x0a\x00\x09\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Hash", 0xf7fd39a80ca14398, &[], false), 16, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x0e\x00", b"\x00\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 15] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("e", 0xaf63d84c8601e5c0, 12),
__pool::field("d", 0xaf63d94c8601e773, 8),
__pool::field("g", 0xaf63da4c8601e926, 14),
__pool::field("a", 0xaf63dc4c8601ec8c, 2),
__pool::field("c", 0xaf63de4c8601eff2, 6),
__pool::field("b", 0xaf63df4c8601f1a5, 4),
__pool::field("m", 0xaf63e04c8601f358, 7),
__pool::field("l", 0xaf63e14c8601f50b, 22),
__pool::field("n", 0xaf63e34c8601f871, 24),
__pool::field("i", 0xaf63e44c8601fa24, 5),
__pool::field("h", 0xaf63e54c8601fbd7, 3),
__pool::field("k", 0xaf63e64c8601fd8a, 20),
__pool::field("j", 0xaf63e74c8601ff3d, 18),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 4] = [
13,
16,
15,
14,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 13);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-added, every kind of type", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_7 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-removed-without-default", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_8 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x01\x00", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-removed, older versions never had it", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_9 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("currency", 0x75a5fb9b890ad416, 2, "\"EUR\""),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 255940398878516174633470436168886113629, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-removed, with default", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_10 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 2),
__pool::field("user_email", 0x83de77922822e805, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 2),
__pool::field("email", 0x123467b419acbc07, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 259782576989774737660990388891009401812, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 259782576989774737660990388891009401812, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 259782576989774737660990388891009401812, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_11 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field_with("user_email", 0x83de77922822e805, 0, __pool::None, __pool::Order::Ascending, &[__pool::Str::Static("email")], &[]),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("email", 0x123467b419acbc07, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 257070956918350731477739203540872605976, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed, with alias", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_12 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field_with("user_email", 0x83de77922822e805, 0, __pool::None, __pool::Order::Ascending, &[__pool::Str::Static("email")], &[]),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("email", 0x123467b419acbc07, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 257070956918350731477739203540872605976, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed, with alias, level backward", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_13 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("user_email", 0x83de77922822e805, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("email", 0x123467b419acbc07, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 257070956918350731477739203540872605976, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::BackwardTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed, level backward offers the alias", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::BackwardTransitive }
    }
}
mod pair_14 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("userEmail", 0x32fc7b5807f7333e, 0),
__pool::field("createdAt", 0xb89daab490e00f4e, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("user_email", 0x83de77922822e805, 0),
__pool::field("created_at", 0xd468b6d1bff13979, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 238972262202888565357456954468159703367, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed, twice", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_15 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("colour", 0x43163887e446729d, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("shade", 0x6de592493a8ba3aa, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 204039586715651918377129606818658540752, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "field-renamed to another name at the same place", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_16 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Double, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Click", 0xa6fff2a9f2c450e0, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 2),
__pool::field("status", 0xc4d5696d6cc12c2f, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Click", folder: "schemas/history/com.acme.Click", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 260428292885043825879444344844920389097, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "one removed, another added, not alike", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_17 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 45033664858586354388226590943903164169, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-narrowed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_18 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 189525456114271675364343163805322230875, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-widened", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_19 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("qty", 0x7093381952c93993, 6, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 4);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(0)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("qty", 0x7093381952c93993, 4, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 261801195471928949845600273945454273810, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-narrowed, optional", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_20 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x02\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 0),
__pool::field("qty", 0x7093381952c93993, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 45033664858586354388226590943903164169, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 189525456114271675364343163805322230875, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 3), changes: __pool::Some(__pool::Changes { new: b"\x02\x00", gone: b"\x01\x00" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_21 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("qty", 0x7093381952c93993, 6, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 4);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(0)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("qty", 0x7093381952c93993, 4, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 261801195471928949845600273945454273810, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-changed, optional", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_22 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::map(2, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("tags", 0xd91c3bef076f8580, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::array(2, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("tags", 0xd91c3bef076f8580, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 167865046510753992142206404828910216037, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "type-changed, array to map", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_23 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 296248411000049779365330513652950196115, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "string and bytes read each other", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_24 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::union(const { &[__pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("payment", 0xc1f69fc9824b6931, 2),
__pool::field("last4", 0xb7cfe9ec460237b7, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::union(const { &[__pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Sepa", 0x6a1aff85808226af, &[], false), b"\x03\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("payment", 0xc1f69fc9824b6931, 2),
__pool::field("last4", 0xb7cfe9ec460237b7, 6),
__pool::field("iban", 0xd19505c565bb1ac5, 6),
];
static __NAMED_0: [__pool::u32; 3] = [
2,
5,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 268522445690947056166405886651311270572, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "union-branch-removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_25 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::union(const { &[__pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Sepa", 0x6a1aff85808226af, &[], false), b"\x03\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("payment", 0xc1f69fc9824b6931, 2),
__pool::field("last4", 0xb7cfe9ec460237b7, 6),
__pool::field("iban", 0xd19505c565bb1ac5, 6),
];
static __NAMED_0: [__pool::u32; 3] = [
2,
5,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::union(const { &[__pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("payment", 0xc1f69fc9824b6931, 2),
__pool::field("last4", 0xb7cfe9ec460237b7, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 95753951830691717209458613318845623954, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "union-branch-added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_26 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("coupon", 0x281311be02fe976b, 6, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 4);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("coupon", 0x281311be02fe976b, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 168215645916491152909916685562176542321, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "union-branch-added, optional", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_27 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("coupon", 0x281311be02fe976b, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("coupon", 0x281311be02fe976b, 6, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 318751043231339980775053482555771004628, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 4), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 318751043231339980775053482555771004628, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 4), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "nullable-to-required", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_28 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::array(2, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("coupons", 0x16fe3ddf169abdc8, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("coupons", 0x16fe3ddf169abdc8, 8),
];
static __NAMED_0: [__pool::u32; 1] = [
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 283155180228952840535710569367442238124, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "nullable-to-required, in items", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_29 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID"), __pool::Str::Static("REFUNDED")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];
static __NAMED_1: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 292993924135907232265701488501256603056, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 281039663555794117582945771946332707335, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 281039663555794117582945771946332707335, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-symbol-removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_30 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID"), __pool::Str::Static("REFUNDED")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];
static __NAMED_1: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 292993924135907232265701488501256603056, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 281039663555794117582945771946332707335, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-symbol-removed, two symbols", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_31 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 209211906222597058627804428073577417709, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-symbol-added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_32 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];
static __NAMED_1: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 292993924135907232265701488501256603056, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 209211906222597058627804428073577417709, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 1), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-symbol-added, an older version has it", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_33 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("PAID")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::Some("NEW"), &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 8255934458564350396530624587548094411, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-symbol-added, with default there", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_34 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::Some("NEW"), &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("status", 0xc4d5696d6cc12c2f, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 8255934458564350396530624587548094411, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "enum-default-removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_35 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Hash", 0xf7fd39a80ca14398, &[], false), 16, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("hash", 0x2e3d9ecc741a7811, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Hash", 0xf7fd39a80ca14398, &[], false), 32, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("hash", 0x2e3d9ecc741a7811, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 327385244068155587118887105199530089922, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "fixed-size-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_36 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.B", 0xc5a5a4351332e37e, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.A", 0xc5a5a3351332e1cb, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.B", folder: "schemas/history/com.acme.B", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 150802336216521010322830700683593157515, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "name-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_37 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderLine", 0x3063afc66984b87a, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("line", 0xbf4ba5ad694f5907, 3),
__pool::field("qty", 0x7093381952c93993, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("line", 0xbf4ba5ad694f5907, 3),
__pool::field("qty", 0x7093381952c93993, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 63140631073197419137800492078163740792, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "name-changed, nested", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_38 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderLine", 0x3063afc66984b87a, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("line", 0xbf4ba5ad694f5907, 4, "null"),
__pool::field("qty", 0x7093381952c93993, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("line", 0xbf4ba5ad694f5907, 4, "null"),
__pool::field("qty", 0x7093381952c93993, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 278836719168962150429746525309709952062, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "name-changed, in a union", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_39 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.B", 0xc5a5a4351332e37e, &[__pool::Str::Static("com.acme.A")], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.A", 0xc5a5a3351332e1cb, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.B", folder: "schemas/history/com.acme.B", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 150802336216521010322830700683593157515, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::BackwardTransitive));
    pub(super) fn case() -> Case {
        Case { name: "name-changed, with alias, level backward", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::BackwardTransitive }
    }
}
mod pair_40 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("line", 0xbf4ba5ad694f5907, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("line", 0xbf4ba5ad694f5907, 3),
__pool::field("qty", 0x7093381952c93993, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 63140631073197419137800492078163740792, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "record-became-other", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_41 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 1] = [
__pool::enumeration(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), &[__pool::Str::Static("A")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 0] = [
];
static __NAMED_0: [__pool::u32; 1] = [
0,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "record-became-other, the root", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_42 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMicros), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-micros\"") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 2),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMillis), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-millis\"") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 2),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 130324054022914688803911642313148655294, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 130324054022914688803911642313148655294, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::Some(__pool::Changes { new: b"", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "logical-type-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_43 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMicros), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-micros\"") }]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 8),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMillis), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-millis\"") }]),
__pool::union(const { &[__pool::child(2), __pool::child(4)] }),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 8),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 181752802037876674556647709616277965812, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "logical-type-changed, optional items", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_44 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 18, scale: 4 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("18") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("4") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 18, scale: 2 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("18") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("2") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 20841538454857138808504699390275773402, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "decimal-scale-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_45 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 9, scale: 2 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("9") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("2") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 18, scale: 2 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("18") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("2") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 20841538454857138808504699390275773402, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "decimal-precision-reduced", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_46 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 18, scale: 2 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("18") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("2") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Bytes, __pool::Some(__pool::LogicalType::Decimal { precision: 9, scale: 2 }), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"decimal\"") }, __pool::Prop { key: __pool::Str::Static("precision"), value: __pool::Str::Static("9") }, __pool::Prop { key: __pool::Str::Static("scale"), value: __pool::Str::Static("2") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("total", 0x2dcede7d543a4ffd, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 9410210620368251677657457401246443757, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "decimal-precision raised", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_47 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::Some(__pool::LogicalType::TimestampMicros), &[__pool::Prop { key: __pool::Str::Static("logicalType"), value: __pool::Str::Static("\"timestamp-micros\"") }]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 2),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("at", 0x89c4e07b545a968, 0),
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 149591534591792100614799755007394967320, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "logical-type-added-or-dropped", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_48 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.v2.Order", 0x4185311e6109245a, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Order", 0xda203206b428b860, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.v2.Order", folder: "schemas/history/com.acme.v2.Order", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 83671672932723407813778053925743072014, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "namespace-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_49 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("currency", 0x75a5fb9b890ad416, 2, "\"EUR\""),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("currency", 0x75a5fb9b890ad416, 2, "\"USD\""),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 261032659699297984448509000023416380291, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "default-value-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_50 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field_with("b", 0xaf63df4c8601f1a5, 2, __pool::None, __pool::Order::Ascending, &[__pool::Str::Static("a")], &[]),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00\x02\x00", b"\x00\x00\x01\x00\x02\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("a", 0xaf63dc4c8601ec8c, 2),
__pool::field("b", 0xaf63df4c8601f1a5, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 325272488837684272854162325263938907725, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "alias-ambiguous", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_51 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x02\x00\x01\x00", b"\x00\x00\x02\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field_with("c", 0xaf63de4c8601eff2, 2, __pool::None, __pool::Order::Ascending, &[__pool::Str::Static("a")], &[]),
__pool::field_with("b", 0xaf63df4c8601f1a5, 2, __pool::None, __pool::Order::Ascending, &[__pool::Str::Static("a")], &[]),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("a", 0xaf63dc4c8601ec8c, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 199853154271124291313407760059703775569, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "alias-shared", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_52 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field_with("timeout", 0x60827e549de65488, 0, __pool::None, __pool::Order::Ascending, &[], &[__pool::Prop { key: __pool::Str::Static("unit"), value: __pool::Str::Static("\"s\"") }]),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field_with("timeout", 0x60827e549de65488, 0, __pool::None, __pool::Order::Ascending, &[], &[__pool::Prop { key: __pool::Str::Static("unit"), value: __pool::Str::Static("\"ms\"") }]),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 235052521647508050426262078621086340034, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "unit-changed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_53 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 3),
__pool::field("qty", 0x7093381952c93993, 6),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 3),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 284356839891566338754461110602312008009, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a nested record: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_54 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 3),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 3),
__pool::field("qty", 0x7093381952c93993, 6),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 71664394090034042620888511132651473259, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a nested record: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_55 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("qty", 0x7093381952c93993, 8),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 62173899990784433479596216948157323691, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a array item: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_56 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("qty", 0x7093381952c93993, 8),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 92795464934340637053683648163270284456, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a array item: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_57 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::map(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("qty", 0x7093381952c93993, 8),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::map(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 139161415190341839213229159081434669612, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a map value: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_58 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::map(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::map(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("qty", 0x7093381952c93993, 8),
__pool::field("sku", 0x82429a195ce84d1a, 6),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 18471420009804770815941276300756582510, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a map value: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_59 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 7] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("qty", 0x7093381952c93993, 10),
__pool::field("sku", 0x82429a195ce84d1a, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
6,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("sku", 0x82429a195ce84d1a, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 324423003987441391505950208194227583404, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a optional: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_60 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("sku", 0x82429a195ce84d1a, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 7] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("qty", 0x7093381952c93993, 10),
__pool::field("sku", 0x82429a195ce84d1a, 8),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
6,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 234680519477774760721843274351336015442, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a optional: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_61 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x04\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 5] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("qty", 0x7093381952c93993, 10),
__pool::field("sku", 0x82429a195ce84d1a, 8),
__pool::field("last4", 0xb7cfe9ec460237b7, 8),
];
static __NAMED_0: [__pool::u32; 3] = [
3,
7,
6,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 7] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x03\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("sku", 0x82429a195ce84d1a, 8),
__pool::field("last4", 0xb7cfe9ec460237b7, 8),
];
static __NAMED_0: [__pool::u32; 3] = [
3,
6,
5,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 265480730633722468898414609740019494134, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a union branch: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_62 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 7] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x03\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("sku", 0x82429a195ce84d1a, 8),
__pool::field("last4", 0xb7cfe9ec460237b7, 8),
];
static __NAMED_0: [__pool::u32; 3] = [
3,
6,
5,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
__pool::record(__pool::name("com.acme.Card", 0x9b485a027c7646e6, &[], false), b"\x04\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 5] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 4),
__pool::field("qty", 0x7093381952c93993, 10),
__pool::field("sku", 0x82429a195ce84d1a, 8),
__pool::field("last4", 0xb7cfe9ec460237b7, 8),
];
static __NAMED_0: [__pool::u32; 3] = [
3,
7,
6,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 245824991864746041693346573068429734438, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a union branch: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_63 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 9] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::map(4, &[]),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 8),
__pool::field("qty", 0x7093381952c93993, 14),
__pool::field("sku", 0x82429a195ce84d1a, 12),
];
static __NAMED_0: [__pool::u32; 2] = [
5,
8,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5);
    }
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::map(4, &[]),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 8),
__pool::field("sku", 0x82429a195ce84d1a, 12),
];
static __NAMED_0: [__pool::u32; 2] = [
5,
7,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 113852458345626112922352838400094990864, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a array of maps of optional: field added", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_64 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::map(4, &[]),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 8),
__pool::field("sku", 0x82429a195ce84d1a, 12),
];
static __NAMED_0: [__pool::u32; 2] = [
5,
7,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5);
    }
static __NODES: [__pool::Schema; 9] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::map(4, &[]),
__pool::array(6, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x02\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 8),
__pool::field("qty", 0x7093381952c93993, 14),
__pool::field("sku", 0x82429a195ce84d1a, 12),
];
static __NAMED_0: [__pool::u32; 2] = [
5,
8,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 12404230764487054947546088296248603215, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 5), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a array of maps of optional: field removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_65 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::node(__pool::Kind::Float, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00\x04\x00\x02\x00\x05\x00", b"\x02\x00\x00\x00\x01\x00\x03\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 6] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("price", 0x2f1887248c8bc0ea, 10),
__pool::field("sku", 0x82429a195ce84d1a, 6),
__pool::field("quantity", 0xa3768bf56b809718, 8),
__pool::field("status", 0xc4d5696d6cc12c2f, 5),
];
static __NAMED_0: [__pool::u32; 3] = [
2,
6,
7,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 8] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::array(3, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::node(__pool::Kind::Double, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x04\x00\x03\x00\x02\x00\x05\x00", b"\x02\x00\x01\x00\x00\x00\x03\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Status", 0x98dc43b77cd3eb6a, &[], false), &[__pool::Str::Static("NEW"), __pool::Str::Static("OLD")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 6] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("lines", 0x5ce3f9a9f1d5001c, 2),
__pool::field("price", 0x2f1887248c8bc0ea, 10),
__pool::field("qty", 0x7093381952c93993, 8),
__pool::field("sku", 0x82429a195ce84d1a, 6),
__pool::field("status", 0xc4d5696d6cc12c2f, 5),
];
static __NAMED_0: [__pool::u32; 3] = [
2,
6,
7,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 191252317102333975155257603721173781846, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "in a nested record: renamed, narrowed and a symbol removed", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_66 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00\x02\x00", b"\x00\x00\x01\x00\x02\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x04\x00\x03\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 5] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("first", 0x89d7ed7f996f1d41, 3),
__pool::field("second", 0xa49985ef4cee20bd, 3),
__pool::field("qty", 0x7093381952c93993, 6),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00\x02\x00", b"\x00\x00\x01\x00\x02\x00", false, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x03\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 4] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("first", 0x89d7ed7f996f1d41, 3),
__pool::field("second", 0xa49985ef4cee20bd, 3),
__pool::field("sku", 0x82429a195ce84d1a, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 209956555220590018837238235363093204618, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "one nested type in two fields", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_67 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(1)] }),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Node", 0xe603c4d90a91abd4, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("label", 0x39f7fcec8fcb623d, 4),
__pool::defaulted("next", 0xe5316cbaa025f028, 2, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(1)] }),
__pool::record(__pool::name("com.acme.Node", 0xe603c4d90a91abd4, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::defaulted("next", 0xe5316cbaa025f028, 2, "null"),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Node", folder: "schemas/history/com.acme.Node", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 228873327135610471657045146716842802714, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "recursive", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_68 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::array(1, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("qty", 0x7093381952c93993, 4),
__pool::field("sku", 0x82429a195ce84d1a, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::array(1, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("sku", 0x82429a195ce84d1a, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Root", folder: "schemas/history/com.acme.Root", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 227204379778781236498706499104801211775, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "the root is an array", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_69 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::union(const { &[__pool::child(1), __pool::child(3)] }),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("Sepa", 0x57cfeb24d599612a, &[], false), b"\x01\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("Card", 0xdfef4f9ce9ebb93f, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("last4", 0xb7cfe9ec460237b7, 2),
__pool::field("iban", 0xd19505c565bb1ac5, 2),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::union(const { &[__pool::child(1)] }),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("Card", 0xdfef4f9ce9ebb93f, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("last4", 0xb7cfe9ec460237b7, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Root", folder: "schemas/history/com.acme.Root", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 136750870729727325959853309456459338643, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "the root is a union", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_70 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x02\x00\x01\x00", b"\x00\x00\x02\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 4),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("qty", 0x7093381952c93993, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 45033664858586354388226590943903164169, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "two findings, each with its own fix", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_71 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 105801234474557261414981197078917770765, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "equal", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_72 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("currency", 0x75a5fb9b890ad416, 2, "\"EUR\""),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "compatible", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_73 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 2),
];
static __NAMED_0: [__pool::u32; 1] = [
2,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 29945273261343795821040880073443225706, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::None));
    pub(super) fn case() -> Case {
        Case { name: "level none", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::None }
    }
}
mod pair_74 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(2)] }),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 4),
];
static __NAMED_0: [__pool::u32; 1] = [
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 0),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 23317647641448367967601700838678359574, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Forward));
    pub(super) fn case() -> Case {
        Case { name: "a union in place of another type: to leave one branch out is not enough", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Forward }
    }
}
mod pair_75 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(3)] }),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("a.F", 0xe61d751904661500, &[], false), 3, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 2),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(3)] }),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("a.F", 0xe61d751904661500, &[], false), 2, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 2),
];
static __NAMED_0: [__pool::u32; 2] = [
2,
3,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 78108694903607375422475379191777825046, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 2), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "one size changed inside a union", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_76 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::node(__pool::Kind::String, __pool::None, &[]),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("a.N", 0xe61d7d1904662298, &[], false), b"\x02\x00", b"\x00\x00", false, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("g", 0xaf63da4c8601e926, 3),
__pool::field("f", 0xaf63db4c8601ead9, 0),
__pool::field("x", 0xaf63f54c86021707, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
3,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
__pool::record(__pool::name("a.N", 0xe61d7d1904662298, &[], false), b"", b"", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::field("g", 0xaf63da4c8601e926, 3),
__pool::field("f", 0xaf63db4c8601ead9, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
0,
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 194098778470964789550093128653132289633, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "a type that is brought back is the one that has its name now", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_77 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 3] = [
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x01\x00\x00\x00", b"\x01\x00\x00\x00", false, &[]),
__pool::record(__pool::name("a.N", 0xe61d7d1904662298, &[], false), b"", b"", false, &[]),
__pool::record(__pool::name("a.M", 0xe61d8019046627b1, &[], false), b"", b"", false, &[]),
];
static __FIELDS: [__pool::Field; 2] = [
__pool::defaulted("g", 0xaf63da4c8601e926, 5, "{}"),
__pool::field("f", 0xaf63db4c8601ead9, 3),
];
static __NAMED_0: [__pool::u32; 3] = [
0,
2,
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::record(__pool::name("a.N", 0xe61d7d1904662298, &[], false), b"", b"", false, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
0,
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 4661003905776079431099740807984021032, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "no name is given twice", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_78 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 4] = [
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x01\x00\x00\x00\x02\x00", b"\x01\x00\x00\x00\x02\x00", false, &[]),
__pool::fixed(__pool::name("b.F", 0xff77521912946735, &[], false), 2, __pool::None, &[]),
__pool::enumeration(__pool::name("a.G", 0xe61d7619046616b3, &[], false), &[__pool::Str::Static("A")], __pool::None, &[]),
__pool::enumeration(__pool::name("a.E", 0xe61d781904661a19, &[], false), &[__pool::Str::Static("A")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("g", 0xaf63da4c8601e926, 5),
__pool::field("f", 0xaf63db4c8601ead9, 3),
__pool::field("h", 0xaf63e54c8601fbd7, 7),
];
static __NAMED_0: [__pool::u32; 4] = [
0,
3,
2,
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 4] = [
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x01\x00\x00\x00\x02\x00", b"\x01\x00\x00\x00\x02\x00", false, &[]),
__pool::fixed(__pool::name("a.F", 0xe61d751904661500, &[], false), 2, __pool::None, &[]),
__pool::enumeration(__pool::name("a.G", 0xe61d7619046616b3, &[], false), &[__pool::Str::Static("A"), __pool::Str::Static("B")], __pool::None, &[]),
__pool::enumeration(__pool::name("a.E", 0xe61d781904661a19, &[], false), &[__pool::Str::Static("A"), __pool::Str::Static("B")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("g", 0xaf63da4c8601e926, 5),
__pool::field("f", 0xaf63db4c8601ead9, 3),
__pool::field("h", 0xaf63e54c8601fbd7, 7),
];
static __NAMED_0: [__pool::u32; 4] = [
0,
3,
2,
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 91595365088543579280923192210686164247, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "two enums lost one symbol, a fixed moved", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_79 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(3), __pool::child(2)] }),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("a.G", 0xe61d7619046616b3, &[], false), 2, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 5] = [
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::union(const { &[__pool::child(0), __pool::child(3), __pool::child(2)] }),
__pool::record(__pool::name("a.R", 0xe61d8919046636fc, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("a.F", 0xe61d751904661500, &[], false), 2, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("f", 0xaf63db4c8601ead9, 4),
];
static __NAMED_0: [__pool::u32; 2] = [
3,
4,
];

    static RECORDED: Recorded = Recorded {
        full_name: "a.R", folder: "schemas/history/a.R", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 141354512250002139705434955630931897687, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::Backward));
    pub(super) fn case() -> Case {
        Case { name: "a fixed inside a union under another name", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::Backward }
    }
}
mod pair_80 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 2] = [
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("avro_runtime.Fixed4", 0x3312db929d03c26e, &[], false), 4, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("sum", 0x82719e195d0fc4a8, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
0,
1,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0);
    }
static __NODES: [__pool::Schema; 2] = [
__pool::record(__pool::name("com.acme.OrderPlaced", 0xa7397d0d844f3b55, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("avro_runtime.Fixed3", 0x3312de929d03c787, &[], false), 3, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 1] = [
__pool::field("sum", 0x82719e195d0fc4a8, 3),
];
static __NAMED_0: [__pool::u32; 2] = [
0,
1,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.OrderPlaced", folder: "schemas/history/com.acme.OrderPlaced", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 296427461615462241905463683682926644974, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 0), changes: __pool::None },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "fixed-size-changed, of a type that the runtime names", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_81 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 11] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(3)] }),
__pool::array(5, &[]),
__pool::map(7, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x04\x00\x02\x00\x01\x00\x03\x00", b"\x00\x00\x03\x00\x02\x00\x04\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x05\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Hash", 0xf7fd39a80ca14398, &[], false), 16, __pool::None, &[]),
__pool::enumeration(__pool::name("com.acme.Kind", 0x81bed1c0de9234da, &[], false), &[__pool::Str::Static("A"), __pool::Str::Static("B")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 6] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("hashes", 0x3ea12ce701f4b39d, 8, "{}"),
__pool::defaulted("lines", 0x5ce3f9a9f1d5001c, 6, "[]"),
__pool::defaulted("first", 0x89d7ed7f996f1d41, 10, "null"),
__pool::defaulted("kind", 0xef9c96d721673243, 4, "null"),
__pool::field("qty", 0x7093381952c93993, 14),
];
static __NAMED_0: [__pool::u32; 4] = [
6,
10,
8,
9,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 6);
    }
static __NODES: [__pool::Schema; 13] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00", b"\x00\x00", false, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(4), __pool::child(3)] }),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x04\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Kind", 0x81bed1c0de9234da, &[], false), &[__pool::Str::Static("A"), __pool::Str::Static("B")], __pool::None, &[]),
__pool::array(5, &[]),
__pool::map(7, &[]),
__pool::union(const { &[__pool::child(4), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x04\x00\x02\x00\x01\x00\x03\x00", b"\x00\x00\x03\x00\x02\x00\x04\x00\x01\x00", false, &[]),
__pool::node(__pool::Kind::Int, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Line", 0xddefcac6ca47bf12, &[], false), b"\x05\x00", b"\x00\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Hash", 0xf7fd39a80ca14398, &[], false), 16, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 6] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::defaulted("hashes", 0x3ea12ce701f4b39d, 14, "{}"),
__pool::defaulted("lines", 0x5ce3f9a9f1d5001c, 12, "[]"),
__pool::defaulted("first", 0x89d7ed7f996f1d41, 16, "null"),
__pool::defaulted("kind", 0xef9c96d721673243, 6, "null"),
__pool::field("qty", 0x7093381952c93993, 20),
];
static __NAMED_0: [__pool::u32; 1] = [
1,
];
static __NAMED_1: [__pool::u32; 2] = [
4,
5,
];
static __NAMED_2: [__pool::u32; 4] = [
9,
5,
11,
12,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Shop", folder: "schemas/history/com.acme.Shop", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 138871036906539908103769336104647069874, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 161655270390309526485805946136069949473, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 4), changes: __pool::Some(__pool::Changes { new: b"\x04\x00", gone: b"" }) },
            RecordedVersion { version: 3, file: "v3.avsc", released: true, content_hash: 149621365676872525818727367900562107550, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_2, 9), changes: __pool::Some(__pool::Changes { new: b"\x01\x00\x02\x00\x03\x00", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "named types that the first version does not have", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}
mod pair_82 {
    use super::*;
    mod now {
        use super::*;
static __NODES: [__pool::Schema; 6] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(2), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x01\x00\x02\x00", b"\x00\x00\x01\x00\x02\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Kind", 0x81bed1c0de9234da, &[], false), &[__pool::Str::Static("A")], __pool::None, &[]),
__pool::fixed(__pool::name("com.acme.Currency", 0x478ae2320fafa53, &[], false), 4, __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 3),
__pool::defaulted("kind", 0xef9c96d721673243, 4, "null"),
];
static __NAMED_0: [__pool::u32; 3] = [
3,
5,
4,
];

pub(super) static NOW: Document = __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 3);
    }
static __NODES: [__pool::Schema; 7] = [
__pool::node(__pool::Kind::Long, __pool::None, &[]),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x01\x00", b"\x00\x00\x01\x00", false, &[]),
__pool::fixed(__pool::name("com.acme.Currency", 0x478ae2320fafa53, &[], false), 3, __pool::None, &[]),
__pool::node(__pool::Kind::Null, __pool::None, &[]),
__pool::union(const { &[__pool::child(6), __pool::child(5)] }),
__pool::record(__pool::name("com.acme.Shop", 0x951ccb8598c8aa54, &[], false), b"\x00\x00\x01\x00\x02\x00", b"\x00\x00\x01\x00\x02\x00", false, &[]),
__pool::enumeration(__pool::name("com.acme.Kind", 0x81bed1c0de9234da, &[], false), &[__pool::Str::Static("A"), __pool::Str::Static("B")], __pool::None, &[]),
];
static __FIELDS: [__pool::Field; 3] = [
__pool::field("id", 0x8b72e07b55c3ac0, 0),
__pool::field("currency", 0x75a5fb9b890ad416, 3),
__pool::defaulted("kind", 0xef9c96d721673243, 8, "null"),
];
static __NAMED_0: [__pool::u32; 2] = [
1,
2,
];
static __NAMED_1: [__pool::u32; 3] = [
5,
2,
6,
];

    static RECORDED: Recorded = Recorded {
        full_name: "com.acme.Shop", folder: "schemas/history/com.acme.Shop", accepted: &[],
        versions: &[
            RecordedVersion { version: 1, file: "v1.avsc", released: true, content_hash: 262112285770964975988308818197599334669, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_0, 1), changes: __pool::None },
            RecordedVersion { version: 2, file: "v2.avsc", released: true, content_hash: 58149575304881158989717101767529997903, document: __pool::document(&__NODES, &__FIELDS, &__NAMED_1, 5), changes: __pool::Some(__pool::Changes { new: b"\x02\x00", gone: b"" }) },
        ],
    };
    const REPORT: &Report = &check_view(now::NOW.view(), &RECORDED, &Settings::new(Level::FullTransitive));
    pub(super) fn case() -> Case {
        Case { name: "named types that the first version does not have, and one that is another later", report: REPORT, now: now::NOW.view(), recorded: &RECORDED, level: Level::FullTransitive }
    }
}

fn cases() -> Vec<Case> {
    vec![pair_0::case(), pair_1::case(), pair_2::case(), pair_3::case(), pair_4::case(), pair_5::case(), pair_6::case(), pair_7::case(), pair_8::case(), pair_9::case(), pair_10::case(), pair_11::case(), pair_12::case(), pair_13::case(), pair_14::case(), pair_15::case(), pair_16::case(), pair_17::case(), pair_18::case(), pair_19::case(), pair_20::case(), pair_21::case(), pair_22::case(), pair_23::case(), pair_24::case(), pair_25::case(), pair_26::case(), pair_27::case(), pair_28::case(), pair_29::case(), pair_30::case(), pair_31::case(), pair_32::case(), pair_33::case(), pair_34::case(), pair_35::case(), pair_36::case(), pair_37::case(), pair_38::case(), pair_39::case(), pair_40::case(), pair_41::case(), pair_42::case(), pair_43::case(), pair_44::case(), pair_45::case(), pair_46::case(), pair_47::case(), pair_48::case(), pair_49::case(), pair_50::case(), pair_51::case(), pair_52::case(), pair_53::case(), pair_54::case(), pair_55::case(), pair_56::case(), pair_57::case(), pair_58::case(), pair_59::case(), pair_60::case(), pair_61::case(), pair_62::case(), pair_63::case(), pair_64::case(), pair_65::case(), pair_66::case(), pair_67::case(), pair_68::case(), pair_69::case(), pair_70::case(), pair_71::case(), pair_72::case(), pair_73::case(), pair_74::case(), pair_75::case(), pair_76::case(), pair_77::case(), pair_78::case(), pair_79::case(), pair_80::case(), pair_81::case(), pair_82::case()]
}
