//! What a decoder allows hostile data to cost.

/// Limits of one decoder. The defaults are such that honest data does not meet them.
///
/// Lengths need no limit: each is checked against the bytes that are left.
///
/// ```
/// use avro_runtime::{AvroDecode, Decoder, Limits};
///
/// let mut input = Decoder::new(&[0x02, 0x06, 0x00]).with_limits(Limits::default().memory(1 << 20));
/// let numbers = Vec::<i64>::decode(&mut input)?;
/// input.finish()?;
/// assert_eq!(numbers, [3]);
/// # Ok::<(), avro_runtime::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) depth: u32,
    pub(crate) stack: usize,
    pub(crate) memory: usize,
    pub(crate) zero_sized: usize,
}

impl Limits {
    /// How deep values may be nested (boxes, arrays, maps). Default: 10,000; the limit of the stack is met earlier by all
    /// but the smallest types.
    #[must_use]
    pub const fn depth(mut self, levels: u32) -> Self {
        self.depth = levels;
        self
    }

    /// How many bytes of stack nested values may take. Default: 1 MiB (Windows: 512 KiB, WebAssembly: 256 KiB).
    ///
    /// Measured by the addresses of locals. These say nothing under Miri and on the fake stack of AddressSanitizer
    /// (`detect_stack_use_after_return=0` turns it off): there only [`Limits::depth`] counts.
    #[must_use]
    pub const fn stack(mut self, bytes: usize) -> Self {
        self.stack = bytes;
        self
    }

    /// How many bytes the items of arrays and maps may take in memory, all together. Strings and bytes do not count: they
    /// cannot be larger than the data. Default: 512 MiB.
    #[must_use]
    pub const fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self
    }

    /// How many items that take no bytes on the wire (`null`, records without fields) arrays may have, all together.
    /// Default: 65,536.
    #[must_use]
    pub const fn zero_sized_items(mut self, count: usize) -> Self {
        self.zero_sized = count;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        let stack = if cfg!(target_family = "wasm") {
            256 << 10
        } else if cfg!(windows) {
            512 << 10
        } else {
            1 << 20
        };
        Limits { depth: 10_000, stack, memory: 512 << 20, zero_sized: 1 << 16 }
    }
}
