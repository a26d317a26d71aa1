//! `via`, `with` and `as = "string"`: types that are written as another type.

use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Debug, Display};
use std::str::FromStr;

use avro_runtime::prelude::*;
use avro_runtime::{AvroDecode, AvroEncode};
use common::round_trip;

mod common;

/// A type of another crate: no schema, no derive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Money {
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
        text.strip_suffix(" ct").unwrap_or(text).parse().map(|cents| Money { cents })
    }
}

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.cents
    }
}

#[derive(Debug)]
struct Negative;

impl Display for Negative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("less than nothing")
    }
}

impl std::error::Error for Negative {}

impl TryFrom<i64> for Money {
    type Error = Negative;

    fn try_from(cents: i64) -> Result<Self, Negative> {
        if cents < 0 { Err(Negative) } else { Ok(Money { cents }) }
    }
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Amount {
    whole: i64,
    #[avro(default = 0)]
    part: i32,
}

impl From<Money> for Amount {
    fn from(money: Money) -> Self {
        Amount { whole: money.cents / 100, part: (money.cents % 100) as i32 }
    }
}

impl From<Amount> for Money {
    fn from(amount: Amount) -> Self {
        Money { cents: amount.whole * 100 + i64::from(amount.part) }
    }
}

#[derive(AvroSchema, Clone, Debug, PartialEq)]
enum Paid {
    Now(i64),
    #[avro(null)]
    Never,
}

impl From<Money> for Paid {
    fn from(money: Money) -> Self {
        if money.cents == 0 { Paid::Never } else { Paid::Now(money.cents) }
    }
}

impl From<Paid> for Money {
    fn from(paid: Paid) -> Self {
        match paid {
            Paid::Now(cents) => Money { cents },
            Paid::Never => Money { cents: 0 },
        }
    }
}

/// Functions for a foreign type: what `with` names.
mod tenths {
    use super::Money;

    pub(crate) type Avro = i32;

    pub(crate) fn to_avro(money: &Money) -> Result<Avro, std::num::TryFromIntError> {
        Avro::try_from(money.cents / 10)
    }

    pub(crate) fn from_avro(tenths: Avro) -> Result<Money, String> {
        if tenths < 0 { Err("less than nothing".to_owned()) } else { Ok(Money { cents: i64::from(tenths) * 10 }) }
    }
}

#[derive(AvroSchema, Debug, PartialEq)]
#[avro(namespace = "a")]
struct Prices {
    #[avro(via = i64, doc = "In cents.", default = 3)]
    one: Money,
    #[avro(via = i64)]
    maybe: Option<Money>,
    #[avro(via = Amount)]
    many: Vec<Money>,
    #[avro(via = Amount, default_json = r#"{"whole":1}"#)]
    record: Money,
    #[avro(via = "Paid")]
    union: Money,
    #[avro(via = Paid)]
    unions: [Money; 2],
    #[avro(with = tenths)]
    rough: Money,
    #[avro(with = "self::tenths", null_last)]
    rougher: Option<Box<Money>>,
    #[avro(with = tenths)]
    by_name: BTreeMap<String, Vec<Money>>,
    #[avro(as = "string")]
    text: Money,
    #[avro(as = "string")]
    texts: HashMap<String, Option<Money>>,
}

fn prices() -> Prices {
    let money = |cents| Money { cents };
    Prices {
        one: money(1),
        maybe: Some(money(2)),
        many: vec![money(345), money(6)],
        record: money(789),
        union: money(10),
        unions: [money(0), money(11)],
        rough: money(120),
        rougher: Some(Box::new(money(130))),
        by_name: BTreeMap::from([("a".to_owned(), vec![money(140)])]),
        text: money(15),
        texts: HashMap::from([("b".to_owned(), Some(money(16))), ("c".to_owned(), None)]),
    }
}

#[test]
fn the_schema_is_that_of_the_other_type() {
    assert_eq!(
        Prices::JSON,
        concat!(
            r#"{"type":"record","name":"Prices","namespace":"a","fields":["#,
            r#"{"name":"one","type":"long","doc":"In cents.","default":3},"#,
            r#"{"name":"maybe","type":["null","long"],"default":null},"#,
            r#"{"name":"many","type":{"type":"array","items":{"type":"record","name":"Amount","fields":["#,
            r#"{"name":"whole","type":"long"},{"name":"part","type":"int","default":0}]}}},"#,
            r#"{"name":"record","type":"Amount","default":{"whole":1}},"#,
            r#"{"name":"union","type":["long","null"]},"#,
            r#"{"name":"unions","type":{"type":"array","items":["long","null"]}},"#,
            r#"{"name":"rough","type":"int"},"#,
            r#"{"name":"rougher","type":["int","null"]},"#,
            r#"{"name":"by_name","type":{"type":"map","values":{"type":"array","items":"int"}}},"#,
            r#"{"name":"text","type":"string"},"#,
            r#"{"name":"texts","type":{"type":"map","values":["null","string"]}}]}"#
        )
    );
    round_trip(&prices());
}

#[test]
fn defaults_are_converted() {
    let writer = Prices::JSON
        .replacen(r#"{"name":"one","type":"long","doc":"In cents.","default":3},"#, "", 1)
        .replacen(r#"{"name":"record","type":"Amount","default":{"whole":1}},"#, "", 1)
        .replacen(r#"{"name":"maybe","type":["null","long"],"default":null},"#, "", 1);
    let writer = WriterSchema::parse(&writer).unwrap();
    let bytes = [0, 0, 2, 4, 0, 2, 2, 0, 0, 2, 0, 2, b'1', 0];
    let read = Prices::from_avro_with(&writer, &bytes).unwrap();
    assert_eq!((read.one.cents, read.maybe, read.record.cents), (3, None, 100));
}

#[test]
fn a_refusal_names_the_field_and_not_the_value() {
    let mut value = prices();
    value.rough = Money { cents: i64::MAX };
    let error = value.to_avro().unwrap_err();
    assert_eq!(error.to_string(), "`rough`: a value that its conversion refuses");
    assert!(std::error::Error::source(&error).is_some());

    let bytes = Prices { one: Money { cents: -5 }, ..prices() }.to_avro().unwrap();
    let error = Prices::from_avro(&bytes).unwrap_err();
    assert!(error.is_out_of_range());
    assert_eq!(error.to_string(), "`one`: a value that its conversion refuses at byte 1");
    assert_eq!(std::error::Error::source(&error).map(ToString::to_string).as_deref(), Some("less than nothing"));
}

#[derive(Clone, Debug, Default, AvroSchema)]
struct Counts {
    name: String,
    #[avro(as = "long")]
    count: u64,
}

#[derive(Clone, Debug, AvroSchema)]
enum Either {
    One(Counts),
    Two { counts: Counts },
}

#[derive(Clone, Debug, AvroSchema)]
struct Nothing {}

#[derive(Clone, Debug, AvroSchema)]
struct Places {
    nothing: (),
    none: Nothing,
    many: Vec<()>,
    #[avro(as = "fixed")]
    wide: u128,
    #[avro(as = "long")]
    optional: Option<u64>,
    #[avro(as = "long")]
    first: u64,
    list: Vec<Counts>,
    map: BTreeMap<String, Vec<Counts>>,
    either: Vec<Option<Either>>,
    #[avro(flatten)]
    flat: Counts,
    last: bool,
}

/// What is wrong with `change` made to a value whose parts all have a form.
fn place(change: impl FnOnce(&mut Places)) -> String {
    let mut value = Places {
        nothing: (),
        none: Nothing {},
        many: vec![(); 3],
        wide: 1,
        optional: None,
        first: 1,
        list: vec![Counts::default(); 3],
        map: BTreeMap::from([("a".to_owned(), vec![Counts::default(); 2])]),
        either: vec![None, Some(Either::One(Counts::default())), Some(Either::Two { counts: Counts::default() })],
        flat: Counts::default(),
        last: true,
    };
    let mut out = value.to_avro().expect("every part has a form");
    let before = out.clone();
    change(&mut value);
    let error = value.write_avro(&mut out).expect_err("a part has no form");
    assert_eq!(out, before, "what was there stays");
    assert_eq!(error.to_string(), format!("`{}`: an integer that is no long", error.path()));
    error.path()
}

#[test]
fn an_error_of_writing_says_where() {
    let counts = || Counts { name: "x".repeat(100), count: u64::MAX };
    assert_eq!(place(|value| value.optional = Some(u64::MAX)), "optional");
    assert_eq!(place(|value| value.first = u64::MAX), "first");
    assert_eq!(place(|value| value.list[2] = counts()), "list[2].count");
    assert_eq!(place(|value| value.map.entry("a".to_owned()).or_default().push(counts())), "map{}[2].count");
    assert_eq!(place(|value| value.either[1] = Some(Either::One(counts()))), "either[1].count");
    assert_eq!(place(|value| value.either[2] = Some(Either::Two { counts: counts() })), "either[2].counts.count");
    assert_eq!(place(|value| value.flat = counts()), "count");
    // The first of several.
    assert_eq!(place(|value| (value.list[1], value.first) = (counts(), u64::MAX)), "first");
}

/// A wrapper of anything, of another crate.
#[derive(Clone, Debug, PartialEq)]
struct Tagged<T>(T);

mod untagged {
    use super::Tagged;

    pub(crate) type Avro = String;

    pub(crate) fn to_avro<T: ToString>(tagged: &Tagged<T>) -> Result<Avro, std::convert::Infallible> {
        Ok(tagged.0.to_string())
    }

    pub(crate) fn from_avro<T: std::str::FromStr>(text: Avro) -> Result<Tagged<T>, &'static str> {
        text.parse().map(Tagged).map_err(|_| "no text of this type")
    }
}

impl<T> From<Tagged<T>> for Vec<T> {
    fn from(tagged: Tagged<T>) -> Self {
        vec![tagged.0]
    }
}

impl<T> TryFrom<Vec<T>> for Tagged<T> {
    type Error = &'static str;

    fn try_from(mut items: Vec<T>) -> Result<Self, Self::Error> {
        items.pop().map(Tagged).ok_or("nothing is tagged")
    }
}

#[test]
fn of_generic_types() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Generic<T: Clone, U: Display + FromStr> {
        #[avro(via = Vec<T>)]
        list: Tagged<T>,
        #[avro(via = Vec<T>)]
        lists: Vec<Tagged<T>>,
        #[avro(with = untagged)]
        text: Tagged<i32>,
        #[avro(as = "string")]
        other: Option<U>,
    }
    assert_eq!(
        <Generic<i64, Money>>::json(),
        concat!(
            r#"{"type":"record","name":"Generic_long","fields":[{"name":"list","type":{"type":"array","items":"long"}},"#,
            r#"{"name":"lists","type":{"type":"array","items":{"type":"array","items":"long"}}},"#,
            r#"{"name":"text","type":"string"},{"name":"other","type":["null","string"],"default":null}]}"#
        )
    );
    round_trip(&Generic {
        list: Tagged(1_i64),
        lists: vec![Tagged(2)],
        text: Tagged(3),
        other: Some(Money { cents: 4 }),
    });
}

#[test]
fn of_newtypes_and_variants() {
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Price(#[avro(via = i64)] Money);
    #[derive(AvroSchema, Debug, PartialEq)]
    struct Either(#[avro(via = Paid)] Money);
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    enum Payment {
        Cents(#[avro(with = tenths)] Money),
        Text(#[avro(as = "string")] Money),
        Both {
            #[avro(via = Amount)]
            amount: Money,
            #[avro(with = tenths)]
            tip: Option<Money>,
        },
    }
    #[derive(AvroSchema, Debug, PartialEq)]
    #[avro(namespace = "a")]
    struct All {
        price: Price,
        either: Vec<Either>,
        payments: Vec<Option<Payment>>,
    }
    assert_eq!(Price::JSON, r#""long""#);
    assert_eq!(Either::JSON, r#"["long","null"]"#);
    let money = |cents| Money { cents };
    round_trip(&All {
        price: Price(money(1)),
        either: vec![Either(money(0)), Either(money(5))],
        payments: vec![
            None,
            Some(Payment::Cents(money(10))),
            Some(Payment::Text(money(2))),
            Some(Payment::Both { amount: money(311), tip: Some(money(20)) }),
        ],
    });
}
