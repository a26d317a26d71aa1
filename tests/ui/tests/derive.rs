//! Every message of the derive, as the user sees it. `TRYBUILD=overwrite` rewrites the recorded texts.

#[test]
fn messages() {
    trybuild::TestCases::new().compile_fail("tests/derive/*.rs");
}
