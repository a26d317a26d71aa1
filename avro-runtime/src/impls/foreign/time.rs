//! time: instants, dates and times of day.

use ::time::{OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime};

use crate::impls::adapt::{
    Civil, Date, Instant, LocalTimestampMicros, OfDay, OnCalendar, OnScale, TimeMicros, TimestampMicros, by_default,
    exact_by_default,
};

exact_by_default!(UtcDateTime, TimestampMicros, "long");
exact_by_default!(PrimitiveDateTime, LocalTimestampMicros, "long");
exact_by_default!(Time, TimeMicros, "long");
by_default!([] ::time::Date, Date, "int");

macro_rules! instant {
    ($($ty:ty),*) => {
        $(
            impl OnScale<Instant> for $ty {
                #[inline]
                fn to_parts(&self) -> (i64, u32) {
                    (self.unix_timestamp(), self.nanosecond())
                }

                #[inline]
                fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
                    <$ty>::from_unix_timestamp(seconds).ok()?.replace_nanosecond(nanos).ok()
                }
            }
        )*
    };
}

// What is read has the offset zero.
instant!(UtcDateTime, OffsetDateTime);

impl OnScale<Civil> for PrimitiveDateTime {
    #[inline]
    fn to_parts(&self) -> (i64, u32) {
        (self.assume_utc().unix_timestamp(), self.nanosecond())
    }

    #[inline]
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        let time = UtcDateTime::from_unix_timestamp(seconds).ok()?.replace_nanosecond(nanos).ok()?;
        Some(PrimitiveDateTime::new(time.date(), time.time()))
    }
}

impl OnScale<OfDay> for Time {
    #[inline]
    fn to_parts(&self) -> (i64, u32) {
        let (hours, minutes, seconds, nanos) = self.as_hms_nano();
        (i64::from(hours) * 3600 + i64::from(minutes) * 60 + i64::from(seconds), nanos)
    }

    #[inline]
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        let part = |units: i64| u8::try_from(units).ok();
        Time::from_hms_nano(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, nanos).ok()
    }
}

/// 1970-01-01 as a Julian day.
const EPOCH: i32 = 2_440_588;

impl OnCalendar for ::time::Date {
    #[inline]
    fn to_days(&self) -> i32 {
        // A calendar of at most a million years before and after the year 0: no overflow.
        self.to_julian_day() - EPOCH
    }

    #[inline]
    fn from_days(days: i32) -> Option<Self> {
        ::time::Date::from_julian_day(days.checked_add(EPOCH)?).ok()
    }
}
