//! The limit: codecs written by hand for exactly these records, without a schema, with the bounds of whole runs of fields
//! worked out by hand.

mod cursor;

use std::collections::HashMap;

use cursor::{Reader, WORD, Writer};

pub use cursor::Malformed;

use crate::shapes::{Attribute, Click, Flat, Line, Nullable, Order, Status};

/// A record with a codec written by hand.
pub trait Limit: Sized {
    /// Appends the record.
    fn encode(&self, out: &mut Vec<u8>);

    /// Reads the record.
    ///
    /// # Errors
    /// If the bytes are no such record, or more than that.
    fn decode(input: &[u8]) -> Result<Self, Malformed>;
}

impl Limit for Click {
    fn encode(&self, out: &mut Vec<u8>) {
        let mut out = Writer::new(out, WORD);
        out.string(&self.email, 0);
        out.string(&self.timestamp, 0);
        out.string(&self.uri, 2 * WORD);
        // SAFETY: the room was asked for with the string before.
        unsafe {
            out.long(i64::from(self.number));
            if !self.attributes.is_empty() {
                out.length_prefix(self.attributes.len());
            }
        }
        for (key, attribute) in &self.attributes {
            out.string(key, 0);
            out.string(&attribute.element, 0);
            out.string(&attribute.content, 1);
        }
        // SAFETY: the room was asked for with the string before, or with the counts.
        unsafe { out.put([0]) };
        out.finish();
    }

    fn decode(input: &[u8]) -> Result<Self, Malformed> {
        let mut input = Reader::new(input);
        let email = input.string()?;
        let timestamp = input.string()?;
        let uri = input.string()?;
        let number = input.int()?;
        let mut attributes = HashMap::new();
        loop {
            let count = input.length()?;
            if count == 0 {
                break;
            }
            if count > input.left() / 3 {
                return Err(Malformed);
            }
            attributes.reserve(count);
            for _ in 0..count {
                let key = input.string()?;
                attributes.insert(key, Attribute { element: input.string()?, content: input.string()? });
            }
        }
        input.finish()?;
        Ok(Click { email, timestamp, uri, number, attributes })
    }
}

macro_rules! flat {
    ($($long:ident $int:ident $double:ident $boolean:ident),*) => {
        impl Limit for Flat {
            fn encode(&self, out: &mut Vec<u8>) {
                let mut out = Writer::new(out, 16 * WORD);
                // SAFETY: there is room for sixteen words.
                unsafe {
                    $(
                        out.long(self.$long);
                        out.long(i64::from(self.$int));
                        out.put(self.$double.to_le_bytes());
                        out.put([u8::from(self.$boolean)]);
                    )*
                }
                out.finish();
            }

            fn decode(input: &[u8]) -> Result<Self, Malformed> {
                let mut input = Reader::new(input);
                let record = Flat {
                    $(
                        $long: input.long()?,
                        $int: input.int()?,
                        $double: input.double()?,
                        $boolean: input.boolean()?,
                    )*
                };
                input.finish()?;
                Ok(record)
            }
        }
    };
}

flat!(long_a int_a double_a boolean_a, long_b int_b double_b boolean_b, long_c int_c double_c boolean_c, long_d int_d double_d boolean_d);

/// The tag of an option, as byte.
fn tag<T>(value: &Option<T>) -> [u8; 1] {
    [u8::from(value.is_some()) << 1]
}

macro_rules! nullable {
    ($($long:ident $int:ident $double:ident $boolean:ident $string:ident),*) => {
        impl Limit for Nullable {
            fn encode(&self, out: &mut Vec<u8>) {
                let mut out = Writer::new(out, 0);
                $(
                    out.room(6 * WORD);
                    // SAFETY: the room was asked for: five tags, two numbers, a double, a boolean.
                    unsafe {
                        out.put(tag(&self.$long));
                        out.long_if(self.$long.unwrap_or(0), self.$long.is_some());
                        out.put(tag(&self.$int));
                        out.long_if(i64::from(self.$int.unwrap_or(0)), self.$int.is_some());
                        out.put(tag(&self.$double));
                        out.put_if(self.$double.unwrap_or(0.0).to_le_bytes(), self.$double.is_some());
                        out.put(tag(&self.$boolean));
                        out.put_if([u8::from(self.$boolean.unwrap_or(false))], self.$boolean.is_some());
                        out.put(tag(&self.$string));
                    }
                    if let Some(text) = &self.$string {
                        out.string(text, 0);
                    }
                )*
                out.finish();
            }

            fn decode(input: &[u8]) -> Result<Self, Malformed> {
                let mut input = Reader::new(input);
                let record = Nullable {
                    $(
                        $long: if input.some()? { Some(input.long()?) } else { None },
                        $int: if input.some()? { Some(input.int()?) } else { None },
                        $double: if input.some()? { Some(input.double()?) } else { None },
                        $boolean: if input.some()? { Some(input.boolean()?) } else { None },
                        $string: if input.some()? { Some(input.string()?) } else { None },
                    )*
                };
                input.finish()?;
                Ok(record)
            }
        }
    };
}

nullable!(
    long_a int_a double_a boolean_a string_a, long_b int_b double_b boolean_b string_b,
    long_c int_c double_c boolean_c string_c, long_d int_d double_d boolean_d string_d
);

impl Limit for Order {
    fn encode(&self, out: &mut Vec<u8>) {
        let mut out = Writer::new(out, 5 * WORD);
        // SAFETY: there is room for the four parts and the terminator.
        unsafe {
            out.put(self.id);
            out.long(self.placed);
            out.put([(self.status as u8) << 1]);
            if !self.lines.is_empty() {
                out.length_prefix(self.lines.len());
            }
        }
        for line in &self.lines {
            out.string(&line.sku, 5 * WORD);
            // SAFETY: the room was asked for with the string before.
            unsafe {
                out.long(i64::from(line.qty));
                out.put(line.price.to_le_bytes());
                if !line.tags.is_empty() {
                    out.length_prefix(line.tags.len());
                }
            }
            for tag in &line.tags {
                out.string(tag, 2);
            }
            // SAFETY: the room was asked for with the string before: two terminators.
            unsafe { out.put([0]) };
        }
        // SAFETY: as above.
        unsafe { out.put([0]) };
        out.finish();
    }

    fn decode(input: &[u8]) -> Result<Self, Malformed> {
        let mut input = Reader::new(input);
        let id = input.array()?;
        let placed = input.long()?;
        let status = match input.length()? {
            0 => Status::New,
            1 => Status::Paid,
            2 => Status::Sent,
            3 => Status::Done,
            _ => return Err(Malformed),
        };
        let mut lines = Vec::new();
        loop {
            let count = input.length()?;
            if count == 0 {
                break;
            }
            if count > input.left() / 11 {
                return Err(Malformed);
            }
            lines.reserve_exact(count);
            for _ in 0..count {
                lines.push(line(&mut input)?);
            }
        }
        input.finish()?;
        Ok(Order { id, placed, status, lines })
    }
}

#[inline(always)]
fn line(input: &mut Reader<'_>) -> Result<Line, Malformed> {
    let sku = input.string()?;
    let qty = input.int()?;
    let price = input.double()?;
    let mut tags = Vec::new();
    loop {
        let count = input.length()?;
        if count == 0 {
            return Ok(Line { sku, qty, price, tags });
        }
        if count > input.left() {
            return Err(Malformed);
        }
        tags.reserve_exact(count);
        for _ in 0..count {
            tags.push(input.string()?);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(long: i64, int: i32) -> Flat {
        let (d, b) = (f64::MIN_POSITIVE, true);
        Flat {
            long_a: long,
            int_a: int,
            double_a: d,
            boolean_a: b,
            long_b: !long,
            int_b: !int,
            double_b: d,
            boolean_b: b,
            long_c: long / 2,
            int_c: int / 2,
            double_c: d,
            boolean_c: b,
            long_d: -(long / 3),
            int_d: -(int / 3),
            double_d: d,
            boolean_d: b,
        }
    }

    /// The usual loop.
    fn plain(value: i64, out: &mut Vec<u8>) {
        let mut zigzag = ((value << 1) ^ (value >> 63)) as u64;
        while zigzag >= 0x80 {
            out.push(zigzag as u8 | 0x80);
            zigzag >>= 7;
        }
        out.push(zigzag as u8);
    }

    #[test]
    fn numbers_of_every_size_are_written_as_by_the_usual_loop_and_read_back() {
        for bits in 0..64 {
            for value in [1i64 << bits, (1i64 << bits).wrapping_sub(1), (1i64 << bits).wrapping_neg()] {
                let record = flat(value, value as i32);
                let mut out = vec![7];
                record.encode(&mut out);
                let mut expected = vec![7];
                plain(value, &mut expected);
                plain(i64::from(value as i32), &mut expected);
                assert_eq!(out[..expected.len()], expected, "{value}");
                assert_eq!(Flat::decode(&out[1..]).unwrap(), record);
                for end in 1..out.len() {
                    assert!(Flat::decode(&out[1..end]).is_err(), "{value} cut at {end}");
                }
            }
        }
    }
}
