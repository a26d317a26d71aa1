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
pub mod docs {
    /// ```text
    /// fn main() { panic!("ran") }
    /// ```
    ///
    /// ```text
    ///     assert!(false);
    /// ```
    ///
    /// \<script\>alert(1)\</script\> \[link\](`http://a.b`) \[`Missing`\] *bold* */ "quoted" \ `https://acme.com/x_y`
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(
        namespace = "docs",
        doc = "```\nfn main() { panic!(\"ran\") }\n```\n\n    assert!(false);\n\n<script>alert(1)</script> [link](http://a.b) [`Missing`] *bold* */ \"quoted\" \\ https://acme.com/x_y"
    )]
    pub struct Docs {
        /// leading tab
        /// and � direction \`tick
        #[avro(doc = "  leading\ttab\r\nand \u{202e} direction `tick")]
        pub a: i32,
        /// \> \`\`\`rust
        /// \> panic!()
        /// \> \`\`\`
        /// - \`\`\`
        /// panic!()
        /// ```text
        /// 1.     panic!();
        /// ```
        #[avro(
            doc = "> ```rust\n> panic!()\n> ```\n- ```\n  panic!()\n  ```\n1.     panic!();"
        )]
        pub b: i32,
        /// ```text
        /// unclosed
        /// ```
        #[avro(doc = "~~~\nunclosed")]
        pub c: i32,
        #[avro(doc = " ")]
        pub d: i32,
        #[avro(doc = "\n")]
        pub e: i32,
        pub f: E,
    }

    /// \[A\]: `http://x.y`
    /// \[^1\] \&lt; \<!-- --\> \<b
    #[derive(Debug, Clone, PartialEq, ::avro_runtime::AvroSchema)]
    #[avro(namespace = "docs", doc = "[A]: http://x.y\n[^1] &lt; <!-- --> <b")]
    pub enum E {
        A,
    }
}

::avro_runtime::__private::source! {
    self::docs::Docs = 0x681d_0bf1_7488_1696_9b08_32c8_2bbb_d1cf,
    self::docs::E = 0xe94e_b0b7_a35b_1b72_b9e6_b48e_baf8_c143,
}
