//! CRC-64-AVRO of bytes (Avro specification, "Schema Fingerprints").

/// The fingerprint of the empty text.
pub const EMPTY: u64 = 0xc15d_213a_a4d7_a795;

/// `TABLES[k][b]`: what byte `b` contributes when `k` bytes follow it in a group of eight.
const TABLES: [[u64; 256]; 8] = {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let (mut value, mut bit) = (byte as u64, 0);
        while bit < 8 {
            value = (value >> 1) ^ (EMPTY & (value & 1).wrapping_neg());
            bit += 1;
        }
        tables[0][byte] = value;
        byte += 1;
    }
    let mut behind = 1;
    while behind < 8 {
        let mut byte = 0;
        while byte < 256 {
            let value = tables[behind - 1][byte];
            tables[behind][byte] = (value >> 8) ^ tables[0][(value & 0xff) as usize];
            byte += 1;
        }
        behind += 1;
    }
    tables
};

static TABLE: [[u64; 256]; 8] = TABLES;

/// `state` after `bytes`; eight bytes a step, since the const interpreter charges by the step.
pub(crate) const fn update(mut state: u64, mut bytes: &[u8]) -> u64 {
    let table = &TABLE;
    while let [b0, b1, b2, b3, b4, b5, b6, b7, rest @ ..] = bytes {
        let word = state ^ u64::from_le_bytes([*b0, *b1, *b2, *b3, *b4, *b5, *b6, *b7]);
        state = table[7][(word & 0xff) as usize]
            ^ table[6][(word >> 8 & 0xff) as usize]
            ^ table[5][(word >> 16 & 0xff) as usize]
            ^ table[4][(word >> 24 & 0xff) as usize]
            ^ table[3][(word >> 32 & 0xff) as usize]
            ^ table[2][(word >> 40 & 0xff) as usize]
            ^ table[1][(word >> 48 & 0xff) as usize]
            ^ table[0][(word >> 56) as usize];
        bytes = rest;
    }
    while let [byte, rest @ ..] = bytes {
        state = (state >> 8) ^ table[0][((state ^ *byte as u64) & 0xff) as usize];
        bytes = rest;
    }
    state
}
