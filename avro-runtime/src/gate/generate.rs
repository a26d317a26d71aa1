//! Values for round trips: Avro bytes of any schema, made from the schema alone.

use avro_model::{Kind, LogicalType, View};

use crate::codec::Encoder;

/// How deep values go on where the schema leaves a choice.
const DEPTH: usize = 6;

/// What values look like. A Rust type may take fewer values than its schema: a `u16` is an `int`, an address a `string`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Values that nearly every type takes, in the one form that an encoder writes: small numbers, texts of one letter, at
    /// most one item.
    Plain,
    /// Anything that the schema allows.
    Wild,
}

/// A deterministic source of values.
#[derive(Debug)]
pub(super) struct Generator {
    state: u64,
    style: Style,
}

impl Generator {
    /// The same `seed` gives the same values.
    pub(super) fn new(seed: u64, style: Style) -> Self {
        Generator { state: seed | 1, style }
    }

    /// The bytes of a value of `view`.
    pub(super) fn value(&mut self, view: View<'_>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut out = Encoder::new(&mut bytes);
        self.put(view, 0, &mut out);
        // nothing here is out of an encoder's range
        let _ = out.finish();
        bytes
    }

    fn put(&mut self, view: View<'_>, depth: usize, out: &mut Encoder<'_>) {
        match &view.node.kind {
            Kind::Null => {}
            Kind::Boolean => out.put_bool(self.below(2) == 1),
            Kind::Int => {
                let value = self.int(view.node.logical);
                out.put_int(value);
            }
            Kind::Long => {
                let value = self.long(view.node.logical);
                out.put_long(value);
            }
            Kind::Float => {
                let value = self.float() as f32;
                out.put_float(value);
            }
            Kind::Double => {
                let value = self.float();
                out.put_double(value);
            }
            Kind::Bytes => {
                let bytes = match view.node.logical {
                    // the shortest two's complement of an unscaled value of one digit
                    Some(LogicalType::Decimal { .. }) => vec![self.below(10) as u8],
                    // an unscaled value as bytes, and a scale
                    Some(LogicalType::BigDecimal) => vec![2, self.below(10) as u8, 0],
                    _ => (0..self.below(9)).map(|_| self.next() as u8).collect(),
                };
                out.put_bytes(&bytes);
            }
            Kind::String => {
                let text = self.text(view.node.logical);
                out.put_str(&text);
            }
            Kind::Fixed(fixed) => {
                let mut bytes: Vec<u8> = (0..fixed.size).map(|_| self.next() as u8).collect();
                if let (Some(LogicalType::Decimal { .. }), Some((last, rest))) =
                    (view.node.logical, bytes.split_last_mut())
                {
                    rest.fill(0);
                    *last %= 10;
                }
                out.put_raw(&bytes);
            }
            Kind::Enum(body) => {
                let symbol = self.below(body.symbols.get().len().max(1) as u64);
                out.put_symbol(symbol as usize);
            }
            Kind::Record(_) => {
                for i in 0..view.field_count() {
                    self.put(view.child(&view.field(i).schema), depth + 1, out);
                }
            }
            Kind::Union(_) => {
                let branch = self.branch(view, depth);
                out.put_branch(branch);
                self.put(view.branch(branch), depth + 1, out);
            }
            Kind::Array(child) => {
                let count = self.count(depth);
                if count > 0 {
                    out.put_block(count);
                }
                for _ in 0..count {
                    self.put(view.child(child), depth + 1, out);
                }
                out.put_block(0);
            }
            Kind::Map(child) => {
                // one at most: the order of several is not the reader's
                let count = self.count(depth).min(1);
                if count > 0 {
                    out.put_block(count);
                }
                for _ in 0..count {
                    let key = self.text(None);
                    out.put_str(&key);
                    self.put(view.child(child), depth + 1, out);
                }
                out.put_block(0);
            }
        }
    }

    /// A branch; below [`DEPTH`] one that ends a recursion, where there is one.
    fn branch(&mut self, view: View<'_>, depth: usize) -> usize {
        let count = view.branch_count();
        if depth >= DEPTH {
            let ends = |i: &usize| !matches!(view.branch(*i).node.kind, Kind::Record(_) | Kind::Union(_));
            return (0..count).find(ends).unwrap_or(0);
        }
        self.below(count.max(1) as u64) as usize
    }

    fn count(&mut self, depth: usize) -> usize {
        match self.style {
            _ if depth >= DEPTH => 0,
            Style::Plain => self.below(2) as usize,
            Style::Wild => self.below(4) as usize,
        }
    }

    fn int(&mut self, logical: Option<LogicalType>) -> i32 {
        match logical {
            Some(LogicalType::Date) => self.below(40_000) as i32,
            Some(LogicalType::TimeMillis) => self.below(86_400_000) as i32,
            _ => match self.style {
                Style::Plain => 1 + self.below(100) as i32,
                Style::Wild => self.next() as i32,
            },
        }
    }

    fn long(&mut self, logical: Option<LogicalType>) -> i64 {
        match logical {
            Some(LogicalType::TimeMicros) => self.below(86_400_000_000) as i64,
            _ => match self.style {
                Style::Plain => 1 + self.below(100) as i64,
                Style::Wild => self.next() as i64 >> self.below(64),
            },
        }
    }

    fn float(&mut self) -> f64 {
        // exact in both widths
        self.below(4_000) as f64 / 8.0 - 100.0
    }

    fn text(&mut self, logical: Option<LogicalType>) -> String {
        if let Some(LogicalType::Uuid) = logical {
            let (a, b) = (self.next(), self.next());
            return format!(
                "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
                a >> 32,
                a >> 16 & 0xffff,
                a & 0xfff,
                b >> 52,
                b & 0xffff_ffff_ffff
            );
        }
        const PLAIN: [&str; 4] = ["a", "b", "7", "z"];
        const WILD: [&str; 8] =
            ["", "1", "\u{e9}", "127.0.0.1", "::1", "https://example.org/", "two words", "\u{0}\u{1f600}"];
        let texts: &[&str] = if self.style == Style::Plain { &PLAIN } else { &WILD };
        texts[self.below(texts.len() as u64) as usize].to_owned()
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// xorshift64*, see <https://www.jstatsoft.org/article/view/v008i14>.
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use avro_model::Document;

    use super::*;
    use crate::codec::AvroDecode;

    const STYLES: [Style; 2] = [Style::Plain, Style::Wild];

    #[test]
    fn values_are_of_the_schema() {
        fn taken<T: AvroDecode<'static>>() {
            for (style, seed) in STYLES.into_iter().flat_map(|style| (0..200).map(move |seed| (style, seed))) {
                let bytes = Generator::new(seed, style).value(T::SCHEMA.view());
                if let Err(error) = T::from_avro(bytes.leak()) {
                    panic!("{style:?} {seed}: {error}");
                }
            }
        }
        taken::<BTreeMap<String, Vec<Option<BTreeMap<String, f64>>>>>();
        taken::<Vec<[u8; 5]>>();
        taken::<Option<bool>>();
    }

    #[test]
    fn values_of_recursive_types_end() {
        let text = r#"{"type": "record", "name": "Tree", "fields": [
            {"name": "value", "type": {"type": "string", "logicalType": "uuid"}},
            {"name": "children", "type": {"type": "array", "items": "Tree"}},
            {"name": "other", "type": ["Tree", "null", {"type": "map", "values": "Tree"}]}]}"#;
        let document = Document::parse(text).expect("a valid schema");
        for (style, seed) in STYLES.into_iter().flat_map(|style| (0..200).map(move |seed| (style, seed))) {
            let bytes = Generator::new(seed, style).value(document.view());
            assert!(bytes.len() < 1 << 20, "{style:?} {seed}: {} bytes", bytes.len());
            assert_eq!(bytes, Generator::new(seed, style).value(document.view()), "the same seed gives the same value");
        }
    }
}
