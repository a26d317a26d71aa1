//! chrono: instants, dates and times of day.

use ::chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike as _, Utc};

use crate::impls::adapt::{
    Civil, Date, Instant, LocalTimestampMicros, OfDay, OnCalendar, OnScale, TimeMicros, TimestampMicros, by_default,
    exact_by_default,
};

exact_by_default!(DateTime<Utc>, TimestampMicros, "long");
exact_by_default!(NaiveDateTime, LocalTimestampMicros, "long");
exact_by_default!(NaiveTime, TimeMicros, "long");
by_default!([] NaiveDate, Date, "int");

/// Of any zone that a time without one can be given to: `Utc`, and `Local` and `FixedOffset`, which the default form refuses.
impl<Tz: TimeZone> OnScale<Instant> for DateTime<Tz>
where
    DateTime<Tz>: From<DateTime<Utc>>,
{
    #[inline]
    fn to_parts(&self) -> (i64, u32) {
        (self.timestamp(), self.timestamp_subsec_nanos())
    }

    #[inline]
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        DateTime::<Utc>::from_timestamp(seconds, nanos).map(Self::from)
    }
}

impl OnScale<Civil> for NaiveDateTime {
    #[inline]
    fn to_parts(&self) -> (i64, u32) {
        OnScale::<Instant>::to_parts(&self.and_utc())
    }

    #[inline]
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        DateTime::<Utc>::from_timestamp(seconds, nanos).map(|time| time.naive_utc())
    }
}

impl OnScale<OfDay> for NaiveTime {
    #[inline]
    fn to_parts(&self) -> (i64, u32) {
        (self.num_seconds_from_midnight().into(), self.nanosecond())
    }

    #[inline]
    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(seconds).ok()?, nanos)
    }
}

/// 1970-01-01, counted from the first day of the year 1.
const EPOCH: i32 = 719_163;

impl OnCalendar for NaiveDate {
    #[inline]
    fn to_days(&self) -> i32 {
        // A calendar of about 260,000 years before and after the year 0: no overflow.
        self.num_days_from_ce() - EPOCH
    }

    #[inline]
    fn from_days(days: i32) -> Option<Self> {
        NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)
    }
}
