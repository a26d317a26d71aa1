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

#[test]
fn single_rules_are_set_for_single_types() {
    let with = |set: &dyn Fn(&mut Config)| {
        let mut config = Config::new();
        config.schemas(["tests/gate/after"]).history("tests/gate/history", Level::FullTransitive);
        set(&mut config);
        config.generate()
    };
    let errors = with(&|config| {
        config
            .allow("com.acme.orders.*", "type-narrowed")
            .allow("*.OrderPlaced", "field-renamed")
            // the last word counts
            .deny("com.acme.orders.*", "logical-type-changed")
            .warn("com.acme.orders.OrderPlaced", "logical-type-changed");
    });
    let [error] = &errors.errors[..] else { panic!("{:?}", errors.errors) };
    assert!(error.starts_with("`com.acme.orders.OrderPlaced` breaks FULL_TRANSITIVE (5 findings)\n"), "{error}");
    for rule in ["type-narrowed", "field-renamed", "logical-type-changed"] {
        assert!(!error.contains(&format!("[{rule}]")), "{error}");
    }
    let [new, warning] = &errors.warnings[..] else { panic!("{:?}", errors.warnings) };
    assert!(new.contains("`com.acme.orders.Refund` is new") || warning.contains("is new"), "{new}\n{warning}");
    let told = errors.warnings.join("\n");
    assert!(
        told.contains(
            "tests/gate/after/order.avsc:14:35: com.acme.orders.OrderPlaced.placed_at: `com.acme.orders.OrderPlaced` and version \
             1 misread each other's data: `placed_at: timestamp-micros` is `timestamp-micros`, was `timestamp-millis`  \
             [logical-type-changed]"
        ),
        "{told}"
    );
    // whoever looks at the type hears of them, too
    for word in ["allow(\"type-narrowed\")", "allow(\"field-renamed\")", "warn(\"logical-type-changed\")"] {
        assert!(errors.text.contains(word), "{word}\n{}", errors.text);
    }
    assert_eq!(errors.text.matches("warn(\"").count(), 1, "{}", errors.text);

    let wrong = with(&|config| {
        config
            .deny("*", "type-narowed")
            .warn("*", "float-for-money")
            .allow("com.other.*", "type-narrowed")
            .allow("*", "history-orphaned");
    });
    assert_eq!(
        wrong.errors[..3],
        [
            "deny(\"*\", ..): there is no rule `type-narowed`: did you mean `type-narrowed`?",
            "warn(\"*\", ..): `float-for-money` is about schema files, not about a type: write it into `[package.metadata.avro]`",
            "allow(\"*\", ..): `history-orphaned` is always an error: what is compared with such a history would be compared with \
             something else than was released",
        ]
    );
    let idle = "allow(\"com.other.*\", \"type-narrowed\") matches no type that is compared with a history";
    assert!(wrong.warnings.iter().any(|warning| warning == idle), "{:?}", wrong.warnings);
}
