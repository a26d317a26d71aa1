use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Answer {
    Given(i32),
    #[avro(null)]
    None,
}

type Maybe = Option<i32>;

#[derive(AvroSchema)]
struct Nothing(());

#[derive(AvroSchema)]
struct Page<T> {
    item: Option<T>,
}

#[derive(AvroSchema)]
struct Form {
    name: String,
    answer: Option<Answer>,
    list: Vec<Option<Box<Answer>>>,
    alias: Option<Maybe>,
    #[avro(null_last)]
    last: Option<Maybe>,
    nothing: Option<Nothing>,
    page: Page<Answer>,
    pages: Vec<Page<Maybe>>,
}

#[derive(AvroSchema)]
struct Wrapped(Option<Answer>);

fn main() {}
