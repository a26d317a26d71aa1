//! Instants, dates and times of day.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, SystemTime};

use apache_avro::types::Value;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, WriterSchema};
use chrono::{DateTime, FixedOffset, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use proptest::prelude::*;

use super::{apache, is_field, is_refused, record, round_trip};

const MICROS: &str = r#"{"type":"long","logicalType":"timestamp-micros"}"#;
const LOCAL: &str = r#"{"type":"long","logicalType":"local-timestamp-micros"}"#;
const DATE: &str = r#"{"type":"int","logicalType":"date"}"#;
const TIME: &str = r#"{"type":"long","logicalType":"time-micros"}"#;

/// Each library's types in their own forms and in all others.
macro_rules! library {
    (
        $module:ident: $instant:ty = $instants:expr, $civil:ty = $civils:expr, $date:ty = $dates:expr, $time:ty = $times:expr
    ) => {
        mod $module {
            use super::*;

            record!(Own($instant));
            record!(#[avro(timestamp_millis)] Millis($instant));
            record!(#[avro(timestamp_micros)] Micros($instant));
            record!(#[avro(timestamp_nanos)] Nanos($instant));
            record!(#[avro(timestamp_millis, exact)] Exact($instant));
            record!(#[avro(exact)] OwnExact($instant));
            record!(LocalOwn($civil));
            record!(#[avro(local_timestamp_millis)] LocalMillis($civil));
            record!(#[avro(local_timestamp_nanos)] LocalNanos($civil));
            record!(#[avro(exact)] LocalExact($civil));
            record!(Day($date));
            record!(Clock($time));
            record!(#[avro(time_millis)] ClockMillis($time));
            record!(#[avro(time_millis, exact)] ClockExact($time));
            record!(#[avro(timestamp_millis)] Optional(Option<$instant>));
            record!(#[avro(time_millis)] Listed(Vec<Option<$time>>));
            record!(#[avro(local_timestamp_millis)] Mapped(BTreeMap<String, Vec<$civil>>));

            #[test]
            fn schemas() {
                is_field::<Own>(MICROS);
                is_field::<Micros>(MICROS);
                is_field::<OwnExact>(MICROS);
                is_field::<Millis>(r#"{"type":"long","logicalType":"timestamp-millis"}"#);
                is_field::<Exact>(r#"{"type":"long","logicalType":"timestamp-millis"}"#);
                is_field::<Nanos>(r#"{"type":"long","logicalType":"timestamp-nanos"}"#);
                is_field::<LocalOwn>(LOCAL);
                is_field::<LocalExact>(LOCAL);
                is_field::<LocalMillis>(r#"{"type":"long","logicalType":"local-timestamp-millis"}"#);
                is_field::<LocalNanos>(r#"{"type":"long","logicalType":"local-timestamp-nanos"}"#);
                is_field::<Day>(DATE);
                is_field::<Clock>(TIME);
                is_field::<ClockMillis>(r#"{"type":"int","logicalType":"time-millis"}"#);
                is_field::<Optional>(r#"["null",{"type":"long","logicalType":"timestamp-millis"}]"#);
                is_field::<Listed>(r#"{"type":"array","items":["null",{"type":"int","logicalType":"time-millis"}]}"#);
                is_field::<Mapped>(
                    r#"{"type":"map","values":{"type":"array","items":{"type":"long","logicalType":"local-timestamp-millis"}}}"#,
                );
                assert_eq!(<Option<$instant>>::json(), format!(r#"["null",{MICROS}]"#));
            }

            #[test]
            fn bytes_are_those_of_apache_avro() {
                for long in [0, 1, -1, 1_600_000_000_123_456, -62_000_000_000_000_000] {
                    let bytes = apache::<Own>(Value::TimestampMicros(long));
                    assert_eq!(round_trip(&Own::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<Millis>(Value::TimestampMillis(long / 1_000));
                    assert_eq!(round_trip(&Millis::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<Nanos>(Value::TimestampNanos(long));
                    assert_eq!(round_trip(&Nanos::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<LocalOwn>(Value::LocalTimestampMicros(long));
                    assert_eq!(round_trip(&LocalOwn::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<LocalMillis>(Value::LocalTimestampMillis(long / 1_000));
                    assert_eq!(round_trip(&LocalMillis::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<LocalNanos>(Value::LocalTimestampNanos(long));
                    assert_eq!(round_trip(&LocalNanos::from_avro(&bytes).unwrap()), bytes);
                }
                for days in [0, 1, -1, 18_000, -719_000] {
                    let bytes = apache::<Day>(Value::Date(days));
                    assert_eq!(round_trip(&Day::from_avro(&bytes).unwrap()), bytes);
                }
                for units in [0, 1, 86_399_999] {
                    let bytes = apache::<ClockMillis>(Value::TimeMillis(units));
                    assert_eq!(round_trip(&ClockMillis::from_avro(&bytes).unwrap()), bytes);
                    let bytes = apache::<Clock>(Value::TimeMicros(i64::from(units) * 1_000 + 999));
                    assert_eq!(round_trip(&Clock::from_avro(&bytes).unwrap()), bytes);
                }
            }

            #[test]
            fn finer_parts_are_dropped_towards_minus_infinity() {
                let of = |units: i64| Micros::from_avro(&units.to_avro().unwrap()).unwrap().field;
                for (micros, millis) in [(1_999, 1), (-1, -1), (-1_000, -1), (-1_001, -2), (0, 0)] {
                    let bytes = Millis { field: of(micros) }.to_avro().unwrap();
                    assert_eq!(i64::from_avro(&bytes).unwrap(), millis, "{micros}");
                    let exact = Exact { field: of(micros) };
                    if micros % 1_000 == 0 {
                        round_trip(&exact);
                    } else {
                        is_refused(&exact, "finer parts than a timestamp-millis");
                    }
                    round_trip(&OwnExact { field: of(micros) });
                }
                let field = Clock::from_avro(&1_999_i64.to_avro().unwrap()).unwrap().field;
                assert_eq!(ClockMillis { field }.to_avro().unwrap(), [2]);
                is_refused(&ClockExact { field }, "finer parts than a time-millis");
            }

            #[test]
            fn what_the_type_cannot_hold_is_an_error() {
                for long in [i64::MIN, i64::MAX] {
                    let bytes = long.to_avro().unwrap();
                    let error = Millis::from_avro(&bytes).unwrap_err();
                    assert!(error.is_out_of_range(), "{error}");
                    assert!(LocalMillis::from_avro(&bytes).unwrap_err().is_out_of_range());
                }
                for days in [i32::MIN, i32::MAX] {
                    let error = Day::from_avro(&days.to_avro().unwrap()).unwrap_err();
                    assert!(error.to_string().contains("`field`: a date that the Rust type cannot hold"), "{error}");
                }
                for units in [-1, 86_400_000_000_i64, i64::MIN, i64::MAX] {
                    let error = Clock::from_avro(&units.to_avro().unwrap()).unwrap_err();
                    assert!(error.to_string().contains("a time-micros that the Rust type cannot hold"), "{error}");
                    assert!(ClockMillis::from_avro(&units.div_euclid(1_000).to_avro().unwrap()).is_err());
                }
            }

            #[test]
            fn extremes() {
                for field in $instants {
                    // What is read has no finer parts, and is written as the same.
                    round_trip(&Own::from_avro(&Own { field }.to_avro().unwrap()).unwrap());
                    is_refused(&Nanos { field }, "a time that has no timestamp-nanos");
                }
                for field in $civils {
                    round_trip(&LocalOwn::from_avro(&LocalOwn { field }.to_avro().unwrap()).unwrap());
                    is_refused(&LocalNanos { field }, "a time that has no local-timestamp-nanos");
                }
                for field in $dates {
                    round_trip(&Day { field });
                }
                for field in $times {
                    round_trip(&Clock::from_avro(&Clock { field }.to_avro().unwrap()).unwrap());
                }
            }

            #[test]
            fn a_writer_of_a_smaller_number_is_read() {
                let writer = WriterSchema::parse(
                    r#"{"type":"record","name":"com.acme.Own","fields":[{"name":"field","type":["null","int"]}]}"#,
                ).unwrap();
                let read = Own::from_avro_with(&writer, &[2, 14]).unwrap();
                assert_eq!(read.to_avro().unwrap(), [14]);
                assert!(Own::from_avro_with(&writer, &[0]).unwrap_err().is_incompatible());
            }

            proptest! {
                #[test]
                fn every_time_is_read_as_it_was_written(
                    nanos in any::<i64>(),
                    micros in -200_000_000_000_000_000..200_000_000_000_000_000_i64,
                    days in -700_000..2_900_000_i32,
                    of_day in 0..86_400_000_000_i64,
                ) {
                    let read = |units: i64| units.to_avro().unwrap();
                    round_trip(&Nanos::from_avro(&read(nanos)).unwrap());
                    round_trip(&LocalNanos::from_avro(&read(nanos)).unwrap());
                    let own = Own::from_avro(&read(micros)).unwrap();
                    assert_eq!(round_trip(&own), read(micros));
                    // The unit is coarser, the value at most a unit later.
                    let millis = Millis { field: own.field }.to_avro().unwrap();
                    assert_eq!(i64::from_avro(&millis).unwrap(), micros.div_euclid(1_000));
                    assert_eq!(round_trip(&LocalOwn::from_avro(&read(micros)).unwrap()), read(micros));
                    assert_eq!(round_trip(&Day::from_avro(&days.to_avro().unwrap()).unwrap()), days.to_avro().unwrap());
                    assert_eq!(round_trip(&Clock::from_avro(&read(of_day)).unwrap()), read(of_day));
                    round_trip(&Optional { field: Some(Millis::from_avro(&read(micros / 1_000)).unwrap().field) });
                    let clock = ClockMillis::from_avro(&read(of_day / 1_000)).unwrap().field;
                    round_trip(&Listed { field: vec![None, Some(clock)] });
                    let civil = LocalMillis::from_avro(&read(micros / 1_000)).unwrap().field;
                    round_trip(&Mapped { field: BTreeMap::from([("a".to_owned(), vec![civil])]) });
                }
            }
        }
    };
}

library!(of_chrono:
    DateTime<Utc> = [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC],
    NaiveDateTime = [NaiveDateTime::MIN, NaiveDateTime::MAX],
    NaiveDate = [NaiveDate::MIN, NaiveDate::MAX],
    NaiveTime = [NaiveTime::MIN, NaiveTime::from_hms_nano_opt(23, 59, 59, 999_999_999).unwrap()]
);
library!(of_time:
    time::UtcDateTime = [time::UtcDateTime::MIN, time::UtcDateTime::MAX],
    time::PrimitiveDateTime = [time::PrimitiveDateTime::MIN, time::PrimitiveDateTime::MAX],
    time::Date = [time::Date::MIN, time::Date::MAX],
    time::Time = [time::Time::MIDNIGHT, time::Time::MAX]
);
library!(of_jiff:
    jiff::Timestamp = [jiff::Timestamp::MIN, jiff::Timestamp::MAX],
    jiff::civil::DateTime = [jiff::civil::DateTime::MIN, jiff::civil::DateTime::MAX],
    jiff::civil::Date = [jiff::civil::Date::MIN, jiff::civil::Date::MAX],
    jiff::civil::Time = [jiff::civil::Time::MIN, jiff::civil::Time::MAX]
);
library!(of_jiff_02:
    jiff_02::Timestamp = [jiff_02::Timestamp::MIN, jiff_02::Timestamp::MAX],
    jiff_02::civil::DateTime = [jiff_02::civil::DateTime::MIN, jiff_02::civil::DateTime::MAX],
    jiff_02::civil::Date = [jiff_02::civil::Date::MIN, jiff_02::civil::Date::MAX],
    jiff_02::civil::Time = [jiff_02::civil::Time::MIN, jiff_02::civil::Time::MAX]
);

record!(Plain(SystemTime));
record!(
    #[avro(timestamp_nanos)]
    PlainNanos(SystemTime)
);
record!(
    #[avro(timestamp_millis, exact)]
    PlainExact(SystemTime)
);

#[test]
fn system_time() {
    is_field::<Plain>(MICROS);
    for micros in [0, 1, -1, 1_000_000, -1_000_000, -1_000_001, 1_600_000_000_123_456] {
        let bytes = i64::to_avro(&micros).unwrap();
        assert_eq!(round_trip(&Plain::from_avro(&bytes).unwrap()), bytes);
    }
    let early = SystemTime::UNIX_EPOCH - Duration::from_nanos(1);
    assert_eq!(Plain { field: early }.to_avro().unwrap(), (-1_i64).to_avro().unwrap());
    is_refused(&PlainExact { field: early }, "finer parts");
    let late = SystemTime::UNIX_EPOCH + Duration::from_secs(1 << 40);
    is_refused(&PlainNanos { field: late }, "a time that has no timestamp-nanos");
}

#[test]
fn a_leap_second_is_the_start_of_the_next_one_or_refused() {
    let day = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
    let leap = day.and_hms_nano_opt(23, 59, 59, 1_500_000_000).unwrap().and_utc();
    let next = Utc.with_ymd_and_hms(2017, 1, 1, 0, 0, 0).unwrap() + Duration::from_millis(500);
    let bytes = of_chrono::Own { field: leap }.to_avro().unwrap();
    assert_eq!(of_chrono::Own::from_avro(&bytes).unwrap().field, next);
    is_refused(&of_chrono::OwnExact { field: leap }, "or a leap second");
    is_refused(&of_chrono::Clock { field: leap.time() }, "a time that has no time-micros");
}

record!(#[avro(timestamp_micros)] InLocal(DateTime<Local>));
record!(#[avro(timestamp_millis)] AtOffset(Option<DateTime<FixedOffset>>));
record!(
    #[avro(timestamp_micros)]
    Offset(time::OffsetDateTime)
);
record!(
    #[avro(timestamp_nanos)]
    Zoned(jiff::ZonedDateTime)
);
record!(#[avro(timestamp_nanos, exact)] Zoned02(Vec<jiff_02::Zoned>));

#[test]
fn zones_are_left_out_where_that_is_meant() {
    is_field::<InLocal>(MICROS);
    let instant = Utc.with_ymd_and_hms(2024, 2, 29, 12, 0, 0).unwrap();
    let bytes = of_chrono::Own { field: instant }.to_avro().unwrap();
    assert_eq!(round_trip(&InLocal { field: instant.into() }), bytes);
    let offset = instant.with_timezone(&FixedOffset::east_opt(7200).unwrap());
    let read = round_trip(&AtOffset { field: Some(offset) });
    assert_eq!(AtOffset::from_avro(&read).unwrap().field.unwrap().offset().local_minus_utc(), 0);
    let time = time::OffsetDateTime::UNIX_EPOCH.to_offset(time::UtcOffset::from_hms(-3, 0, 0).unwrap());
    assert_eq!(round_trip(&Offset { field: time }), [0]);
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(5));
    assert_eq!(round_trip(&Zoned { field: jiff::Timestamp::UNIX_EPOCH.to_zoned_datetime(zone) }), [0]);
    round_trip(&Zoned02 { field: vec![jiff_02::Timestamp::UNIX_EPOCH.to_zoned(jiff_02::tz::TimeZone::UTC)] });
}

proptest! {
    /// The instant stays, in whatever zone it was.
    #[test]
    fn every_instant_of_a_zone_is_read_as_it_was_written(
        micros in -200_000_000_000_000_000..200_000_000_000_000_000_i64,
        nanos in any::<i64>(),
        hours in -12_i8..=12,
    ) {
        let utc = DateTime::from_timestamp_micros(micros).unwrap();
        let local: DateTime<Local> = utc.into();
        round_trip(&InLocal { field: local });
        let millis = DateTime::from_timestamp_millis(micros / 1_000).unwrap();
        let offset: DateTime<FixedOffset> = millis.with_timezone(&FixedOffset::east_opt(i32::from(hours) * 3600).unwrap());
        round_trip(&AtOffset { field: Some(offset) });
        let time = time::OffsetDateTime::from_unix_timestamp_nanos(i128::from(nanos) / 1_000 * 1_000).unwrap();
        round_trip(&Offset { field: time.to_offset(time::UtcOffset::from_hms(hours, 0, 0).unwrap()) });
        let at = jiff::Timestamp::from_nanosecond(i128::from(nanos) / 1_000 * 1_000).unwrap();
        let zoned: jiff::ZonedDateTime = at.to_zoned_datetime(jiff::tz::TimeZone::fixed(jiff::tz::Offset::constant(hours)));
        round_trip(&Zoned { field: zoned });
        let zone = jiff_02::tz::TimeZone::fixed(jiff_02::tz::Offset::constant(hours));
        let zoned: jiff_02::Zoned = jiff_02::Timestamp::from_nanosecond(nanos.into()).unwrap().to_zoned(zone);
        round_trip(&Zoned02 { field: vec![zoned] });
    }
}

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
enum Moment {
    Exactly(#[avro(timestamp_millis)] DateTime<Utc>),
    About(NaiveDate),
}

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
struct Event<T> {
    at: DateTime<Utc>,
    what: T,
    #[avro(timestamp_millis)]
    seen: HashMap<String, Box<DateTime<Utc>>>,
    #[avro(default = 0)]
    zero: DateTime<Utc>,
    moments: Vec<Moment>,
}

#[test]
fn in_enums_and_in_generics() {
    let at = Utc.with_ymd_and_hms(1969, 7, 20, 20, 17, 40).unwrap();
    assert_eq!(
        Moment::json(),
        r#"[{"type":"long","logicalType":"timestamp-millis"},{"type":"int","logicalType":"date"}]"#
    );
    round_trip(&Event {
        at,
        what: Some(at.date_naive()),
        seen: HashMap::from([("a".to_owned(), Box::new(at))]),
        zero: DateTime::UNIX_EPOCH,
        moments: vec![Moment::Exactly(at), Moment::About(NaiveDate::MIN)],
    });
    // The default of a field that the writer does not have.
    let writer = <Event<i32>>::json()
        .replace(r#",{"name":"zero","type":{"type":"long","logicalType":"timestamp-micros"},"default":0}"#, "");
    let writer = WriterSchema::parse(&writer).unwrap();
    let read = <Event<i32>>::from_avro_with(&writer, &[2, 4, 0, 0]).unwrap();
    assert_eq!((read.zero, read.what), (DateTime::UNIX_EPOCH, 2));
}
