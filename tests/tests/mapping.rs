//! Every row of the documentation's page of the type mapping has a test of its schema, one with generated values, and UI tests of what
//! it refuses; here is which.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A row by its first cell, and its tests: of its schema, with generated values, and what UI tests hold its refusals. Each type of the
/// row is in the text of its tests.
type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Random types hold nearly every row, also within each other: what `RANDOM` stands for.
const ALL: &str = "derive_types::random_types_keep_their_values_and_their_schemas";
const RANDOM: &str = "random";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Names
    ("a record, an enum, a fixed", "derive_structs::names_docs_and_aliases", RANDOM, &["names", "same_names", "two_bodies"]),
    ("its namespace", "derive_structs::names_docs_and_aliases", RANDOM, &["namespaces"]),
    ("a field", "derive_structs::names_docs_and_aliases", RANDOM, &["names", "rename_all", "given_twice"]),
    ("a symbol", "derive_enums::symbols", RANDOM, &["names", "rename_all", "enums"]),
    ("the record of a variant with fields", "derive_enums::data_becomes_a_union", RANDOM, &["enums"]),
    ("an instance of a generic type", "derive_generic::instances_have_names_of_their_own", RANDOM, &["generics", "generic_bounds"]),
    ("a generic type in itself", "derive_recursive::a_type_in_itself_is_a_name", RANDOM, &["generics"]),
    // Values
    ("`bool`", "derive_rows::numbers", "derive_rows::numbers", &["defaults"]),
    ("`i8` `i16` `i32` `u8` `u16`", "derive_rows::numbers", "derive_rows::numbers", &["default_ranges"]),
    ("`i64` `isize` `u32`", "derive_rows::numbers", "derive_rows::numbers", &["default_ranges"]),
    ("`u64` `usize`", "derive_rows::integers_in_a_chosen_form", "derive_rows::integers_in_a_chosen_form", &["wide_integers", "refused_aliases"]),
    ("`i128` `u128`", "derive_rows::integers_in_a_chosen_form", "derive_rows::integers_in_a_chosen_form", &["wide_integers", "refused_aliases"]),
    ("`NonZero..`", "derive_rows::numbers", "derive_rows::numbers", &["refused_types", "default_unreadable"]),
    ("`f32`, `f64`", "derive_rows::numbers", "derive_rows::numbers", &["defaults"]),
    ("`char`", "derive_rows::texts_and_bytes", "derive_rows::texts_and_bytes", &["default_unreadable"]),
    ("`String` `&str` `Box<str>` `Rc<str>` `Arc<str>` `Cow<str>`, `ByteString`", "derive_rows::texts_and_bytes libraries::bytes_are_slices_of_shared_data", "derive_rows::texts_and_bytes libraries::every_value_is_read_as_it_was_written", &["refused_types"]),
    ("`Vec<u8>` `&[u8]` `Box<[u8]>` `Cow<[u8]>`, `Bytes`", "derive_rows::texts_and_bytes libraries::bytes_are_slices_of_shared_data", "derive_rows::texts_and_bytes libraries::every_value_is_read_as_it_was_written", &["refused_types"]),
    ("`[u8; N]`", "derive_rows::texts_and_bytes", "derive_rows::texts_and_bytes", &["default_zero", "newtypes"]),
    ("`()`", "derive_structs::rows_of_the_mapping", RANDOM, &["two_nulls"]),
    ("`PhantomData`", "derive_structs::skipped_fields_take_their_default", RANDOM, &["skip"]),
    ("`IpAddr` `Ipv4Addr` `Ipv6Addr`, `Url`", "derive_rows::texts_and_bytes libraries::urls", "derive_rows::texts_and_bytes libraries::every_value_is_read_as_it_was_written", &["default_unreadable", "library_features"]),
    ("`SystemTime`", "derive_rows::times", "derive_rows::times", &["logical_types"]),
    ("`std::time::Duration`", "derive_rows::times", "derive_rows::times", &["refused_types", "refused_aliases", "forms"]),
    ("`PathBuf`, `serde_json::Value`, functions, raw pointers", "", "", &["refused_types", "refused_aliases", "types_without_form"]),
    ("`SocketAddr`", "", "", &["std_types"]),
    ("`Mutex` `RefCell` `OnceLock` `AtomicU64` and the like, `Range` `Bound` `Result` `Ordering`, `LinkedList` `BinaryHeap`, `Wrapping`", "", "", &["std_types"]),
    // Lists, maps, options, pointers
    ("`Vec` `VecDeque` `Box<[T]>` `Rc<[T]>` `Arc<[T]>`, `SmallVec`, `ArrayVec`", "derive_rows::lists_and_maps libraries::schemas_and_values", "derive_rows::lists_and_maps libraries::every_list_is_read_as_it_was_written", &["library_features"]),
    ("`HashSet` `BTreeSet`, `IndexSet`", "derive_rows::lists_and_maps libraries::schemas_and_values", "derive_rows::lists_and_maps libraries::every_list_is_read_as_it_was_written", &["library_features"]),
    ("`[T; N]`, T not `u8`", "derive_rows::lists_and_maps", "derive_rows::lists_and_maps", &["default_unreadable"]),
    ("`HashMap<K, V>` `BTreeMap<K, V>`, `IndexMap`, K a string or a newtype over one", "derive_rows::lists_and_maps derive_rows::newtypes_as_keys libraries::schemas_and_values", "derive_rows::lists_and_maps libraries::every_list_is_read_as_it_was_written", &["map_keys", "map_key_newtypes"]),
    ("`Option<T>`", "derive_rows::options", "derive_rows::options", &["options", "null_first", "default_branches", "two_nulls"]),
    ("`Box` `Rc` `Arc` `Cow` of T", "derive_rows::pointers", "derive_rows::pointers", &["types_without_form", "borrowed", "references"]),
    ("`&T`, T neither `str` nor `[u8]`", "", "", &["references"]),
    ("tuples", "", "", &["types_without_form", "refused_types", "refused_aliases"]),
    // Structs
    ("named fields", "derive_structs::names_docs_and_aliases", RANDOM, &["no_schema", "given_twice"]),
    ("newtype `struct Email(String)`", "derive_structs::newtypes", RANDOM, &["newtypes", "deprecated"]),
    ("tuple struct", "derive_structs::newtypes", RANDOM, &["tuples"]),
    ("unit struct", "derive_structs::newtypes", RANDOM, &["newtypes"]),
    ("`transparent`", "derive_flatten::transparent_structs", RANDOM, &["transparent"]),
    ("a field with `flatten`", "derive_flatten::fields_stand_in_place", RANDOM, &["flatten", "flatten_shapes"]),
    ("a field with `schema_json = r#\"..\"#`", "derive_annotations::annotations_are_those_of_the_source", RANDOM, &["schema_json", "schema_json_shapes"]),
    ("a type that holds itself", "derive_structs::recursion", RANDOM, &["recursion"]),
    // Enums
    ("no variant carries data", "derive_enums::symbols", RANDOM, &["enums", "default_paths"]),
    ("a variant carries data", "derive_enums::data_becomes_a_union", RANDOM, &["unions", "enums"]),
    ("newtype variant", "derive_enums::data_becomes_a_union", RANDOM, &["unions", "generic_unions", "deprecated"]),
    ("variant with named fields", "derive_enums::data_becomes_a_union", RANDOM, &["enums", "given_twice"]),
    ("unit variant", "derive_enums::variants_without_anything", RANDOM, &["enums", "two_nulls"]),
    ("tuple variant", "", "", &["tuples"]),
    ("unit or `String` variant with `other`", "derive_other::it_is_not_in_the_schema", "derive_other::it_takes_what_a_newer_writer_adds", &["other", "other_default"]),
    // Times, numbers and identifiers
    ("`chrono::DateTime<Utc>`, `time::UtcDateTime`, `jiff::Timestamp`", "libraries::schemas", "libraries::every_time_is_read_as_it_was_written", &["library_features"]),
    ("`chrono::DateTime<Local>`, `DateTime<FixedOffset>`, `time::OffsetDateTime`, `jiff::ZonedDateTime` (0.2: `Zoned`)", "libraries::zones_are_left_out_where_that_is_meant", "libraries::every_instant_of_a_zone_is_read_as_it_was_written", &["library_features"]),
    ("`chrono::NaiveDateTime`, `time::PrimitiveDateTime`, `jiff::civil::DateTime`", "libraries::schemas", "libraries::every_time_is_read_as_it_was_written", &["library_features"]),
    ("`chrono::NaiveDate`, `time::Date`, `jiff::civil::Date`", "libraries::schemas", "libraries::every_time_is_read_as_it_was_written", &["library_features"]),
    ("`chrono::NaiveTime`, `time::Time`, `jiff::civil::Time`", "libraries::schemas", "libraries::every_time_is_read_as_it_was_written", &["library_features"]),
    ("`uuid::Uuid`", "libraries::uuids", "libraries::every_value_is_read_as_it_was_written", &["library_features", "library_attributes", "default_uuid"]),
    ("`rust_decimal::Decimal`, `num_bigint::BigInt`", "libraries::schemas", "libraries::every_number_is_read_as_it_was_written", &["library_features", "library_attributes", "decimals"]),
    ("`bigdecimal::BigDecimal`", "libraries::schemas", "libraries::every_number_is_read_as_it_was_written", &["library_features", "decimals"]),
    ("[`Duration`](crate::Duration)", "libraries::durations", RANDOM, &["library_attributes", "logical_types"]),
    ("`i32`, `i64`, `String`, `Vec<u8>`", "derive_attributes::logical_types_of_fields", RANDOM, &["logical_types", "logical_sizes", "exact_other_type"]),
];

#[test]
fn every_row_of_the_page_has_its_tests() {
    let root = avro_tests::workspace();
    let page = std::fs::read_to_string(root.join("avro-runtime/src/mapping.md")).expect("the page");
    let on_page: BTreeSet<&str> = rows(&page).collect();
    let here: BTreeSet<&str> = ROWS.iter().map(|(row, ..)| *row).collect();
    assert_eq!(here.len(), ROWS.len(), "a row stands here twice");
    let only = |of: &BTreeSet<&str>, other: &BTreeSet<&str>| {
        of.difference(other).map(|row| format!("\n{row}")).collect::<String>()
    };
    assert!(on_page == here, "only on the page:{}\nonly here:{}", only(&on_page, &here), only(&here, &on_page));
    let tests = root.join("tests/tests");
    for (row, schema, values, refusals) in ROWS {
        for named in [schema, values] {
            let text: String = named.split_whitespace().map(|test| text_of(&tests, test)).collect();
            let missing: Vec<&str> =
                types(row).into_iter().filter(|word| !named.is_empty() && !has_word(&text, word)).collect();
            assert!(missing.is_empty(), "{row}: {missing:?} are not in `{named}`");
        }
        assert!(!refusals.is_empty(), "{row} refuses nothing");
        for ui in *refusals {
            let recorded = root.join(format!("tests/ui/tests/derive/{ui}.stderr"));
            assert!(recorded.is_file(), "{row}: there is no UI test `{ui}`");
        }
        // what has no schema is refused, and nothing else
        assert!(schema.is_empty() == values.is_empty(), "{row}");
    }
}

/// The first cells of the tables' rows, without their heads.
fn rows(page: &str) -> impl Iterator<Item = &str> {
    let lines: Vec<&str> = page.lines().collect();
    let is_head = |at: usize| lines.get(at + 1).is_some_and(|line: &&str| line.starts_with("|---"));
    let rows: Vec<&str> = (0..lines.len())
        .filter(|&at| lines[at].starts_with("| ") && !is_head(at))
        .filter_map(|at| lines[at].trim_start_matches("| ").split(" |").next())
        .collect();
    rows.into_iter()
}

/// The types that the first cell of a row names.
fn types(row: &str) -> Vec<&str> {
    // between backticks
    let code = row.split('`').skip(1).step_by(2);
    let words = code.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_'));
    let is_type = |word: &&str| {
        // parameters, modules and what is said of a type are none
        const OTHER: [&str; 17] = [
            "chrono",
            "time",
            "jiff",
            "civil",
            "uuid",
            "rust_decimal",
            "num_bigint",
            "bigdecimal",
            "std",
            "serde_json",
            "crate",
            "struct",
            "Email",
            "flatten",
            "transparent",
            "other",
            "schema_json",
        ];
        word.len() > 1 && *word != "NonZero" && !word.starts_with(|c: char| c.is_numeric()) && !OTHER.contains(word)
    };
    words.filter(is_type).collect()
}

/// Whether `word` stands in `text`, alone.
fn has_word(text: &str, word: &str) -> bool {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let alone = |(at, _)| ends(text[..at].chars().next_back()) && ends(text[at + word.len()..].chars().next());
    text.match_indices(word).any(alone)
}

/// What the test `<file or folder>::<function>` is made of: its body, what its file has beside tests, and the types that random ones
/// hold.
fn text_of(tests: &Path, test: &str) -> String {
    let random = if test == RANDOM { files_of(&tests.join("../src/rust_types")) } else { Vec::new() };
    let test = if test == RANDOM { ALL } else { test };
    let (file, function) = test.split_once("::").expect("a file and a function");
    let one = tests.join(format!("{file}.rs"));
    let files = if one.is_file() { vec![one] } else { files_of(&tests.join(file)) };
    let texts = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
    let head = format!("fn {function}(");
    let text =
        texts.filter(|text| text.contains(&head)).map(|text| beside_other_tests(&text, &head)).collect::<String>();
    assert!(!text.is_empty(), "there is no test `{test}`");
    random.iter().fold(text, |text, file| text + &std::fs::read_to_string(file).expect("a readable file"))
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("a readable folder").path()).filter(|path| path.is_file()).collect()
}

/// `text` without the tests that do not have `head`.
fn beside_other_tests(text: &str, head: &str) -> String {
    let mut kept = String::new();
    let mut parts = text.split("#[test]\n");
    kept.extend(parts.next());
    let mut indent = kept.rsplit('\n').next().unwrap_or_default().to_owned();
    for part in parts {
        // A test ends with a brace as far to the right as it begins.
        let end = part.find(&format!("\n{indent}}}\n")).unwrap_or(part.len());
        kept.push_str(if part[..end].contains(head) { part } else { &part[end..] });
        part.rsplit('\n').next().unwrap_or_default().clone_into(&mut indent);
    }
    kept
}
