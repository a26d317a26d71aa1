//! Where a printed text goes: stored, counted, or fed to a checksum.

use super::Style;
use crate::crc64;
use crate::hash128::Hash128;
use crate::text::{Digits, clean_prefix};

/// Where the text goes.
pub(crate) enum Sink<'b> {
    /// Stored as far as `out` reaches; `len` counts on.
    Text { out: &'b mut [u8], len: usize },
    /// CRC-64-AVRO.
    Crc(u64),
    /// Content hash.
    Hash(Hash128),
    /// Held against a text: what is left of it, and whether it was the same so far.
    Compare { rest: &'b [u8], same: bool },
}

impl Sink<'_> {
    pub(super) const fn put(&mut self, text: &str) {
        match self {
            Sink::Text { out, len } => {
                let start = *len;
                *len += text.len();
                if *len > out.len() {
                    return;
                }
                if text.len() < 4 {
                    // Cheaper to interpret than a copy, which is a dozen calls.
                    let (bytes, mut i) = (text.as_bytes(), 0);
                    while i < bytes.len() {
                        out[start + i] = bytes[i];
                        i += 1;
                    }
                    return;
                }
                let (_, rest) = out.split_at_mut(start);
                let (place, _) = rest.split_at_mut(text.len());
                place.copy_from_slice(text.as_bytes());
            }
            Sink::Crc(state) => *state = crc64::update(*state, text.as_bytes()),
            Sink::Hash(hash) => *hash = hash.text(text),
            Sink::Compare { rest, same } => {
                let text = text.as_bytes();
                if text.len() > rest.len() {
                    *same = false;
                    return;
                }
                let (head, behind) = rest.split_at(text.len());
                let mut i = 0;
                while i < text.len() {
                    if head[i] != text[i] {
                        *same = false;
                    }
                    i += 1;
                }
                *rest = behind;
            }
        }
    }

    /// A JSON string, escaped as Java's writer does (`"`, `\` and what is below U+0020); never escaped in canonical form.
    pub(super) const fn put_string(&mut self, text: &str, style: Style) {
        if style.is_content() {
            self.put(text);
            return;
        }
        self.put("\"");
        if style.is_canonical() {
            self.put(text);
        } else {
            self.put_escaped(text);
        }
        self.put("\"");
    }

    pub(super) const fn put_escaped(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let clean = clean_prefix(rest.as_bytes());
            if clean == rest.len() {
                self.put(rest);
                return;
            }
            let (before, after) = rest.split_at(clean);
            self.put(before);
            let (special, behind) = after.split_at(1);
            match special.as_bytes()[0] {
                b'"' => self.put("\\\""),
                b'\\' => self.put("\\\\"),
                8 => self.put("\\b"),
                9 => self.put("\\t"),
                10 => self.put("\\n"),
                12 => self.put("\\f"),
                13 => self.put("\\r"),
                control => {
                    self.put(if control < 16 { "\\u000" } else { "\\u001" });
                    let (_, digit) = "0123456789ABCDEF".split_at((control & 15) as usize);
                    self.put(digit.split_at(1).0);
                }
            }
            rest = behind;
        }
    }

    pub(super) const fn put_number(&mut self, number: u32) {
        self.put(Digits::of(number as u64).as_str());
    }

    pub(super) const fn put_sum(&mut self, sum: u128) {
        if let Sink::Hash(hash) = self {
            *hash = hash.word(sum as u64).word((sum >> 64) as u64);
        }
    }
}
