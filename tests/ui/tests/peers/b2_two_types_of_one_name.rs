use avro_runtime::AvroSchema;

mod billing {
    #[derive(avro_runtime::AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub struct Address {
        pub street: String,
    }
}

mod shipping {
    #[derive(avro_runtime::AvroSchema)]
    #[avro(namespace = "com.acme")]
    pub struct Address {
        pub country: String,
    }
}

#[derive(AvroSchema)]
#[avro(namespace = "com.acme")]
pub struct Order {
    pub bill_to: billing::Address,
    pub ship_to: shipping::Address,
}

fn main() {}
