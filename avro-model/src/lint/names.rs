//! What the name of a field says of its value.

/// Words for amounts of money.
const MONEY: [&str; 19] = [
    "price", "prices", "amount", "cost", "costs", "fee", "fees", "salary", "balance", "payment", "revenue", "tax",
    "vat", "money", "usd", "eur", "gbp", "refund", "discount",
];
/// Words that make a number of it that is no amount.
const NO_MONEY: [&str; 9] = ["rate", "ratio", "percent", "percentage", "pct", "factor", "score", "weight", "index"];
/// Last words of points in time.
const TIME: [&str; 6] = ["at", "timestamp", "ts", "time", "datetime", "date"];
/// Words that say what a number of time counts.
const UNITS: [&str; 23] = [
    "ms",
    "msec",
    "milli",
    "millis",
    "millisecond",
    "milliseconds",
    "us",
    "micro",
    "micros",
    "microseconds",
    "ns",
    "nano",
    "nanos",
    "nanoseconds",
    "s",
    "sec",
    "secs",
    "second",
    "seconds",
    "days",
    "day",
    "minutes",
    "hours",
];

/// An amount of money.
pub(super) fn is_money(name: &str) -> bool {
    let words = words(name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&MONEY) && !has(&NO_MONEY)
}

/// A point in time whose name does not say its unit.
pub(super) fn is_time_without_unit(name: &str) -> bool {
    let words = words(name);
    let Some(last) = words.last() else { return false };
    let is_time = TIME.contains(&last.as_str()) && (last != "at" || words.len() > 1);
    is_time && !words.iter().any(|word| UNITS.contains(&word.as_str()))
}

/// The words of `created_at`, `createdAt` and `CREATED_AT`, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        let boundary = !c.is_alphanumeric() || c.is_uppercase() && lower;
        if boundary && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        lower = c.is_lowercase() || c.is_numeric();
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        assert!(is_money("unit_price") && is_money("totalAmount") && is_money("TAX"));
        assert!(!is_money("tax_rate") && !is_money("surprise") && !is_money("id"));
        assert!(
            is_time_without_unit("createdAt") && is_time_without_unit("event_timestamp") && is_time_without_unit("ts")
        );
        assert!(
            !is_time_without_unit("event_time_ms") && !is_time_without_unit("at") && !is_time_without_unit("uptime")
        );
    }
}
