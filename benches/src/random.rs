//! A small generator of the same numbers on every machine.

/// Xorshift64*.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator; equal seeds give equal numbers.
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (((self.bits() >> 32) * limit as u64) >> 32) as usize
    }

    /// One of both.
    pub fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// A number of 1 to `most` significant bits, of either sign.
    pub fn long(&mut self, most: usize) -> i64 {
        let bits = 1 + self.below(most);
        let magnitude = (self.bits() >> (64 - bits)) as i64;
        if self.coin() { magnitude } else { -magnitude }
    }

    /// A number of 1 to 31 significant bits, of either sign.
    pub fn int(&mut self) -> i32 {
        self.long(31) as i32
    }

    /// A number between 0 and 1,000.
    pub fn double(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64 * 1000.0
    }

    /// Lower-case letters and digits, `least` to `most` of them.
    pub fn word(&mut self, least: usize, most: usize) -> String {
        let length = least + self.below(most - least + 1);
        (0..length).map(|_| char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[self.below(36)])).collect()
    }
}
