use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Answer {
    Given(i32),
    #[avro(null)]
    None,
}

#[derive(AvroSchema)]
struct Form {
    name: String,
    answer: Option<Answer>,
}

fn main() {}
