//! A topic with the types of its keys and values, bound to a registry.

use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;
use std::sync::Arc;

use rdkafka::message::Message;

use super::bind::{BindError, Registration, bind_part};
use super::decoded::{Decoded, Fault, Poison, Writer};
use super::key::{Described, KeyForm, TopicKey};
use super::record::Record;
use crate::registry::{
    Frame, Lookup, Naming, Part, Patience, Registry, RegistryError, Scope, SubjectNaming, TopicName,
};
use crate::{AvroDecode, AvroEncode, EncodeError, WriterSchema};

/// Decodes a value that has no frame: the hook of [`TopicBuilder::unframed`].
type Unframed<V> = Arc<dyn Fn(&[u8]) -> Result<V, String> + Send + Sync>;

/// Keys and values are taken and given, never held.
type Types<K, V> = PhantomData<(fn(K) -> K, fn(V) -> V)>;

/// A topic whose keys are `K` and whose values are `V`, bound to a registry. Clones share everything.
///
/// ```
/// # use avro_runtime::kafka::{Registration, Topic, Utf8Key};
/// # use avro_runtime::registry::{block_on, Registry};
/// # block_on(async {
/// let registry = Registry::connect("mock://topic-doc").unwrap();
/// let names = Topic::<Utf8Key, String>::new("names").registration(Registration::Register).bind(&registry).await.unwrap();
/// let record = names.record(&"a".into(), &"Ada".to_owned()).unwrap();
/// assert_eq!(record.value(), Some(&[0, 0, 0, 0, 1, 6, b'A', b'd', b'a'][..]));
/// # });
/// ```
pub struct Topic<K, V> {
    bound: Arc<Bound>,
    unframed: Option<Unframed<V>>,
    types: Types<K, V>,
}

struct Bound {
    name: Arc<str>,
    registry: Registry,
    key: Option<PartBinding>,
    value: PartBinding,
    patience: Patience,
}

struct PartBinding {
    id: u32,
    scope: Scope,
}

/// A topic that is not bound yet: [`Topic::new`].
pub struct TopicBuilder<K, V> {
    name: String,
    naming: Box<dyn SubjectNaming>,
    registration: Registration,
    patience: Patience,
    unframed: Option<Unframed<V>>,
    types: Types<K, V>,
}

impl<K, V> Topic<K, V>
where
    K: TopicKey,
    V: AvroEncode + for<'de> AvroDecode<'de>,
{
    /// The topic `name`, to be bound to a registry.
    #[expect(clippy::new_ret_no_self, reason = "a topic without a registry can do nothing: the builder comes first")]
    pub fn new(name: impl Into<String>) -> TopicBuilder<K, V> {
        TopicBuilder {
            name: name.into(),
            naming: Box::new(TopicName),
            registration: Registration::LookupOnly,
            patience: Patience::default(),
            unframed: None,
            types: PhantomData,
        }
    }

    /// The topic's name.
    pub fn name(&self) -> &str {
        &self.bound.name
    }

    /// The id that the values of this topic are written with.
    pub fn value_schema_id(&self) -> u32 {
        self.bound.value.id
    }

    /// The id that the keys of this topic are written with; none for keys without a schema.
    pub fn key_schema_id(&self) -> Option<u32> {
        self.bound.key.as_ref().map(|key| key.id)
    }

    /// A message of `key` and `value`.
    ///
    /// # Errors
    /// A value that its schema cannot express: a number out of range.
    pub fn record(&self, key: &K, value: &V) -> Result<Record, EncodeError> {
        let mut bytes = Frame::header(self.bound.value.id).to_vec();
        value.write_avro(&mut bytes)?;
        self.message(key, Some(bytes))
    }

    /// A message that says that what `key` names is gone.
    ///
    /// # Errors
    /// A key that its schema cannot express.
    pub fn tombstone(&self, key: &K) -> Result<Record, EncodeError> {
        self.message(key, None)
    }

    fn message(&self, key: &K, value: Option<Vec<u8>>) -> Result<Record, EncodeError> {
        let key = match K::FORM {
            KeyForm::None => None,
            KeyForm::Plain | KeyForm::Framed => {
                let mut bytes = self.bound.key.as_ref().map_or_else(Vec::new, |key| Frame::header(key.id).to_vec());
                key.write(&mut bytes)?;
                Some(bytes)
            }
        };
        Ok(Record { topic: self.bound.name.clone(), key, value, partition: None, timestamp: None, headers: Vec::new() })
    }

    /// Decodes a message, with the schema that it was written with.
    ///
    /// What cannot be decoded, now or later, is [`Decoded::Poison`], so that one bad message never stalls a partition. An id
    /// that the registry does not know is asked for again for a short while (a replica may lag), then it is poison.
    ///
    /// # Errors
    /// Only when the registry could not answer in time. The message is then as good as unread: do not store its offset,
    /// and decode it again.
    pub async fn decode<M: Message + Sync>(&self, message: &M) -> Result<Decoded<K, V>, RegistryError> {
        let key = match self.read_key(message.key()).await? {
            Ok(key) => key,
            Err(fault) => return Ok(Decoded::Poison(Poison::new(message, fault))),
        };
        let Some(bytes) = message.payload() else {
            return Ok(Decoded::Tombstone { key });
        };
        Ok(match self.read_value(bytes).await? {
            Ok((value, writer)) => Decoded::Value { key, value, writer },
            Err(fault) => Decoded::Poison(Poison::new(message, fault)),
        })
    }

    async fn read_key(&self, bytes: Option<&[u8]>) -> Result<Result<K, Fault>, RegistryError> {
        let (bytes, binding) = match (K::FORM, bytes, &self.bound.key) {
            (KeyForm::None, ..) => return Ok(K::read(None, &[])),
            (_, None, _) => {
                return Ok(Err(Fault::form(Part::Key, "missing, and the topic's messages have keys".to_owned())));
            }
            (KeyForm::Plain, Some(bytes), _) | (_, Some(bytes), None) => return Ok(K::read(None, bytes)),
            (KeyForm::Framed, Some(bytes), Some(binding)) => (bytes, binding),
        };
        Ok(match self.writer(Part::Key, binding, bytes).await? {
            Ok((frame, writer)) => {
                K::read(Some(&writer), frame.payload()).map_err(|fault| fault.written_with(frame.id()))
            }
            Err(fault) => Err(fault),
        })
    }

    async fn read_value(&self, bytes: &[u8]) -> Result<Result<(V, Writer), Fault>, RegistryError> {
        let (frame, schema) = match self.writer(Part::Value, &self.bound.value, bytes).await? {
            Ok(found) => found,
            Err(fault) => {
                return Ok(match &self.unframed {
                    Some(decode) if fault.is_unframed() => match decode(bytes) {
                        Ok(value) => Ok((value, Writer { id: None, schema: None })),
                        Err(why) => Err(Fault::unframed(why)),
                    },
                    _ => Err(fault),
                });
            }
        };
        Ok(match V::from_avro_with(&schema, frame.payload()) {
            Ok(value) => Ok((value, Writer { id: Some(frame.id()), schema: Some(schema) })),
            Err(error) => Err(Fault::decode(Part::Value, &error).written_with(frame.id())),
        })
    }

    /// The frame of `bytes`, and the schema that it names.
    async fn writer<'m>(
        &self,
        part: Part,
        binding: &PartBinding,
        bytes: &'m [u8],
    ) -> Result<Result<(Frame<'m>, WriterSchema), Fault>, RegistryError> {
        let frame = match Frame::parse(bytes) {
            Ok(frame) => frame,
            Err(error) => return Ok(Err(Fault::frame(part, &error))),
        };
        let registry = &self.bound.registry;
        Ok(match registry.find_writer(frame.id(), &binding.scope, self.bound.patience).await? {
            Lookup::Found(schema) => Ok((frame, schema)),
            Lookup::Unknown => Err(Fault::unknown(part, frame.id(), registry.url())),
            Lookup::Unreadable(why) => Err(Fault::unreadable(part, frame.id(), &why)),
        })
    }
}

impl<K, V> TopicBuilder<K, V>
where
    K: TopicKey,
    V: AvroEncode + for<'de> AvroDecode<'de>,
{
    /// How the subjects are named: [`TopicName`] (the default), [`RecordName`](crate::registry::RecordName),
    /// [`TopicRecordName`](crate::registry::TopicRecordName), or a function of your own.
    pub fn subjects(mut self, naming: impl SubjectNaming) -> Self {
        self.naming = Box::new(naming);
        self
    }

    /// Where the ids come from that messages are written with: [`Registration::LookupOnly`] unless said otherwise.
    ///
    /// `Id` names the id of the value's schema; a framed key is then looked up.
    pub fn registration(mut self, registration: Registration) -> Self {
        self.registration = registration;
        self
    }

    /// How long an id that the registry does not know is asked for before its message is poison: 2 s unless said otherwise.
    pub fn unknown_id_window(mut self, window: Duration) -> Self {
        self.patience.unknown_id = window;
        self
    }

    /// How long a registry that does not answer is asked again before `decode` fails: 30 s unless said otherwise.
    pub fn registry_deadline(mut self, deadline: Duration) -> Self {
        self.patience.unavailable = deadline;
        self
    }

    /// Decodes values that are not in the wire format, for a topic that is migrating from JSON or the like. An error's text
    /// becomes the poison's.
    pub fn unframed(mut self, decode: impl Fn(&[u8]) -> Result<V, String> + Send + Sync + 'static) -> Self {
        self.unframed = Some(Arc::new(decode));
        self
    }

    /// Finds or registers the schemas, so that what is wrong with them shows before the first message.
    ///
    /// # Errors
    /// A schema that is not registered (with the default), that the registry refuses, that differs from the one asked for;
    /// a registry that does not answer.
    pub async fn bind(self, registry: &Registry) -> Result<Topic<K, V>, BindError> {
        let key_registration = match self.registration {
            Registration::Id(_) => Registration::LookupOnly,
            other => other,
        };
        let key = match K::describe() {
            Some(key) => Some(self.bind_one(registry, Part::Key, key, key_registration).await?),
            None => None,
        };
        let value = self.bind_one(registry, Part::Value, Described::of::<V>(), self.registration).await?;
        Ok(Topic {
            bound: Arc::new(Bound {
                name: self.name.into(),
                registry: registry.clone(),
                key,
                value,
                patience: self.patience,
            }),
            unframed: self.unframed,
            types: PhantomData,
        })
    }

    async fn bind_one(
        &self,
        registry: &Registry,
        part: Part,
        described: Described,
        registration: Registration,
    ) -> Result<PartBinding, BindError> {
        let naming = Naming { topic: &self.name, part, full_name: described.full_name };
        let Some(subject) = self.naming.subject(&naming) else {
            return Err(BindError::unnamed(&self.name, part));
        };
        let id = bind_part(registry, &self.name, part, &subject, described, registration).await?;
        Ok(PartBinding { id, scope: Scope::new(&subject) })
    }
}

impl<K, V> Clone for Topic<K, V> {
    fn clone(&self) -> Self {
        Topic { bound: self.bound.clone(), unframed: self.unframed.clone(), types: PhantomData }
    }
}

impl<K, V> fmt::Debug for Topic<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Topic")
            .field("name", &self.bound.name)
            .field("registry", &self.bound.registry)
            .field("key_schema_id", &self.bound.key.as_ref().map(|key| key.id))
            .field("value_schema_id", &self.bound.value.id)
            .finish_non_exhaustive()
    }
}

impl<K, V> fmt::Debug for TopicBuilder<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TopicBuilder")
            .field("name", &self.name)
            .field("registration", &self.registration)
            .finish_non_exhaustive()
    }
}
