//! A history folder: recording, releasing, and everything that can be wrong with it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use avro_model::history::{Folder, Recording, list, mend, settle};

const V1: &str = r#"{"type":"record","name":"com.acme.A","fields":[{"name":"x","type":"int"}]}"#;
const V2: &str = r#"{"type":"record","name":"com.acme.A","fields":[{"name":"x","type":"int"},{"name":"y","type":"int","default":0}]}"#;

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        Scratch(path)
    }

    fn folder(&self) -> PathBuf {
        self.0.join("com.acme.A")
    }

    fn read(&self) -> Folder {
        Folder::read(&self.folder()).expect("a sound history")
    }

    fn fault(&self) -> String {
        let error = Folder::read(&self.folder()).expect_err("a broken history");
        error.problems().iter().map(|problem| problem.text(&self.0)).collect::<Vec<_>>().join("\n")
    }

    fn with_two_versions(name: &str) -> Self {
        let scratch = Scratch::new(name);
        let mut folder = scratch.read();
        assert_eq!(folder.record(V1).unwrap(), Recording::Added(1));
        assert_eq!(folder.release().unwrap(), [1]);
        assert_eq!(folder.record(V2).unwrap(), Recording::Added(2));
        scratch
    }
}

#[test]
fn an_unreleased_version_is_written_in_place() {
    let scratch = Scratch::new("history-record");
    assert!(scratch.read().versions().is_empty());
    let mut folder = scratch.read();
    assert_eq!(folder.record(V2).unwrap(), Recording::Added(1));
    assert_eq!(folder.record(V1).unwrap(), Recording::Replaced(1));
    assert_eq!(folder.record(V1).unwrap(), Recording::Unchanged);
    assert_eq!(folder.release().unwrap(), [1]);
    assert_eq!(folder.release().unwrap(), [0_u32; 0]);
    assert_eq!(folder.record(V1).unwrap(), Recording::Unchanged);
    assert_eq!(folder.record(V2).unwrap(), Recording::Added(2));
    let read = scratch.read();
    let versions: Vec<_> = read.versions().iter().map(|v| (v.version, v.file.as_str(), v.released)).collect();
    assert_eq!(versions, [(1, "v1.avsc", true), (2, "v2.avsc", false)]);
    assert_eq!(read.full_name(), "com.acme.A");
    assert_eq!(list(&scratch.0).unwrap(), ["com.acme.A"]);
    let files = fs::read_dir(scratch.folder()).unwrap().count();
    assert_eq!(files, 3, "no temporary file stays");
}

#[test]
fn other_line_ends_are_the_same_file() {
    let scratch = Scratch::with_two_versions("history-crlf");
    for file in ["v1.avsc", "v2.avsc", "history.json"] {
        let path = scratch.folder().join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap().replace('\n', "\r\n")).unwrap();
    }
    assert_eq!(scratch.read().versions().len(), 2);
    assert_eq!(scratch.read().record(V2).unwrap(), Recording::Unchanged);
}

#[test]
fn what_is_wrong_is_said_at_once() {
    let scratch = Scratch::with_two_versions("history-faults");
    fs::write(scratch.folder().join("v1.avsc"), V2).unwrap();
    fs::write(scratch.folder().join("v9.avsc"), V2).unwrap();
    fs::remove_file(scratch.folder().join("v2.avsc")).unwrap();
    let fault = scratch.fault();
    assert!(fault.contains("com.acme.A/v1.avsc was edited after it was recorded  [history-tampered]"), "{fault}");
    assert!(
        fault.contains("com.acme.A/v9.avsc is not listed in com.acme.A/history.json  [history-tampered]"),
        "{fault}"
    );
    let missing =
        "com.acme.A/v2.avsc is listed in history.json and is not there  [history-tampered]\nhelp: restore the file";
    assert!(fault.ends_with(missing), "{fault}");
}

/// Of the oldest version nobody may have data any more; what stands between others is never dropped.
#[test]
fn the_oldest_versions_may_be_dropped() {
    let scratch = Scratch::with_two_versions("history-dropped");
    fs::remove_file(scratch.folder().join("v1.avsc")).unwrap();
    let fault = scratch.fault();
    assert!(fault.ends_with("or remove its entry from history.json if no reader or writer uses that version any more"));
    let path = scratch.folder().join("history.json");
    let text = fs::read_to_string(&path).unwrap();
    let kept: Vec<_> = text.lines().filter(|line| !line.contains("v1.avsc")).collect();
    fs::write(&path, kept.join("\n")).unwrap();
    let mut folder = scratch.read();
    assert_eq!(folder.versions().iter().map(|version| version.version).collect::<Vec<_>>(), [2]);
    folder.release().unwrap();
    assert_eq!(folder.record(V1).unwrap(), Recording::Added(3), "the others keep their numbers");
    assert_eq!(scratch.read().versions().len(), 2);
}

#[test]
fn versions_without_a_list_are_an_error() {
    let scratch = Scratch::with_two_versions("history-unlisted");
    fs::remove_file(scratch.folder().join("history.json")).unwrap();
    assert_eq!(scratch.fault().matches("is not listed").count(), 2);
}

#[test]
fn a_gap_is_an_error() {
    let scratch = Scratch::with_two_versions("history-gap");
    let path = scratch.folder().join("history.json");
    let text = fs::read_to_string(&path)
        .unwrap()
        .replace("\"version\": 2, \"file\": \"v2.", "\"version\": 4, \"file\": \"v4.");
    fs::write(&path, text).unwrap();
    fs::rename(scratch.folder().join("v2.avsc"), scratch.folder().join("v4.avsc")).unwrap();
    let told = "com.acme.A/history.json goes from version 1 to version 4  [version-gap]\n\
                versions are numbered without gaps; only the oldest may be dropped, once nobody uses them any more\n\
                help: restore the versions between them, files and entries";
    assert_eq!(scratch.fault(), told);
}

#[test]
fn the_list_names_no_other_files() {
    let scratch = Scratch::with_two_versions("history-escape");
    let path = scratch.folder().join("history.json");
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("v2.avsc", "../../v2.avsc")).unwrap();
    assert!(scratch.fault().contains("the file of version 2 is `v2.avsc`, not `../../v2.avsc`"), "{}", scratch.fault());
}

#[test]
fn a_broken_schema_has_a_place() {
    let scratch = Scratch::new("history-schema");
    fs::create_dir_all(scratch.folder()).unwrap();
    let broken =
        "{\"type\": \"record\", \"name\": \"com.acme.A\",\n \"fields\": [{\"name\": \"x\", \"type\": \"intt\"}]}";
    fs::write(scratch.folder().join("v1.avsc"), broken).unwrap();
    let hash = avro_model::history::sha256(broken);
    let list = format!(
        r#"{{"format": 1, "versions": [{{"version": 1, "file": "v1.avsc", "sha256": "{hash}", "released": true}}]}}"#
    );
    fs::write(scratch.folder().join("history.json"), list).unwrap();
    let fault = scratch.fault();
    assert!(fault.contains("com.acme.A/v1.avsc:2:"), "{fault}");
    assert!(scratch.read_error().problems()[0].is_unreadable());
    fs::write(scratch.folder().join("history.json"), "{\"format\": 1,").unwrap();
    assert!(scratch.fault().starts_with("com.acme.A/history.json:1:"), "{}", scratch.fault());
}

impl Scratch {
    fn read_error(&self) -> avro_model::history::HistoryError {
        Folder::read(&self.folder()).expect_err("a broken history")
    }
}

const WRITERS: usize = 4;
const EACH: usize = 6;

/// As programs do: read, decide, write; who was overtaken reads again.
fn write_versions(folder: &Path, writer: usize) {
    for i in 0..EACH {
        let json =
            format!(r#"{{"type":"record","name":"com.acme.A","fields":[{{"name":"w{writer}_{i}","type":"int"}}]}}"#);
        loop {
            let mut history = Folder::read(folder).expect("never half a history");
            match history.record(&json).and_then(|_| history.release()) {
                Ok(_) => break,
                Err(error) => assert!(error.problems()[0].is_overtaken(), "{error}"),
            }
        }
    }
}

#[track_caller]
fn assert_nothing_is_lost(scratch: &Scratch) {
    let read = scratch.read();
    assert!(read.versions().iter().all(|version| version.released));
    for writer in 0..WRITERS {
        for i in 0..EACH {
            let field = format!("\"w{writer}_{i}\"");
            let found = read.versions().iter().filter(|version| version.text.contains(&field)).count();
            assert!(found >= 1, "{field} is lost");
        }
    }
    let hidden = fs::read_dir(scratch.folder())
        .unwrap()
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.')));
    assert_eq!(hidden.count(), 0, "no lock and no temporary file stays");
}

#[test]
fn threads_that_write_at_once_lose_nothing() {
    let scratch = Scratch::new("history-race");
    let folder = scratch.folder();
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = &folder;
            scope.spawn(move || write_versions(folder, writer));
        }
    });
    assert_nothing_is_lost(&scratch);
}

/// This test binary again, once for each writer.
#[test]
fn programs_that_write_at_once_lose_nothing() {
    const WRITER: &str = "AVRO_TEST_HISTORY_WRITER";
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("history-programs").join("com.acme.A");
    if let Some(writer) = std::env::var(WRITER).ok().and_then(|writer| writer.parse().ok()) {
        return write_versions(&folder, writer);
    }
    let scratch = Scratch::new("history-programs");
    let program = |writer: usize| {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "programs_that_write_at_once_lose_nothing"])
            .env(WRITER, writer.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let programs: Vec<_> = (0..WRITERS).map(program).collect();
    for program in programs {
        let output = program.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    assert_nothing_is_lost(&scratch);
}

#[test]
fn an_interrupted_recording_is_told_and_completed() {
    // a new version was written, and the list was not
    let scratch = Scratch::with_two_versions("history-interrupted");
    scratch.read().release().unwrap();
    let v3 = V1.replace("\"x\"", "\"z\"");
    fs::write(scratch.folder().join("v3.avsc"), &v3).unwrap();
    assert_eq!(
        scratch.fault(),
        "com.acme.A/v3.avsc is not listed in com.acme.A/history.json  [history-tampered]\nhelp: was its recording \
         interrupted? `cargo avro accept` completes it; else remove it, or restore the history.json that lists it"
    );
    assert_eq!(mend(&scratch.folder()).unwrap(), Some(3));
    let read = scratch.read();
    assert_eq!((read.versions().len(), read.versions()[2].released), (3, false));
    assert_eq!(mend(&scratch.folder()).unwrap(), None);

    // a version that is not released was written in place, and the list was not
    fs::write(scratch.folder().join("v3.avsc"), v3.replace("\"z\"", "\"zz\"")).unwrap();
    assert_eq!(
        scratch.fault(),
        "com.acme.A/v3.avsc is not what was recorded  [history-tampered]\nits SHA-256 is not the one in history.json; it is \
         not released\nhelp: `cargo avro accept` records the type again: its recording was interrupted, or the file was \
         edited"
    );
    assert_eq!(mend(&scratch.folder()).unwrap(), Some(3));
    assert!(scratch.read().versions()[2].text.contains("zz"));

    // the very first version
    let first = Scratch::new("history-interrupted-first");
    fs::create_dir_all(first.folder()).unwrap();
    fs::write(first.folder().join("v1.avsc"), V1).unwrap();
    assert_eq!(mend(&first.folder()).unwrap(), Some(1));
    assert_eq!(first.read().versions().len(), 1);

    // what was released, what is half a file, and what else is wrong stays as it is
    let released = Scratch::with_two_versions("history-not-interrupted");
    released.read().release().unwrap();
    fs::write(released.folder().join("v2.avsc"), V1).unwrap();
    assert_eq!(mend(&released.folder()).unwrap(), None);
    assert!(released.fault().contains("was edited after it was recorded"), "{}", released.fault());
    fs::write(first.folder().join("v2.avsc"), &V2[..40]).unwrap();
    assert_eq!(mend(&first.folder()).unwrap(), None);
    assert_eq!(mend(&first.0.join("nothing")).unwrap(), None);
    assert!(!first.0.join("nothing").exists());
}

#[test]
fn programs_that_settle_a_conflict_at_once_do_it_once() {
    let scratch = Scratch::with_two_versions("history-settle");
    let path = scratch.folder().join("history.json");
    let list = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = list.lines().collect();
    let conflicted = format!("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n", lines.join("\n"), lines.join("\n"));
    fs::write(&path, conflicted).unwrap();
    let folder = scratch.folder();
    let settled: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| settle(&folder).expect("no half a file"))).collect();
        threads.into_iter().map(|thread| usize::from(thread.join().expect("no panic"))).sum()
    });
    assert_eq!(settled, 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), list);
}

#[test]
fn who_was_overtaken_writes_nothing() {
    let scratch = Scratch::with_two_versions("history-overtaken");
    let (mut first, mut second) = (scratch.read(), scratch.read());
    assert_eq!(first.record(V1).unwrap(), Recording::Replaced(2));
    let before = fs::read_to_string(scratch.folder().join("history.json")).unwrap();
    let error = second.record(V1.replace('x', "z").as_str()).expect_err("overtaken");
    assert_eq!(
        error.problems()[0].text(&scratch.0),
        "com.acme.A/history.json was written by another program in the meantime, so nothing was written  [history-overtaken]\nhelp: run it again"
    );
    assert!(error.problems()[0].is_overtaken() && second.release().is_err());
    assert_eq!(fs::read_to_string(scratch.folder().join("history.json")).unwrap(), before);
    assert_eq!(scratch.read().release().unwrap(), [2]);
}
