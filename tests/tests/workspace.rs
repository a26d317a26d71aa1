//! The shape of the workspace: who may know whom, what a user's build pulls in, what every package inherits.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use avro_tests::workspace;
use serde_json::Value;

/// Published package -> the crates of the workspace that it may depend on (normal and build dependencies).
const ARROWS: &[(&str, &[&str])] = &[
    ("avro-model", &[]),
    ("avro-derive", &["avro-model"]),
    ("avro-build", &["avro-model"]),
    ("avro-runtime", &["avro-model", "avro-derive"]),
    ("cargo-avro", &["avro-model"]),
];

/// Feature of avro-runtime -> the feature of rdkafka that it stands for.
const FORWARDED: &[(&str, &str)] = &[
    ("kafka-ssl", "ssl"),
    ("kafka-ssl-vendored", "ssl-vendored"),
    ("kafka-gssapi", "gssapi"),
    ("kafka-sasl", "sasl"),
    ("kafka-zstd", "zstd"),
    ("kafka-cmake", "cmake-build"),
    ("kafka-dynamic", "dynamic-linking"),
];

/// The files that hold all `unsafe` of the published crates.
const UNSAFE: &[&str] = &["avro-model/src/schema/handle.rs", "avro-runtime/src/codec/raw.rs"];

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo).current_dir(workspace()).args(arguments).args(["--offline", "--locked"]).output();
    let output = output.expect("cargo can be started");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn members() -> Vec<Value> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1", "--no-deps"])).unwrap();
    metadata["packages"].as_array().expect("a list of packages").clone()
}

fn name(package: &Value) -> &str {
    package["name"].as_str().expect("a package has a name")
}

fn manifest(package: &Value) -> &Path {
    Path::new(package["manifest_path"].as_str().expect("a package has a manifest"))
}

/// The dependencies on crates of this workspace that are part of a build: no dev-dependencies.
fn arrows(package: &Value) -> impl Iterator<Item = &Value> {
    let dependencies = package["dependencies"].as_array().expect("a list of dependencies");
    dependencies.iter().filter(|dependency| dependency["path"].is_string() && dependency["kind"] != "dev")
}

#[test]
fn the_arrows_between_the_crates_are_those_of_the_design() {
    let allowed: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    for package in members() {
        let published = package["publish"].is_null();
        // Examples show what a user names.
        let example = manifest(&package).strip_prefix(workspace()).is_ok_and(|path| path.starts_with("examples"));
        let may = match (allowed.get(name(&package)), example) {
            (Some(may), _) => may,
            (None, true) => &["avro-runtime", "avro-build"][..],
            (None, false) => {
                assert!(!published, "{} is published, but the list of arrows does not know it", name(&package));
                continue;
            }
        };
        for dependency in arrows(&package) {
            let to = dependency["name"].as_str().expect("a dependency has a name");
            let path = Path::new(dependency["path"].as_str().expect("invariant: arrows have paths"));
            if example && path.starts_with(workspace().join("examples")) {
                continue;
            }
            assert!(may.contains(&to), "{} must not depend on {to}", name(&package));
        }
    }
}

#[test]
fn the_derive_is_optional_for_the_runtime() {
    let members = members();
    let runtime = members.iter().find(|package| name(package) == "avro-runtime").expect("avro-runtime is a member");
    let derive = arrows(runtime).find(|dependency| dependency["name"] == "avro-derive");
    assert_eq!(derive.expect("avro-runtime depends on avro-derive")["optional"], true);
}

#[test]
fn features_of_kafka_are_forwarded_one_to_one() {
    let members = members();
    let runtime = members.iter().find(|package| name(package) == "avro-runtime").expect("avro-runtime is a member");
    let features = runtime["features"].as_object().expect("a table of features");
    let named = features.keys().filter(|name| name.starts_with("kafka-")).map(String::as_str).collect::<BTreeSet<_>>();
    assert_eq!(named, FORWARDED.iter().map(|(ours, _)| *ours).collect(), "the features that forward");
    for (ours, theirs) in FORWARDED {
        assert_eq!(features[*ours], serde_json::json!(["kafka", format!("rdkafka/{theirs}")]), "{ours}");
    }
    let dependencies = runtime["dependencies"].as_array().expect("a list of dependencies");
    let kafka = dependencies.iter().find(|entry| entry["name"] == "rdkafka").expect("avro-runtime can use rdkafka");
    // What is always built: no TLS, no SASL, no zstd.
    assert_eq!(
        (&kafka["optional"], &kafka["uses_default_features"], &kafka["features"]),
        (&true.into(), &false.into(), &serde_json::json!(["libz", "tokio"]))
    );
}

#[test]
fn published_crates_move_in_lockstep() {
    let members = members();
    let version = members[0]["version"].as_str().expect("a package has a version");
    for package in &members {
        assert_eq!(package["version"], version, "version of {}", name(package));
        for dependency in arrows(package).filter(|_| package["publish"].is_null()) {
            assert_eq!(dependency["req"], format!("={version}"), "{} -> {}", name(package), dependency["name"]);
        }
    }
}

#[test]
fn every_package_inherits_edition_msrv_licence_and_lints() {
    for package in members() {
        assert_eq!(package["edition"], "2024", "edition of {}", name(&package));
        assert_eq!(package["rust_version"], "1.88", "rust-version of {}", name(&package));
        assert_eq!(package["license"], "MIT OR Apache-2.0", "license of {}", name(&package));
        let text = fs::read_to_string(manifest(&package)).unwrap();
        assert!(text.contains("[lints]\nworkspace = true\n"), "{} does not inherit the lints", name(&package));
    }
}

#[test]
fn members_are_listed_by_name() {
    let text = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members =
        text.split_once("members = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list of members").0;
    assert!(!members.contains('*'), "a pattern among the workspace's members");
}

/// What a user's build of `avro-runtime` compiles, on any platform. `UPDATE_GOLDENS=1` rewrites the list.
#[test]
fn the_default_dependencies_are_the_checked_in_list() {
    let tree =
        ["tree", "-p", "avro-runtime", "-e", "normal,build", "--target", "all", "--prefix", "none", "--format", "{p}"];
    let tree = cargo(&tree);
    let names: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    for name in &names {
        let heavy = ["tokio", "reqwest", "hyper", "cc", "cmake", "pkg-config", "bindgen", "vcpkg"].contains(name);
        assert!(!heavy && !name.ends_with("-sys"), "the default features of avro-runtime pull in {name}");
    }
    let list: String = names.iter().map(|name| format!("{name}\n")).collect();
    let golden = workspace().join("tests/default-dependencies.txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        fs::write(&golden, list).unwrap();
        return;
    }
    let golden = fs::read_to_string(golden).unwrap();
    assert_eq!(list, golden, "what a user's build compiles has changed; is it worth it?");
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

#[test]
fn unsafe_code_stands_in_the_named_files_only() {
    let mut files = Vec::new();
    for (package, _) in ARROWS {
        rust_files(&workspace().join(package).join("src"), &mut files);
    }
    for file in files {
        let path = file.strip_prefix(workspace()).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        let found = code
            .enumerate()
            .find(|(_, line)| line.contains("unsafe {") || line.contains("unsafe impl") || line.contains("unsafe fn"));
        if let Some((line, _)) = found {
            assert!(UNSAFE.contains(&&*path), "{path}:{}: unsafe code outside of the named files", line + 1);
        }
    }
}
