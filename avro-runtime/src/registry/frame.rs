//! The Confluent wire format: a magic byte, the schema's id, the Avro binary.
//!
//! ```text
//! 00 | id, 4 bytes, big-endian | Avro binary
//! ```
//! A first byte of `01` is the newer form with a 16-byte GUID, in the payload or in a header; it is recognised and refused
//! by name until the registry client can look GUIDs up.

use core::fmt;

/// Bytes in front of the Avro binary.
pub const HEADER_LEN: usize = 5;

const MAGIC_ID: u8 = 0;
const MAGIC_GUID: u8 = 1;

/// A framed message taken apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    id: u32,
    payload: &'a [u8],
}

impl<'a> Frame<'a> {
    /// Takes `message` apart.
    ///
    /// # Errors
    /// An empty or short message, an unknown magic byte, a negative id.
    ///
    /// ```
    /// use avro_runtime::registry::Frame;
    /// let frame = Frame::parse(&[0, 0, 0, 0, 7, 0x54]).unwrap();
    /// assert_eq!((frame.id(), frame.payload()), (7, &[0x54][..]));
    /// assert!(Frame::parse(b"{}").unwrap_err().is_unknown_magic());
    /// ```
    pub fn parse(message: &'a [u8]) -> Result<Self, FrameError> {
        match message {
            [] => Err(FrameError(Kind::Empty)),
            [MAGIC_ID, a, b, c, d, payload @ ..] => {
                let id = i32::from_be_bytes([*a, *b, *c, *d]);
                match u32::try_from(id) {
                    Ok(id) => Ok(Frame { id, payload }),
                    Err(_) => Err(FrameError(Kind::NegativeId(id))),
                }
            }
            [MAGIC_ID, ..] => Err(FrameError(Kind::Short(message.len()))),
            [MAGIC_GUID, ..] => Err(FrameError(Kind::Guid)),
            [byte, ..] => Err(FrameError(Kind::UnknownMagic(*byte))),
        }
    }

    /// The id of the writer's schema.
    pub fn id(self) -> u32 {
        self.id
    }

    /// The Avro binary.
    pub fn payload(self) -> &'a [u8] {
        self.payload
    }

    /// The header of a message written with schema `id`.
    pub fn header(id: u32) -> [u8; HEADER_LEN] {
        let [a, b, c, d] = id.to_be_bytes();
        [MAGIC_ID, a, b, c, d]
    }
}

impl fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Frame {{ id: {}, payload: {} bytes }}", self.id, self.payload.len())
    }
}

/// Why a message is not in the Confluent wire format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Empty,
    Short(usize),
    UnknownMagic(u8),
    NegativeId(i32),
    Guid,
}

impl FrameError {
    /// The first byte is none that the wire format knows: JSON, text, or Avro without a header.
    pub fn is_unknown_magic(&self) -> bool {
        matches!(self.0, Kind::UnknownMagic(_))
    }

    /// There are fewer bytes than a header has.
    pub fn is_short(&self) -> bool {
        matches!(self.0, Kind::Empty | Kind::Short(_))
    }

    /// The message names its schema by GUID.
    pub fn is_guid(&self) -> bool {
        matches!(self.0, Kind::Guid)
    }
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Empty => write!(f, "empty where a {HEADER_LEN}-byte schema header was expected"),
            Kind::Short(len) => write!(f, "{len} bytes where a {HEADER_LEN}-byte schema header was expected"),
            Kind::UnknownMagic(byte) => {
                write!(f, "unknown magic byte 0x{byte:02x} where 0x00 was expected: not in the Confluent wire format")
            }
            Kind::NegativeId(id) => write!(f, "negative schema id {id}"),
            Kind::Guid => {
                f.write_str("schema named by GUID (magic byte 0x01), which is not supported yet: only ids (0x00) are")
            }
        }
    }
}

impl std::error::Error for FrameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_parse_agree() {
        for id in [0, 1, 255, 256, i32::MAX as u32] {
            let mut message = Frame::header(id).to_vec();
            message.push(9);
            assert_eq!(Frame::parse(&message), Ok(Frame { id, payload: &[9] }));
        }
        assert_eq!(Frame::header(0x0102_0304), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn what_is_not_framed_is_named() {
        let check = |bytes: &[u8], text: &str| assert_eq!(Frame::parse(bytes).unwrap_err().to_string(), text);
        check(b"", "empty where a 5-byte schema header was expected");
        check(&[0, 0, 0], "3 bytes where a 5-byte schema header was expected");
        check(b"{\"a\":1}", "unknown magic byte 0x7b where 0x00 was expected: not in the Confluent wire format");
        check(&[0, 0xff, 0xff, 0xff, 0xff], "negative schema id -1");
        check(&[1; 17], "schema named by GUID (magic byte 0x01), which is not supported yet: only ids (0x00) are");
    }
}
