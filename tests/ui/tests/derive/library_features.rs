// As if the features were off: types that are called like those of the crates.
use avro_runtime::AvroSchema;

mod chrono {
    pub struct DateTime<Tz>(pub Tz);
    pub struct Utc;
    pub struct Local;
    pub struct NaiveDate;
}
mod time {
    pub struct OffsetDateTime;
    pub struct PrimitiveDateTime;
    pub struct Date;
}
mod jiff {
    pub struct Timestamp;
    pub struct ZonedDateTime;
}
mod others {
    pub struct Uuid;
    pub struct Decimal;
    pub struct BigInt;
    pub struct BigDecimal;
    pub struct ByteString;
    pub struct IndexMap<K, V>(pub K, pub V);
    pub struct SmallVec<A>(pub A);
    pub struct ArrayVec<T, const N: usize>(pub [T; N]);
    pub struct Url;
}

#[derive(AvroSchema)]
struct Times {
    utc: chrono::DateTime<chrono::Utc>,
    local: Option<chrono::DateTime<chrono::Local>>,
    day: Vec<chrono::NaiveDate>,
    offset: time::OffsetDateTime,
    civil: time::PrimitiveDateTime,
    date: time::Date,
    instant: jiff::Timestamp,
    zoned: jiff::ZonedDateTime,
}

#[derive(AvroSchema)]
struct Others {
    id: others::Uuid,
    amount: others::Decimal,
    number: others::BigInt,
    big: others::BigDecimal,
    text: others::ByteString,
    map: others::IndexMap<String, i32>,
    small: others::SmallVec<[i32; 4]>,
    array: others::ArrayVec<i32, 4>,
    url: others::Url,
}

#[derive(AvroSchema)]
struct Forms {
    #[avro(timestamp_millis)]
    utc: chrono::DateTime<chrono::Utc>,
    #[avro(timestamp_millis)]
    local: chrono::DateTime<chrono::Local>,
    #[avro(local_timestamp_nanos)]
    civil: time::PrimitiveDateTime,
    #[avro(date)]
    date: time::Date,
    #[avro(timestamp_nanos)]
    instant: Option<jiff::Timestamp>,
    #[avro(uuid_fixed)]
    id: others::Uuid,
    #[avro(decimal(precision = 9, scale = 2))]
    amount: Vec<others::Decimal>,
    #[avro(decimal(precision = 9, scale = 2))]
    big: others::BigDecimal,
}

fn main() {}
