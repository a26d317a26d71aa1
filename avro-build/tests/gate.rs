//! What the gate of schema files says, word for word: `tests/gate/after` against what `tests/gate/before` released.
//! `UPDATE_GOLDENS=1` rewrites `tests/gate/messages.txt`.

use avro_build::{Config, Level};

fn generated(schemas: &str, level: Level) -> avro_build::Generated {
    Config::new().schemas([schemas]).history("tests/gate/history", level).generate()
}

#[test]
fn what_was_released_lives_with_its_history() {
    let generated = generated("tests/gate/before", Level::FullTransitive);
    assert_eq!((&generated.errors, &generated.warnings), (&Vec::new(), &Vec::new()));
    assert!(!generated.text.contains("compile_error!"));
}

#[test]
fn findings_have_the_place_in_their_file() {
    let generated = generated("tests/gate/after", Level::FullTransitive);
    let text = format!("{}\n\n{}\n", generated.errors.join("\n\n"), generated.warnings.join("\n\n"));
    let golden = std::path::Path::new("tests/gate/messages.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        std::fs::write(golden, &text).unwrap();
    }
    let expected = std::fs::read_to_string(golden).unwrap().replace("\r\n", "\n");
    assert_eq!(text, expected, "UPDATE_GOLDENS=1 rewrites tests/gate/messages.txt");
    // one error for each root that breaks, beside the types
    assert_eq!(generated.errors.len(), 1);
    assert_eq!(generated.text.matches("compile_error!").count(), 1);
    for ty in ["pub struct OrderPlaced", "pub struct Shipped", "pub struct Refund", "pub struct Money"] {
        assert!(generated.text.contains(ty), "{ty}");
    }
}

#[test]
fn the_level_decides() {
    assert!(generated("tests/gate/after", Level::None).errors.is_empty());
    let forward = generated("tests/gate/after", Level::Forward).errors.join("\n");
    assert!(forward.contains("breaks FORWARD") && !forward.contains("[enum-symbol-removed]"), "{forward}");
}
