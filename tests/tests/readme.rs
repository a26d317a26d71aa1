//! The README is true: its first five minutes are walked through in a crate outside the workspace, and the message that it
//! begins with is the compiler's.

use avro_tests::{Outcome, Scratch, workspace};

/// The code blocks of a language, in order.
fn blocks<'t>(readme: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    readme.split(&fence).skip(1).map(|rest| rest.split("```\n").next().unwrap_or_default()).collect()
}

fn read(path: &str) -> String {
    let path = workspace().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Code without what follows it on the line.
fn code(line: &str) -> &str {
    line.split("  //").next().unwrap_or_default().trim()
}

fn release(scratch: &Scratch) -> Outcome {
    let manifest = workspace().join("Cargo.toml").display().to_string();
    scratch.cargo(&["run", "--quiet", "--manifest-path", &manifest, "--package", "cargo-avro", "--", "avro", "release"])
}

#[test]
fn the_compiler_says_what_the_readme_begins_with() {
    let readme = read("README.md");
    let (rust, text) = (blocks(&readme, "rust"), blocks(&readme, "text"));
    let (renamed, fixed) = (rust[0], rust[1]);
    let named = renamed.replace("user_email: String,        // was: email", "email: String,");
    assert_ne!(named, renamed);

    let scratch = Scratch::library("readme_rename", "2024", "pub mod events;\n");
    scratch.file("tests/schemas.rs", "avro_runtime::evolution_tests!(readme_rename);\n").file("src/events.rs", &named);
    scratch.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success();
    release(&scratch).expect_success();
    scratch.file("src/events.rs", &renamed.replace("        // was: email", ""));
    let said = scratch.cargo(&["check"]).expect_failure().stderr;
    // the last words are the compiler's own, and not every version's
    let (shown, _) = text[0].split_once(" evaluation of ").expect("the README shows a whole message");
    assert!(said.contains(shown), "the README shows\n{shown}\nthe compiler says\n{said}");

    let fixed = renamed.replace("    pub user_email: String,        // was: email\n", fixed);
    assert_ne!(fixed, renamed);
    scratch.file("src/events.rs", &fixed);
    scratch.cargo(&["test"]).expect_success();
}

#[test]
fn the_five_minutes_work() {
    let readme = read("README.md");
    let rust = blocks(&readme, "rust");
    let [types, reading, test, topic] = rust[2..] else { panic!("the README has other blocks: {rust:#?}") };
    let lib = format!(
        "{types}\n\
         pub fn read(old_avsc: &str, old_bytes: &[u8]) -> Result<ClickEvent, Box<dyn std::error::Error>> {{\n{reading}\
         assert_eq!(ClickEvent::from_avro(&event.to_avro()?)?, event);\n\
         const _: (&str, &str, u64) = (ClickEvent::JSON, ClickEvent::CANONICAL, ClickEvent::FINGERPRINT);\n\
         Ok(event)\n}}\n"
    );
    let scratch = Scratch::library("my_service", "2024", &lib);
    scratch.file("tests/schemas.rs", test);
    let text = scratch.cargo(&["test"]).expect_failure().stdout;
    assert!(text.contains("AVRO_BLESS=1 cargo test"), "{text}");
    let text = scratch.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success().stderr;
    assert!(text.contains("recorded schemas/history/com.example.ClickEvent/v1.avsc"), "{text}");
    release(&scratch).expect_success();
    scratch.cargo(&["test"]).expect_success();

    // the topic needs Kafka, which its own test builds
    let compiled = read("avro-runtime/tests/kafka/readme.rs");
    for line in topic.lines().map(code) {
        assert!(compiled.lines().any(|known| known.trim() == line), "not in tests/kafka/readme.rs: {line}");
    }
}
