//! Reading data of another writer schema, straight into the type.
//!
//! A [`Plan`] is compiled once per (writer, reader type): what to do with each part of the writer's data so that the
//! reader's type gets what the Avro specification's "Schema Resolution" says. Generated code walks it with [`PlanRef`]
//! and [`RecordPlan`]; parts that both schemas have alike are read by the type's straight-line code.

mod compile;
mod matching;
#[cfg(test)]
mod random;
mod skip;
#[cfg(test)]
mod value;
#[cfg(test)]
mod vectors;
mod writer;

pub use writer::WriterSchema;

use crate::codec::{Decoder, put};
use crate::error::{DecodeError, DecodeKind};

/// What reading one writer schema as one reader schema takes.
#[derive(Debug)]
pub(crate) struct Plan {
    slots: Vec<Slot>,
}

#[derive(Debug)]
struct Slot {
    node: Node,
    /// The reader's straight-line code reads this as it was written.
    equal: bool,
}

/// What to do with a value of the writer.
#[derive(Debug)]
enum Node {
    /// Cannot be read; the text says why.
    Fail(Box<str>),
    /// Same bytes in both: null, boolean, bytes and string, fixed.
    Same,
    /// The writer's number; the reader's may be wider.
    Int,
    Long,
    Float,
    Double,
    /// Reader positions of the writer's symbols.
    Enum(Box<[Symbol]>),
    /// An array or a map; the item or value, and the fewest bytes that it takes.
    Items {
        item: u32,
        min_size: usize,
    },
    /// The writer's union: an index says which.
    WriterUnion(Box<[u32]>),
    /// The reader's union: this value becomes that branch.
    ReaderUnion {
        branch: u32,
        value: u32,
        /// The branch fits by its shape alone, its name is another; for readers who take what is called otherwise.
        by_shape: Option<Box<NoBranch>>,
    },
    /// The reader's union has no branch for this value.
    NoBranch(Box<NoBranch>),
    Record(Box<RecordNode>),
    Skip(Skip),
}

#[derive(Debug)]
enum Symbol {
    Known(u32),
    /// Not known to the reader, whose default this is.
    Default(u32, Box<str>),
    /// Neither known to the reader nor is there a default.
    Unknown(Box<str>, Box<str>),
}

#[derive(Debug)]
struct NoBranch {
    /// The writer's type: a full name, or the name of an unnamed type.
    name: Box<str>,
    /// Why it cannot be read.
    text: Box<str>,
    /// How to go past it.
    skip: u32,
}

#[derive(Debug)]
struct RecordNode {
    /// The writer's fields in their order, then those that only the reader has.
    steps: Box<[StepNode]>,
    /// The same as the reader's code sees it, where some of its fields are those of flattened records: by part, and those of a
    /// flattened record are gone past.
    parts: Option<Box<[StepNode]>>,
    /// By part: how to read the record that is flattened there, from the same data.
    flattened: Box<[u32]>,
    /// Bytes of all defaults together, which count as memory.
    defaults_size: usize,
}

#[derive(Clone, Copy, Debug)]
struct StepNode {
    /// Reader position, or [`SKIP`].
    field: u32,
    slot: u32,
    /// The encoded default of a field that the writer does not have; the slot reads it.
    default: Option<&'static [u8]>,
}

const SKIP: u32 = u32::MAX;

/// How to go past a value that the reader does not have.
#[derive(Debug)]
enum Skip {
    /// That many bytes.
    Fixed(usize),
    Varint,
    Prefixed,
    Array {
        item: u32,
        min_size: usize,
    },
    Map {
        value: u32,
        min_size: usize,
    },
    Union(Box<[u32]>),
    Record(Box<[u32]>),
}

/// A place in a plan.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct PlanRef<'p> {
    plan: &'p Plan,
    slot: u32,
}

impl<'p> PlanRef<'p> {
    #[inline]
    fn get(self) -> &'p Slot {
        &self.plan.slots[self.slot as usize]
    }

    #[inline]
    fn at(self, slot: u32) -> PlanRef<'p> {
        PlanRef { plan: self.plan, slot }
    }

    /// Whether the straight-line code reads this.
    #[inline]
    pub fn is_equal(self) -> bool {
        self.get().equal
    }

    /// Reads the indices of the writer's unions down to the value itself.
    #[inline]
    pub fn settle(self, input: &mut Decoder<'_>) -> Result<PlanRef<'p>, DecodeError> {
        if self.get().equal { Ok(self) } else { self.settle_unequal(input) }
    }

    #[inline(never)]
    fn settle_unequal(mut self, input: &mut Decoder<'_>) -> Result<PlanRef<'p>, DecodeError> {
        loop {
            match &self.get().node {
                Node::WriterUnion(branches) => self = self.at(branches[input.branch(branches.len())?]),
                Node::Fail(text) => return Err(incompatible(input, text)),
                Node::NoBranch(none) => return Err(incompatible(input, &none.text)),
                _ => return Ok(self),
            }
        }
    }

    /// The reader is a record; `None`: read it by the straight-line code.
    #[inline]
    pub fn record(self, input: &mut Decoder<'_>) -> Result<Option<RecordPlan<'p>>, DecodeError> {
        let settled = self.settle(input)?;
        if settled.is_equal() {
            return Ok(None);
        }
        match &settled.get().node {
            Node::Record(node) => {
                input.charge::<u8>(node.defaults_size)?;
                Ok(Some(RecordPlan { plan: self.plan, node }))
            }
            _ => Err(foreign(input)),
        }
    }

    /// The reader is an array or a map; `None`: read it by the straight-line code.
    #[inline]
    pub fn items(self, input: &mut Decoder<'_>) -> Result<Option<ItemsPlan<'p>>, DecodeError> {
        let settled = self.settle(input)?;
        if settled.is_equal() {
            return Ok(None);
        }
        match &settled.get().node {
            Node::Items { item, min_size } => Ok(Some(ItemsPlan { plan: self.at(*item), min_size: *min_size })),
            _ => Err(foreign(input)),
        }
    }

    /// The reader is a union: its branch, and the plan of the value (`None`: by the straight-line code). Of a value that the
    /// reader has no branch for the index is beyond all branches: [`PlanRef::unmatched`]. With `by_name` a record of another name
    /// is such a value, whatever its shape.
    #[inline]
    pub fn union(self, input: &mut Decoder<'_>, by_name: bool) -> Result<(usize, Option<PlanRef<'p>>), DecodeError> {
        let mut place = self;
        if let Node::WriterUnion(branches) = &place.get().node {
            let index = input.branch(branches.len())?;
            if place.is_equal() {
                return Ok((index, None));
            }
            place = place.at(branches[index]);
        }
        match &place.get().node {
            Node::ReaderUnion { by_shape: Some(_), .. } if by_name => Ok((usize::MAX, Some(place))),
            Node::ReaderUnion { branch, value, .. } => {
                let value = place.at(*value);
                Ok((*branch as usize, if value.is_equal() { None } else { Some(value) }))
            }
            Node::NoBranch(_) => Ok((usize::MAX, Some(place))),
            Node::Fail(text) => Err(incompatible(input, text)),
            _ => Err(foreign(input)),
        }
    }

    /// The error for a value that the reader's union has no branch for.
    #[cold]
    pub fn unmatched(self, input: &Decoder<'_>) -> DecodeError {
        match &self.get().node {
            Node::NoBranch(none) => incompatible(input, &none.text),
            _ => foreign(input),
        }
    }

    /// Goes past a value that the reader's union has no branch for, and gives the name of its type.
    ///
    /// # Errors
    /// The data ends or is malformed.
    pub fn other(self, input: &mut Decoder<'_>) -> Result<&'p str, DecodeError> {
        match &self.get().node {
            Node::NoBranch(none) | Node::ReaderUnion { by_shape: Some(none), .. } => {
                skip::skip(self.at(none.skip), input).map(|()| &*none.name)
            }
            _ => Err(foreign(input)),
        }
    }

    /// The reader is an enum: the position of its symbol.
    #[inline]
    pub fn symbol(self, input: &mut Decoder<'_>) -> Result<usize, DecodeError> {
        let Node::Enum(symbols) = &self.settle(input)?.get().node else {
            return Err(foreign(input));
        };
        match &symbols[input.enum_index(symbols.len())?] {
            Symbol::Known(position) | Symbol::Default(position, _) => Ok(*position as usize),
            Symbol::Unknown(_, text) => Err(incompatible(input, text)),
        }
    }

    /// The reader is an enum that takes symbols it does not know: the position of its symbol, or the writer's.
    #[inline]
    pub fn symbol_or_other(self, input: &mut Decoder<'_>) -> Result<Result<usize, &'p str>, DecodeError> {
        let Node::Enum(symbols) = &self.settle(input)?.get().node else {
            return Err(foreign(input));
        };
        match &symbols[input.enum_index(symbols.len())?] {
            Symbol::Known(position) => Ok(Ok(*position as usize)),
            Symbol::Default(_, symbol) | Symbol::Unknown(symbol, _) => Ok(Err(symbol)),
        }
    }

    /// The reader is a `float`.
    #[inline]
    pub fn float(self, input: &mut Decoder<'_>) -> Result<f32, DecodeError> {
        match &self.settle(input)?.get().node {
            Node::Float => input.float(),
            Node::Int => Ok(input.int()? as f32),
            Node::Long => Ok(input.long()? as f32),
            _ => Err(foreign(input)),
        }
    }

    /// The reader is a `double`.
    #[inline]
    pub fn double(self, input: &mut Decoder<'_>) -> Result<f64, DecodeError> {
        match &self.settle(input)?.get().node {
            Node::Double => input.double(),
            Node::Float => Ok(input.float()? as f64),
            Node::Int => Ok(input.int()? as f64),
            Node::Long => Ok(input.long()? as f64),
            _ => Err(foreign(input)),
        }
    }
}

impl std::fmt::Debug for PlanRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlanRef").field("slot", &self.slot).field("equal", &self.is_equal()).finish()
    }
}

#[cold]
#[inline(never)]
fn incompatible(input: &Decoder<'_>, text: &str) -> DecodeError {
    input.error(DecodeKind::Incompatible(text.into()))
}

/// A hand-written implementation asks for what its own schema is not.
#[cold]
#[inline(never)]
fn foreign(input: &Decoder<'_>) -> DecodeError {
    incompatible(input, "the Rust type reads another Avro type than its schema says")
}

/// What to do with the fields of a record that the writer has otherwise.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct RecordPlan<'p> {
    plan: &'p Plan,
    node: &'p RecordNode,
}

impl<'p> RecordPlan<'p> {
    /// The writer's fields in their order, and those that only the reader has.
    #[inline]
    pub fn steps(self) -> impl Iterator<Item = Step<'p>> + use<'p> {
        let plan = self.plan;
        self.node.parts.as_ref().unwrap_or(&self.node.steps).iter().map(move |node| Step { plan, node })
    }

    /// Reads the record that is flattened at `part` with `read`, from the same data as the rest of this one.
    ///
    /// # Errors
    /// As of `read`.
    pub fn flattened<'de, T>(
        self,
        part: usize,
        input: &mut Decoder<'de>,
        read: impl FnOnce(&mut Decoder<'de>, PlanRef<'_>) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let Some(slot) = self.node.flattened.get(part) else { return Err(foreign(input)) };
        let start = input.mark();
        let value = read(input, PlanRef { plan: self.plan, slot: *slot })?;
        input.rewind(start);
        Ok(value)
    }
}

impl std::fmt::Debug for RecordPlan<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordPlan").field("steps", &self.node.steps).finish()
    }
}

/// What to do with one field: of the writer, or one that only the reader has.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Step<'p> {
    plan: &'p Plan,
    node: &'p StepNode,
}

impl Step<'_> {
    /// Position of the reader's field; beyond all of them: it has none, [`Step::skip`] it.
    #[inline]
    pub fn field(self) -> usize {
        self.node.field as usize
    }

    /// Reads the field's value into the empty `field`: what the writer has, or the reader's default. Whether it could, else
    /// `input` has the error.
    #[inline]
    pub fn read<'de, T>(
        self,
        field: &mut Option<T>,
        input: &mut Decoder<'de>,
        decode_resolved: impl FnOnce(&mut Decoder<'de>, PlanRef<'_>) -> Result<T, DecodeError>,
    ) -> bool {
        let plan = PlanRef { plan: self.plan, slot: self.node.slot };
        let read = match self.node.default {
            None => decode_resolved(input, plan),
            Some(bytes) => decode_resolved(&mut Decoder::new(bytes), plan),
        };
        put(field, input, read)
    }

    /// Goes past the field. Whether it could, else `input` has the error.
    pub fn skip(self, input: &mut Decoder<'_>) -> bool {
        match skip::skip(PlanRef { plan: self.plan, slot: self.node.slot }, input) {
            Ok(()) => true,
            Err(error) => input.fail(error),
        }
    }
}

/// How to read the items of an array or the values of a map.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct ItemsPlan<'p> {
    plan: PlanRef<'p>,
    min_size: usize,
}

impl<'p> ItemsPlan<'p> {
    /// The item.
    #[inline]
    pub fn plan(self) -> PlanRef<'p> {
        self.plan
    }

    /// The fewest bytes that an item takes as it was written.
    #[inline]
    pub fn min_size(self) -> usize {
        self.min_size
    }
}
