use avro_runtime::AvroSchema;

struct Handle(std::fs::File);

#[derive(AvroSchema)]
struct Order {
    id: i64,
    #[avro(skip)]
    handle: Handle,
    #[avro(skip)]
    fine: Option<Handle>,
}

#[derive(AvroSchema)]
enum Event {
    Opened {
        id: i64,
        #[avro(skip)]
        handle: Handle,
    },
    Count(i32),
}

#[derive(AvroSchema)]
#[avro(transparent)]
struct Id {
    id: i64,
    #[avro(skip)]
    handle: Handle,
}

fn main() {}
