//! What the crates of generated types have beside them: random values, a foreign type, and what must hold for each type.
//! `mod.rs` writes the types; this file is compiled with them, not with this package.
#![allow(dead_code)]

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Debug, Display};
use std::net::{IpAddr, Ipv4Addr};
use std::num::{NonZeroI64, NonZeroU16, NonZeroU64};
use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use avro_runtime::schema::{Document, View, content, default, print};
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, Decoder, WriterSchema};

/// Values of each type.
const VALUES: u64 = 12;
/// How deep values that hold themselves go on.
const DEPTH: usize = 4;

/// A deterministic source of values.
pub struct Dice {
    state: u64,
    depth: usize,
}

impl Dice {
    fn new(seed: u64) -> Self {
        Dice { state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, depth: 0 }
    }

    /// xorshift64*.
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// Small numbers and large ones alike.
    fn bits(&mut self) -> u64 {
        let shift = self.below(64) as u32;
        self.next() >> shift
    }

    pub fn below(&mut self, count: usize) -> usize {
        (self.next() >> 33) as usize % count.max(1)
    }

    /// A value within another.
    pub fn deeper<T>(&mut self, make: impl FnOnce(&mut Dice) -> T) -> T {
        self.depth += 1;
        let value = make(self);
        self.depth -= 1;
        value
    }

    /// Which variant; the first ends a recursion.
    pub fn variant(&mut self, count: usize) -> usize {
        if self.depth > DEPTH { 0 } else { self.below(count) }
    }

    fn count(&mut self) -> usize {
        if self.depth > DEPTH { 0 } else { self.below(4) }
    }
}

pub trait Make: Sized {
    fn make(r: &mut Dice) -> Self;

    fn make_list(r: &mut Dice) -> Vec<Self> {
        list(r, Self::make)
    }
}

impl Make for u8 {
    fn make(r: &mut Dice) -> Self {
        r.bits() as u8
    }

    fn make_list(r: &mut Dice) -> Vec<Self> {
        (0..r.below(9)).map(|_| r.next() as u8).collect()
    }
}

macro_rules! make {
    ($($ty:ty: |$r:ident| $value:expr;)*) => {
        $(impl Make for $ty {
            fn make($r: &mut Dice) -> Self {
                $value
            }
        })*
    };
}

make! {
    (): |_r| ();
    bool: |r| r.below(2) == 1;
    i8: |r| r.bits() as i8;
    i16: |r| r.bits() as i16;
    i32: |r| r.bits() as i32;
    i64: |r| r.next() as i64 >> r.below(64);
    isize: |r| i64::make(r) as isize;
    i128: |r| i128::from(i64::make(r)) * i128::from(i64::make(r));
    u16: |r| r.bits() as u16;
    u32: |r| r.bits() as u32;
    u64: |r| r.bits();
    u128: |r| u128::from(r.bits()) * u128::from(r.bits());
    NonZeroU16: |r| NonZeroU16::new(r.bits() as u16).unwrap_or(NonZeroU16::MAX);
    NonZeroI64: |r| NonZeroI64::new(i64::make(r)).unwrap_or(NonZeroI64::MIN);
    f32: |r| i32::make(r) as f32 / 16.0;
    f64: |r| i64::make(r) as f64 / 1024.0;
    char: |r| ['a', '\0', '\u{7f}', '\u{e9}', '\u{1f600}'][r.below(5)];
    String: |r| (0..r.below(5)).map(|_| char::make(r)).collect();
    &'static str: |r| String::make(r).leak();
    Box<str>: |r| String::make(r).into();
    Rc<str>: |r| String::make(r).into();
    Arc<str>: |r| String::make(r).into();
    Cow<'static, str>: |r| String::make(r).into();
    &'static [u8]: |r| <Vec<u8>>::make(r).leak();
    Box<[u8]>: |r| <Vec<u8>>::make(r).into();
    Cow<'static, [u8]>: |r| <Vec<u8>>::make(r).into();
    Cow<'static, i64>: |r| Cow::Owned(i64::make(r));
    IpAddr: |r| Ipv4Addr::from(r.next() as u32).into();
    SystemTime: |r| SystemTime::UNIX_EPOCH + Duration::from_micros(r.below(1 << 30) as u64);
    bytes::Bytes: |r| <Vec<u8>>::make(r).into();
    uuid::Uuid: |r| uuid::Uuid::from_u128(u128::from(r.next()) << 64 | u128::from(r.next()));
    avro_runtime::Duration: |r| avro_runtime::Duration { months: r.bits() as u32, days: r.bits() as u32, millis: r.bits() as u32 };
    chrono::DateTime<chrono::Utc>: |r| micros(r);
    chrono::DateTime<chrono::FixedOffset>: |r| micros(r).fixed_offset();
    chrono::NaiveDateTime: |r| micros(r).naive_utc();
    chrono::NaiveDate: |r| micros(r).date_naive();
    chrono::NaiveTime: |r| micros(r).time();
    time::OffsetDateTime: |r| time::OffsetDateTime::from_unix_timestamp_nanos(instant(r).into()).expect("invariant: in range");
    time::UtcDateTime: |r| time::OffsetDateTime::make(r).into();
    time::PrimitiveDateTime: |r| of_time(r);
    time::Date: |r| of_time(r).date();
    time::Time: |r| of_time(r).time();
    jiff::Timestamp: |r| jiff::Timestamp::from_nanosecond(instant(r).into()).expect("invariant: in range");
    jiff::ZonedDateTime: |r| of_jiff(r);
    jiff::civil::DateTime: |r| of_jiff(r).datetime();
    jiff::civil::Date: |r| of_jiff(r).date();
    jiff::civil::Time: |r| of_jiff(r).time();
    num_bigint::BigInt: |r| i64::make(r).into();
    bigdecimal::BigDecimal: |r| bigdecimal::BigDecimal::new(i64::make(r).into(), r.below(9) as i64);
    bytestring::ByteString: |r| String::make(r).into();
    rust_decimal::Decimal: |r| rust_decimal::Decimal::new(r.below(2_000_000) as i64 - 1_000_000, 3);
    Money: |r| Money { cents: r.bits() as i64 >> 1 };
}

impl<const N: usize> Make for [u8; N] {
    fn make(r: &mut Dice) -> Self {
        std::array::from_fn(|_| r.next() as u8)
    }
}

impl<T: Make> Make for Option<T> {
    fn make(r: &mut Dice) -> Self {
        opt(r, T::make)
    }
}

impl<T: Make> Make for Box<T> {
    fn make(r: &mut Dice) -> Self {
        Box::new(T::make(r))
    }
}

impl<T: Make> Make for Vec<T> {
    fn make(r: &mut Dice) -> Self {
        T::make_list(r)
    }
}

impl<T: Make> Make for BTreeMap<String, T> {
    fn make(r: &mut Dice) -> Self {
        map(r, T::make).collect()
    }
}

fn micros(r: &mut Dice) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_micros(r.next() as i64 >> 10).expect("invariant: in range")
}

pub fn millis(r: &mut Dice) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_millis(r.next() as i64 >> 20).expect("invariant: in range")
}

pub fn nanos(r: &mut Dice) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_nanos(r.next() as i64)
}

/// A number of nanoseconds that is one of microseconds.
fn instant(r: &mut Dice) -> i64 {
    r.next() as i64 / 1000 * 1000
}

fn of_time(r: &mut Dice) -> time::PrimitiveDateTime {
    let at = time::OffsetDateTime::make(r);
    time::PrimitiveDateTime::new(at.date(), at.time())
}

fn of_jiff(r: &mut Dice) -> jiff::ZonedDateTime {
    jiff::Timestamp::make(r).to_zoned_datetime(jiff::tz::TimeZone::UTC)
}

/// At most `i64::MAX`.
pub fn long(r: &mut Dice) -> u64 {
    r.bits() >> 1
}

pub fn positive(r: &mut Dice) -> NonZeroU64 {
    NonZeroU64::new(long(r)).unwrap_or(NonZeroU64::MIN)
}

pub fn uuid_text(r: &mut Dice) -> String {
    uuid::Uuid::make(r).to_string()
}

/// An unscaled number.
pub fn digits(r: &mut Dice) -> Vec<u8> {
    (0..1 + r.below(3)).map(|_| r.next() as u8).collect()
}

pub fn opt<T>(r: &mut Dice, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    (r.count() > 0).then(|| r.deeper(make))
}

pub fn list<T>(r: &mut Dice, mut make: impl FnMut(&mut Dice) -> T) -> Vec<T> {
    (0..r.count()).map(|_| r.deeper(&mut make)).collect()
}

pub fn map<K: From<String>, T>(r: &mut Dice, mut make: impl FnMut(&mut Dice) -> T) -> impl Iterator<Item = (K, T)> {
    let entries: Vec<_> =
        (0..r.count()).map(|i| (format!("{i}{}", char::make(r)).into(), r.deeper(&mut make))).collect();
    entries.into_iter()
}

pub fn numbered<T>(r: &mut Dice, mut make: impl FnMut(&mut Dice) -> T) -> impl Iterator<Item = (u16, T)> {
    let entries: Vec<_> = (0..r.count()).map(|_| (r.bits() as u16, r.deeper(&mut make))).collect();
    entries.into_iter()
}

pub fn array<T, const N: usize>(r: &mut Dice, mut make: impl FnMut(&mut Dice) -> T) -> [T; N] {
    std::array::from_fn(|_| r.deeper(&mut make))
}

pub fn turned<T>(mut list: VecDeque<T>) -> VecDeque<T> {
    list.rotate_left(list.len() / 2);
    list
}

/// A type without a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Money {
    cents: i64,
}

impl Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ct", self.cents)
    }
}

impl FromStr for Money {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim_end_matches(" ct").parse().map(|cents| Money { cents })
    }
}

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.cents
    }
}

impl TryFrom<i64> for Money {
    type Error = std::convert::Infallible;

    fn try_from(cents: i64) -> Result<Self, Self::Error> {
        Ok(Money { cents })
    }
}

/// What `with` names.
pub mod cents {
    use super::Money;

    pub type Avro = Vec<i64>;

    pub fn to_avro(money: &Money) -> Result<Avro, std::convert::Infallible> {
        Ok(vec![money.cents])
    }

    pub fn from_avro(cents: Avro) -> Result<Money, &'static str> {
        cents.first().map(|&cents| Money { cents }).ok_or("no money")
    }
}

/// Prints `<module> TAB <type> TAB <what is wrong> TAB <schema> TAB <canonical form> TAB <values in hexadecimal, by commas>`.
pub fn check<T>(module: &str, name: &str)
where
    T: AvroSchema + AvroEncode + AvroDecode<'static> + Make + PartialEq + Debug,
{
    let mut values = Vec::new();
    let wrong = wrong::<T>(name, &mut values).err().unwrap_or_default();
    let module = module.rsplit("::").next().unwrap_or_default();
    let wrong = wrong.replace(['\t', '\n'], " ");
    println!("{module}\t{name}\t{wrong}\t{}\t{}\t{}", T::json(), T::canonical(), values.join(","));
}

fn wrong<T>(name: &str, values: &mut Vec<String>) -> Result<(), String>
where
    T: AvroSchema + AvroEncode + AvroDecode<'static> + Make + PartialEq + Debug,
{
    let json = T::json();
    let document = Document::parse(json).map_err(|errors| format!("its schema is none: {errors}"))?;
    let (own, read) = (T::SCHEMA.view(), document.view());
    holds(print::json(read) == json, || format!("prints as {} once read", print::json(read)))?;
    holds(print::canonical(read) == T::canonical(), || "another canonical form once read".to_owned())?;
    holds(content::content_hash_with_docs(own) == content::content_hash_with_docs(read), || {
        "another content".to_owned()
    })?;
    let writer = parsed(json)?;
    // A field more in each record makes them read by plans: one without bytes, so that the values stay as they are.
    let field = r#""fields":[{"name":"more_","type":"null","default":null},"#;
    let other = parsed(&json.replace(r#""fields":["#, field).replace("},]", "}]"))?;
    let seed = name.bytes().fold(7, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    let mut into: Option<T> = None;
    for number in 0..VALUES {
        let value = T::make(&mut Dice::new(seed.wrapping_add(number)));
        let told = |what: &str, error: String| format!("{what}: {error}: {value:?}");
        let bytes: &'static [u8] = value.to_avro().map_err(|error| told("writing", error.to_string()))?.leak();
        let same = |what: &str, again: Result<T, avro_runtime::DecodeError>| match again {
            Ok(again) if again == value => Ok(again),
            Ok(again) => Err(told(what, format!("reads {again:?}"))),
            Err(error) => Err(told(what, error.to_string())),
        };
        let again = same("reading", T::from_avro(bytes))?;
        same("another text of the schema", T::from_avro_with(&writer, bytes))?;
        same("another version", T::from_avro_with(&other, bytes))?;
        // Into the value before, whose parts it may use again.
        let mut into = into.replace(again).unwrap_or_else(|| T::make(&mut Dice::new(number)));
        let mut input = Decoder::new(bytes);
        let outcome = into.decode_into(&mut input).and_then(|()| input.finish());
        same("reading into another value", outcome.map(|()| into))?;
        holds(bytes.len() >= T::MIN_SIZE, || told("the least size", T::MIN_SIZE.to_string()))?;
        for end in 0..bytes.len().min(40) {
            holds(T::from_avro(&bytes[..end]).is_err(), || told("reads the first bytes alone", end.to_string()))?;
        }
        values.push(bytes.iter().map(|byte| format!("{byte:02x}")).collect());
    }
    defaults::<T>(own)
}

/// A record of defaults alone is read from a record without fields.
fn defaults<T: AvroSchema + AvroEncode + AvroDecode<'static>>(view: View<'_>) -> Result<(), String> {
    let (Some(name), false) = (view.name(), view.field_count() == 0) else { return Ok(()) };
    let mut expected = Vec::new();
    for i in 0..view.field_count() {
        let field = view.field(i);
        let Some(text) = &field.default else { return Ok(()) };
        let bytes = default::encode(view.child(&field.schema), text.get());
        expected.extend(bytes.map_err(|error| format!("the default of {}: {error}", field.name.get()))?);
    }
    let empty = parsed(&format!(r#"{{"type":"record","name":"{}","fields":[]}}"#, name.full.get()))?;
    let read = T::from_avro_with(&empty, &[]).map_err(|error| format!("its defaults: {error}"))?;
    let bytes = read.to_avro().map_err(|error| format!("writing its defaults: {error}"))?;
    holds(bytes == expected, || format!("its defaults are {bytes:?}, not {expected:?}"))
}

fn parsed(json: &str) -> Result<WriterSchema, String> {
    WriterSchema::parse(json).map_err(|errors| format!("{errors} in {json}"))
}

fn holds(is: bool, text: impl FnOnce() -> String) -> Result<(), String> {
    if is { Ok(()) } else { Err(text()) }
}
