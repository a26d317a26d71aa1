//! The gate in `const` evaluation says the same as at run time: every pair of `gate/pairs.txt`, compiled.

#![allow(long_running_const_eval)]

use avro_model::gate::{History, Report, Settings, check_view, review};
use avro_model::history::pool as __pool;
use avro_model::history::{Recorded, RecordedVersion};
use avro_model::{Document, Level, View};

struct Case {
    name: &'static str,
    report: &'static Report,
    now: View<'static>,
    recorded: &'static Recorded,
    level: Level,
}

include!("gate/pairs.rs");

#[test]
fn const_is_run_time() {
    for case in cases() {
        let review = review(case.now, History::of(case.recorded), &Settings::new(case.level));
        let texts = |field: Option<usize>| {
            let texts: Vec<_> = review.errors().filter(|f| f.field == field).map(|f| f.text.as_str()).collect();
            (!texts.is_empty()).then(|| texts.join("\n\n"))
        };
        let name = case.name;
        for field in 0..32 {
            assert_eq!(case.report.field(field).map(|t| t.as_str().to_owned()), texts(Some(field)), "{name}: {field}");
        }
        assert_eq!(case.report.root().map(|text| text.as_str().to_owned()), texts(None), "{name}: root");
        assert_eq!(case.report.warnings(), review.warnings().next().is_some(), "{name}: warnings");
        assert_eq!(case.report.passes(), review.passes(), "{name}");
        assert!(!case.report.unchecked(), "{name}");
    }
}
