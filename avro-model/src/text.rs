//! Texts and lists that are static or owned, and the `const fn` string helpers that the engine is written with.
//!
//! The const interpreter charges per loop step and more per call, so the hot helpers take eight bytes at a time by slice
//! patterns.

use core::fmt;

/// A text that is part of the binary or owned by a parsed document.
#[derive(Clone)]
pub enum Str {
    /// Emitted by a derive.
    Static(&'static str),
    /// Parsed at run time.
    Owned(String),
}

impl Str {
    /// The text.
    pub const fn get(&self) -> &str {
        match self {
            Str::Static(text) => text,
            Str::Owned(text) => text.as_str(),
        }
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.get(), f)
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Str {}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Str::Owned(text.to_owned())
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Str::Owned(text)
    }
}

/// A list that is part of the binary or owned by a parsed document.
#[derive(Clone)]
pub enum List<T: 'static> {
    /// Emitted by a derive.
    Static(&'static [T]),
    /// Parsed at run time.
    Owned(Vec<T>),
}

impl<T> List<T> {
    /// The list without items.
    pub const EMPTY: List<T> = List::Static(&[]);

    /// The items.
    pub const fn get(&self) -> &[T] {
        match self {
            List::Static(items) => items,
            List::Owned(items) => items.as_slice(),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.get(), f)
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        List::Owned(items)
    }
}

/// FNV-1a, 64 bits: the hash by which names are looked up. A hit is always confirmed by comparing bytes.
pub const fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut hash, mut i) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}

/// Byte equality.
pub const fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    while let ([a0, a1, a2, a3, a4, a5, a6, a7, ra @ ..], [b0, b1, b2, b3, b4, b5, b6, b7, rb @ ..]) = (a, b) {
        if *a0 != *b0 || *a1 != *b1 || *a2 != *b2 || *a3 != *b3 || *a4 != *b4 || *a5 != *b5 || *a6 != *b6 || *a7 != *b7
        {
            return false;
        }
        a = ra;
        b = rb;
    }
    if let ([a0, a1, a2, a3, ra @ ..], [b0, b1, b2, b3, rb @ ..]) = (a, b) {
        if *a0 != *b0 || *a1 != *b1 || *a2 != *b2 || *a3 != *b3 {
            return false;
        }
        a = ra;
        b = rb;
    }
    match (a, b) {
        ([a0, a1, a2], [b0, b1, b2]) => *a0 == *b0 && *a1 == *b1 && *a2 == *b2,
        ([a0, a1], [b0, b1]) => *a0 == *b0 && *a1 == *b1,
        ([a0], [b0]) => *a0 == *b0,
        _ => true,
    }
}

/// The part of a full name behind its last dot: `com.acme.Order` -> `Order`.
pub const fn short_name(full: &str) -> &str {
    match last_dot(full) {
        Some(dot) => full.split_at(dot + 1).1,
        None => full,
    }
}

/// The namespace of a full name, empty for none: `com.acme.Order` -> `com.acme`.
pub const fn namespace(full: &str) -> &str {
    match last_dot(full) {
        Some(dot) => full.split_at(dot).0,
        None => "",
    }
}

const fn last_dot(full: &str) -> Option<usize> {
    let bytes = full.as_bytes();
    let mut i = bytes.len();
    while i > 0 {
        i -= 1;
        if bytes[i] == b'.' {
            return Some(i);
        }
    }
    None
}

/// How many leading bytes need no escape in a JSON string; eight a step.
pub(crate) const fn clean_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let [b0, b1, b2, b3, b4, b5, b6, b7, behind @ ..] = rest {
        let clean = clean_bytes(u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
        if clean < 8 {
            return bytes.len() - rest.len() + clean;
        }
        rest = behind;
    }
    // The tail together with some of what is known to be clean.
    if let [.., b0, b1, b2, b3, b4, b5, b6, b7] = bytes {
        return bytes.len() - 8 + clean_bytes(u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
    }
    while let [byte, behind @ ..] = rest {
        if *byte < 0x20 || *byte == b'"' || *byte == b'\\' {
            break;
        }
        rest = behind;
    }
    bytes.len() - rest.len()
}

/// How many of eight bytes, the lowest first, come before one that needs an escape. What is borrowed may only mark bytes above a
/// marked one, so the lowest mark is right.
const fn clean_bytes(word: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (quote, slash) = (word ^ (ONES * b'"' as u64), word ^ (ONES * b'\\' as u64));
    let special =
        word.wrapping_sub(ONES * 0x20) & !word | quote.wrapping_sub(ONES) & !quote | slash.wrapping_sub(ONES) & !slash;
    (special & HIGH).trailing_zeros() as usize / 8
}

/// A whole number in decimal, in `const` evaluation too.
///
/// ```
/// use avro_model::text::Digits;
///
/// const PRECISION: Digits = Digits::of(38);
/// assert_eq!(PRECISION.as_str(), "38");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    /// The digits of `number`.
    pub const fn of(number: u64) -> Self {
        let (mut bytes, mut start, mut left) = ([0; 20], 20, number);
        loop {
            start -= 1;
            bytes[start] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                return Digits { bytes, start };
            }
        }
    }

    /// Their text.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.start).1) {
            Ok(text) => text,
            Err(_) => panic!("invariant: digits are ASCII"),
        }
    }
}
