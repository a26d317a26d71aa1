//! A crate outside the workspace that depends on `avro-runtime` and nothing else: the fault B7 of the established crate, whose derive
//! needs a dependency of the user's own.

use avro_tests::{Scratch, dependency};

/// `runtime` is the name under which the crate knows `avro-runtime`, `attribute` what tells the derive so.
fn outside(name: &str, edition: &str, runtime: &str, attribute: &str) {
    let text = include_str!("../fixtures/outside.rs").replace("::RUNTIME", &format!("::{runtime}"));
    let text = match attribute {
        "" => text.replace("#[avro(CRATE)]\n", "").replace("CRATE ", ""),
        _ => text
            .replace("#[avro(CRATE)]", &format!("#[avro({attribute})]"))
            .replace("CRATE ", &format!("{attribute}, ")),
    };
    let path = dependency("avro-runtime").replace("{ path", "{ package = \"avro-runtime\", path");
    let scratch = Scratch::new(name);
    scratch.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\nrust-version = \"1.88\"\n\n\
             [workspace]\n\n[dependencies]\n{} = {path}\n",
            runtime.replace('_', "-")
        ),
    );
    scratch.file("src/lib.rs", &text);
    scratch.cargo(&["test"]).expect_success();
    // what the derive writes is as silent to clippy, whose strictest groups the fixture denies
    if runtime == "avro_runtime" {
        scratch.cargo(&["clippy"]).expect_success();
    }
}

#[test]
fn edition_2024() {
    outside("outside-2024", "2024", "avro_runtime", "");
}

#[test]
fn edition_2021() {
    outside("outside-2021", "2021", "avro_runtime", "");
}

#[test]
fn edition_2024_with_the_runtime_renamed() {
    outside("outside-renamed-2024", "2024", "wire", "crate = \"::wire\"");
}

#[test]
fn edition_2021_with_the_runtime_renamed() {
    outside("outside-renamed-2021", "2021", "wire", "crate = \"::wire\"");
}
