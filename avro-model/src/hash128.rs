//! The hash behind [`crate::content`]. No defence against who makes texts collide on purpose.

/// A running 128-bit hash: two lanes of multiply-and-fold, eight bytes a step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash128 {
    low: u64,
    high: u64,
}

const fn fold(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

impl Hash128 {
    pub(crate) const NEW: Hash128 = Hash128 { low: 0x243f_6a88_85a3_08d3, high: 0x1319_8a2e_0370_7344 };

    /// Mixes a word in.
    pub(crate) const fn word(self, word: u64) -> Hash128 {
        Hash128 {
            low: fold(self.low ^ word, 0x9e37_79b9_7f4a_7c15) ^ self.high.rotate_left(23),
            high: fold(self.high.wrapping_add(word), 0xe703_7ed1_a0b4_28db) ^ self.low,
        }
    }

    /// Mixes a text in, its length first.
    pub(crate) const fn text(self, text: &str) -> Hash128 {
        let mut bytes = text.as_bytes();
        let mut hash = self.word(bytes.len() as u64);
        while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
            hash = hash.word(u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]));
            bytes = rest;
        }
        if !bytes.is_empty() {
            let mut tail = 0;
            while let [byte, rest @ ..] = bytes {
                tail = tail << 8 | *byte as u64;
                bytes = rest;
            }
            hash = hash.word(tail);
        }
        hash
    }

    pub(crate) const fn finish(self) -> u128 {
        let end = self.word(0x6a09_e667_f3bc_c908).word(0xbb67_ae85_84ca_a73b);
        (end.high as u128) << 64 | end.low as u128
    }
}
