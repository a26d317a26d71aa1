//! The link-time census: every derived type of every crate that is linked into this binary.
//!
//! A derived type registers itself; a generic type's instances enter by [`register!`](crate::register) and
//! [`gate!`](crate::gate!), or within the types that use them. A library that nothing names is not linked, and neither
//! are its types: `use that_crate as _;`.

use core::fmt;

use avro_model::gate::Settings;
use avro_model::history::Recorded;
use avro_model::rules::{Rule, Severity};
use avro_model::{Level, SchemaRef};

use crate::codec::{AvroDecode, AvroEncode, Decoder, Encoder};
use crate::described::AvroSchema;
use crate::error::{DecodeError, EncodeError};
use crate::resolve::WriterSchema;

/// What comes of reading a value and writing it again: refused on reading, else what writing it gives.
pub(crate) type Again = Result<Result<Vec<u8>, EncodeError>, DecodeError>;

/// Reads a value, written by that schema or the type's own, and writes it again.
type Reread = fn(Option<&WriterSchema>, &'static [u8]) -> Again;

/// All registered types, by full name and Rust path.
///
/// ```
/// for schema in avro_runtime::schemas() {
///     println!("{} {:#018x} {}:{}", schema.full_name(), schema.fingerprint(), schema.file(), schema.line());
/// }
/// ```
pub fn schemas() -> Vec<&'static Registration> {
    let mut all: Vec<_> = registrations().collect();
    all.sort_by_key(|entry| (entry.full_name(), entry.rust_path(), entry.file(), entry.line()));
    all.dedup_by_key(|entry| (entry.full_name(), entry.rust_path(), entry.file(), entry.line()));
    all
}

#[cfg(feature = "census")]
fn registrations() -> impl Iterator<Item = &'static Registration> {
    inventory::iter::<Registration>.into_iter()
}

#[cfg(not(feature = "census"))]
fn registrations() -> impl Iterator<Item = &'static Registration> {
    core::iter::empty()
}

/// A type of the census. It has no texts and no hashes, which every `cargo check` would compute, and no function of its own,
/// which every build would compile, but with debug assertions the one that reads again.
#[derive(Clone, Copy)]
pub struct Registration {
    full_name: &'static str,
    schema: SchemaRef,
    again: Option<Reread>,
    place: Place,
    root: Option<Root>,
}

/// Where a registered type is declared.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// `my_crate::orders::OrderPlaced`.
    pub rust_path: &'static str,
    /// Name of its package.
    pub package: &'static str,
    /// Version of its package.
    pub version: &'static str,
    /// Folder of its package's manifest.
    pub manifest_dir: &'static str,
    /// Folder of the package's histories, relative to the manifest.
    pub histories: &'static str,
    /// The source file.
    pub file: &'static str,
    /// The line, from 1.
    pub line: u32,
}

/// What a root type promises.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    level: Level,
    history: &'static Recorded,
    by: Gatekeeper,
    severities: &'static [(Rule, Severity)],
}

/// Who compares a root with its history when it is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Gatekeeper {
    /// The derive, or `gate!`.
    Compiler,
    /// `avro-build`, from which the type's source comes.
    Build,
    /// The tests alone, as the type says: its schemas are too large for the compiler.
    Test,
    /// Nobody: the package was unpacked by cargo, and checked where it was made.
    Origin,
    /// Nobody: the build has `AVRO_GATE=collect`, by which `cargo avro` looks at types that the gate refuses.
    Collected,
    /// As [`Gatekeeper::Collected`], of a type whose source comes from `avro-build`.
    CollectedBuild,
}

impl Root {
    /// A root.
    #[doc(hidden)]
    pub const fn new(level: Level, history: &'static Recorded, by: Gatekeeper) -> Self {
        Root { level, history, by, severities: &[] }
    }

    /// The root, with what its owners say about single rules.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_severities(self, severities: &'static [(Rule, Severity)]) -> Self {
        Root { severities, ..self }
    }

    /// The level that it promises.
    pub const fn level(&self) -> Level {
        self.level
    }

    /// The history that was compiled in.
    pub const fn history(&self) -> &'static Recorded {
        self.history
    }

    /// What the type, its package and its workspace say about single rules; of several for one rule the last counts.
    pub const fn severities(&self) -> &'static [(Rule, Severity)] {
        self.severities
    }

    /// What the comparison with its history goes by.
    pub(crate) const fn settings(&self) -> Settings<'static> {
        Settings { level: self.level, severities: self.severities }
    }

    /// Who compares it with its history when it is compiled.
    pub const fn gatekeeper(&self) -> Gatekeeper {
        self.by
    }
}

impl Registration {
    /// The entry of `T`; `full_name` where its schema has no name of its own.
    #[doc(hidden)]
    pub const fn new<T>(full_name: &'static str, place: Place, root: Option<Root>) -> Self
    where
        T: AvroEncode + AvroDecode<'static>,
    {
        Registration {
            full_name,
            schema: T::SCHEMA,
            again: if KEEPS_CODECS { Some(again::<T>) } else { None },
            place,
            root,
        }
    }

    /// Full name of the schema; of a union, the namespace and name of the Rust enum.
    pub fn full_name(&self) -> &'static str {
        self.full_name
    }

    /// The schema.
    pub fn schema(&self) -> SchemaRef {
        self.schema
    }

    /// The schema as JSON.
    pub fn json(&self) -> &'static str {
        crate::texts::of(self.schema).json
    }

    /// CRC-64-AVRO of the parsing canonical form.
    pub fn fingerprint(&self) -> u64 {
        avro_model::fingerprint::crc64(self.schema.view())
    }

    /// Path of the Rust type: `my_crate::orders::OrderPlaced`.
    pub fn rust_path(&self) -> &'static str {
        self.place.rust_path
    }

    /// Name of the crate, as Rust writes it.
    pub fn crate_name(&self) -> &'static str {
        self.place.rust_path.split("::").next().unwrap_or_default()
    }

    /// Name of its package.
    pub fn package(&self) -> &'static str {
        self.place.package
    }

    /// Version of its package.
    pub fn version(&self) -> &'static str {
        self.place.version
    }

    /// Folder of its package's manifest on the machine that built it.
    pub fn manifest_dir(&self) -> &'static str {
        self.place.manifest_dir
    }

    /// Folder of the package's histories, relative to the manifest.
    pub fn histories(&self) -> &'static str {
        self.place.histories
    }

    /// The source file, as rustc was told of it.
    pub fn file(&self) -> &'static str {
        self.place.file
    }

    /// The line of the declaration, from 1.
    pub fn line(&self) -> u32 {
        self.place.line
    }

    /// What it promises, where it is a root.
    pub fn root(&self) -> Option<&Root> {
        self.root.as_ref()
    }

    /// Decodes `bytes` into the type and encodes it again; those of another writer's schema where there is `writer`. Nothing
    /// unless [`KEEPS_CODECS`].
    ///
    /// # Errors
    /// Where the type does not take `bytes`.
    pub(crate) fn again(&self, writer: Option<&WriterSchema>, bytes: &'static [u8]) -> Option<Again> {
        self.again.map(|again| again(writer, bytes))
    }
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registration")
            .field("full_name", &self.full_name())
            .field("place", &self.place)
            .field("root", &self.root.map(|root| root.level))
            .finish_non_exhaustive()
    }
}

/// Whether the census keeps the codec of every type of a binary, used or not, for tests to try: in builds with debug assertions,
/// as tests are built. In others it would be compiled and carried along for nothing.
pub(crate) const KEEPS_CODECS: bool = cfg!(debug_assertions);

/// Every type has this one: it is as little code as can be.
fn again<T>(writer: Option<&WriterSchema>, bytes: &'static [u8]) -> Again
where
    T: AvroEncode + AvroDecode<'static>,
{
    let mut input = Decoder::new(bytes);
    let value = match writer {
        None => T::decode(&mut input),
        Some(writer) => T::decode_resolved(&mut input, writer.plan(T::SCHEMA)),
    };
    match value {
        Ok(value) => written(input, &|out| value.encode(out)),
        Err(error) => Err(error),
    }
}

/// What `encode` writes, where all of `input` was read.
fn written(input: Decoder<'_>, encode: &dyn Fn(&mut Encoder<'_>)) -> Again {
    input.finish()?;
    let mut bytes = Vec::new();
    let mut out = Encoder::new(&mut bytes);
    encode(&mut out);
    Ok(out.finish().map(|()| bytes))
}

/// The full name that an instance of a generic type has, for `register!` and `gate!`.
#[doc(hidden)]
pub const fn full_name_of<T: AvroSchema>() -> &'static str {
    match T::SCHEMA.view().name() {
        Some(name) => name.full.get(),
        None => T::NAME,
    }
}

#[cfg(feature = "census")]
inventory::collect!(Registration);
