use avro_runtime::AvroSchema;

#[derive(AvroSchema)]
enum Status {
    New,
}

#[derive(AvroSchema)]
enum Answer {
    Given(i32),
    #[avro(null)]
    None,
}

#[derive(AvroSchema)]
enum Event<T> {
    Put(T),
    Count(i32),
}

// What a union and a record cannot hold is told beside mistakes in their attributes.
#[derive(AvroSchema)]
#[avro(nmae = "Pay")]
enum Payment {
    Card(String),
    Voucher(String),
    #[avro(nul)]
    Points(Vec<i32>),
    Miles(Vec<i64>),
    Cash {
        answer: Option<Answer>,
        event: Event<i32>,
        amount: i64,
    },
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme", alais = "Old")]
struct Order {
    #[avro(defalt = 1)]
    id: i64,
    status: Status,
    answers: Vec<Option<Answer>>,
    event: Event<Answer>,
    payment: Payment,
    payments: Option<Payment>,
}

// Mistakes of two types do not make them one.
#[derive(AvroSchema)]
enum Both {
    Order(Order),
    Payment(Broken),
}

#[derive(AvroSchema)]
struct Broken {
    #[avro(defalt = 1)]
    id: i64,
}

fn main() {}
