//! The rename as it is done: in Rust the field has its new name, on the wire its old one.
//!
//! `schemas/history/com.example.ClickEvent` holds the released version; this package compiles because the struct still
//! lives with it. Take the attribute away and `cargo check` says what part 2 prints.

use avro_runtime::WriterSchema;
use avro_runtime::prelude::*;

/// Somebody clicked.
#[derive(Debug, PartialEq, AvroSchema)]
#[avro(evolution)]
pub(crate) struct ClickEvent {
    #[avro(name = "email")]
    pub(crate) user_email: String,
    pub(crate) uri: String,
}

/// The release before the rename, as it still runs elsewhere.
mod before {
    use avro_runtime::prelude::*;

    /// Somebody clicked.
    #[derive(Debug, PartialEq, AvroSchema)]
    #[avro(namespace = "com.example.before")]
    pub(crate) struct ClickEvent {
        pub(crate) email: String,
        pub(crate) uri: String,
    }
}

pub(crate) fn run() -> Result<(), Box<dyn std::error::Error>> {
    let old = before::ClickEvent { email: "ada@example.com".into(), uri: "/checkout".into() };
    let writer = WriterSchema::parse(before::ClickEvent::JSON)?;
    let read = ClickEvent::from_avro_with(&writer, &old.to_avro()?)?;
    println!("   written before the rename: {old:?}");
    println!("   read after it:             {read:?}");

    let new = ClickEvent { user_email: "grace@example.com".into(), uri: "/basket".into() };
    let writer = WriterSchema::parse(ClickEvent::JSON)?;
    let read = before::ClickEvent::from_avro_with(&writer, &new.to_avro()?)?;
    println!("   written after the rename:  {new:?}");
    println!("   read by the old release:   {read:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    avro_runtime::evolution_tests!(crate);

    #[test]
    fn the_releases_read_each_other() {
        let old = before::ClickEvent { email: "a".into(), uri: "b".into() };
        let writer = WriterSchema::parse(before::ClickEvent::JSON).unwrap();
        let new = ClickEvent::from_avro_with(&writer, &old.to_avro().unwrap()).unwrap();
        assert_eq!(new, ClickEvent { user_email: "a".into(), uri: "b".into() });

        let writer = WriterSchema::parse(ClickEvent::JSON).unwrap();
        assert_eq!(before::ClickEvent::from_avro_with(&writer, &new.to_avro().unwrap()).unwrap(), old);
    }
}
