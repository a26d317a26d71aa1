//! What a registry would serve: the published crates, and packages that keep a history, are packaged, unpacked as cargo
//! unpacks them, and used by a crate outside the workspace that knows nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use avro_tests::{Fixture, Outcome, Scratch, dependency, workspace};
use serde_json::Value;

/// In the order in which a registry takes them.
const PUBLISHED: [&str; 5] = ["avro-model", "avro-derive", "avro-runtime", "avro-build", "cargo-avro"];

/// Runs `cargo package` on packages of the workspace; the archives are in `<scratch>/made/package`.
fn package(scratch: &Scratch, packages: &[&str]) -> Outcome {
    let manifest = workspace().join("Cargo.toml").display().to_string();
    let target = scratch.folder().join("made").display().to_string();
    let mut arguments = vec!["package", "--locked", "--no-verify", "--allow-dirty", "--manifest-path", &manifest];
    arguments.extend(["--target-dir", &target]);
    arguments.extend(packages.iter().flat_map(|package| ["--package", *package]));
    scratch.cargo(&arguments).expect_success()
}

/// Unpacks an archive into `to/<name>-<version>`.
fn unpack(archive: &Path, to: &Path) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    let status = Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(to).status().expect("tar can be started");
    assert!(status.success(), "tar of {}", archive.display());
    to.join(archive.file_stem().expect("an archive has a name"))
}

/// All archives that were made.
fn archives(scratch: &Scratch) -> Vec<PathBuf> {
    let entries = fs::read_dir(scratch.folder().join("made/package")).expect("packages were made");
    let mut found: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "crate"));
    found.sort();
    found
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) }).collect()
}

/// Marks an unpacked folder as `cargo vendor` does.
fn mark(folder: &Path) {
    fs::write(folder.join(".cargo-checksum.json"), "{\"files\":{},\"package\":null}").unwrap();
}

fn metadata(package: &str) -> Value {
    let scratch = Scratch::new(&format!("packaging-metadata-{package}"));
    let manifest = workspace().join(package).join("Cargo.toml").display().to_string();
    let metadata = ["metadata", "--format-version", "1", "--no-deps", "--manifest-path", &manifest];
    let metadata: Value = serde_json::from_str(&scratch.cargo(&metadata).expect_success().stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    packages.iter().find(|entry| entry["name"] == package).expect("the package is a member").clone()
}

#[test]
fn published_packages_are_complete() {
    let scratch = Scratch::new("packaging-complete");
    let said = package(&scratch, &PUBLISHED).stderr;
    let warnings: Vec<_> = said
        .lines()
        // What is left out on purpose.
        .filter(|line| line.starts_with("warning") && !line.contains("is not included in the published package"))
        .collect();
    assert!(warnings.is_empty(), "{said}");
    let archives = archives(&scratch);
    assert_eq!(archives.len(), PUBLISHED.len(), "{archives:?}");
    for archive in archives {
        let folder = unpack(&archive, &scratch.folder().join("unpacked"));
        for file in ["LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
            let inside =
                fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{folder:?} {file}: {error}"));
            assert_eq!(inside, fs::read_to_string(workspace().join(file)).unwrap(), "{file} of {}", folder.display());
        }
        assert!(folder.join("src").is_dir(), "{}", folder.display());
        assert!(!folder.join("tests").exists(), "{}: its tests need the workspace", folder.display());
    }
    for name in PUBLISHED {
        let package = metadata(name);
        for key in ["description", "license", "readme", "documentation"] {
            assert!(package[key].as_str().is_some_and(|text| !text.is_empty()), "{name} has no {key}");
        }
        for key in ["keywords", "categories"] {
            let list = package[key].as_array().unwrap();
            assert!((1..=5).contains(&list.len()), "{name}: a registry takes up to five {key}");
        }
        for keyword in package["keywords"].as_array().unwrap() {
            assert!(keyword.as_str().unwrap().len() <= 20, "{name}: a registry refuses the keyword {keyword}");
        }
    }
}

/// A folder of packages in place of the registry: ours as packaged, everything else as cargo fetched it for the workspace.
fn registry(scratch: &Scratch) {
    let needed = Scratch::new("packaging-needed");
    needed.file(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"needed\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             avro-runtime = {}\navro-build = {}\n",
            dependency("avro-runtime"),
            dependency("avro-build")
        ),
    );
    needed.file("src/lib.rs", "");
    let packages = scratch.folder().join("packages");
    needed.cargo(&["vendor", "--quiet", &packages.display().to_string()]).expect_success();
    for archive in archives(scratch) {
        mark(&unpack(&archive, &packages));
    }
    scratch.file(
        ".cargo/config.toml",
        "[source.crates-io]\nreplace-with = \"packages\"\n\n[source.packages]\ndirectory = \"packages\"\n",
    );
    fs::remove_file(scratch.folder().join("Cargo.lock"))
        .expect("a scratch package starts with the workspace's lock file");
}

/// A library whose root broke with what it released: it does not compile where it is made.
fn broken_library(scratch: &Scratch) {
    let library = Fixture::released("library-packaged");
    let runtime = dependency("avro-runtime").replace("{ path", "{ version = \"0.1\", path");
    let manifest = library.read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("avro-runtime")).expect("the fixture names the runtime");
    library.write("Cargo.toml", &manifest.replace(line, &format!("avro-runtime = {runtime}")));
    library.edit("src/lib.rs", "pub id: i64,", "pub id: String,");
    let said = library.cargo(&["check"]).expect_failure().stderr;
    assert!(said.contains("[type-changed]"), "{said}");
    let target = scratch.folder().join("made").display().to_string();
    library
        .cargo(&["package", "--no-verify", "--exclude-lockfile", "--allow-dirty", "--target-dir", &target])
        .expect_success();
}

#[test]
fn a_consumer_outside_builds_from_packages_alone() {
    let scratch = Scratch::new("packaging-consumer");
    package(&scratch, &["avro-model", "avro-derive", "avro-runtime", "avro-build"]);
    broken_library(&scratch);
    registry(&scratch);
    let library = scratch.folder().join("packages/fixture-library-packaged-0.1.0");
    assert!(library.join("schemas/history/com.acme.library.OrderPlaced/history.json").is_file(), "histories travel");
    let before = files(&library);

    scratch.file(
        "Cargo.toml",
        "[package]\nname = \"consumer\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [package.metadata.avro]\nnamespace = \"com.acme.consumer\"\nevolution = \"full_transitive\"\n\n\
         [dependencies]\navro-runtime = \"0.1\"\nfixture-library-packaged = \"0.1\"\n",
    );
    let lib = "#![deny(warnings)]\nuse avro_runtime::prelude::*;\nuse fixture_library_packaged::Line;\n\n\
               #[derive(Debug, Clone, PartialEq, AvroSchema)]\n#[avro(evolution)]\npub struct Shipped {\n    \
               pub id: i64,\n    pub lines: Vec<Line>,\n}\n";
    scratch.file("src/lib.rs", lib);
    scratch.file("tests/schemas.rs", "avro_runtime::evolution_tests!(consumer);\n");
    scratch.file(
        "tests/census.rs",
        "use consumer as _;\nuse avro_runtime::{Gatekeeper, schemas};\n\n#[test]\nfn packaged_types_were_checked_where_they_were_made() {\n    \
         let theirs: Vec<_> = schemas().into_iter().filter(|entry| entry.package() != \"consumer\").collect();\n    \
         let roots: Vec<_> = theirs.iter().filter_map(|entry| Some((entry.full_name(), entry.root()?))).collect();\n    \
         assert_eq!(roots.iter().map(|root| root.0).collect::<Vec<_>>(), [\"com.acme.library.OrderPlaced\"]);\n    \
         for (name, root) in roots {\n        assert_eq!(root.gatekeeper(), Gatekeeper::Origin, \"{name}\");\n        \
         assert!(root.history().versions.is_empty(), \"{name}: what is compared with nothing is not compiled in\");\n    }\n}\n",
    );
    let said = scratch.cargo_with(&["test"], &[("AVRO_BLESS", "1")]).expect_success().stderr;
    assert!(said.contains("recorded schemas/history/com.acme.consumer.Shipped/v1.avsc"), "{said}");
    assert!(!said.contains("fixture-library-packaged@"), "a packaged crate has nothing to say: {said}");
    assert_eq!(files(&library), before, "nothing is written into a package");

    // its own types are gated as anywhere
    let history = scratch.folder().join("schemas/history/com.acme.consumer.Shipped/history.json");
    let text = fs::read_to_string(&history).unwrap();
    let released = text.replace("\"released\": false", "\"released\": true");
    assert_ne!(released, text);
    fs::write(&history, released).unwrap();
    scratch.cargo(&["test"]).expect_success();
    scratch.file("src/lib.rs", &lib.replace("pub id: i64", "pub id: String"));
    let said = scratch.cargo(&["check"]).expect_failure().stderr;
    assert!(said.contains("[type-changed]") && said.contains("com.acme.consumer.Shipped"), "{said}");
}
