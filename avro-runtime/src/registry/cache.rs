//! Writer schemas by id: fetched once however many ask, kept within bounds, absence remembered for a while.
//!
//! The keys are (context, id); a cache belongs to one registry. Futures of the same id are one flight: whoever polls
//! drives it, and all get its outcome.

use core::time::Duration;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures_timer::Delay;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared};

use super::RegistryError;
use super::backend::Backend;
use super::patience::Patience;
use super::resolved::resolved;
use super::subject::Scope;
use crate::WriterSchema;

/// Schemas that are kept; the least recently used goes first.
const KNOWN: usize = 1_000;
/// Ids that the registry does not have and that are remembered; the oldest goes first.
const UNKNOWN: usize = 1_000;
/// How long an unknown id is not asked for again; then once, without waiting for it.
const UNKNOWN_FOR: Duration = Duration::from_secs(5);
/// The first pause between two attempts, doubled from one to the next.
const FIRST_PAUSE: Duration = Duration::from_millis(20);
/// The longest pause between two attempts.
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// What there is to know of an id.
#[derive(Clone, Debug)]
pub(crate) enum Lookup {
    /// The schema.
    Found(WriterSchema),
    /// The registry has no such id (any more, or yet).
    Unknown,
    /// The registry has it, but the text is no schema; why.
    Unreadable(Arc<str>),
}

type Key = (Arc<str>, u32);
type Flight = Shared<BoxFuture<'static, Result<Lookup, RegistryError>>>;

#[derive(Default)]
pub(super) struct SchemaCache {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    known: HashMap<Key, Entry>,
    unknown: HashMap<Key, Instant>,
    /// The keys of `unknown`, oldest first.
    unknown_order: VecDeque<Key>,
    clock: u64,
}

struct Entry {
    slot: Slot,
    used: u64,
}

enum Slot {
    Done(Lookup),
    Flying(Flight),
}

impl SchemaCache {
    /// The schema `id`, asked of `backend` in the context of `scope` if it is not here.
    ///
    /// # Errors
    /// The registry did not answer within `patience`; nothing is remembered of that.
    pub(super) async fn get(
        &self,
        backend: &Arc<dyn Backend>,
        id: u32,
        scope: &Scope,
        mut patience: Patience,
    ) -> Result<Lookup, RegistryError> {
        let key = (scope.context.clone(), id);
        let flight = {
            let mut state = self.lock();
            match state.unknown.get(&key) {
                Some(since) if since.elapsed() < UNKNOWN_FOR => return Ok(Lookup::Unknown),
                Some(_) => patience.unknown_id = Duration::ZERO,
                None => {}
            }
            state.clock += 1;
            let now = state.clock;
            match state.known.get_mut(&key) {
                Some(entry) => {
                    entry.used = now;
                    match &entry.slot {
                        Slot::Done(lookup) => return Ok(lookup.clone()),
                        Slot::Flying(flight) => flight.clone(),
                    }
                }
                None => {
                    let flight = fetch(backend.clone(), id, scope.subject.clone(), patience).boxed().shared();
                    state.make_room();
                    state.known.insert(key.clone(), Entry { slot: Slot::Flying(flight.clone()), used: now });
                    flight
                }
            }
        };
        let outcome = flight.clone().await;
        self.lock().land(key, &flight, &outcome);
        outcome
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Every change of the state is complete before the lock is given back, so a panic elsewhere cannot tear it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Puts the outcome of `flight` in its place; only the first of those who waited for it finds something to do.
    fn land(&mut self, key: Key, flight: &Flight, outcome: &Result<Lookup, RegistryError>) {
        let Some(Entry { slot, .. }) = self.known.get_mut(&key) else { return };
        if !matches!(slot, Slot::Flying(own) if own.ptr_eq(flight)) {
            return;
        }
        match outcome {
            Ok(lookup @ (Lookup::Found(_) | Lookup::Unreadable(_))) => {
                *slot = Slot::Done(lookup.clone());
                self.forget_unknown(&key);
            }
            Ok(Lookup::Unknown) => {
                self.known.remove(&key);
                self.remember_unknown(key);
            }
            Err(_) => {
                self.known.remove(&key);
            }
        }
    }

    fn remember_unknown(&mut self, key: Key) {
        if let Some(since) = self.unknown.get_mut(&key) {
            *since = Instant::now();
            return;
        }
        while self.unknown_order.len() >= UNKNOWN {
            if let Some(oldest) = self.unknown_order.pop_front() {
                self.unknown.remove(&oldest);
            }
        }
        self.unknown_order.push_back(key.clone());
        self.unknown.insert(key, Instant::now());
    }

    fn forget_unknown(&mut self, key: &Key) {
        if self.unknown.remove(key).is_some() {
            self.unknown_order.retain(|other| other != key);
        }
    }

    fn make_room(&mut self) {
        if self.known.len() < KNOWN {
            return;
        }
        let oldest = self.known.iter().min_by_key(|(_, entry)| entry.used).map(|(key, _)| key.clone());
        if let Some(oldest) = oldest {
            self.known.remove(&oldest);
        }
    }
}

/// Asks until there is an answer: while the registry is unavailable up to `patience.unavailable`, while it does not know
/// the id (a replica may be behind the node that gave the id out) up to `patience.unknown_id`.
async fn fetch(
    backend: Arc<dyn Backend>,
    id: u32,
    subject: Arc<str>,
    patience: Patience,
) -> Result<Lookup, RegistryError> {
    let start = Instant::now();
    let mut pause = FIRST_PAUSE;
    loop {
        let (window, outcome) = match read(&backend, id, &subject).await {
            Ok(lookup) => return Ok(lookup),
            Err(error) if error.is_schema_not_found() || error.is_subject_not_found() => {
                (patience.unknown_id, Ok(Lookup::Unknown))
            }
            Err(error) if error.is_unavailable() => (patience.unavailable, Err(error.at(backend.url()))),
            Err(error) => return Err(error.at(backend.url())),
        };
        let left = window.saturating_sub(start.elapsed());
        if left.is_zero() {
            return outcome;
        }
        Delay::new(pause.min(left)).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// The schema with everything that it refers to.
async fn read(backend: &Arc<dyn Backend>, id: u32, subject: &str) -> Result<Lookup, RegistryError> {
    let stored = backend.schema(id, Some(subject)).await?;
    if let Some(other) = stored.foreign_type() {
        return Ok(Lookup::Unreadable(format!("it is a schema of type {other}, not Avro").into()));
    }
    let text = match resolved(backend, &stored).await {
        Ok(Ok(text)) => text,
        Ok(Err(why)) => return Ok(Lookup::Unreadable(why.into())),
        // the id is known, so it is not to be asked for again as an unknown one is
        Err(error) if error.is_subject_not_found() || error.is_version_not_found() => {
            return Ok(Lookup::Unreadable(
                format!("it refers to a schema that is not there: {}", error.message()).into(),
            ));
        }
        Err(error) => return Err(error),
    };
    Ok(match WriterSchema::parse(&text) {
        Ok(schema) => Lookup::Found(schema),
        Err(errors) => Lookup::Unreadable(errors.to_string().into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: usize) -> Key {
        (".".into(), u32::try_from(id).unwrap())
    }

    #[test]
    fn what_is_unknown_is_bounded() {
        let mut state = State::default();
        for id in 0..UNKNOWN + 10 {
            state.remember_unknown(key(id));
        }
        assert_eq!((state.unknown.len(), state.unknown_order.len()), (UNKNOWN, UNKNOWN));
        assert!(!state.unknown.contains_key(&key(9)) && state.unknown.contains_key(&key(10)));
        state.remember_unknown(key(10));
        state.forget_unknown(&key(11));
        assert_eq!((state.unknown.len(), state.unknown_order.len()), (UNKNOWN - 1, UNKNOWN - 1));
    }

    #[test]
    fn what_is_known_is_bounded_by_last_use() {
        let mut state = State::default();
        for id in 0..KNOWN + 1 {
            state.make_room();
            let used = if id == 0 { 1_000_000 } else { id as u64 };
            state.known.insert(key(id), Entry { slot: Slot::Done(Lookup::Unknown), used });
        }
        assert_eq!(state.known.len(), KNOWN);
        assert!(state.known.contains_key(&key(0)) && !state.known.contains_key(&key(1)));
    }
}
