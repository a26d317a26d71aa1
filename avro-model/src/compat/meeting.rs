//! Two nodes that meet when data is read.

use super::lists::Listed;
use super::overlay::Seen;
use crate::schema::{Kind, View};

/// Two nodes that meet, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meeting<'a> {
    pub(super) reader: View<'a>,
    pub(super) writer: View<'a>,
    /// The reader takes null beside what its node says.
    pub(super) optional: bool,
    /// The reader's node is a branch of a union.
    pub(super) branch: bool,
    /// Where the branches of the reader's union are found.
    pub(super) listed: Listed,
}

impl<'a> Meeting<'a> {
    pub(super) const fn plain(reader: View<'a>, writer: View<'a>) -> Self {
        Meeting { reader, writer, optional: false, branch: false, listed: Listed::NOWHERE }
    }

    /// The reader is a branch of a union.
    pub(super) const fn of_branch(reader: View<'a>, writer: View<'a>) -> Self {
        Meeting { reader, writer, optional: false, branch: true, listed: Listed::NOWHERE }
    }

    /// Two records, which are pairs of their own.
    pub(super) const fn both_records(self) -> bool {
        matches!((&self.reader.node.kind, &self.writer.node.kind), (Kind::Record(_), Kind::Record(_)))
    }

    /// Through arrays and maps to what they hold, as far as both sides agree: they are as compatible as their
    /// elements.
    pub(super) const fn inside(self) -> Self {
        let mut at = self;
        loop {
            match (&at.reader.node.kind, &at.writer.node.kind) {
                (Kind::Array(r), Kind::Array(w)) | (Kind::Map(r), Kind::Map(w)) => {
                    at = Meeting::plain(at.reader.child(r), at.writer.child(w));
                }
                _ => return at,
            }
        }
    }
}

impl<'a> Seen<'a> {
    /// The two fields' types meet.
    pub(super) const fn meets(self, written: Seen<'a>) -> Meeting<'a> {
        let (optional, branch) = (self.optional, self.optional);
        Meeting { optional, branch, ..Meeting::plain(self.schema, written.schema) }
    }
}
