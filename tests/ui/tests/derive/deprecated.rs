use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Status {
    #[deprecated = "use `Done`"]
    Closed,
    #[deprecated]
    #[avro(deprecated = false)]
    Old,
    #[avro(deprecated = true)]
    Done,
    #[avro(prop("owner" = "team"))]
    New,
}

#[derive(AvroSchema)]
enum Payment {
    #[deprecated]
    Card { last4: String },
    #[deprecated]
    Voucher(i64),
    #[deprecated]
    #[avro(null)]
    Free,
    #[avro(prop("owner" = "team"))]
    Text(String),
    #[avro(other, prop("owner" = "team"))]
    Unknown,
}

#[derive(AvroSchema)]
#[deprecated]
struct Email(#[deprecated] String);

#[derive(AvroSchema)]
#[deprecated = "use `Payment`"]
enum Cost {
    Of { cents: i64 },
    Free(String),
}

#[derive(AvroSchema)]
struct Line {
    id: i64,
}

#[derive(AvroSchema)]
#[avro(deprecated = "yes")]
struct Order {
    #[deprecated]
    #[avro(flatten)]
    line: Line,
    #[avro(deprecated)]
    note: String,
}

#[derive(AvroSchema)]
#[deprecated]
#[avro(deprecated = false)]
struct Meant(String);

fn main() {}
