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
    self::recursion::Tree = 0x39c7_1a11_7028_27c0_b683_da49_23b5_ac21,
    self::recursion::Leaf = 0x9602_badf_2aef_2530_07dd_e747_3d35_1097,
    self::recursion::Plain = 0x53bc_3fe5_4e6c_6055_30a2_f1b8_3c08_ef70,
}
