//! The settings of a run, and the run.

use std::collections::HashMap;
use std::env;
use std::path::{Path, PathBuf};

use avro_model::diagnostic::Diagnostic;
use avro_model::gate;
use avro_model::history::write::write_atomically;
use avro_model::package::Severities;
use avro_model::parse::{self, Source};
use avro_model::rules::Severity;
use avro_model::{Level, Schema};

use crate::attach::Attached;
use crate::gate::Texts;
use crate::inputs::Inputs;
use crate::logical::Logicals;
use crate::plan::{self, Extern};
use crate::render::{self, Settings};
use crate::severities::OwnSeverities;
use crate::{cargo, oddities, roots, schemas};

/// How many types are written beside errors, so that an editor knows them: of more the compiler takes minutes before it tells the
/// errors.
const MOST_BESIDE_ERRORS: usize = 1_000;

/// What is generated, from which schemas.
///
/// ```no_run
/// // build.rs
/// avro_build::Config::new()
///     .schemas(["schemas"])
///     .extern_path("com.acme.common", "::acme_common::com::acme::common")
///     .type_attribute("com.acme.orders.*", "#[derive(serde::Serialize)]")
///     .compile();
/// ```
#[derive(Clone, Debug, Default)]
pub struct Config {
    inputs: Vec<PathBuf>,
    sources: Vec<Source>,
    imports: Vec<PathBuf>,
    externs: Vec<Extern>,
    types: Vec<(String, String)>,
    fields: Vec<(String, String)>,
    logicals: Vec<(String, String)>,
    btree: bool,
    history: Option<(PathBuf, Level)>,
    severities: Vec<(String, String, Severity)>,
    out_dir: Option<PathBuf>,
    file_name: Option<String>,
}

/// What a run gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generated {
    /// The Rust code: the types that could be made, unless there are thousands and errors, and a `compile_error!` for each of the
    /// errors.
    pub text: String,
    /// What is wrong with the settings and with the schema files, with file, line and column.
    pub errors: Vec<String>,
    /// What is worth knowing and does not stop a build.
    pub warnings: Vec<String>,
    /// The files and folders that were looked at.
    pub watched: Vec<PathBuf>,
}

impl Config {
    /// No schemas yet.
    pub fn new() -> Config {
        Config::default()
    }

    /// Adds schema files: single files, folders with all `.avsc`, `.avdl` and `.avpr` files below them, and patterns
    /// (`schemas/**/*.avsc`), relative to the package. What a name ends with says what is in it: `.avdl` is Avro IDL, `.avpr` a
    /// protocol in JSON, of which the types are taken, everything else one schema in JSON. Their order means nothing, and a file
    /// may use the types of any other. Folders called `history` and `exported` and hidden ones are passed over.
    ///
    /// What is odd in them is a warning of the build, one line for each rule (`cargo avro explain` lists them); `allow`, `warn` and
    /// `deny` of `[package.metadata.avro]` and `[workspace.metadata.avro]` in `Cargo.toml` say how much a rule counts.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.schemas(["schemas", "../shared/money.avsc", "legacy/*.avsc"]);
    /// ```
    pub fn schemas<P: Into<PathBuf>>(&mut self, paths: impl IntoIterator<Item = P>) -> &mut Self {
        self.inputs.extend(paths.into_iter().map(Into::into));
        self
    }

    /// Folders in which imports of IDL files are looked for, after the folder of the file that imports. Without it imports reach
    /// what is below the folders of the schemas; nothing else is ever read.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.schemas(["schemas"]).imports(["../shared/schemas"]);
    /// ```
    pub fn imports<P: Into<PathBuf>>(&mut self, folders: impl IntoIterator<Item = P>) -> &mut Self {
        self.imports.extend(folders.into_iter().map(Into::into));
        self
    }

    /// Adds a schema that is no file; `name` is what messages call it.
    ///
    /// ```
    /// let generated = avro_build::Config::new()
    ///     .source("order.avsc", r#"{"type": "record", "name": "acme.Order", "fields": [{"name": "id", "type": "long"}]}"#)
    ///     .generate();
    /// assert!(generated.errors.is_empty());
    /// assert!(generated.text.contains("pub id: i64"));
    /// ```
    pub fn source(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.sources.push(Source { file: name.into(), text: text.into() });
        self
    }

    /// Types that stand elsewhere, such as in a crate of shared schemas: a namespace with everything in it, or one full name,
    /// and the Rust path in place of it. Their schemas are inputs all the same; no types are made for them, and that the ones
    /// at the path have the same schemas is checked at compile time.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// // com.acme.common.Money is ::acme_common::Money
    /// config.extern_path("com.acme.common", "::acme_common");
    /// // one type
    /// config.extern_path("com.acme.Id", "crate::ids::Id");
    /// ```
    pub fn extern_path(&mut self, name: impl Into<String>, path: impl Into<String>) -> &mut Self {
        self.externs.push(Extern { name: name.into(), path: path.into() });
        self
    }

    /// Puts an attribute on the types whose full Avro name matches `pattern`, in which `*` stands for any text. The enum made
    /// for a union has the namespace of its record and the name that it has in Rust.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.type_attribute("com.acme.orders.*", "#[derive(Eq, Hash)]");
    /// ```
    pub fn type_attribute(&mut self, pattern: impl Into<String>, attribute: impl Into<String>) -> &mut Self {
        self.types.push((pattern.into(), attribute.into()));
        self
    }

    /// Puts an attribute on the fields, symbols and union branches whose name, behind the full name of their type, matches
    /// `pattern`.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.field_attribute("com.acme.orders.OrderPlaced.note", "#[deprecated]");
    /// ```
    pub fn field_attribute(&mut self, pattern: impl Into<String>, attribute: impl Into<String>) -> &mut Self {
        self.fields.push((pattern.into(), attribute.into()));
        self
    }

    /// The Rust type of the places with a logical type, which are integers, strings and bytes without it. avro-runtime needs the
    /// feature of the type's crate. Named fixed types with it become newtypes over that type; a place whose lists or maps have
    /// properties too, which only `schema_json` can say, stays as it is.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config
    ///     .logical_type("decimal", "::rust_decimal::Decimal")
    ///     .logical_type("timestamp-millis", "::chrono::DateTime<::chrono::Utc>")
    ///     .logical_type("duration", "::avro_runtime::Duration");
    /// ```
    pub fn logical_type(&mut self, name: impl Into<String>, path: impl Into<String>) -> &mut Self {
        self.logicals.push((name.into(), path.into()));
        self
    }

    /// Maps become `BTreeMap`s, which have an order; without it they are `HashMap`s.
    pub fn btree_map(&mut self) -> &mut Self {
        self.btree = true;
        self
    }

    /// Holds the schemas against their released versions below `folder`: what breaks `level` is a compile error beside the
    /// generated types. `allow`, `warn` and `deny` of `[package.metadata.avro]` and `[workspace.metadata.avro]` in `Cargo.toml`
    /// set the severities of single rules; [`allow`](Config::allow), [`warn`](Config::warn) and [`deny`](Config::deny) set those
    /// of single types.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.history("schemas/history", avro_build::Level::FullTransitive);
    /// ```
    pub fn history(&mut self, folder: impl Into<PathBuf>, level: Level) -> &mut Self {
        self.history = Some((folder.into(), level));
        self
    }

    /// Of the types with a history whose full Avro name matches `pattern`, in which `*` stands for any text, nobody hears of this
    /// rule; it counts more than what `Cargo.toml` says. Of several words for one type and rule the last counts.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.allow("com.acme.drafts.*", "default-value-changed");
    /// ```
    pub fn allow(&mut self, pattern: impl Into<String>, rule: impl Into<String>) -> &mut Self {
        self.severity(pattern.into(), rule.into(), Severity::Allow)
    }

    /// As [`allow`](Config::allow), but what breaks the rule is a warning.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.warn("com.acme.audit.Entry", "logical-type-changed");
    /// ```
    pub fn warn(&mut self, pattern: impl Into<String>, rule: impl Into<String>) -> &mut Self {
        self.severity(pattern.into(), rule.into(), Severity::Warning)
    }

    /// As [`allow`](Config::allow), but what breaks the rule is an error.
    ///
    /// ```
    /// # let mut config = avro_build::Config::new();
    /// config.deny("com.acme.orders.*", "namespace-changed");
    /// ```
    pub fn deny(&mut self, pattern: impl Into<String>, rule: impl Into<String>) -> &mut Self {
        self.severity(pattern.into(), rule.into(), Severity::Error)
    }

    fn severity(&mut self, pattern: String, rule: String, severity: Severity) -> &mut Self {
        self.severities.push((pattern, rule, severity));
        self
    }

    /// Where the file is written; without it `OUT_DIR`.
    pub fn out_dir(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// The name of the file; without it `avro.rs`, which `avro_runtime::include_avro!()` includes.
    pub fn file_name(&mut self, name: impl Into<String>) -> &mut Self {
        self.file_name = Some(name.into());
        self
    }

    /// Reads the schemas and gives the code, without looking at the environment or writing anything. The severities of rules are
    /// those of `Cargo.toml` in the working directory and of its workspace.
    pub fn generate(&self) -> Generated {
        self.run(false)
    }

    /// `collect`: what the gate finds is left to `cargo avro`.
    fn run(&self, collect: bool) -> Generated {
        let mut inputs = Inputs::collect(&self.inputs);
        let mut errors = std::mem::take(&mut inputs.errors);
        let mut warnings = Vec::new();
        let mut sources = std::mem::take(&mut inputs.sources);
        sources.extend(self.sources.iter().cloned());
        if sources.is_empty() && errors.is_empty() {
            errors.push("no schemas are given; help: `.schemas([\"schemas\"])`".to_owned());
        }
        let folders = parse::Folders::new(inputs.folders.iter().chain(&self.imports));
        let given = sources.len();
        // As files for Java's parsers have it where a type stands in another file.
        // A type whose default has no bytes cannot be made.
        let options = parse::Options { wrapped: true, exact_defaults: true, ..parse::Options::default() };
        let (sources, files) =
            parse::parse_files_with(sources, &options, |from, location| folders.find(from, location));
        inputs.watched.extend(sources[given..].iter().map(|source| PathBuf::from(&source.file)));
        let shown = |error: &Diagnostic| error.annotated(Source::text_of(&sources, error.file()));
        errors.extend(files.errors().iter().map(shown));
        // of the package that is built: a build script runs in its folder
        let severities = Severities::of(&env::current_dir().unwrap_or_default());
        let odd = oddities::find(&files, &sources, &severities.list);
        if !collect {
            errors.extend(odd.errors.iter().map(shown));
        }
        warnings.extend(odd.warnings);
        errors.extend(severities.problems);
        let names: Vec<&str> = sources.iter().map(|source| source.file.as_str()).collect();
        let definitions = schemas::definitions(&files);
        let roots = schemas::roots(&files);
        let placed = |found: Diagnostic, node: &Schema| match files.place(node) {
            Some(place) => found.with_place(&sources[place.file].file, &sources[place.file].text, place.range),
            None => found,
        };
        let logicals = Logicals::new(&self.logicals, &mut errors);
        let mut plan = plan::plan(&definitions, &roots, &names, &placed, &self.externs, &logicals);
        errors.extend(plan.errors.iter().map(shown));
        let mut attached = Attached::new(&self.types, &self.fields);
        errors.append(&mut attached.errors);
        let own = OwnSeverities::new(&self.severities, &mut errors);
        let mut watched = inputs.watched;
        watched.extend(severities.files);
        let mut gates = HashMap::new();
        if let Some((folder, _)) = self.history.as_ref().filter(|(folder, _)| folder.is_absolute()) {
            errors.push(format!("history(\"{}\", ..): the folder is relative to the package", folder.display()));
        } else if let Some((folder, level)) = &self.history {
            let texts = Texts { files: &files, sources: &sources, definitions: &definitions };
            let histories = folder.to_string_lossy().replace('\\', "/");
            let settings = gate::Settings { level: *level, severities: &severities.list };
            let roots = roots::check(&plan, &texts, &histories, &settings, &own);
            gates = roots.entries;
            watched.extend(roots.folders.into_iter().map(PathBuf::from));
            if !collect {
                errors.extend(roots.findings.errors);
            }
            warnings.extend(roots.findings.warnings);
        }
        if !errors.is_empty() && plan.items.len() > MOST_BESIDE_ERRORS {
            plan.items.clear();
            plan.proofs.clear();
        }
        let settings = Settings { btree: self.btree, attached: &attached, gates: &gates };
        let text = render::render(&plan, &settings, &errors);
        warnings.extend(attached.unused());
        warnings.extend(logicals.unused());
        warnings.extend(own.unused());
        for entry in &self.externs {
            let inside = |full: &str| {
                full.strip_prefix(&entry.name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            if !definitions.iter().any(|definition| inside(definition.full)) {
                warnings.push(format!("extern_path(\"{}\", ..) matches no type of the schemas", entry.name));
            }
        }
        Generated { text, errors, warnings, watched: watched.into_iter().collect() }
    }

    /// Reads the schemas and writes the code, for `build.rs`: into `OUT_DIR`, only if it changed, telling cargo what it depends
    /// on. What is wrong with the schemas becomes compile errors in the code, beside the types of those that are right.
    pub fn compile(&self) {
        let collect = self.history.is_some() && env::var_os("AVRO_GATE").is_some_and(|value| value == "collect");
        let generated = self.run(collect);
        if self.history.is_some() {
            println!("cargo::rerun-if-env-changed=AVRO_GATE");
        }
        cargo::announce(&generated.watched, &generated.warnings);
        let Some(folder) = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from)) else {
            cargo::fail("avro-build runs in a build script, where OUT_DIR is set; help: `.out_dir(..)` elsewhere");
            return;
        };
        let path = folder.join(self.file_name.as_deref().map_or(Path::new("avro.rs"), Path::new));
        if let Err(error) = write_atomically(&path, &generated.text) {
            cargo::fail(&format!("{} cannot be written: {error}", path.display()));
        }
    }
}
