//! What can go wrong on encoding and decoding. Errors say where (field path, byte offset) and why, never what the data
//! was.

use std::borrow::Cow;
use std::fmt;

/// Data that could not be decoded.
///
/// Displays as `` `lines[3].sku`: unexpected end of data at byte 17 ``.
pub struct DecodeError(Box<Decode>);

struct Decode {
    kind: DecodeKind,
    /// Innermost first: segments are added while the error travels outwards.
    path: Vec<Segment>,
    offset: usize,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

enum Segment {
    Field(Cow<'static, str>),
    Index(usize),
    Value,
}

/// Why decoding stopped. Crate-internal: users ask the predicates.
#[derive(Debug)]
pub(crate) enum DecodeKind {
    Eof,
    Limit(&'static str),
    Malformed(&'static str),
    Range(&'static str),
    Incompatible(Box<str>),
}

impl DecodeError {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: DecodeKind, offset: usize) -> Self {
        DecodeError(Box::new(Decode { kind, path: Vec::new(), offset, source: None }))
    }

    /// The same error, with its cause.
    pub(crate) fn with_source(mut self, source: Box<dyn std::error::Error + Send + Sync>) -> Self {
        self.0.source = Some(source);
        self
    }

    /// The same error, found in the field `name` of the value that was being read.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_field(mut self, name: &'static str) -> Self {
        self.0.path.push(Segment::Field(Cow::Borrowed(name)));
        self
    }

    /// The same error, found in the item `index` of the sequence that was being read.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// The same error, found in a value of the map that was being read (keys are data, and stay out of errors).
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_map_value(mut self) -> Self {
        self.0.path.push(Segment::Value);
        self
    }

    /// The data ends before the value does.
    pub fn is_eof(&self) -> bool {
        matches!(self.0.kind, DecodeKind::Eof)
    }

    /// A limit of [`Limits`](crate::Limits) was reached.
    pub fn is_limit(&self) -> bool {
        matches!(self.0.kind, DecodeKind::Limit(_))
    }

    /// The bytes are not Avro data of the schema: an index out of range, bad UTF-8, a negative length, bytes left over.
    pub fn is_malformed(&self) -> bool {
        matches!(self.0.kind, DecodeKind::Malformed(_))
    }

    /// Valid Avro data that the Rust type cannot hold: `300` for a `u8`, a duplicate for a set, what a conversion refuses.
    pub fn is_out_of_range(&self) -> bool {
        matches!(self.0.kind, DecodeKind::Range(_))
    }

    /// What was written cannot be read as the reader's schema demands.
    pub fn is_incompatible(&self) -> bool {
        matches!(self.0.kind, DecodeKind::Incompatible(_))
    }

    /// Where in the data: bytes from its start.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Where in the value, for example `lines[3].sku`; empty at the root. Of a place that is very deep, which only hostile
    /// data has, the middle is left out.
    pub fn path(&self) -> String {
        shown(&self.0.path)
    }
}

/// `segments`, the innermost first, as a user reads them.
fn shown(segments: &[Segment]) -> String {
    const ENDS: usize = 16;
    let mut path = String::new();
    let count = segments.len();
    for (depth, segment) in segments.iter().rev().enumerate() {
        if count > 2 * ENDS && (ENDS..count - ENDS).contains(&depth) {
            if depth == ENDS {
                path.push_str("..");
            }
            continue;
        }
        match segment {
            Segment::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Segment::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Segment::Value => path.push_str("{}"),
        }
    }
    path
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "`{}`: ", self.path())?;
        }
        match &self.0.kind {
            DecodeKind::Eof => f.write_str("unexpected end of data")?,
            DecodeKind::Limit(what) => write!(f, "limit reached: {what}")?,
            DecodeKind::Malformed(what) => write!(f, "malformed data: {what}")?,
            DecodeKind::Range(what) => f.write_str(what)?,
            DecodeKind::Incompatible(text) => f.write_str(text)?,
        }
        write!(f, " at byte {}", self.0.offset)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("kind", &self.0.kind)
            .field("path", &self.path())
            .field("offset", &self.0.offset)
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}

/// A value that has no Avro form: a `u64` above `i64::MAX` written as `long`, a time outside its unit's range.
///
/// Displays as `` `lines[3].price`: a number with more digits than the precision of its decimal ``.
pub struct EncodeError(Box<Encode>);

struct Encode {
    text: Cow<'static, str>,
    /// Innermost first.
    path: Vec<Segment>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
    /// How long the output was when it was reported.
    written: usize,
}

impl EncodeError {
    /// An error with a text that says what did not fit (and does not contain the value).
    #[cold]
    #[inline(never)]
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        EncodeError(Box::new(Encode { text: text.into(), path: Vec::new(), source: None, written: 0 }))
    }

    /// The same, with its cause.
    #[cold]
    #[inline(never)]
    pub fn with_source(
        text: impl Into<Cow<'static, str>>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        EncodeError(Box::new(Encode { text: text.into(), path: Vec::new(), source: Some(source.into()), written: 0 }))
    }

    /// The same error, reported when the output was `written` long.
    pub(crate) fn after(mut self, written: usize) -> Self {
        self.0.written = written;
        self
    }

    /// How long the output was when it was reported.
    pub(crate) fn written(&self) -> usize {
        self.0.written
    }

    /// The same error, in the place of `end`, which is where what was written before it ends.
    pub(crate) fn at(mut self, end: DecodeError) -> Self {
        self.0.path = end.0.path;
        self
    }

    /// Where in the value, for example `lines[3].price`; empty at the root.
    ///
    /// ```
    /// use avro_runtime::prelude::*;
    ///
    /// #[derive(AvroSchema)]
    /// struct Order {
    ///     id: i64,
    ///     #[avro(as = "long")]
    ///     counts: Vec<u64>,
    /// }
    ///
    /// let error = Order { id: 7, counts: vec![1, u64::MAX] }.to_avro().unwrap_err();
    /// assert_eq!(error.path(), "counts[1]");
    /// assert_eq!(error.to_string(), "`counts[1]`: an integer that is no long");
    /// ```
    pub fn path(&self) -> String {
        shown(&self.0.path)
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "`{}`: ", self.path())?;
        }
        f.write_str(&self.0.text)
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EncodeError")
            .field("text", &self.0.text)
            .field("path", &self.path())
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for EncodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn std::error::Error + 'static))
    }
}
