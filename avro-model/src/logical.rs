//! Logical types (Avro specification, "Logical Types"): which attributes name one, and on which Avro types it is valid.

use crate::diagnostic::quote;
use crate::names::nearest;
use crate::schema::{Kind, Prop};
use crate::text::same;

/// A logical type that is valid on the Avro type it annotates (Avro specification, "Logical Types").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogicalType {
    /// `decimal` on bytes or fixed
    Decimal {
        /// Digits in all
        precision: u32,
        /// Digits behind the point
        scale: u32,
    },
    /// `big-decimal` on bytes
    BigDecimal,
    /// `uuid` on string or fixed(16)
    Uuid,
    /// `date` on int
    Date,
    /// `time-millis` on int
    TimeMillis,
    /// `time-micros` on long
    TimeMicros,
    /// `timestamp-millis` on long
    TimestampMillis,
    /// `timestamp-micros` on long
    TimestampMicros,
    /// `timestamp-nanos` on long
    TimestampNanos,
    /// `local-timestamp-millis` on long
    LocalTimestampMillis,
    /// `local-timestamp-micros` on long
    LocalTimestampMicros,
    /// `local-timestamp-nanos` on long
    LocalTimestampNanos,
    /// `duration` on fixed(12)
    Duration,
}

impl LogicalType {
    /// The values of the attribute `logicalType` that mean something.
    pub const NAMES: [&str; 13] = [
        "decimal",
        "big-decimal",
        "uuid",
        "date",
        "time-millis",
        "time-micros",
        "timestamp-millis",
        "timestamp-micros",
        "timestamp-nanos",
        "local-timestamp-millis",
        "local-timestamp-micros",
        "local-timestamp-nanos",
        "duration",
    ];

    /// The value of the attribute `logicalType`.
    pub const fn name(self) -> &'static str {
        match self {
            LogicalType::Decimal { .. } => "decimal",
            LogicalType::BigDecimal => "big-decimal",
            LogicalType::Uuid => "uuid",
            LogicalType::Date => "date",
            LogicalType::TimeMillis => "time-millis",
            LogicalType::TimeMicros => "time-micros",
            LogicalType::TimestampMillis => "timestamp-millis",
            LogicalType::TimestampMicros => "timestamp-micros",
            LogicalType::TimestampNanos => "timestamp-nanos",
            LogicalType::LocalTimestampMillis => "local-timestamp-millis",
            LogicalType::LocalTimestampMicros => "local-timestamp-micros",
            LogicalType::LocalTimestampNanos => "local-timestamp-nanos",
            LogicalType::Duration => "duration",
        }
    }

    /// The logical type that `props` name on an Avro type; one that is not valid there is ignored, as the specification says.
    ///
    /// ```
    /// use avro_model::{Kind, LogicalType, Prop, Str};
    ///
    /// let prop = |key, value| Prop { key: Str::Static(key), value: Str::Static(value) };
    /// let money = [prop("logicalType", "\"decimal\""), prop("precision", "9")];
    /// assert_eq!(LogicalType::of(&Kind::Bytes, &money), Some(LogicalType::Decimal { precision: 9, scale: 0 }));
    /// assert_eq!(LogicalType::of(&Kind::String, &money), None);
    /// ```
    pub const fn of(kind: &Kind, props: &[Prop]) -> Option<LogicalType> {
        let Some(name) = value(props, "logicalType") else { return None };
        Some(match kind {
            Kind::Bytes if same(name, "\"big-decimal\"") => LogicalType::BigDecimal,
            Kind::Bytes if same(name, "\"decimal\"") => return decimal(props, u32::MAX),
            Kind::Fixed(fixed) if same(name, "\"decimal\"") => return decimal(props, most_digits(fixed.size)),
            Kind::Fixed(fixed) if fixed.size == 16 && same(name, "\"uuid\"") => LogicalType::Uuid,
            Kind::Fixed(fixed) if fixed.size == 12 && same(name, "\"duration\"") => LogicalType::Duration,
            Kind::String if same(name, "\"uuid\"") => LogicalType::Uuid,
            Kind::Int if same(name, "\"date\"") => LogicalType::Date,
            Kind::Int if same(name, "\"time-millis\"") => LogicalType::TimeMillis,
            Kind::Long if same(name, "\"time-micros\"") => LogicalType::TimeMicros,
            Kind::Long if same(name, "\"timestamp-millis\"") => LogicalType::TimestampMillis,
            Kind::Long if same(name, "\"timestamp-micros\"") => LogicalType::TimestampMicros,
            Kind::Long if same(name, "\"timestamp-nanos\"") => LogicalType::TimestampNanos,
            Kind::Long if same(name, "\"local-timestamp-millis\"") => LogicalType::LocalTimestampMillis,
            Kind::Long if same(name, "\"local-timestamp-micros\"") => LogicalType::LocalTimestampMicros,
            Kind::Long if same(name, "\"local-timestamp-nanos\"") => LogicalType::LocalTimestampNanos,
            _ => return None,
        })
    }
}

impl LogicalType {
    /// A schema of the logical type called `name`, as JSON.
    pub(crate) fn example(name: &str) -> Option<String> {
        let base = match name {
            "decimal" => {
                return Some(r#"{"type": "bytes", "logicalType": "decimal", "precision": .., "scale": ..}"#.into());
            }
            "duration" => {
                return Some(r#"{"type": "fixed", "name": .., "size": 12, "logicalType": "duration"}"#.into());
            }
            "uuid" => "string",
            "big-decimal" => "bytes",
            "date" | "time-millis" => "int",
            _ if LogicalType::NAMES.contains(&name) => "long",
            _ => return None,
        };
        Some(format!(r#"{{"type": "{base}", "logicalType": "{name}"}}"#))
    }

    /// Why `props` name a logical type of the specification that is ignored on this Avro type; nothing where it is valid or not
    /// one of the specification's.
    ///
    /// ```
    /// use avro_model::{Kind, LogicalType, Prop, Str};
    ///
    /// let prop = |key, value| Prop { key: Str::Static(key), value: Str::Static(value) };
    /// let money = [prop("logicalType", "\"decimal\""), prop("precision", "2"), prop("scale", "4")];
    /// let problem = LogicalType::problem(&Kind::Bytes, &money).unwrap();
    /// assert_eq!(problem, "the logical type `decimal` is ignored: its scale 4 is larger than its precision 2");
    /// ```
    pub fn problem(kind: &Kind, props: &[Prop]) -> Option<String> {
        let text = value(props, "logicalType")?;
        if LogicalType::of(kind, props).is_some() {
            return None;
        }
        let Some(name) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else {
            return Some("\"logicalType\" is no string, so it is ignored".to_owned());
        };
        let belongs = match name {
            "decimal" => "bytes or fixed",
            "big-decimal" => "bytes",
            "uuid" => "string or a fixed of 16 bytes",
            "date" | "time-millis" => "int",
            "time-micros"
            | "timestamp-millis"
            | "timestamp-micros"
            | "timestamp-nanos"
            | "local-timestamp-millis"
            | "local-timestamp-micros"
            | "local-timestamp-nanos" => "long",
            "duration" => "a fixed of 12 bytes",
            // one of somebody's own, unless it looks like a slip
            _ => {
                return nearest(name, LogicalType::NAMES).map(|near| {
                    format!("no logical type is called {}, so it is ignored: did you mean `{near}`?", quote(name))
                });
            }
        };
        let why = match kind {
            Kind::Bytes | Kind::Fixed(_) if name == "decimal" => decimal_problem(kind, props),
            _ => format!("it belongs on {belongs}"),
        };
        Some(format!("the logical type `{name}` is ignored: {why}"))
    }
}

/// What is wrong with the attributes of a decimal on bytes or fixed.
fn decimal_problem(kind: &Kind, props: &[Prop]) -> String {
    let Some(text) = value(props, "precision") else {
        return "it needs a \"precision\", the number of its digits".to_owned();
    };
    let precision = match whole(Some(text)) {
        Some(precision) if precision > 0 => precision,
        _ => return format!("its precision is {}, expected a whole number above 0", quote(text)),
    };
    if let Kind::Fixed(fixed) = kind
        && precision > most_digits(fixed.size)
    {
        let most = most_digits(fixed.size);
        return format!("a fixed of {} bytes holds {most} digits, not {precision}", fixed.size);
    }
    match value(props, "scale").map(|text| (text, whole(Some(text)))) {
        Some((_, Some(scale))) => format!("its scale {scale} is larger than its precision {precision}"),
        Some((text, None)) => format!("its scale is {}, expected a whole number", quote(text)),
        None => "its attributes do not fit".to_owned(),
    }
}

/// The JSON text of the property `key`.
const fn value<'a>(props: &'a [Prop], key: &str) -> Option<&'a str> {
    let mut i = 0;
    while i < props.len() {
        if same(props[i].key.get(), key) {
            return Some(props[i].value.get());
        }
        i += 1;
    }
    None
}

const fn decimal(props: &[Prop], most: u32) -> Option<LogicalType> {
    let Some(precision) = whole(value(props, "precision")) else { return None };
    let scale = match value(props, "scale") {
        Some(text) => match whole(Some(text)) {
            Some(scale) => scale,
            None => return None,
        },
        None => 0,
    };
    if precision == 0 || scale > precision || precision > most {
        return None;
    }
    Some(LogicalType::Decimal { precision, scale })
}

/// A JSON number that is an `int` of at least 0.
const fn whole(text: Option<&str>) -> Option<u32> {
    let Some(text) = text else { return None };
    match i32::from_str_radix(text, 10) {
        Ok(number) if number >= 0 => Some(number as u32),
        _ => None,
    }
}

/// How many decimal digits always fit into a two's complement number of `size` bytes:
/// floor(log10(2^(8 * size - 1) - 1)).
pub const fn most_digits(size: u32) -> u32 {
    if size == 0 {
        return 0;
    }
    // 2^k - 1 and 2^k have the same number of digits, as no power of two is a power of ten; log10(2) to 18 digits is exact
    // enough for every 32-bit size.
    let bits = size as u128 * 8 - 1;
    let digits = bits * 301_029_995_663_981_195 / 1_000_000_000_000_000_000;
    if digits > u32::MAX as u128 { u32::MAX } else { digits as u32 }
}

#[cfg(test)]
mod tests {
    use super::most_digits;

    #[test]
    fn digits_of_fixed_decimals() {
        for (size, digits) in [(0, 0), (1, 2), (2, 4), (4, 9), (5, 11), (8, 18), (12, 28), (16, 38), (129, 310)] {
            assert_eq!(most_digits(size), digits, "{size}");
        }
    }
}
