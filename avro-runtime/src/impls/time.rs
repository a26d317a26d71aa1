//! `SystemTime`: a long with the logical type `timestamp-micros`.

use std::time::{Duration, SystemTime};

use super::adapt::{Instant, OnScale, TimestampMicros, exact_by_default};

exact_by_default!(SystemTime, TimestampMicros, "long");

impl OnScale<Instant> for SystemTime {
    fn to_parts(&self) -> (i64, u32) {
        // What is beyond the range of seconds is beyond that of every unit.
        let seconds = |distance: Duration| i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        match self.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => (seconds(after), after.subsec_nanos()),
            Err(before) => {
                let before = before.duration();
                match before.subsec_nanos() {
                    0 => (-seconds(before), 0),
                    nanos => (-seconds(before) - 1, 1_000_000_000 - nanos),
                }
            }
        }
    }

    fn from_parts(seconds: i64, nanos: u32) -> Option<Self> {
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let start = if seconds < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole)
        };
        start?.checked_add(Duration::from_nanos(u64::from(nanos)))
    }
}
