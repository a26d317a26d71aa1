//! The program from outside.

use std::process::Command;

#[test]
fn versions_read_each_other() {
    let output = Command::new(env!("CARGO_BIN_EXE_schema-first")).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{out}{}", String::from_utf8_lossy(&output.stderr));
    for expected in [
        "com.acme.orders.OrderPlaced        acme-orders FULL_TRANSITIVE, released: 2",
        "com.acme.payments.PaymentReceived  acme-orders FULL_TRANSITIVE, released: 1",
        "coupon: None, channel: Web",
        "id: \"2-1042\"",
        "type: Debit",
    ] {
        assert!(out.contains(expected), "no `{expected}` in:\n{out}");
    }
}
