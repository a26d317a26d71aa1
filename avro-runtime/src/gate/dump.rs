//! The census as JSON, for `cargo avro`: which types a binary has, where they are declared, what they promise.

use std::io::Write as _;
use std::path::Path;

use avro_model::json::write_string;
use avro_model::{Origin, View};

use super::root::folder_path;
use crate::census::{Gatekeeper, Registration, schemas};

/// The environment variable that names the file which a test of `evolution_tests!` writes the census to, in place of testing.
pub(crate) const FILE: &str = "AVRO_CENSUS";

/// Prints the census to the standard output.
///
/// # Panics
/// Where that cannot be written.
#[doc(hidden)]
pub fn print() {
    std::io::stdout().write_all(json().as_bytes()).expect("the census can be printed");
}

/// Writes the census to `file`.
pub(crate) fn write(file: &Path) {
    if let Err(error) = std::fs::write(file, json()) {
        panic!("the census cannot be written to {}: {error}", file.display());
    }
}

fn json() -> String {
    let mut out = String::from("{\"format\":1,\"types\":[");
    for (i, entry) in schemas().into_iter().enumerate() {
        out.push_str(if i > 0 { ",\n" } else { "\n" });
        write_entry(&mut out, entry);
    }
    out.push_str("\n]}\n");
    out
}

fn write_entry(out: &mut String, entry: &Registration) {
    let texts = [
        ("full_name", entry.full_name()),
        ("rust_path", entry.rust_path()),
        ("package", entry.package()),
        ("version", entry.version()),
        ("manifest_dir", entry.manifest_dir()),
        ("histories", entry.histories()),
        ("file", entry.file()),
        ("schema", entry.json()),
    ];
    out.push('{');
    for (key, text) in texts {
        out.push_str(&format!("\"{key}\":"));
        write_string(out, text);
        out.push(',');
    }
    out.push_str(&format!("\"line\":{}", entry.line()));
    if let Some(root) = entry.root() {
        let gatekeeper = match root.gatekeeper() {
            Gatekeeper::Compiler => "compiler",
            Gatekeeper::Build | Gatekeeper::CollectedBuild => "build",
            Gatekeeper::Test => "test",
            Gatekeeper::Origin => "origin",
            Gatekeeper::Collected => "collected",
        };
        let folder = folder_path(entry, root.history().folder);
        out.push_str(&format!(",\"level\":\"{}\",\"gatekeeper\":\"{gatekeeper}\",\"shown\":", root.level().name()));
        write_string(out, root.history().folder);
        out.push_str(",\"folder\":");
        write_string(out, &folder.to_string_lossy());
        out.push_str(",\"severities\":[");
        for (i, (rule, severity)) in root.severities().iter().enumerate() {
            let comma = if i > 0 { "," } else { "" };
            out.push_str(&format!("{comma}[\"{rule}\",\"{}\"]", severity.word()));
        }
        out.push(']');
    }
    out.push_str(",\"origins\":[");
    for (i, (name, origin)) in origins(entry.schema().view()).into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write_origin(out, name, origin);
    }
    out.push_str("]}");
}

fn write_origin(out: &mut String, name: &str, origin: &Origin) {
    out.push_str("{\"name\":");
    write_string(out, name);
    out.push_str(",\"ident\":");
    write_string(out, origin.ident);
    out.push_str(",\"file\":");
    write_string(out, origin.file);
    out.push_str(&format!(",\"line\":{},\"members\":[", origin.line));
    for (i, member) in origin.members.iter().enumerate() {
        out.push_str(if i > 0 { ",[" } else { "[" });
        for (j, text) in [member.vis, member.ident, member.ty].into_iter().enumerate() {
            if j > 0 {
                out.push(',');
            }
            write_string(out, text);
        }
        out.push(']');
    }
    out.push_str("]}");
}

/// Where the named types that `root` reaches are declared.
fn origins(root: View<'static>) -> Vec<(&'static str, &'static Origin)> {
    let names = root.named_types().into_iter().filter_map(View::name);
    names.filter_map(|name| Some((name.full.get(), name.origin?))).collect()
}
