//! The handle to a static node, which is where the crate's `unsafe` stands.

use core::ptr::NonNull;

use super::Schema;
use super::document::Document;
use super::scope::Scope;
use super::view::View;

/// A handle to a static schema node, `Copy` and comparable only by what it points to.
///
/// `&'static Schema` in its place would make const validation follow the reference, which is a cycle error for recursive
/// types; the raw pointer is not followed. The schema of a generic type is no static but a constant, which cannot hold itself
/// behind a pointer either: see [`Scope`].
#[derive(Clone, Copy)]
pub struct SchemaRef {
    node: *const Schema,
    /// `None` for most: children are looked up where the handle is met.
    document: Option<NonNull<Document>>,
}

// SAFETY: only made from `&'static Schema` and `&'static Document`, which have no interior mutability and are never written.
unsafe impl Sync for SchemaRef {}
// SAFETY: as for `Sync`.
unsafe impl Send for SchemaRef {}

impl SchemaRef {
    /// A handle to `schema`.
    pub const fn new(schema: &'static Schema) -> Self {
        SchemaRef { node: schema as *const Schema, document: None }
    }

    /// A handle to `schema`, in which names may stand that are looked up where it is met.
    pub const fn part(schema: &'static Schema) -> Self {
        SchemaRef::new(schema).with(&PART)
    }

    /// A handle to a record that is defined elsewhere; `stub` has its name and nothing else.
    pub const fn by_name(stub: &'static Schema) -> Self {
        SchemaRef::new(stub).with(&NAME)
    }

    /// The same node, where the names in it are looked up in `document`, which is one of parts.
    pub const fn whole(self, document: &'static Document) -> Self {
        SchemaRef::new(self.within(document).node).with(document)
    }

    const fn with(mut self, document: &'static Document) -> Self {
        let document: *const Document = document;
        // SAFETY: a reference is not null.
        self.document = Some(unsafe { NonNull::new_unchecked(document.cast_mut()) });
        self
    }

    /// The node; of a record that is defined elsewhere its name alone.
    pub const fn get(self) -> &'static Schema {
        // SAFETY: the pointer was made from `&'static Schema` in `new`, the only constructor.
        unsafe { &*self.node }
    }

    pub(super) const fn document(self) -> Option<&'static Document> {
        match self.document {
            // SAFETY: the pointer was made from `&'static Document` in `with`, and nothing writes through it.
            Some(document) => Some(unsafe { &*document.as_ptr() }),
            None => None,
        }
    }

    /// Whether this is the name of a record that is defined elsewhere.
    pub const fn is_name(self) -> bool {
        match self.document() {
            Some(document) => matches!(document.scope, Scope::Name),
            None => false,
        }
    }

    /// Whether this is an instance of a generic type whose parameters are in its schema.
    pub const fn is_instance(self) -> bool {
        match self.document() {
            Some(document) => !matches!(document.scope, Scope::Name),
            None => false,
        }
    }

    /// The node as a view.
    pub const fn view(self) -> View<'static> {
        self.within(&Document::NONE)
    }

    /// The node as a view, met inside of `around`.
    pub(super) const fn within<'a>(self, around: &'a Document) -> View<'a> {
        let document = match self.document() {
            Some(document) => match document.scope {
                Scope::Whole(_) => document,
                Scope::Part => around,
                Scope::Name => return View { node: around.definition(self.get()), document: around },
            },
            None => around,
        };
        View { node: self.get(), document }
    }

    /// A handle to what `view` shows, which is no node of a pool.
    pub const fn of(view: View<'static>) -> Self {
        match view.document.scope {
            Scope::Whole([_, ..]) => SchemaRef::new(view.node).with(view.document),
            _ => SchemaRef::new(view.node),
        }
    }

    /// The node's address: the same for two handles of one static. Not for use in `const`.
    pub fn address(self) -> usize {
        self.node as usize
    }
}

impl core::fmt::Debug for SchemaRef {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.view().name() {
            Some(name) => write!(f, "SchemaRef({})", name.full.get()),
            None => write!(f, "SchemaRef({:?})", self.view().type_name()),
        }
    }
}

static PART: Document = Document::scoped(Scope::Part);
static NAME: Document = Document::scoped(Scope::Name);
