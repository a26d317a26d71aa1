//! Numbers with decimals.

use std::str::FromStr as _;

use apache_avro::types::Value;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, AvroTexts as _, WriterSchema};
use bigdecimal::BigDecimal;
use num_bigint::BigInt;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{apache, is_field, is_refused, record, round_trip};

type OldInt = bigdecimal::num_bigint::BigInt;

record!(
    #[avro(decimal(precision = 9, scale = 2))]
    Price(Decimal)
);
record!(#[avro(decimal(precision = 9, scale = 2))] Prices(Vec<Option<Decimal>>));
record!(
    #[avro(decimal(precision = 60, scale = 30))]
    Fine(Decimal)
);
record!(
    #[avro(decimal(precision = 60, scale = 29))]
    Finer(Decimal)
);
record!(
    #[avro(decimal(precision = 28))]
    Whole(Decimal)
);
record!(
    #[avro(decimal(precision = 9, scale = 2, fixed = 8, name = "Cents"))]
    Fixed(Decimal)
);
record!(#[avro(decimal(precision = 9, scale = 2, fixed = 4, name = "other.Cents"))] FixedList(Option<Vec<BigDecimal>>));
record!(
    #[avro(decimal(precision = 40, scale = 10))]
    Big(BigDecimal)
);
record!(Arbitrary(BigDecimal));
record!(#[avro(big_decimal)] Arbitraries(Vec<BigDecimal>));
record!(
    #[avro(decimal(precision = 50))]
    Integer(BigInt)
);
record!(
    #[avro(decimal(precision = 50, scale = 3))]
    Scaled(BigInt)
);
record!(
    #[avro(decimal(precision = 50, scale = 3))]
    OldScaled(OldInt)
);

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn big(text: &str) -> BigDecimal {
    BigDecimal::from_str(text).unwrap()
}

#[test]
fn schemas() {
    is_field::<Price>(r#"{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}"#);
    is_field::<Whole>(r#"{"type":"bytes","logicalType":"decimal","precision":28}"#);
    is_field::<Prices>(
        r#"{"type":"array","items":["null",{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}]}"#,
    );
    is_field::<Fixed>(r#"{"type":"fixed","name":"Cents","size":8,"logicalType":"decimal","precision":9,"scale":2}"#);
    is_field::<FixedList>(
        r#"["null",{"type":"array","items":{"type":"fixed","name":"Cents","namespace":"other","size":4,"logicalType":"decimal",
            "precision":9,"scale":2}}]"#,
    );
    is_field::<Big>(r#"{"type":"bytes","logicalType":"decimal","precision":40,"scale":10}"#);
    is_field::<Arbitrary>(r#"{"type":"bytes","logicalType":"big-decimal"}"#);
    is_field::<Arbitraries>(r#"{"type":"array","items":{"type":"bytes","logicalType":"big-decimal"}}"#);
    is_field::<Integer>(r#"{"type":"bytes","logicalType":"decimal","precision":50}"#);
}

#[test]
fn bytes_are_those_of_apache_avro() {
    for unscaled in [0_i64, 1, -1, 127, 128, -128, -129, 32_767, 999_999_999, -999_999_999] {
        let number = Decimal::new(unscaled, 2);
        let value = || Value::Decimal(apache_avro::Decimal::from(OldInt::from(unscaled).to_signed_bytes_be()));
        assert_eq!(round_trip(&Price { field: number }), apache::<Price>(value()), "{number}");
        assert_eq!(round_trip(&Fixed { field: number }), apache::<Fixed>(value()), "{number}");
        let number = BigDecimal::new(unscaled.into(), 3);
        assert_eq!(round_trip(&Arbitrary { field: number.clone() }), apache::<Arbitrary>(Value::BigDecimal(number)));
    }
    // The unscaled number -12345, as Java's BigDecimalConversion writes -123.45.
    assert_eq!(Arbitrary { field: big("-123.45") }.to_avro().unwrap(), [8, 4, 0xcf, 0xc7, 4]);
}

#[test]
fn digits_behind_the_point_are_never_dropped() {
    assert_eq!(Price { field: decimal("1.5") }.to_avro().unwrap(), [4, 0, 150]);
    // Zeros at the end are none.
    assert_eq!(Price { field: decimal("1.500000") }.to_avro().unwrap(), [4, 0, 150]);
    assert_eq!(Price::from_avro(&[4, 0, 150]).unwrap().field.scale(), 2);
    is_refused(&Price { field: decimal("1.005") }, "more digits behind the point than the scale");
    is_refused(&Price { field: decimal("-0.0000000000000000000000000001") }, "more digits behind the point");
    is_refused(&Big { field: big("1e-11") }, "more digits behind the point");
    is_refused(&Big { field: big("12345e-2000000000") }, "more digits behind the point");
    round_trip(&Big { field: big("1.2500000000000000000000000000") });
    round_trip(&Big { field: big("0e-2000000000") });
}

#[test]
fn more_digits_than_the_precision_are_refused() {
    const TEXT: &str = "a number with more digits than the precision of its decimal";
    round_trip(&Price { field: decimal("9999999.99") });
    round_trip(&Price { field: decimal("-9999999.99") });
    is_refused(&Price { field: decimal("10000000") }, TEXT);
    is_refused(&Price { field: decimal("-10000000.00") }, TEXT);
    is_refused(&Price { field: Decimal::MAX }, TEXT);
    is_refused(&Whole { field: Decimal::MIN }, TEXT);
    is_refused(&Fixed { field: decimal("10000000") }, TEXT);
    is_refused(&FixedList { field: Some(vec![big("1"), big("1e7")]) }, TEXT);
    round_trip(&Big { field: big("999999999999999999999999999999.9999999999") });
    is_refused(&Big { field: big("1e30") }, TEXT);
    is_refused(&Big { field: big("1e2000000000") }, TEXT);
    let fifty = BigInt::from(10).pow(50);
    round_trip(&Integer { field: &fifty - 1 });
    round_trip(&Integer { field: 1 - &fifty });
    is_refused(&Integer { field: fifty.clone() }, TEXT);
    is_refused(&Scaled { field: BigInt::from(10).pow(47) }, TEXT);
    round_trip(&Scaled { field: 1 - BigInt::from(10).pow(47) });
    round_trip(&OldScaled { field: OldInt::from(-10).pow(46) });
    is_refused(&Arbitrary { field: BigDecimal::new(1.into(), 1 << 40) }, "a number whose scale is no int");
}

#[test]
fn what_the_type_cannot_hold_is_an_error() {
    let read = |bytes: &[u8]| bytes.to_vec().to_avro().unwrap();
    // 2^96 cents, and 2^128
    for bytes in [&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]] {
        let error = Price::from_avro(&read(bytes)).unwrap_err();
        assert!(error.is_out_of_range() && error.to_string().contains("`field`: a decimal that"), "{error}");
    }
    // Signs that say nothing.
    assert_eq!(Price::from_avro(&read(&[0xff; 30])).unwrap().field, decimal("-0.01"));
    assert_eq!(Price::from_avro(&read(&[])).unwrap().field, decimal("0"));
    assert!(Scaled::from_avro(&read(&[1])).unwrap_err().is_out_of_range());
    assert!(Scaled::from_avro(&read(&[7, 209])).unwrap_err().is_out_of_range());
    assert_eq!(Scaled::from_avro(&read(&[7, 208])).unwrap().field, BigInt::from(2));
    for broken in [&[][..], &[2], &[2, 5, 0, 0], &[0x80, 0x80]] {
        let error = Arbitrary::from_avro(&read(broken)).unwrap_err();
        assert!(error.is_malformed() && error.to_string().contains("no big-decimal"), "{error}");
    }
}

#[test]
fn numbers_beyond_128_bits() {
    for text in
        ["79228162514264337593543950335", "-79228162514264337593543950335", "1", "-1", "0.0000000000000000000000000001"]
    {
        round_trip(&Fine { field: decimal(text) });
        round_trip(&Finer { field: decimal(text) });
        let same = Fine { field: decimal(text) }.to_avro().unwrap();
        let expected = OldInt::from_str(&decimal(text).mantissa().to_string()).unwrap()
            * OldInt::from(10).pow(30 - decimal(text).scale());
        assert_eq!(<Vec<u8>>::from_avro(&same).unwrap(), expected.to_signed_bytes_be(), "{text}");
    }
}

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(fixed = 6, namespace = "com.acme", decimal(precision = 12, scale = 4), doc = "Exact.")]
struct Rate(Decimal);

#[derive(Debug, PartialEq, AvroSchema)]
#[avro(namespace = "com.acme")]
enum Amount {
    Exact(#[avro(decimal(precision = 12, scale = 4))] Decimal),
    Rated(Rate),
    Named(#[avro(decimal(precision = 4, fixed = 2, name = "Small"))] BigInt),
}

#[test]
fn as_named_types_and_in_enums() {
    assert_eq!(
        Rate::JSON,
        r#"{"type":"fixed","name":"Rate","namespace":"com.acme","doc":"Exact.","size":6,"logicalType":"decimal","precision":12,"scale":4}"#
    );
    assert_eq!(round_trip(&Rate(decimal("-0.0001"))), [0xff; 6]);
    is_refused(&Rate(decimal("123456789")), "more digits");
    for amount in
        [Amount::Exact(decimal("1.25")), Amount::Rated(Rate(decimal("7"))), Amount::Named(BigInt::from(-9999))]
    {
        round_trip(&amount);
    }
}

#[test]
fn the_scale_is_the_readers() {
    // The specification: two decimals of different scale are two kinds of bytes.
    let writer = WriterSchema::parse(
        r#"{"type":"record","name":"com.acme.Price","fields":[
            {"name":"field","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":4}}]}"#,
    )
    .unwrap();
    assert_eq!(Price::from_avro_with(&writer, &[4, 0, 150]).unwrap().field, decimal("1.5"));
}

record!(
    #[avro(decimal(precision = 9, scale = 2), default)]
    Zero(Decimal)
);
record!(
    #[avro(decimal(precision = 9, scale = 2), default = b"\x00\x96")]
    Default(Decimal)
);

#[test]
fn defaults_are_bytes() {
    let writer = WriterSchema::parse(r#"{"type":"record","name":"com.acme.Zero","fields":[]}"#).unwrap();
    assert_eq!(Zero::from_avro_with(&writer, &[]).unwrap().field, decimal("0"));
    let writer = WriterSchema::parse(r#"{"type":"record","name":"com.acme.Default","fields":[]}"#).unwrap();
    assert_eq!(Default::from_avro_with(&writer, &[]).unwrap().field, decimal("1.50"));
}

proptest! {
    #[test]
    fn every_number_is_read_as_it_was_written(
        unscaled in -999_999_999_i64..=999_999_999,
        scale in 0_u32..=2,
        large in any::<i128>(),
        exponent in -40_i64..60,
    ) {
        let number = Decimal::new(unscaled, 2);
        round_trip(&Price { field: number });
        round_trip(&Fixed { field: number });
        round_trip(&Fine { field: number });
        // The same number with fewer digits behind the point has the same bytes.
        let coarse = Decimal::new(unscaled / 100, scale);
        let same = Decimal::new(unscaled / 100 * 100, scale + 2);
        if coarse.abs() < decimal("10000000") {
            assert_eq!(Price { field: coarse }.to_avro().ok(), Price { field: same }.to_avro().ok());
        }
        round_trip(&Arbitrary { field: BigDecimal::new(large.into(), exponent) });
        round_trip(&Integer { field: BigInt::from(large) });
        round_trip(&Scaled { field: BigInt::from(large) });
        // What can be written is read as the same number, and nothing else is written.
        let value = Big { field: BigDecimal::new(large.into(), exponent) };
        let scaled = &value.field * BigDecimal::from_str("1e10").unwrap();
        let fits = scaled.is_integer() && scaled.abs() < BigDecimal::from_str("1e40").unwrap();
        prop_assert_eq!(value.to_avro().is_ok(), fits);
        if fits {
            round_trip(&value);
        }
    }
}
