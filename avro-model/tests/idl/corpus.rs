//! All `.avdl` and `.avpr` files of the corpus, and each IDL file against the JSON that Java made of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use avro_model::content::content_hash_with_docs;
use avro_model::parse::{Files, Folders, Options, Source, parse_files_with};
use avro_model::{Document, View, idl, print};

use avro_tests::Verdicts;

/// Files below `folder` whose names end with `.extension`, sorted.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if entry.extension().is_some_and(|found| found == extension) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}

/// The file and what it imports from the folders of its repository. The corpus holds each text once: what is not where the
/// import says may stand `elsewhere` in the repository, under the same name.
fn read(root: &Path, file: &Path, elsewhere: bool) -> Files {
    let inside = file.strip_prefix(root).expect("a file of the corpus");
    let repository = root.join(inside.components().next().expect("a repository"));
    let folders = Folders::new([repository.clone()]);
    let text = fs::read_to_string(file).expect("readable");
    let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
    let source = Source { file: file.display().to_string(), text };
    let find = |from: &str, location: &str| {
        folders.find(from, location).or_else(|why| {
            let (name, extension) = (Path::new(location).file_name(), location.rsplit('.').next().unwrap_or_default());
            let alike = if elsewhere { files(&repository, extension) } else { Vec::new() };
            let near = |path: &PathBuf| {
                path.components().zip(Path::new(from).components()).take_while(|(a, b)| a == b).count()
            };
            let found = alike.into_iter().filter(|path| path.file_name() == name).max_by_key(near).ok_or(why)?;
            Ok(Source { text: fs::read_to_string(&found).expect("readable"), file: found.display().to_string() })
        })
    };
    parse_files_with(vec![source], &Options::default(), find).1
}

fn sound(files: &Files) -> Result<(), String> {
    // The corpus holds each text once, so that what a file imports may stand in another folder.
    let of_file = files.errors().iter().filter(|error| error.rule() != "import-missing");
    let texts: Vec<String> = of_file.take(3).map(ToString::to_string).collect();
    if texts.is_empty() { Ok(()) } else { Err(texts.join("\n    ")) }
}

/// The named types of the files, with everything they say.
fn types(files: &Files) -> BTreeMap<String, String> {
    let java = |view: View<'_>| print::java(view);
    files.named().map(|found| (found.view.name().expect("named").full.get().to_owned(), java(found.view))).collect()
}

#[test]
fn all_idl_and_protocols_of_the_corpus_parse() {
    let Some(root) = avro_tests::shared("corpus/files") else { return };
    let mut verdicts = Verdicts::new(include_str!("known_failures.txt"));
    let mut count = 0;
    for extension in ["avdl", "avpr"] {
        for file in files(&root, extension) {
            let id = file.strip_prefix(&root).expect("below").display().to_string();
            let read = read(&root, &file, false);
            let outcome = sound(&read).and_then(|()| {
                read.named().last().map_or(Ok(()), |definition| round_trip(definition.view))?;
                read.schemas().try_for_each(|schema| round_trip(schema.view))
            });
            verdicts.add(&id, outcome);
            count += 1;
        }
    }
    verdicts.finish("IDL and protocols");
    assert!(count >= 330, "{count} files");
}

#[test]
fn all_idl_of_the_vectors_parses() {
    let Some(root) = avro_tests::shared("vectors/avro-share") else { return };
    let found: Vec<PathBuf> = ["avdl", "avpr"].iter().flat_map(|extension| files(&root, extension)).collect();
    assert!(found.len() >= 14);
    for file in found {
        sound(&read(&root, &file, false)).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    }
}

/// The schema as IDL reads back as the same schema.
fn round_trip(view: View<'_>) -> Result<(), String> {
    let text = idl::print(view);
    let again = idl::parse(&text, &Options::default()).map_err(|errors| format!("{errors}\n{text}"))?;
    let (before, after) = (print::json(view), print::json(again.view()));
    let same = content_hash_with_docs(view) == content_hash_with_docs(again.view());
    if same { Ok(()) } else { Err(format!("{before}\n{after}\n{text}")) }
}

#[test]
fn all_schemas_of_the_corpus_are_idl_too() {
    let Some(root) = avro_tests::shared("corpus/files") else { return };
    let mut count = 0;
    for file in files(&root, "avsc") {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let Ok(document) = Document::parse(&text) else { continue };
        round_trip(document.view()).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        count += 1;
    }
    assert!(count > 500, "{count} schemas");
}

/// Each IDL file of Java's own tests with the protocol or schema that Java makes of it: beside it, or in the folder `output`
/// beside its folder.
#[test]
fn idl_means_what_java_makes_of_it() {
    let (mut pairs, mut wrong) = (0, Vec::new());
    for shared in ["corpus/files", "vectors/avro-share"] {
        let Some(root) = avro_tests::shared(shared) else { return };
        for file in files(&root, "avdl") {
            let name = file.file_stem().expect("a name").to_string_lossy();
            let folder = file.parent().expect("a folder");
            let mut beside = vec![folder.to_owned()];
            if folder.ends_with("input") {
                beside.push(folder.with_file_name("output"));
            }
            let stems = [name.to_string(), name.trim_end_matches("_schema").to_owned()];
            let made: Vec<PathBuf> = beside
                .iter()
                .flat_map(|folder| stems.iter().map(|stem| folder.join(stem)))
                .flat_map(|path| [path.with_extension("avpr"), path.with_extension("avsc")])
                .filter(|path| path.is_file())
                .collect();
            let id = file.strip_prefix(&root).expect("below").display().to_string();
            for json in made.into_iter().filter(|_| !UNLIKE.contains(&id.as_str())) {
                let (idl, java) = (read(&root, &file, true), read(&root, &json, false));
                sound(&idl).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
                sound(&java).unwrap_or_else(|why| panic!("{}: {why}", json.display()));
                let is_schema = json.extension().is_some_and(|extension| extension == "avsc");
                if let (Some(idl), Some(java)) = (idl.schemas().next(), java.schemas().next().filter(|_| is_schema)) {
                    assert_eq!(print::java(idl.view), print::java(java.view), "{}", file.display());
                }
                let (idl, java) = (types(&idl), types(&java));
                for name in idl.keys().chain(java.keys()).collect::<BTreeSet<_>>() {
                    let (idl, java) = (idl.get(name), java.get(name));
                    // a schema holds the types that it needs only
                    let passed_over = is_schema && java.is_none() || ANOTHER.contains(&(id.as_str(), name.as_str()));
                    if idl != java && !passed_over {
                        wrong.push(format!("{id} {}\n  {idl:?}\n  {java:?}", json.display()));
                    }
                }
                pairs += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(pairs >= 20, "{pairs} pairs");
}

/// Types of a file that is imported and that the corpus does not hold: it holds another one of that name.
const ANOTHER: [(&str, &str); 1] = [("apache__avro/lang/java/idl/src/test/idl/input/import.avdl", "org.foo.AorB")];

/// Files that share a name and nothing else.
const UNLIKE: [&str; 2] = [
    "apache__avro/lang/java/compiler/src/test/idl/putOnClassPath/OnTheClasspath.avdl",
    "apache__avro/lang/java/maven-plugin/src/test/avro/User.avdl",
];
