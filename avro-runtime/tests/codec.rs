//! Which schema std's types have, and that they come back as they were written.

mod common;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt::Debug;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU16;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use avro_runtime::__private::{
    AsFixed, AsLong, AsString, DecodeAs, EncodeAs, Millis, NullLast, Opt, Plain, Seq, TimestampMillis, Values,
};
use avro_runtime::schema::print;
use avro_runtime::{AvroDecode, AvroEncode, AvroSchema, Decoder, Encoder, WriterSchema};
use common::{Click, Dog, Node, Pet, Suit, click};

/// The value as bytes, and back by all three ways of reading.
#[track_caller]
fn round_trip<T>(value: T, hex: &str)
where
    T: AvroEncode + for<'de> AvroDecode<'de> + PartialEq + Debug,
{
    let bytes = value.to_avro().expect("encodes");
    assert_eq!(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), hex);
    assert_eq!(T::from_avro(&bytes).expect("decodes"), value);
    let writer = WriterSchema::parse(T::json()).expect("our JSON parses");
    assert_eq!(T::from_avro_with(&writer, &bytes).expect("resolves"), value);
    let mut again = T::from_avro(&bytes).expect("decodes");
    again.decode_into(&mut Decoder::new(&bytes)).expect("decodes");
    assert_eq!(again, value);
    for end in 0..bytes.len() {
        assert!(T::from_avro(&bytes[..end]).expect_err("is cut short").is_eof(), "{end}");
    }
}

#[track_caller]
fn json<T: ?Sized + AvroSchema>(expected: &str) {
    assert_eq!(T::json(), expected);
}

#[test]
fn schemas_are_those_of_the_mapping() {
    json::<bool>(r#""boolean""#);
    json::<i8>(r#""int""#);
    json::<i16>(r#""int""#);
    json::<i32>(r#""int""#);
    json::<u8>(r#""int""#);
    json::<u16>(r#""int""#);
    json::<u32>(r#""long""#);
    json::<i64>(r#""long""#);
    json::<isize>(r#""long""#);
    json::<f32>(r#""float""#);
    json::<f64>(r#""double""#);
    json::<char>(r#""string""#);
    json::<()>(r#""null""#);
    json::<String>(r#""string""#);
    json::<&str>(r#""string""#);
    json::<Box<str>>(r#""string""#);
    json::<Rc<str>>(r#""string""#);
    json::<Arc<str>>(r#""string""#);
    json::<Cow<str>>(r#""string""#);
    json::<Vec<u8>>(r#""bytes""#);
    json::<&[u8]>(r#""bytes""#);
    json::<Box<[u8]>>(r#""bytes""#);
    json::<Cow<[u8]>>(r#""bytes""#);
    json::<[u8; 16]>(r#"{"type":"fixed","name":"Fixed16","namespace":"avro_runtime","size":16}"#);
    json::<[u8; 1024]>(r#"{"type":"fixed","name":"Fixed1024","namespace":"avro_runtime","size":1024}"#);
    json::<Vec<i32>>(r#"{"type":"array","items":"int"}"#);
    json::<VecDeque<i32>>(r#"{"type":"array","items":"int"}"#);
    json::<Box<[i32]>>(r#"{"type":"array","items":"int"}"#);
    json::<Arc<[String]>>(r#"{"type":"array","items":"string"}"#);
    json::<HashSet<u8>>(r#"{"type":"array","items":"int"}"#);
    json::<BTreeSet<String>>(r#"{"type":"array","items":"string"}"#);
    json::<[i32; 3]>(r#"{"type":"array","items":"int"}"#);
    json::<HashMap<String, i64>>(r#"{"type":"map","values":"long"}"#);
    json::<BTreeMap<Arc<str>, Vec<u8>>>(r#"{"type":"map","values":"bytes"}"#);
    json::<Option<i64>>(r#"["null","long"]"#);
    json::<Box<Rc<Arc<i64>>>>(r#""long""#);
    json::<NonZeroU16>(r#""int""#);
    json::<IpAddr>(r#""string""#);
    json::<SystemTime>(r#"{"type":"long","logicalType":"timestamp-micros"}"#);
    json::<Option<Pet>>(concat!(
        r#"["null",{"type":"record","name":"Cat","namespace":"pets","fields":[{"name":"name","type":"string"}]},"#,
        r#"{"type":"record","name":"Dog","namespace":"pets","fields":[{"name":"name","type":"string"}]},"long"]"#,
    ));
    assert_eq!(<Option<i64>>::FIELD_DEFAULT, Some("null"));
    assert_eq!(<i64>::FIELD_DEFAULT, None);
}

#[test]
fn names_for_generic_instances() {
    assert_eq!(<Vec<Option<Pet>>>::NAME, "array_optional_Pet");
    assert_eq!(<HashMap<String, Vec<u8>>>::NAME, "map_bytes");
    assert_eq!(<[u8; 20]>::NAME, "Fixed20");
    assert_eq!(<[u8; 20]>::FULL_NAME, "avro_runtime_Fixed20");
    assert_eq!(<Box<[[i32; 2]]>>::NAME, "array_array_int");
}

#[test]
fn values_come_back() {
    round_trip(true, "01");
    round_trip(-1_i8, "01");
    round_trip(u16::MAX, "feff07");
    round_trip(i32::MIN, "ffffffff0f");
    round_trip(u32::MAX, "feffffff1f");
    round_trip(i64::MIN, "ffffffffffffffffff01");
    round_trip(i64::MAX, "feffffffffffffffff01");
    round_trip(64_i64, "8001");
    round_trip(1.5_f32, "0000c03f");
    round_trip(f64::MIN_POSITIVE, "0000000000001000");
    round_trip('ß', "04c39f");
    round_trip((), "");
    round_trip("grün".to_string(), "0a6772c3bc6e");
    round_trip(Box::<str>::from("a"), "0261");
    round_trip(Rc::<str>::from("a"), "0261");
    round_trip(Arc::<str>::from("a"), "0261");
    round_trip(vec![0_u8, 255], "0400ff");
    round_trip(Box::<[u8]>::from([7]), "0207");
    round_trip(Arc::<[u8]>::from([7]), "0207");
    round_trip([1_u8, 2, 3], "010203");
    round_trip(vec![1_i32, -1], "04020100");
    round_trip(Vec::<i32>::new(), "00");
    round_trip(vec![1.0_f32, 2.0], "040000803f0000004000");
    round_trip(VecDeque::from([1_i64, 2]), "04020400");
    round_trip(BTreeSet::from(["a".to_string(), "b".to_string()]), "040261026200");
    round_trip(HashSet::from([5_u8]), "020a00");
    round_trip([1_i32, 2], "04020400");
    round_trip(["a".to_string()], "02026100");
    round_trip(HashMap::from([("k".to_string(), 1_i64)]), "02026b0200");
    round_trip(BTreeMap::from([(Box::<str>::from("a"), vec![1_u8]), ("b".into(), vec![])]), "040261020102620000");
    round_trip(None::<i64>, "00");
    round_trip(Some(1_i64), "0202");
    round_trip(Some(Box::new("x".to_string())), "020278");
    round_trip(Some(Pet::Cat(common::Cat { name: "x".into() })), "020278");
    round_trip(Some(Pet::Dog(Dog { name: "x".into() })), "040278");
    round_trip(Some(Pet::Age(1)), "0602");
    round_trip(Pet::Age(1), "0402");
    round_trip(NonZeroU16::MIN, "02");
    round_trip(IpAddr::V6(Ipv6Addr::LOCALHOST), "063a3a31");
    round_trip(SystemTime::UNIX_EPOCH + Duration::from_micros(1), "02");
    round_trip(SystemTime::UNIX_EPOCH - Duration::from_micros(1), "01");
    round_trip(Suit::Hearts, "02");
    round_trip(Node { value: 1, next: Some(Box::new(Node { value: 2, next: None })) }, "02020400");
}

#[test]
fn bytes_in_a_ring_are_one_text() {
    let mut ring: VecDeque<u8> = VecDeque::with_capacity(4);
    ring.extend([9, 9, 1, 2]);
    ring.drain(..2);
    ring.extend([3, 4]);
    assert_eq!(ring.to_avro().expect("encodes"), [8, 1, 2, 3, 4]);
    let empty: VecDeque<u8> = VecDeque::new();
    assert_eq!(empty.to_avro().expect("encodes"), [0]);
}

#[test]
fn bits_of_numbers_are_kept() {
    let nan = f64::from_bits(0x7ff4_0000_0000_0001);
    assert_eq!(f64::from_avro(&nan.to_avro().expect("encodes")).expect("decodes").to_bits(), nan.to_bits());
    let nans = vec![f32::from_bits(0x7fa0_0001), -0.0];
    let again = Vec::<f32>::from_avro(&nans.to_avro().expect("encodes")).expect("decodes");
    assert_eq!(again.iter().map(|x| x.to_bits()).collect::<Vec<_>>(), [0x7fa0_0001, 0x8000_0000]);
}

#[test]
fn borrowed_parts_point_into_the_data() {
    let bytes = click().to_avro().expect("encodes");
    let again = Click::from_avro(&bytes).expect("decodes");
    assert_eq!(again, click());
    assert!(bytes.as_ptr_range().contains(&again.email.as_ptr()));
    assert!(matches!(again.tags[2], Cow::Borrowed(_)));
    let owned = <Cow<'_, Dog>>::from_avro(&[2, b'x']).expect("decodes");
    assert!(matches!(owned, Cow::Owned(_)));
    assert_eq!(<&[u8]>::from_avro(&[2, 7]).expect("decodes"), [7]);
}

#[test]
fn reading_into_a_value_keeps_its_buffers() {
    let mut texts = vec![String::with_capacity(100), String::with_capacity(100), "z".to_string()];
    let before: Vec<_> = texts.iter().map(|text| text.as_ptr()).collect();
    let bytes = vec!["a".to_string(), "b".to_string()].to_avro().expect("encodes");
    texts.decode_into(&mut Decoder::new(&bytes)).expect("decodes");
    assert_eq!(texts, ["a", "b"]);
    assert_eq!(texts.iter().map(|text| text.as_ptr()).collect::<Vec<_>>(), before[..2]);
    let mut maybe = Some(texts);
    maybe.decode_into(&mut Decoder::new(&[0])).expect("decodes");
    assert_eq!(maybe, None);
}

#[test]
fn what_the_rust_type_cannot_hold_is_an_error() {
    assert!(u8::from_avro(&[0xd8, 0x04]).unwrap_err().is_out_of_range());
    assert!(u32::from_avro(&[0x01]).unwrap_err().is_out_of_range());
    assert!(NonZeroU16::from_avro(&[0]).unwrap_err().is_out_of_range());
    assert!(char::from_avro(&[4, b'a', b'b']).unwrap_err().is_out_of_range());
    assert!(char::from_avro(&[0]).unwrap_err().is_out_of_range());
    assert!(IpAddr::from_avro(&[2, b'x']).unwrap_err().is_out_of_range());
    assert!(HashSet::<i32>::from_avro(&[4, 2, 2, 0]).unwrap_err().is_out_of_range());
    assert!(BTreeSet::<i32>::from_avro(&[4, 2, 2, 0]).unwrap_err().is_out_of_range());
    for bytes in [&[2, 2, 0][..], &[6, 2, 2, 2, 0]] {
        assert!(<[i32; 2]>::from_avro(bytes).unwrap_err().is_out_of_range());
    }
    let error = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(1 << 61)).map(|time| time.to_avro());
    assert!(error.is_none_or(|result| result.is_err()));
}

#[test]
fn an_error_leaves_the_output_and_says_where() {
    struct Big(u64);
    impl AvroSchema for Big {
        const SCHEMA: avro_runtime::schema::SchemaRef = i64::SCHEMA;
        const NAME: &'static str = "long";
        const MIN_SIZE: usize = 1;
    }
    impl AvroEncode for Big {
        fn encode(&self, out: &mut Encoder<'_>) {
            AsLong::encode(&self.0, out);
        }
    }
    let mut out = vec![1, 2];
    let error = vec![Big(1), Big(u64::MAX)].write_avro(&mut out).unwrap_err();
    assert_eq!(error.to_string(), "`[1]`: an integer that is no long");
    assert_eq!(out, [1, 2]);
    vec![Big(1)].write_avro(&mut out).expect("encodes");
    assert_eq!(out, [1, 2, 2, 2, 0]);

    let mut bytes = click().to_avro().expect("encodes");
    bytes[1] = 0xff;
    let error = Click::from_avro(&bytes).unwrap_err();
    assert_eq!(error.to_string(), "`email`: malformed data: a string that is not UTF-8 at byte 16");
    let error = Vec::<Click>::from_avro(&[2, 0, 0, 2]).unwrap_err();
    assert!(error.is_eof());
    let error = Vec::<Node>::from_avro(&[4, 0, 0, 0, 2, 0, 7]).unwrap_err();
    assert_eq!(error.path(), "[1].next.next");
    assert_eq!(error.to_string(), "`[1].next.next`: malformed data: no such union branch at byte 7");
    let error = HashMap::<String, bool>::from_avro(&[2, 2, b'k', 5, 0]).unwrap_err();
    assert_eq!(error.to_string(), "`{}`: malformed data: a boolean that is neither 0 nor 1 at byte 3");
}

fn adapted<T, A>(value: T, schema: &str, hex: &str)
where
    T: PartialEq + Debug,
    A: EncodeAs<T> + for<'de> DecodeAs<'de, T>,
{
    assert_eq!(print::json(A::SCHEMA.view()), schema);
    let mut bytes = Vec::new();
    let mut out = Encoder::new(&mut bytes);
    A::encode(&value, &mut out);
    out.finish().expect("encodes");
    assert_eq!(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>(), hex);
    assert_eq!(A::decode(&mut Decoder::new(&bytes)).expect("decodes"), value);
    let writer = WriterSchema::parse(schema).expect("parses");
    assert_eq!(A::decode_resolved(&mut Decoder::new(&bytes), writer.plan(A::SCHEMA)).expect("resolves"), value);
}

#[test]
fn adapters_give_other_forms() {
    adapted::<u64, AsLong>(3, r#""long""#, "06");
    adapted::<usize, AsString>(10, r#""string""#, "043130");
    adapted::<i128, AsString>(-1, r#""string""#, "042d31");
    let fixed = r#"{"type":"fixed","name":"Fixed8","namespace":"avro_runtime","size":8}"#;
    adapted::<u64, AsFixed>(258, fixed, "0000000000000102");
    let fixed = r#"{"type":"fixed","name":"Fixed16","namespace":"avro_runtime","size":16}"#;
    adapted::<i128, AsFixed>(-2, fixed, &format!("{}fe", "ff".repeat(15)));
    adapted::<Option<u64>, Opt<AsLong>>(Some(1), r#"["null","long"]"#, "0202");
    adapted::<Option<u64>, NullLast<AsLong>>(Some(1), r#"["long","null"]"#, "0002");
    adapted::<Option<u64>, NullLast<AsLong>>(None, r#"["long","null"]"#, "02");
    adapted::<Vec<u64>, Seq<AsLong>>(vec![1], r#"{"type":"array","items":"long"}"#, "020200");
    adapted::<Vec<Option<u64>>, Seq<Opt<AsLong>>>(vec![None], r#"{"type":"array","items":["null","long"]}"#, "020000");
    let map = r#"{"type":"map","values":"long"}"#;
    adapted::<BTreeMap<String, u64>, Values<AsLong>>(BTreeMap::from([("a".into(), 1)]), map, "0202610200");
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(5);
    adapted::<SystemTime, TimestampMillis>(time, r#"{"type":"long","logicalType":"timestamp-millis"}"#, "0a");
    adapted::<i64, TimestampMillis>(5, r#"{"type":"long","logicalType":"timestamp-millis"}"#, "0a");
    adapted::<Duration, Millis>(Duration::from_millis(5), r#"{"type":"long","unit":"ms"}"#, "0a");
    let union = Pet::Dog(Dog { name: "x".into() });
    let schema = print::json(<Option<Pet>>::SCHEMA.view()).replacen("\"null\",", "", 1);
    let last = format!("{},\"null\"]", schema.strip_suffix(']').expect("is a union"));
    adapted::<Option<Pet>, NullLast<Plain>>(Some(union), &last, "020278");
    adapted::<Option<Pet>, NullLast<Plain>>(None, &last, "06");
}

#[test]
fn instants_before_1970_are_rounded_down() {
    let time = SystemTime::UNIX_EPOCH - Duration::from_nanos(1);
    assert_eq!(time.to_avro().expect("encodes"), [1]);
}

#[cfg(feature = "derive")]
#[test]
fn derived_types_are_read_into() {
    #[derive(AvroSchema, Debug, Clone, PartialEq)]
    struct Line {
        sku: String,
        #[avro(as = "long")]
        quantity: u64,
        #[avro(skip)]
        seen: bool,
    }
    #[derive(AvroSchema, Debug, Clone, PartialEq)]
    struct Order {
        lines: Vec<Line>,
        note: Option<String>,
    }
    let line = |sku: &str| Line { sku: sku.into(), quantity: 2, seen: false };
    let order = Order { lines: vec![line("a"), line("b")], note: Some("n".into()) };
    let bytes = order.to_avro().expect("encodes");
    let mut again = Order { lines: vec![Line { seen: true, ..line("long enough to keep") }], note: None };
    let buffer = again.lines[0].sku.as_ptr();
    again.decode_into(&mut Decoder::new(&bytes)).expect("decodes");
    assert_eq!(again, order);
    assert_eq!(again.lines[0].sku.as_ptr(), buffer);
    let error = again.decode_into(&mut Decoder::new(&bytes[..6])).unwrap_err();
    assert_eq!(error.path(), "lines[1].quantity");
}
