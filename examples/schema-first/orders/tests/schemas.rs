//! Every root against its released versions; `AVRO_BLESS=1` records.

avro_runtime::evolution_tests!(acme_orders);
