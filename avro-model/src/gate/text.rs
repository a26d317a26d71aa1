//! A text buffer that `const fn`s can write to.
//!
//! Writing past the end is not an error: the buffer remembers that it is full, so that a caller can take back what did not
//! fit, or ask for a larger buffer at run time.

use crate::text::Digits;

/// UTF-8 text in a borrowed buffer.
pub(crate) struct Buffer<'b> {
    bytes: &'b mut [u8],
    len: usize,
    full: bool,
}

impl<'b> Buffer<'b> {
    /// An empty text over `bytes`.
    pub(crate) const fn new(bytes: &'b mut [u8]) -> Self {
        Buffer { bytes, len: 0, full: false }
    }

    /// How many bytes are written.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// Something did not fit since the last [`Buffer::truncate`].
    pub(crate) const fn is_full(&self) -> bool {
        self.full
    }

    /// Takes back everything behind `len`, which [`Buffer::len`] gave before.
    pub(crate) const fn truncate(&mut self, len: usize) {
        self.len = len;
        self.full = false;
    }

    /// What is written from `start` to `end`, both given by [`Buffer::len`] before.
    pub(crate) const fn bytes(&self, start: u32, end: u32) -> &[u8] {
        self.bytes.split_at(end as usize).0.split_at(start as usize).1
    }

    /// Appends `text`, whole or not at all.
    pub(crate) const fn push(&mut self, text: &str) {
        self.push_bytes(text.as_bytes());
    }

    const fn push_bytes(&mut self, more: &[u8]) {
        if self.full || self.bytes.len() - self.len < more.len() {
            self.full = true;
            return;
        }
        self.bytes.split_at_mut(self.len).1.split_at_mut(more.len()).0.copy_from_slice(more);
        self.len += more.len();
    }

    /// Appends one ASCII character.
    pub(crate) const fn push_ascii(&mut self, byte: u8) {
        self.push_bytes(&[byte]);
    }

    /// Appends `number` in decimal.
    pub(crate) const fn push_number(&mut self, number: u64) {
        self.push(Digits::of(number).as_str());
    }

    /// Appends spaces until the text from `start` is `width` bytes wide; where they do not fit, as many as do.
    pub(crate) const fn pad(&mut self, start: usize, width: usize) {
        const SPACES: &[u8] = &[b' '; 64];
        while !self.full && self.len - start < width {
            // at once: `const` evaluation pays for each call
            let (missing, room) = (width - (self.len - start), self.bytes.len() - self.len);
            let mut count = if missing < SPACES.len() { missing } else { SPACES.len() };
            if room == 0 {
                self.full = true;
                return;
            }
            if room < count {
                count = room;
            }
            self.push_bytes(SPACES.split_at(count).0);
        }
    }
}

/// Only whole `&str`s and ASCII are ever written, so every range between two recorded lengths is text.
pub(crate) const fn text_of(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn fill<const N: usize>() -> ([u8; N], usize, bool) {
        let mut bytes = [0; N];
        let mut buffer = Buffer::new(&mut bytes);
        buffer.push("ab");
        buffer.push_number(1230);
        buffer.pad(2, 6);
        buffer.push("é");
        let (len, full) = (buffer.len(), buffer.is_full());
        (bytes, len, full)
    }

    #[test]
    fn writes_the_same_in_const_and_says_when_it_is_full() {
        const WIDE: ([u8; 16], usize, bool) = fill();
        assert_eq!(WIDE, fill());
        assert_eq!((text_of(&WIDE.0[..WIDE.1]), WIDE.2), ("ab1230  é", false));
        const NARROW: ([u8; 9], usize, bool) = fill();
        assert_eq!((text_of(&NARROW.0[..NARROW.1]), NARROW.2), ("ab1230  ", true));
    }

    #[test]
    fn takes_back() {
        let mut bytes = [0; 4];
        let mut buffer = Buffer::new(&mut bytes);
        buffer.push("abc");
        buffer.push("de");
        assert!(buffer.is_full());
        buffer.truncate(1);
        buffer.push_number(0);
        assert_eq!((buffer.bytes(0, 2), buffer.bytes(1, 2), buffer.is_full()), (&b"a0"[..], &b"0"[..], false));
    }
}
