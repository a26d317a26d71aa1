"""consume.py BROKERS REGISTRY TOPIC COUNT [READER_SCHEMA]: the first COUNT values of TOPIC, a line of JSON each."""

import datetime
import json
import sys
import time

from confluent_kafka import Consumer
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer
from confluent_kafka.serialization import MessageField, SerializationContext

brokers, registry, topic, count, schema = sys.argv[1:6]
client = SchemaRegistryClient({"url": registry})
deserialize = AvroDeserializer(client, schema or None)


def plain(value):
    if isinstance(value, datetime.datetime):
        return int(value.timestamp() * 1000)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    raise TypeError(type(value))


consumer = Consumer(
    {"bootstrap.servers": brokers, "group.id": f"python-{time.time()}", "auto.offset.reset": "earliest"}
)
consumer.subscribe([topic])
deadline = time.time() + 60
left = int(count)
while left > 0:
    if time.time() > deadline:
        sys.exit(f"{left} messages are missing")
    message = consumer.poll(1.0)
    if message is None:
        continue
    if message.error():
        sys.exit(str(message.error()))
    value = deserialize(message.value(), SerializationContext(topic, MessageField.VALUE))
    print(json.dumps({"key": (message.key() or b"").decode(), "value": value}, default=plain))
    left -= 1
consumer.close()
