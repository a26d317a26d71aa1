"""produce.py BROKERS REGISTRY TOPIC SCHEMA: sends each line of JSON on the standard input as a value of SCHEMA."""

import json
import sys

from confluent_kafka import Producer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

brokers, registry, topic, schema = sys.argv[1:5]
serialize = AvroSerializer(SchemaRegistryClient({"url": registry}), schema)
producer = Producer({"bootstrap.servers": brokers})
failed = []
for line in sys.stdin:
    value = json.loads(line)
    data = serialize(value, SerializationContext(topic, MessageField.VALUE))
    producer.produce(topic, data, key="python", on_delivery=lambda error, _: failed.append(error) if error else None)
    producer.poll(0)
if producer.flush(60) or failed:
    sys.exit(f"not everything was sent: {failed[:3]}")
