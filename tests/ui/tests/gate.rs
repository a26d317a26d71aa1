//! Every message of the gate, as the user sees it.

#[test]
fn gate() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/gate/*.rs");
    cases.pass("tests/gate/pass/*.rs");
}
