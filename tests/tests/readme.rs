//! The README is true: its first five minutes are walked through in a crate outside the workspace, and the message that it
//! begins with is the compiler's.

use avro_tests::{Outcome, Scratch, dependency, workspace};

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

/// `cargo avro ..`, or cargo itself.
fn cargo(scratch: &Scratch, arguments: &[&str]) -> Outcome {
    if arguments.first() != Some(&"avro") {
        return scratch.cargo(arguments);
    }
    let manifest = workspace().join("Cargo.toml").display().to_string();
    let head = ["run", "--quiet", "--manifest-path", &manifest, "--package", "cargo-avro", "--"];
    scratch.cargo(&[&head, arguments].concat())
}

fn release(scratch: &Scratch) -> Outcome {
    cargo(scratch, &["avro", "release"])
}

/// The words of a command line, as a shell has them.
fn words(line: &str) -> Vec<&str> {
    let line = line.split(" #").next().unwrap_or_default();
    let parts = line.split('"').enumerate();
    parts.flat_map(|(i, part)| if i % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }).collect()
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
    let [types, reading, test, topic, ..] = rust[2..] else { panic!("the README has other blocks: {rust:#?}") };
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

    // the break that is meant
    scratch.file("src/lib.rs", &lib.replace("pub number: i32", "pub number: String"));
    let shell = blocks(&readme, "sh");
    let story = shell.iter().find(|block| block.contains("cargo avro accept")).expect("the story of the break");
    let mut ends = [101, 100, 0, 0].into_iter();
    for line in story.lines() {
        if let ["cargo", arguments @ ..] = &*words(line) {
            let outcome = cargo(&scratch, arguments);
            assert_eq!(outcome.code, ends.next(), "{line}\n{}\n{}", outcome.stdout, outcome.stderr);
        }
    }
    assert_eq!(ends.next(), None, "every line of the story was run");
    let list = scratch.folder().join("schemas/history/com.example.ClickEvent/history.json");
    let list = std::fs::read_to_string(list).unwrap();
    let accepted = blocks(&readme, "json")[0].trim().lines().nth(1).expect("an acceptance");
    assert!(list.contains(accepted.trim()), "the README shows\n{accepted}\nthe file has\n{list}");

    // the topic needs Kafka, which its own test builds
    let compiled = read("avro-runtime/tests/kafka/readme.rs");
    for line in topic.lines().map(code) {
        assert!(compiled.lines().any(|known| known.trim() == line), "not in tests/kafka/readme.rs: {line}");
    }
}

#[test]
fn schema_files_come_first() {
    let readme = read("README.md");
    let (rust, json, text) = (blocks(&readme, "rust"), blocks(&readme, "json"), blocks(&readme, "text"));
    let [.., build, lib] = rust[..] else { panic!("the README has other blocks: {rust:#?}") };
    let (runtime, generator) = (dependency("avro-runtime"), dependency("avro-build"));
    let scratch = Scratch::new("readme_schema_first");
    scratch.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"readme_schema_first\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\navro-runtime = {runtime}\n\n[build-dependencies]\navro-build = {generator}\n"
        ),
    );
    scratch.file("build.rs", build).file("src/lib.rs", lib).file("schemas/order.avsc", json[1]);
    cargo(&scratch, &["avro", "accept"]).expect_success();
    release(&scratch).expect_success();
    scratch.cargo(&["check"]).expect_success();
    scratch.file("schemas/order.avsc", &json[1].replace("\"long\"", "\"int\""));
    let said = scratch.cargo(&["check"]).expect_failure().stderr;
    assert!(said.contains(text[1]), "the README shows\n{}\nthe compiler says\n{said}", text[1]);
}
