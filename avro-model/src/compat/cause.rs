//! What the engine found: causes, and the trails that lead to them.

use crate::schema::{Kind, View};

/// What a [`Cause`] says.
///
/// Those for which [`decides`](CauseKind::decides) is true make the verdict; the others are things that Avro accepts
/// and that still change what data means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CauseKind {
    /// A reader field is not in the writer and has no default. [`Cause::index`]: the reader's field.
    MissingDefault,
    /// The writer's type cannot be read as the reader's.
    TypeMismatch,
    /// No branch of the reader's union takes the writer's type.
    MissingBranch,
    /// Two named types whose names do not match, also by alias.
    NameMismatch,
    /// Two fixed types of different sizes.
    FixedSize,
    /// The reader's enum lacks symbols and has no default. [`Cause::index`]: the first missing symbol of the writer;
    /// see [`missing_symbol`](super::missing_symbol) for the rest.
    MissingSymbols,
    /// A reader field matches several writer fields by its name and aliases. [`Cause::index`]: the reader's field.
    AmbiguousAlias,
    /// Two reader fields claim the same writer field. [`Cause::index`]: the reader field that goes without and has no
    /// default.
    SharedAlias,
    /// Both sides have a logical type, not the same.
    LogicalTypeChanged,
    /// One side has a logical type, the other none.
    LogicalTypeAddedOrDropped,
    /// Two decimals of different scales.
    DecimalScale,
    /// The reader's decimal has fewer digits than the writer's.
    DecimalPrecision,
    /// Two named types that match by name, in different namespaces.
    Namespace,
    /// A field has different defaults on the two sides. [`Cause::index`]: the reader's field.
    DefaultChanged,
    /// The writer's enum has a default symbol, the reader's none.
    EnumDefaultDropped,
    /// The property `unit` of a field differs. [`Cause::index`]: the reader's field.
    UnitChanged,
    /// The property `unit` of the value's own schema differs, as in `{"type": "long", "unit": "ms"}`.
    ValueUnitChanged,
}

impl CauseKind {
    /// Part of Avro's verdict: data may be unreadable.
    pub const fn decides(self) -> bool {
        matches!(
            self,
            CauseKind::MissingDefault
                | CauseKind::TypeMismatch
                | CauseKind::MissingBranch
                | CauseKind::NameMismatch
                | CauseKind::FixedSize
                | CauseKind::MissingSymbols
                | CauseKind::AmbiguousAlias
                | CauseKind::SharedAlias
        )
    }

    /// [`Cause::index`] is a field of the reader's record ([`Cause::reader`]).
    pub const fn names_field(self) -> bool {
        matches!(
            self,
            CauseKind::MissingDefault
                | CauseKind::AmbiguousAlias
                | CauseKind::SharedAlias
                | CauseKind::DefaultChanged
                | CauseKind::UnitChanged
        )
    }
}

/// One thing that is wrong between a reader and a writer schema.
#[derive(Clone, Copy, Debug)]
pub struct Cause<'a> {
    /// What is wrong.
    pub kind: CauseKind,
    /// Where: an index into the trails, see [`Findings::trail`].
    pub trail: u32,
    /// The reader's node there (for what concerns a field: the record).
    pub reader: View<'a>,
    /// The writer's node there.
    pub writer: View<'a>,
    /// A position that depends on [`Cause::kind`], else 0.
    pub index: u32,
}

/// No index.
pub const NONE: u32 = u32::MAX;

/// One step from a node to a node below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nowhere: the root.
    Root,
    /// Into a field. A position at or beyond the record's own field count is a field that the overlay keeps.
    Field {
        /// Position in the reader's record.
        reader: u32,
        /// Position in the writer's record.
        writer: u32,
    },
    /// Into the items of an array.
    Items,
    /// Into the values of a map.
    Values,
    /// Into a union branch.
    Branch {
        /// Position in the reader's union; [`NONE`] where the reader is no union, or no branch was meant.
        reader: u32,
        /// Position in the writer's union; [`NONE`] where the writer is no union.
        writer: u32,
    },
}

/// A node reached by a step from its parent trail.
#[derive(Clone, Copy, Debug)]
pub struct Trail<'a> {
    /// The trail before the step; [`NONE`] for the root.
    pub parent: u32,
    /// The step.
    pub step: Step,
    /// The reader's node behind the step.
    pub reader: View<'a>,
    /// The writer's node behind the step.
    pub writer: View<'a>,
}

/// Whether every datum of the writer's schema can be read with the reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Yes.
    Compatible,
    /// No, or not all.
    Incompatible,
    /// Not known: the schemas need more room than the engine had.
    Unchecked,
}

/// The result of one check, borrowed from where it was made.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'r, 'a> {
    /// Avro's verdict.
    pub verdict: Verdict,
    pub(crate) causes: &'r [Option<Cause<'a>>],
    pub(crate) trails: &'r [Option<Trail<'a>>],
    /// Causes for which there was no room.
    pub more: usize,
    /// Meetings of a pair of types whose causes are listed already, where the pair was first met.
    pub repeats: usize,
    /// What it took: about the number of fields that were walked.
    pub(crate) steps: u64,
}

impl<'r, 'a> Findings<'r, 'a> {
    /// The number of causes.
    pub const fn len(self) -> usize {
        self.causes.len()
    }

    /// No cause at all: neither one that decides nor one of meaning.
    pub const fn is_empty(self) -> bool {
        self.causes.is_empty()
    }

    /// The cause at `position`: in the order of the reader's fields, those that decide the verdict first.
    ///
    /// # Panics
    /// Where there is none.
    pub const fn cause(self, position: usize) -> Cause<'a> {
        match self.causes[position] {
            Some(cause) => cause,
            None => panic!("invariant: the first `len` causes are filled"),
        }
    }

    /// The trail at `index` (of a [`Cause::trail`] or [`Trail::parent`]).
    ///
    /// # Panics
    /// Where there is none.
    pub const fn trail(self, index: u32) -> Trail<'a> {
        match self.trails[index as usize] {
            Some(trail) => trail,
            None => panic!("invariant: trails are filled from the front"),
        }
    }

    /// The causes, in order.
    pub fn causes(self) -> impl Iterator<Item = Cause<'a>> + 'r {
        self.causes.iter().flatten().copied()
    }

    /// The steps from the root to `cause`, the root first.
    pub fn steps(self, cause: &Cause<'a>) -> Vec<Trail<'a>> {
        let (mut steps, mut at) = (Vec::new(), cause.trail);
        while at != NONE {
            let trail = self.trail(at);
            steps.push(trail);
            at = trail.parent;
        }
        steps.reverse();
        steps
    }

    /// The root's field that leads to `cause`, or that it is about: its position in the reader's record and in the
    /// writer's ([`NONE`] where the writer has no such field). `None` where the root is no record, or the cause is
    /// about the root as a whole.
    pub const fn root_field(self, cause: &Cause<'a>) -> Option<(u32, u32)> {
        let mut at = cause.trail;
        loop {
            let trail = self.trail(at);
            if trail.parent == NONE {
                let is_record = matches!(trail.reader.node.kind, Kind::Record(_));
                return if is_record && cause.trail == at && cause.kind.names_field() {
                    Some((cause.index, NONE))
                } else {
                    None
                };
            }
            if self.trail(trail.parent).parent == NONE {
                return match trail.step {
                    Step::Field { reader, writer } => Some((reader, writer)),
                    _ => None,
                };
            }
            at = trail.parent;
        }
    }
}
