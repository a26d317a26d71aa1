//! A click-event producer renames `email` to `user_email`. Three times:
//!
//! 1. with JSON: everything compiles, the consumer fails at run time;
//! 2. with `#[derive(AvroSchema)]`: the producer does not compile, and is told what does;
//! 3. properly: the new name in Rust, the old one on the wire; old and new releases read each other.

mod json;
mod properly;

/// What the compiler says of the rename. A test compiles `tests/ui/tests/gate/rename.rs` and holds this text.
const REFUSED: &str = include_str!("../../../tests/ui/tests/gate/rename.stderr");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("1. JSON: the producer ships the rename, and the consumer finds out at run time\n");
    println!("   sent:     {}", json::sent());
    match json::receive(&json::sent()) {
        Ok(event) => println!("   received: {} at {}", event.email, event.uri),
        Err(error) => println!("   consumer: {error}"),
    }

    println!("\n2. Avro, checked: the same rename does not compile\n");
    for line in REFUSED.lines() {
        println!("   {line}");
    }

    println!("\n3. Properly: `#[avro(name = \"email\")] pub user_email: String`\n");
    properly::run()?;
    Ok(())
}
