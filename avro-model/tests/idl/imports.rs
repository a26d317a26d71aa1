//! Imports: relative to the file that imports and to the folders, each file once, and never from outside.

use std::fs;
use std::path::PathBuf;

use avro_model::parse::{Files, Folders, Options, Source, parse_files, parse_files_with};

fn scratch(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("imports").join(name);
    let _ = fs::remove_dir_all(&root);
    for (file, text) in files {
        let path = root.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }
    root
}

fn read(file: PathBuf, folders: &[PathBuf]) -> (Vec<Source>, Files) {
    let folders = Folders::new(folders);
    let source = Source { text: fs::read_to_string(&file).expect("readable"), file: file.display().to_string() };
    parse_files_with(vec![source], &Options::default(), |from, location| folders.find(from, location))
}

fn names(files: &Files) -> Vec<&str> {
    files.named().map(|found| found.view.name().expect("named").full.get()).collect()
}

#[test]
fn files_are_found_beside_and_below_the_folders_each_once() {
    let root = scratch(
        "found",
        &[
            (
                "a/order.avdl",
                "namespace a; schema Order; import idl \"parts/line.avdl\"; import idl \"money.avdl\"; import schema \"id.json\"; record Order { Id id; Line line; Money total; }",
            ),
            (
                "a/parts/line.avdl",
                "@namespace(\"a\") protocol L { import idl \"../order.avdl\"; import idl \"./../parts/line.avdl\"; record Line { Order? order = null; } }",
            ),
            ("b/money.avdl", "namespace a; import protocol \"cents.avpr\"; record Money { Cents cents; }"),
            (
                "b/cents.avpr",
                "{\"protocol\": \"C\", \"namespace\": \"a\", \"types\": [{\"type\": \"fixed\", \"name\": \"Cents\", \"size\": 8}], \"messages\": {}}",
            ),
            ("a/id.json", "{\"type\": \"fixed\", \"name\": \"a.Id\", \"size\": 16}"),
        ],
    );
    let (sources, files) = read(root.join("a/order.avdl"), &[root.join("a"), root.join("b")]);
    assert_eq!(files.errors(), []);
    assert_eq!(sources.len(), 5);
    assert_eq!(names(&files), ["a.Order", "a.Line", "a.Money", "a.Id", "a.Cents"]);
    // a protocol is no schema; the types of the others are
    let roots: Vec<usize> = files.schemas().map(|schema| schema.file).collect();
    assert_eq!(
        roots.iter().map(|file| sources[*file].file.rsplit('/').next().expect("a name")).collect::<Vec<_>>(),
        ["order.avdl", "id.json"]
    );
    // of files that are given, the ones beside are found without anybody who looks for them
    let files = parse_files(&sources, &Options::default());
    let missing: Vec<&str> = files.errors().iter().map(|error| error.message()).collect();
    assert_eq!(missing, ["the import `money.avdl` cannot be read: it is not among the files"]);
}

#[test]
fn nothing_outside_of_the_folders_is_read() {
    let root = scratch(
        "outside",
        &[
            (
                "in/a.avdl",
                "import idl \"../out/b.avdl\";\nimport idl \"link.avdl\";\nimport schema \"/etc/hostname\";\nimport schema \"none.avsc\";\nimport schema \"bytes.avsc\";\nimport idl \"x/../../out/b.avdl\";",
            ),
            ("out/b.avdl", "record B { }"),
        ],
    );
    fs::write(root.join("in/bytes.avsc"), [0xff, 0xfe]).expect("written");
    #[cfg(unix)]
    std::os::unix::fs::symlink(root.join("out/b.avdl"), root.join("in/link.avdl")).expect("a link");
    let (sources, files) = read(root.join("in/a.avdl"), &[root.join("in")]);
    assert_eq!(sources.len(), 1);
    let said: Vec<(usize, &str)> = files.errors().iter().map(|error| (error.line(), error.message())).collect();
    let outside = "it is not below a folder that imports may read";
    assert_eq!(said[0], (1, format!("the import `../out/b.avdl` cannot be read: {outside}").as_str()));
    #[cfg(unix)]
    assert_eq!(said[1], (2, format!("the import `link.avdl` cannot be read: {outside}").as_str()));
    assert_eq!(
        said[2],
        (3, "the import `/etc/hostname` cannot be read: expected a path relative to the file that imports it")
    );
    assert_eq!(said[3], (4, "the import `none.avsc` cannot be read: there is no such file"));
    assert_eq!(said[4], (5, "the import `bytes.avsc` cannot be read: the file is not UTF-8"));
    assert_eq!(said[5].0, 6);
    assert!(files.errors().iter().all(|error| error.rule() == "import-missing" && error.column() > 7));
}

#[test]
fn an_import_in_a_circle_ends() {
    let text = |other: &str| format!("import idl \"{other}.avdl\"; record {} {{ }}", other.to_uppercase());
    let first = Source { file: "a.avdl".to_owned(), text: text("b") };
    let mut asked = 0;
    let (sources, files) = parse_files_with(vec![first], &Options::default(), |_, location| {
        asked += 1;
        Ok(Source { file: location.to_owned(), text: text("a") })
    });
    assert_eq!((sources.len(), asked, files.errors().len(), names(&files)), (2, 1, 0, vec!["B", "A"]));
}
