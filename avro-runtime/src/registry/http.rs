//! Registries over HTTP: Confluent's REST API, versions 7 and 8, and servers compatible with it.

mod builder;
mod client;
mod wire;

pub use builder::Builder;

use avro_model::level::Level;

use super::backend::{Backend, BoxFuture, Compatibility, Deletion, StoredSchema, SubjectVersion, Version};
use super::{RawSchema, RegistryError};
use client::{Call, Client, Method};

/// A registry behind a URL.
struct Http {
    client: Client,
}

impl Http {
    async fn registered(&self, subject: &str, schema: RawSchema<'_>) -> Result<SubjectVersion, RegistryError> {
        let call = Call::new(Method::Post, ["subjects", subject, "versions"]).body(&wire::Schema::new(schema));
        let answer: wire::Registered = self.client.call(call).await?;
        match answer.version {
            Some(version) => {
                let references = schema.references().to_vec();
                let text = answer.schema.as_deref().unwrap_or(schema.text());
                Ok(SubjectVersion::new(subject, version, answer.id, text).with_references(references))
            }
            // before Confluent 8 the answer is the id alone
            None => self.looked_up(subject, schema).await,
        }
    }

    async fn looked_up(&self, subject: &str, schema: RawSchema<'_>) -> Result<SubjectVersion, RegistryError> {
        let call = Call::new(Method::Post, ["subjects", subject]).body(&wire::Schema::new(schema));
        Ok(self.client.call::<wire::SubjectVersion>(call).await?.into())
    }
}

impl Backend for Http {
    fn url(&self) -> &str {
        self.client.url()
    }

    fn register<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        Box::pin(self.registered(subject, schema))
    }

    fn look_up<'a>(
        &'a self,
        subject: &'a str,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        Box::pin(self.looked_up(subject, schema))
    }

    fn version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
    ) -> BoxFuture<'a, Result<SubjectVersion, RegistryError>> {
        let call = Call::new(Method::Get, ["subjects", subject, "versions", &version.to_string()]);
        Box::pin(async move { Ok(self.client.call::<wire::SubjectVersion>(call).await?.into()) })
    }

    fn versions<'a>(&'a self, subject: &'a str) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        Box::pin(async move {
            let mut versions: Vec<u32> =
                self.client.call(Call::new(Method::Get, ["subjects", subject, "versions"])).await?;
            versions.sort_unstable();
            Ok(versions)
        })
    }

    fn subjects(&self) -> BoxFuture<'_, Result<Vec<String>, RegistryError>> {
        Box::pin(async move {
            let mut subjects: Vec<String> = self.client.call(Call::new(Method::Get, ["subjects"])).await?;
            subjects.sort_unstable();
            Ok(subjects)
        })
    }

    fn schema<'a>(&'a self, id: u32, subject: Option<&'a str>) -> BoxFuture<'a, Result<StoredSchema, RegistryError>> {
        let mut call = Call::new(Method::Get, ["schemas", "ids", &id.to_string()]);
        if let Some(subject) = subject.filter(|subject| !subject.is_empty()) {
            call = call.query("subject", subject);
        }
        Box::pin(async move { Ok(self.client.call::<wire::Stored>(call).await?.into()) })
    }

    fn compatibility<'a>(
        &'a self,
        subject: &'a str,
        version: Option<Version>,
        schema: RawSchema<'a>,
    ) -> BoxFuture<'a, Result<Compatibility, RegistryError>> {
        let call = match version {
            Some(version) => {
                Call::new(Method::Post, ["compatibility", "subjects", subject, "versions", &version.to_string()])
            }
            None => Call::new(Method::Post, ["compatibility", "subjects", subject, "versions"]),
        };
        let call = call.query("verbose", "true").body(&wire::Schema::new(schema));
        Box::pin(async move { Ok(self.client.call::<wire::Compatibility>(call).await?.into()) })
    }

    fn level<'a>(&'a self, subject: Option<&'a str>) -> BoxFuture<'a, Result<Level, RegistryError>> {
        let call = match subject {
            Some(subject) => Call::new(Method::Get, ["config", subject]).query("defaultToGlobal", "true"),
            None => Call::new(Method::Get, ["config"]),
        };
        Box::pin(async move { self.client.call::<wire::Config>(call).await?.level() })
    }

    fn set_level<'a>(
        &'a self,
        subject: Option<&'a str>,
        level: Option<Level>,
    ) -> BoxFuture<'a, Result<(), RegistryError>> {
        let method = if level.is_some() { Method::Put } else { Method::Delete };
        let mut call = match subject {
            Some(subject) => Call::new(method, ["config", subject]),
            None => Call::new(method, ["config"]),
        };
        if let Some(level) = level {
            call = call.body(&wire::Level { compatibility: level.name() });
        }
        Box::pin(async move { self.client.call::<wire::Ignored>(call).await.map(|_| ()) })
    }

    fn delete_subject<'a>(
        &'a self,
        subject: &'a str,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<Vec<u32>, RegistryError>> {
        let call = deleting(Call::new(Method::Delete, ["subjects", subject]), deletion);
        Box::pin(async move { self.client.call(call).await })
    }

    fn delete_version<'a>(
        &'a self,
        subject: &'a str,
        version: Version,
        deletion: Deletion,
    ) -> BoxFuture<'a, Result<u32, RegistryError>> {
        let call = Call::new(Method::Delete, ["subjects", subject, "versions", &version.to_string()]);
        let call = deleting(call, deletion);
        Box::pin(async move { self.client.call(call).await })
    }
}

fn deleting(call: Call, deletion: Deletion) -> Call {
    match deletion {
        Deletion::Soft => call,
        Deletion::Permanent => call.query("permanent", "true"),
    }
}
