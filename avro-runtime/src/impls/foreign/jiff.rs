//! jiff: instants, dates and times of day, of the releases 1 and 0.2.

use crate::impls::adapt::{
    Civil, Date, Instant, LocalTimestampMicros, OfDay, OnCalendar, OnScale, TimeMicros, TimestampMicros, by_default,
    exact_by_default,
};

macro_rules! types {
    ($jiff:ident, $zoned:ident, $to_zoned:ident) => {
        use ::$jiff::civil::{Date as Day, DateTime, Time};
        use ::$jiff::tz::TimeZone;
        use ::$jiff::{SignedDuration, Timestamp, $zoned};

        use super::*;

        exact_by_default!(Timestamp, TimestampMicros, "long");
        exact_by_default!(DateTime, LocalTimestampMicros, "long");
        exact_by_default!(Time, TimeMicros, "long");
        by_default!([] Day, Date, "int");

        impl OnScale<Instant> for Timestamp {
            #[inline]
            fn to_parts(&self) -> (i64, u32) {
                floor(self.as_second(), self.subsec_nanosecond())
            }

            #[inline]
            fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
                Timestamp::new(seconds, i32::try_from(nanos).ok()?).ok()
            }
        }

        /// What is read is in UTC.
        impl OnScale<Instant> for $zoned {
            #[inline]
            fn to_parts(&self) -> (i64, u32) {
                self.timestamp().to_parts()
            }

            #[inline]
            fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
                Timestamp::from_parts(seconds, nanos).map(|time| time.$to_zoned(TimeZone::UTC))
            }
        }

        impl OnScale<Civil> for DateTime {
            #[inline]
            fn to_parts(&self) -> (i64, u32) {
                let since = self.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
                floor(since.as_secs(), since.subsec_nanos())
            }

            #[inline]
            fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
                let since = SignedDuration::new(seconds, i32::try_from(nanos).ok()?);
                DateTime::constant(1970, 1, 1, 0, 0, 0, 0).checked_add(since).ok()
            }
        }

        impl OnScale<OfDay> for Time {
            #[inline]
            fn to_parts(&self) -> (i64, u32) {
                let since = self.duration_since(Time::midnight());
                floor(since.as_secs(), since.subsec_nanos())
            }

            #[inline]
            fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
                let part = |units: i64| i8::try_from(units).ok();
                let nanos = i32::try_from(nanos).ok()?;
                Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, nanos).ok()
            }
        }

        impl OnCalendar for Day {
            #[inline]
            fn to_days(&self) -> i32 {
                // Whole days of a calendar of some 10,000 years before and after the year 0: they fit.
                (self.duration_since(Day::constant(1970, 1, 1)).as_hours() / 24) as i32
            }

            #[inline]
            fn from_days(days: i32) -> Option<Self> {
                Day::constant(1970, 1, 1).checked_add(SignedDuration::from_hours(i64::from(days) * 24)).ok()
            }
        }
    };
}

/// jiff's parts have one sign; those of a scale go on from whole seconds.
#[inline]
fn floor(seconds: i64, nanos: i32) -> (i64, u32) {
    match u32::try_from(nanos) {
        Ok(nanos) => (seconds, nanos),
        // Above minus a second's.
        Err(_) => (seconds - 1, (nanos + 1_000_000_000) as u32),
    }
}

#[cfg(feature = "jiff")]
mod current {
    types!(jiff, ZonedDateTime, to_zoned_datetime);
}

#[cfg(feature = "jiff-02")]
mod earlier {
    types!(jiff_02, Zoned, to_zoned);
}
