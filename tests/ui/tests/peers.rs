//! Faults of other Avro crates that are compile errors here. Those that are right here: package `avro-tests`, `peers.rs`.

#[test]
fn faults_of_peers_are_refused() {
    trybuild::TestCases::new().compile_fail("tests/peers/*.rs");
}
