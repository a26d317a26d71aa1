//! Writing recorded files: laid out for reading and for diffs, atomically, only if changed.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// Writes `text` to `path` unless the file holds it already (CR LF read as LF), through a temporary file beside it that
/// is renamed, so that nobody reads half of it. Makes the folder. Returns whether anything was written.
///
/// # Errors
/// Those of the file system.
pub fn write_atomically(path: &Path, text: &str) -> io::Result<bool> {
    if fs::read_to_string(path).is_ok_and(|old| old.replace("\r\n", "\n") == text) {
        return Ok(false);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let temporary = folder.join(format!(".{name}.{process}.{count}.tmp"));
    let written = fs::File::create(&temporary).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(&temporary, path));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed.map(|()| true)
}

/// Lays valid JSON out with one member or item a line and two spaces a level; short lists and objects without nested
/// ones stay on one line. Texts and numbers are kept as they are written.
pub fn layout(json: &str) -> String {
    const WIDTH: usize = 100;
    let bytes = json.as_bytes();
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut i) = (0_usize, 0);
    let newline = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    while i < bytes.len() {
        match bytes[i] {
            b'{' | b'[' => {
                if let Some((line, end)) = flat(json, i).filter(|(line, _)| line.len() + depth * 2 <= WIDTH) {
                    out.push_str(&line);
                    i = end;
                    continue;
                }
                out.push(char::from(bytes[i]));
                depth += 1;
                newline(&mut out, depth);
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                newline(&mut out, depth);
                out.push(char::from(bytes[i]));
            }
            b',' => {
                out.push(',');
                newline(&mut out, depth);
            }
            b':' => out.push_str(": "),
            byte if byte.is_ascii_whitespace() => {}
            _ => {
                let end = scalar_end(bytes, i);
                out.push_str(&json[i..end]);
                i = end;
                continue;
            }
        }
        i += 1;
    }
    out.push('\n');
    out
}

/// The list or object that opens at `start` on one line, and where it ends; none where another one is within it.
fn flat(json: &str, start: usize) -> Option<(String, usize)> {
    let bytes = json.as_bytes();
    let (mut line, mut i) = (String::new(), start + 1);
    line.push(char::from(bytes[start]));
    while i < bytes.len() {
        match bytes[i] {
            b'{' | b'[' => return None,
            b'}' | b']' => {
                line.push(char::from(bytes[i]));
                return Some((line, i + 1));
            }
            b',' => line.push_str(", "),
            b':' => line.push_str(": "),
            byte if byte.is_ascii_whitespace() => {}
            _ => {
                let end = scalar_end(bytes, i);
                line.push_str(&json[i..end]);
                i = end;
                continue;
            }
        }
        i += 1;
    }
    None
}

/// Where the text, number or word ends that begins at `start`.
fn scalar_end(bytes: &[u8], start: usize) -> usize {
    if bytes[start] != b'"' {
        let length = bytes[start..].iter().position(|byte| b",:{}[]\"".contains(byte) || byte.is_ascii_whitespace());
        return length.map_or(bytes.len(), |length| start + length.max(1));
    }
    let mut i = start + 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 2,
            b'"' => return i + 1,
            _ => i += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::layout;

    #[test]
    fn json_is_laid_out_for_diffs() {
        let text = r#"{"type":"record","name":"a.B","fields":[{"name":"x","type":["null","int"],"default":null},{"name":"e","type":"string","doc":"a, \"b\": {c}"}],"empty":[],"n":1e3}"#;
        let expected = r#"{
  "type": "record",
  "name": "a.B",
  "fields": [
    {
      "name": "x",
      "type": ["null", "int"],
      "default": null
    },
    {"name": "e", "type": "string", "doc": "a, \"b\": {c}"}
  ],
  "empty": [],
  "n": 1e3
}
"#;
        assert_eq!(layout(text), expected);
        assert_eq!(layout(expected), expected);
    }
}
