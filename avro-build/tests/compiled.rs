//! The recorded code compiles, all of it together, under lints stricter than most; each type's schema is then the one it was
//! made from, which the code itself holds.
#![deny(warnings, missing_docs, unreachable_pub, missing_copy_implementations, clippy::all, clippy::pedantic)]

macro_rules! goldens {
    ($($name:ident = $file:literal),* $(,)?) => {
        $(mod $name {
            include!(concat!("golden/", $file, ".rs"));
        })*

        /// No golden is left out.
        #[test]
        fn all_goldens_are_compiled() {
            let compiled = [$($file),*];
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
            for entry in std::fs::read_dir(folder).expect("the folder of goldens") {
                let path = entry.expect("an entry").path();
                let name = path.file_stem().expect("a name").to_string_lossy();
                assert!(compiled.contains(&&*name), "{name} is compiled here");
            }
        }
    };
}

goldens! {
    defaults = "defaults",
    depth = "depth",
    idl = "idl",
    docs = "docs",
    keywords = "keywords",
    logical_types = "logical-types",
    mutual = "mutual",
    names = "names",
    namespaces = "namespaces",
    ordinary = "ordinary",
    prelude = "prelude",
    properties = "properties",
    protocol = "protocol",
    recursion = "recursion",
    references = "references",
    root_array = "root-array",
    root_enum = "root-enum",
    root_fixed = "root-fixed",
    root_map = "root-map",
    root_primitive = "root-primitive",
    root_union = "root-union",
    symbols = "symbols",
    unions = "unions",
    wide = "wide",
}
