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

fn main() {}
