//! The checks of derived schemas, in constants.

use avro_model::check::{Problem, ProblemKind, check_names, check_type};
use avro_model::text::hash;
use avro_model::{Child, Field, FieldSpec, Kind, Member, Name, NullBranch, Origin, Schema, SchemaRef, Str};

static LONG: Schema = Schema::plain(Kind::Long);
static STRING: Schema = Schema::plain(Kind::String);
static ARRAY: Schema = Schema::array(SchemaRef::new(&LONG));

const fn field(name: &'static str, schema: &'static Schema, default: Option<&'static str>) -> Field {
    Field::new(name, hash(name), SchemaRef::new(schema), FieldSpec { default, ..FieldSpec::NONE })
}

const fn problem(schema: &'static Schema) -> Option<Problem> {
    match check_type(SchemaRef::new(schema).view()) {
        None => check_names(SchemaRef::new(schema)),
        problem => problem,
    }
}

#[track_caller]
fn expect(problem: Option<Problem>, kind: ProblemKind, text: &str) {
    let problem = problem.expect("a problem");
    assert_eq!((problem.kind(), problem.text().as_str()), (kind, text));
}

// A record that refers to itself and to a type with a namespace given by `namespace = ""`.
static NODE: Schema = Schema::record(
    Name::new("a.Node", &[], false),
    None,
    const {
        &[
            field("next", &OPTIONAL, Some("null")),
            field("list", &ARRAY, Some("[1,2]")),
            field("color", &COLOR, Some("\"RED\"")),
            field("again", &COLOR, None),
        ]
    },
    &[],
);
static OPTIONAL: Schema = Schema::union(NullBranch::First, &[Child::Ptr(SchemaRef::new(&NODE))]);
static COLOR: Schema =
    Schema::enumeration(Name::new("Color", &[], false), None, &[Str::Static("RED"), Str::Static("BLUE")], None);
const _: () = assert!(problem(&NODE).is_none() && check_type(SchemaRef::new(&NODE).view()).is_none());

#[test]
fn nested_unions() {
    static INNER: Schema = Schema::union(NullBranch::First, &[Child::Ptr(SchemaRef::new(&LONG))]);
    static OUTER: Schema = Schema::union(NullBranch::None, &[Child::Ptr(SchemaRef::new(&INNER))]);
    static HOLDER: Schema =
        Schema::record(Name::new("a.R", &[], false), None, const { &[field("f", &OUTER, None)] }, &[]);
    const PROBLEM: Option<Problem> = problem(&HOLDER);
    expect(
        PROBLEM,
        ProblemKind::NestedUnion,
        "the union at `a.R.f` holds a union, which Avro does not allow\n         help: make the inner one a field of a record, or list its branches in the outer one",
    );
}

#[test]
fn branches_alike() {
    static STRINGS: Schema = Schema::array(SchemaRef::new(&STRING));
    static UNION: Schema =
        Schema::union(NullBranch::Last, &[Child::Ptr(SchemaRef::new(&ARRAY)), Child::Ptr(SchemaRef::new(&STRINGS))]);
    static HOLDER: Schema =
        Schema::record(Name::new("a.R", &[], false), None, const { &[field("f", &UNION, None)] }, &[]);
    const PROBLEM: Option<Problem> = problem(&HOLDER);
    expect(
        PROBLEM,
        ProblemKind::SameBranches,
        "the union at `a.R.f` has two branches `array`, which a reader could not tell apart\n         help: give one of them a name of its own: \
         in a variant with named fields, or in a struct",
    );
    // `Option<Option<T>>`.
    static NULL: Schema = Schema::plain(Kind::Null);
    static TWICE: Schema = Schema::union(NullBranch::First, &[Child::Ptr(SchemaRef::new(&NULL))]);
    assert_eq!(problem(&TWICE).map(|problem| problem.kind()), Some(ProblemKind::SameBranches));
}

#[test]
fn one_name_for_two_types() {
    static FIRST: Origin = Origin { ident: "Page", file: "src/a.rs", line: 7, members: &[] };
    static SECOND: Origin = Origin {
        ident: "Page",
        file: "src/b.rs",
        line: 12,
        members: &[Member { vis: "", ident: "items", ty: "Vec<T>" }],
    };
    static STRINGS: Schema = Schema::array(SchemaRef::new(&STRING));
    static OF_LONGS: Schema = Schema::record(
        Name::declared("a.Page", &[], false, &FIRST),
        None,
        const { &[field("items", &ARRAY, None)] },
        &[],
    );
    static OF_STRINGS: Schema = Schema::record(
        Name::declared("a.Page", &[], false, &SECOND),
        None,
        const { &[field("items", &STRINGS, None)] },
        &[],
    );
    static LONGS_AGAIN: Schema =
        Schema::record(Name::new("a.Page", &[], false), None, const { &[field("items", &ARRAY, None)] }, &[]);
    static BOTH: Schema = Schema::record(
        Name::new("a.R", &[], false),
        None,
        const { &[field("x", &OF_LONGS, None), field("y", &OF_STRINGS, None)] },
        &[],
    );
    const PROBLEM: Option<Problem> = problem(&BOTH);
    expect(
        PROBLEM,
        ProblemKind::SameName,
        "two different types are named `a.Page`: `Page` at src/a.rs:7 and `Page` at src/b.rs:12\n         the second is reached through `a.R.y`\n         help: give one of them another name: #[avro(name = \"..\")] or another namespace",
    );
    // A second node that says the same (a generic type's, made in two crates) is no clash.
    static ALIKE: Schema = Schema::record(
        Name::new("a.R", &[], false),
        None,
        const { &[field("x", &OF_LONGS, None), field("y", &LONGS_AGAIN, None)] },
        &[],
    );
    const _: () = assert!(problem(&ALIKE).is_none());
}

#[test]
fn a_type_without_namespace_inside_one_that_has_it() {
    static BARE: Schema = Schema::fixed(Name::new("Digest", &[], true), None, 16);
    static LIST: Schema = Schema::array(SchemaRef::new(&BARE));
    static HOLDER: Schema =
        Schema::record(Name::new("com.acme.R", &[], false), None, const { &[field("f", &LIST, None)] }, &[]);
    const PROBLEM: Option<Problem> = problem(&HOLDER);
    expect(
        PROBLEM,
        ProblemKind::NoNamespace,
        "`Digest` has no namespace, but is used in `com.acme.R.f`: other languages look for `com.acme.Digest` there\n         help: give it one: #[avro(namespace = \"com.acme\")], or say that it is meant: #[avro(namespace = \"\")]",
    );
    static OUTSIDE: Schema = Schema::record(Name::new("R", &[], true), None, const { &[field("f", &LIST, None)] }, &[]);
    const _: () = assert!(problem(&OUTSIDE).is_none());
    assert!(check_type(SchemaRef::new(&HOLDER).view()).is_some());
}

#[test]
fn defaults() {
    static HOLDER: Schema =
        Schema::record(Name::new("R", &[], false), None, const { &[field("c", &COLOR, Some("\"GREEN\""))] }, &[]);
    static BROKEN: Schema =
        Schema::record(Name::new("R", &[], false), None, const { &[field("c", &COLOR, Some("GREEN"))] }, &[]);
    const PROBLEM: Option<Problem> = problem(&HOLDER);
    expect(PROBLEM, ProblemKind::Default, "the default \"GREEN\" of `R.c` is no value of the field's type");
    expect(problem(&BROKEN), ProblemKind::DefaultSyntax, "the default GREEN of `R.c` is not JSON");
}
