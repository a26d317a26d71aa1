// Made by avro-build from schema files: change those.

#[allow(
    dead_code,
    missing_docs,
    missing_copy_implementations,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
pub mod recursion {
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "recursion")]
    pub struct Tree {
        pub left: Option<Box<Tree>>,
        pub children: Vec<Tree>,
        pub other: Leaf,
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "recursion")]
    pub struct Leaf {
        pub back: Option<LeafBack>,
        pub plain: Plain,
    }

    /// What `Leaf::back` holds.
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    pub enum LeafBack {
        String(String),
        Tree(Box<Tree>),
    }

    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "recursion")]
    pub struct Plain {}
}

::avro_runtime::__private::source! {
    self::recursion::Tree = 0x39c71a11702827c0b683da4923b5ac21,
    self::recursion::Leaf = 0x9602badf2aef253007dde7473d351097,
    self::recursion::Plain = 0x53bc3fe54e6c605530a2f1b83c08ef70,
}
