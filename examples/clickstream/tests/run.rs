//! The program from outside: what it prints, what it refuses, how it stops.

use std::process::{Command, Output};

fn clickstream(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_clickstream")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn produces_consumes_evolves_and_sums_up() {
    let output = clickstream(&["--count", "10", "--rate", "0"]);
    let out = text(&output.stdout);
    assert!(output.status.success(), "{out}{}", text(&output.stderr));
    // Half of the ten, three of each release, and nothing more.
    assert_eq!(out.lines().filter(|line| line.starts_with("click  ")).count(), 5 + 3 + 3, "{out}");
    assert_eq!(out.lines().filter(|line| line.starts_with("stock  ")).count(), 5, "{out}");
    for expected in [
        "clicks of release 1 (schema id 1), read by release 2",
        "clicks of release 2 (schema id 3), read by release 1",
        "produced    16 messages",
        "clicks-value version 1: schema id 1",
        "clicks-value version 2: schema id 3",
        "stock-ticker-value version 1: schema id 2",
    ] {
        assert!(out.contains(expected), "no `{expected}` in:\n{out}");
    }
    assert!(!out.contains("cannot be read"), "{out}");
    // Not attached to a terminal: no bar.
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn tells_which_registry_it_cannot_use() {
    let check = |registry: &str, expected: &str| {
        let output = clickstream(&["--registry", registry]);
        assert!(!output.status.success());
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert!(err.starts_with(expected), "{err}");
        // The credentials are not repeated.
        assert!(!err.contains("secret") && !out.contains("secret"), "{out}{err}");
    };
    check(
        "https://me:secret@localhost:8081",
        "clickstream: --registry: registry: https needs avro-runtime's feature `registry-tls`",
    );
    // Nobody listens on port 1.
    check("http://me:secret@127.0.0.1:1", "clickstream: registry http://127.0.0.1:1: no connection");
    check("ftp://me:secret@localhost", "clickstream: --registry: registry: the URL has no known scheme");
}

#[cfg(unix)]
#[test]
fn stops_cleanly_when_interrupted() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let mut child = Command::new(env!("CARGO_BIN_EXE_clickstream"))
        .args(["--count", "1000000", "--rate", "200"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let read_before = lines.by_ref().take(50).filter(|line| is_event(line)).count();
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let rest: Vec<String> = lines.collect();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).starts_with("stopping: "));

    // Everything that was confirmed was read.
    let number = |label: &str| -> usize {
        let line = rest.iter().find(|line| line.trim_start().starts_with(label)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    let read = read_before + rest.iter().filter(|line| is_event(line)).count();
    assert_eq!((number("produced"), number("consumed")), (read, read));
}

#[cfg(unix)]
fn is_event(line: &str) -> bool {
    line.starts_with("click  ") || line.starts_with("stock  ")
}
