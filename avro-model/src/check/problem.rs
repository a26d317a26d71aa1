//! A problem as a text that a constant can panic with.

use crate::schema::{Name, Origin, View};
use crate::text::{Digits, namespace, same};

/// What kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A branch of a union is a union.
    NestedUnion,
    /// Two branches of a union that a reader could not tell apart.
    SameBranches,
    /// Two different types under one full name.
    SameName,
    /// A type without namespace inside a type that has one.
    NoNamespace,
    /// What is flattened into a record is none.
    NoRecord,
    /// A flattened record has a field of a name that the record it is put into has.
    SameField,
    /// A default that is no value of the field's type.
    Default,
    /// A default that is not JSON.
    DefaultSyntax,
    /// A default that nests too deep to be checked.
    DefaultTooDeep,
    /// The schema nests too deep, or has too many types, to be checked. Never to be taken for a good one.
    TooLarge,
}

/// What is wrong with a schema.
#[derive(Clone, Copy, Debug)]
pub struct Problem {
    kind: ProblemKind,
    holder: Option<&'static Name>,
    field: &'static str,
    /// The type or the default that it is about.
    what: &'static str,
    origins: Option<(&'static Origin, &'static Origin)>,
}

impl Problem {
    pub(super) const fn new(
        kind: ProblemKind,
        holder: Option<&'static Name>,
        field: &'static str,
        what: &'static str,
    ) -> Self {
        Problem { kind, holder, field, what, origins: None }
    }

    pub(super) const fn with_origins(mut self, first: View<'static>, second: View<'static>) -> Self {
        if let (Some(first), Some(second)) = (first.name(), second.name())
            && let (Some(first), Some(second)) = (first.origin, second.origin)
        {
            self.origins = Some((first, second));
        }
        self
    }

    /// What kind of problem.
    pub const fn kind(&self) -> ProblemKind {
        self.kind
    }

    /// The field of the root's record, or of a nested one, that it is about; empty for none.
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// The problem in words, with what to write instead.
    ///
    /// ```
    /// use avro_model::{Child, NullBranch, Schema, SchemaRef, Kind, check};
    ///
    /// static LONG: Schema = Schema::plain(Kind::Long);
    /// static UNION: Schema = Schema::union(NullBranch::None, &[Child::Ptr(SchemaRef::new(&LONG)), Child::Ptr(SchemaRef::new(&LONG))]);
    ///
    /// // In a derive: `const _: () = if let Some(problem) = check_type(..) { panic!("{}", problem.text().as_str()) };`
    /// const PROBLEM: Option<check::Problem> = check::check_type(SchemaRef::new(&UNION).view());
    /// let text = PROBLEM.unwrap().text();
    /// assert_eq!(text.as_str().lines().next(), Some("the union has two branches `long`, which a reader could not tell apart"));
    /// ```
    pub const fn text(&self) -> Text {
        let mut text = Text::EMPTY;
        match self.kind {
            ProblemKind::NestedUnion => {
                text.place(self, "the union", "");
                text.put(" holds a union, which Avro does not allow\n         help: make the inner one a field of a record, or list its branches in the outer one");
            }
            ProblemKind::SameBranches => {
                text.place(self, "the union", "");
                text.put(" has two branches `");
                text.put(self.what);
                text.put(if same(self.what, "null") {
                    "`, and null could mean either\n         help: remove one of them: the `Option`, or the null of the type in it"
                } else {
                    "`, which a reader could not tell apart\n         help: give one of them a name of its own: in a variant with named fields, or in a struct"
                });
            }
            ProblemKind::SameName => {
                text.put("two different types are named `");
                text.put(self.what);
                text.put("`");
                if let Some((first, second)) = self.origins {
                    text.put(": ");
                    text.origin(first);
                    text.put(" and ");
                    text.origin(second);
                }
                text.place(self, "", "\n         the second is reached through");
                text.put("\n         help: give one of them another name: #[avro(name = \"..\")] or another namespace");
            }
            ProblemKind::NoNamespace => {
                text.put("`");
                text.put(self.what);
                text.put("` has no namespace");
                text.place(self, "", ", but is used in");
                if let Some(holder) = self.holder {
                    text.put(": other languages look for `");
                    text.put(namespace(holder.full.get()));
                    text.put(".");
                    text.put(self.what);
                    text.put("` there\n         help: give it one: #[avro(namespace = \"");
                    text.put(namespace(holder.full.get()));
                    text.put("\")], or say that it is meant: #[avro(namespace = \"\")]");
                }
            }
            ProblemKind::NoRecord => {
                text.put("`flatten` puts the fields of a record in place, and what it is on");
                if let Some(holder) = self.holder {
                    text.put(" in `");
                    text.put(holder.full.get());
                    text.put("`");
                }
                text.put(" is of type ");
                text.put(self.what);
                text.put("\n         help: remove #[avro(flatten)]");
            }
            ProblemKind::SameField => {
                text.put("a flattened record has a field `");
                text.put(self.what);
                text.put("`, and ");
                if let Some(holder) = self.holder {
                    text.put("`");
                    text.put(holder.full.get());
                    text.put("`, which it is put into, has");
                }
                text.put(" one too\n         help: give one of them another name, #[avro(name = \"..\")], or remove #[avro(flatten)]");
            }
            ProblemKind::Default => {
                text.put("the default ");
                text.put(self.what);
                text.place(self, "", " of");
                text.put(" is no value of the field's type");
            }
            ProblemKind::DefaultSyntax => {
                text.put("the default ");
                text.put(self.what);
                text.place(self, "", " of");
                text.put(" is not JSON");
            }
            ProblemKind::DefaultTooDeep => {
                text.put("the default");
                text.place(self, "", " of");
                text.put(" nests too deep to be checked");
            }
            ProblemKind::TooLarge => {
                text.put("`");
                text.put(self.what);
                text.put("` could not be checked: it nests deeper than 1,024 levels or reaches more than 3,072 types");
            }
        }
        text
    }
}

/// A text in a fixed buffer; what does not fit is cut off.
#[derive(Clone, Copy)]
pub struct Text {
    bytes: [u8; Text::SIZE],
    len: usize,
}

impl Text {
    const SIZE: usize = 1024;
    const EMPTY: Text = Text { bytes: [0; Text::SIZE], len: 0 };

    /// The text.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    const fn put(&mut self, text: &str) {
        let mut take = text.len();
        if take > Text::SIZE - self.len {
            take = Text::SIZE - self.len;
            while !text.is_char_boundary(take) {
                take -= 1;
            }
        }
        let (_, rest) = self.bytes.split_at_mut(self.len);
        rest.split_at_mut(take).0.copy_from_slice(text.as_bytes().split_at(take).0);
        self.len += take;
    }

    /// `before` and the record's field in question, where there is one.
    const fn place(&mut self, problem: &Problem, subject: &str, before: &str) {
        self.put(subject);
        if let Some(holder) = problem.holder {
            self.put(if before.is_empty() { " at" } else { before });
            self.put(" `");
            self.put(holder.full.get());
            self.put(".");
            self.put(problem.field);
            self.put("`");
        }
    }

    const fn origin(&mut self, origin: &Origin) {
        self.put("`");
        self.put(origin.ident);
        self.put("` at ");
        self.put(origin.file);
        self.put(":");
        self.put(Digits::of(origin.line as u64).as_str());
    }
}

impl core::fmt::Debug for Text {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl core::fmt::Display for Text {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}
