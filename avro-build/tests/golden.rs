//! What is generated for constructs of real schemas that trip generators: one `.avsc`, `.avdl` or `.avpr` and one `.rs` each.
//! `UPDATE_GOLDENS=1` writes the `.rs` files anew.

use std::fs;
use std::path::{Path, PathBuf};

use avro_build::Config;

fn goldens() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let entries = fs::read_dir(folder).expect("the folder of goldens");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| {
        path.extension().is_some_and(|extension| ["avsc", "avdl", "avpr"].iter().any(|known| extension == *known))
    });
    files.sort();
    files
}

#[test]
fn generated_code_is_as_recorded() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    for path in goldens() {
        let name = path.file_name().expect("a name").to_string_lossy();
        let text = fs::read_to_string(&path).expect("a schema");
        let mut config = Config::new();
        if name == "logical-types.avsc" {
            config
                .logical_type("decimal", "::rust_decimal::Decimal")
                .logical_type("uuid", "::uuid::Uuid")
                .logical_type("date", "::chrono::NaiveDate")
                .logical_type("timestamp-millis", "::chrono::DateTime<::chrono::Utc>")
                .logical_type("timestamp-micros", "::chrono::DateTime<::chrono::Utc>")
                .logical_type("duration", "::avro_runtime::Duration");
        }
        let generated = config.source(name, text).generate();
        assert_eq!(generated.errors, [""; 0], "{}", path.display());
        let recorded = path.with_extension("rs");
        if update {
            fs::write(&recorded, &generated.text).expect("the golden is written");
        } else if fs::read_to_string(&recorded).unwrap_or_default() != generated.text {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "other code than recorded (UPDATE_GOLDENS=1 records it): {wrong:#?}");
}
