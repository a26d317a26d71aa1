use avro_runtime::AvroSchema;

mod a {
    #[derive(avro_runtime::AvroSchema)]
    pub struct Line {
        pub qty: i32,
    }
}

mod b {
    #[derive(avro_runtime::AvroSchema)]
    pub struct Line {
        pub text: String,
    }
}

#[derive(AvroSchema)]
struct Order {
    first: a::Line,
    second: Vec<b::Line>,
}

#[derive(AvroSchema)]
struct Outer {
    order: Order,
}

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Pair<A, B> {
    left: A,
    right: Option<B>,
}

#[derive(AvroSchema)]
struct Pages {
    first: Page<a::Line>,
    second: Page<b::Line>,
}

#[derive(AvroSchema)]
struct Both {
    both: Vec<Pair<a::Line, b::Line>>,
}

#[derive(AvroSchema)]
struct OfBoth(Pair<a::Line, b::Line>);

#[derive(AvroSchema)]
enum Either {
    Left(Page<a::Line>),
    Right { right: Pair<i32, b::Line> },
}

// One type in many places, also within itself, is one.
#[derive(AvroSchema)]
struct Tree {
    lines: Pair<a::Line, Page<a::Line>>,
    more: Page<Page<a::Line>>,
    trees: Pair<Vec<Tree>, Page<Tree>>,
    both: Both,
}

fn main() {}
