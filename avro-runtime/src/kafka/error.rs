//! What a broker, or the way to it, can fail with.

use core::fmt;

use rdkafka::error::{KafkaError as Cause, RDKafkaErrorCode as Code};

use super::Record;

/// An error of Kafka: what was being done, and librdkafka's reason.
#[derive(Clone)]
pub struct KafkaError {
    doing: String,
    cause: Option<Cause>,
}

impl KafkaError {
    pub(super) fn new(doing: impl Into<String>, cause: Cause) -> Self {
        KafkaError { doing: doing.into(), cause: Some(cause) }
    }

    pub(super) fn timed_out(doing: impl Into<String>) -> Self {
        KafkaError { doing: doing.into(), cause: None }
    }

    fn code(&self) -> Option<Code> {
        self.cause.as_ref().and_then(Cause::rdkafka_error_code)
    }

    /// No broker could be reached, or the connection broke: worth another try.
    pub fn is_unreachable(&self) -> bool {
        matches!(
            self.code(),
            Some(Code::AllBrokersDown | Code::BrokerTransportFailure | Code::Resolve | Code::WaitingForCoordinator)
        )
    }

    /// There was no answer in time. What was sent may still have arrived.
    pub fn is_timeout(&self) -> bool {
        match self.code() {
            Some(code) => {
                matches!(
                    code,
                    Code::MessageTimedOut | Code::OperationTimedOut | Code::RequestTimedOut | Code::TimedOutQueue
                )
            }
            None => self.cause.is_none(),
        }
    }

    /// There is no such topic or partition.
    pub fn is_unknown_topic(&self) -> bool {
        matches!(self.code(), Some(Code::UnknownTopic | Code::UnknownTopicOrPartition | Code::UnknownPartition))
    }

    /// The client's configuration is not valid.
    pub fn is_config(&self) -> bool {
        matches!(self.cause, Some(Cause::ClientConfig(..) | Cause::ClientCreation(_)))
    }
}

impl fmt::Display for KafkaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.doing)?;
        match (self.code(), &self.cause) {
            // librdkafka's own sentence, without the wrapper's repetition of what was being done.
            (Some(code), _) => write!(f, ": {}", code.to_string().trim_end_matches('.')),
            (None, Some(cause)) => write!(f, ": {}", cause.to_string().trim_end_matches('.')),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Debug for KafkaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KafkaError({self})")
    }
}

impl std::error::Error for KafkaError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}

/// A record that was not confirmed by the broker. The record is in it: nothing is lost.
pub struct SendError(Box<(KafkaError, Record)>);

impl SendError {
    pub(super) fn new(error: KafkaError, record: Record) -> Self {
        SendError(Box::new((error, record)))
    }

    /// What went wrong.
    pub fn error(&self) -> &KafkaError {
        &self.0.0
    }

    /// The record that was to be sent.
    pub fn record(&self) -> &Record {
        &self.0.1
    }

    /// The record that was to be sent, to send it again.
    pub fn into_record(self) -> Record {
        self.0.1
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.0.fmt(f)
    }
}

impl fmt::Debug for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SendError({self})")
    }
}

impl std::error::Error for SendError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0.0)
    }
}
