//! Names of types where they are used: before their definition, in another text, or of no type at all.

use super::*;

/// A name that is used before its definition.
pub(super) struct Pending<'j> {
    node: Node<'j>,
    target: Target,
    key: Key<'j>,
    path: u32,
    file: usize,
}

impl<'j, 't> Reader<'j, 't> {
    pub(super) fn reference(&mut self, task: &Task<'j>, name: &'j str) -> Option<Child> {
        if let Some(kind) = primitive(name) {
            return Some(Child::Node(self.node(Schema::plain(kind), task.node.range(), task.path)));
        }
        let key = match name.rsplit_once('.') {
            // To Java such a name begins with a dot, as none does. In IDL it is ours.
            Some(("", short)) if self.mode == Mode::Lenient && !self.out.idl[self.file] => (self.space("."), short),
            Some((space, short)) => (self.space(space), short),
            None => (task.space, name),
        };
        self.count_name(key, task.node, task.path);
        let own = self.slots.get(&key).copied();
        // Java keeps a record under its name when it ends, not before
        if self.mode == Mode::Lenient
            && !self.many
            && own.is_none_or(|slot| self.is_open(slot))
            && let Some(&slot) = self.slots.get(&(0, name))
            && !self.is_open(slot)
        {
            return Some(Child::Name(slot));
        }
        if let Some(slot) = own {
            return Some(Child::Name(slot));
        }
        self.pending.push(Pending { node: task.node, target: task.target, key, path: task.path, file: self.file });
        Some(MISSING)
    }

    /// Whether the type is a record that is still being read.
    fn is_open(&self, slot: u32) -> bool {
        let node = self.out.named[slot as usize] as usize;
        matches!(self.out.nodes[node].kind, Kind::Record(_)) && self.out.ends[node] == 0
    }

    pub(super) fn count_name(&mut self, key: Key<'j>, node: Node<'j>, path: u32) {
        self.count(self.spaces[key.0 as usize].text.len() + 1 + key.1.len(), node, path);
    }

    /// Ends the reading of a text whose names would fill the memory.
    pub(super) fn count(&mut self, bytes: usize, node: Node<'j>, path: u32) {
        let before = self.names;
        self.names += bytes;
        if self.names > LONGEST_NAMES {
            if before <= LONGEST_NAMES {
                let message =
                    "the full names up to here are longer than 256 MiB, written out wherever a type is defined or used";
                let help = Some("a shorter namespace and shorter names".to_owned());
                self.error("name-invalid", node.range(), path, message, help);
            }
            self.work.clear();
        }
    }

    pub(super) fn full(&self, key: Key<'j>) -> String {
        match self.spaces[key.0 as usize].text {
            "" => key.1.to_owned(),
            space => [space, ".", key.1].concat(),
        }
    }

    fn undefined(&mut self, pending: &Pending<'j>, defined_later: bool) {
        let name = pending.node.as_str().unwrap_or_default();
        if defined_later {
            let message = format!("{} is used before it is defined", quote(name));
            let help = "the specification wants the definition at the first use and the name after it".to_owned();
            self.error("type-unknown", pending.node.range(), pending.path, message, Some(help));
            return;
        }
        // Looking for what was meant costs more than saying that something is wrong.
        let help = if self.out.errors[self.file].is_full() { None } else { self.meant(name) };
        let full = self.full(pending.key);
        let expected =
            if full == name || name.starts_with('.') { String::new() } else { format!(" (nor is {})", quote(&full)) };
        let message = match name {
            "" => "the name of a type is empty".to_owned(),
            _ => format!("{} is no primitive type and no type of that name is defined{expected}", quote(name)),
        };
        self.error("type-unknown", pending.node.range(), pending.path, message, help);
    }

    /// A help for the unknown type `name`.
    fn meant(&self, name: &str) -> Option<String> {
        /// Among more names none is looked for.
        const MOST: usize = 4096;
        match name {
            "record" | "enum" | "array" | "map" | "fixed" | "error" => {
                return Some(format!("write an object: {{\"type\": \"{name}\", ...}}"));
            }
            "union" => return Some("a union is written as an array of its branches".to_owned()),
            _ => {}
        }
        let short = text::short_name(name);
        if self.slots.contains_key(&(0, name)) {
            let name = quote(name);
            return Some(match self.mode {
                Mode::Strict => format!("{name} has no namespace, only Java's parser looks for it there"),
                Mode::Lenient => {
                    format!("{name} has no namespace, and Java's parser looks for it there only behind its definition")
                }
            });
        }
        if name.strip_prefix('.').is_some_and(|short| self.slots.contains_key(&(0, short))) {
            return Some(format!("a type without namespace is written without a dot: {}", quote(short)));
        }
        let did_you_mean = |near: &str| format!("did you mean {}?", quote(near));
        // A type of that name elsewhere, a near miss of a type, a near miss of a name.
        let elsewhere = self.slots.keys().filter(|key| key.1 == short).map(|key| self.full(*key)).min();
        if let Some(full) = elsewhere {
            return Some(did_you_mean(&full));
        }
        if let Some(near) = names::type_elsewhere(name).or_else(|| names::nearest(name, names::PRIMITIVES)) {
            return Some(did_you_mean(near));
        }
        if let Some(schema) = LogicalType::example(name) {
            return Some(format!("{} is a logical type: write {schema}", quote(name)));
        }
        if self.slots.len() > MOST {
            return None;
        }
        let mut all: Vec<String> = self.slots.keys().map(|key| self.full(*key)).collect();
        all.sort_unstable();
        names::nearest(name, all.iter().map(String::as_str)).map(did_you_mean)
    }

    /// Settles the names that were used before their definition.
    pub(in super::super) fn finish(mut self) -> Unchecked<'j, 't> {
        // what stands in a text that is no JSON nobody knows
        let unread = self.many && self.out.errors.iter().any(Collector::is_syntax);
        let pending = std::mem::take(&mut self.pending);
        let pending = if self.many { self.settle_other_texts(pending) } else { pending };
        if !self.out.again.is_empty() {
            self.out.early = pending.iter().map(|pending| pending.target).collect();
        }
        if self.mode == Mode::Lenient && self.check_defaults {
            self.check_early_defaults(&pending);
        }
        // Looking at each of very many costs more than it can help.
        let few = pending.len() <= 1_000;
        for pending in pending {
            self.file = pending.file;
            let bare =
                || pending.node.as_str().filter(|_| self.many && self.mode == Mode::Lenient).map(|name| (0, name));
            let slot = self.slots.get(&pending.key).or_else(|| self.slots.get(&bare()?)).copied();
            match slot {
                Some(slot) if self.many || self.mode == Mode::Lenient => self.put(pending.target, Child::Name(slot)),
                // a near miss of a primitive type is one all the same
                None if self.broken.contains(&pending.key) || unread && !(few && is_near_primitive(pending.node)) => {
                    self.out.maimed.push(pending.file);
                }
                slot => self.undefined(&pending, slot.is_some()),
            }
        }
        self.out
    }

    /// Settles the names whose definition stands in another text, which no order of texts makes too early; gives the others.
    fn settle_other_texts(&mut self, pending: Vec<Pending<'j>>) -> Vec<Pending<'j>> {
        let mut others = Vec::new();
        for pending in pending {
            let slot = self.slots.get(&pending.key).copied();
            match slot.filter(|slot| self.out.text_of_node(self.out.named[*slot as usize]) != pending.file) {
                Some(slot) => self.put(pending.target, Child::Name(slot)),
                None => others.push(pending),
            }
        }
        others
    }

    /// Java looks at a default as soon as it has read the field. Of a type that is defined later it knows nothing yet: there it
    /// takes any object, and nothing else.
    fn check_early_defaults(&mut self, pending: &[Pending<'j>]) {
        if pending.is_empty() || self.out.defaults.is_empty() || self.out.errors.iter().any(|errors| !errors.is_empty())
        {
            return;
        }
        let hole = self.out.nodes.len() as u32;
        let empty = Record {
            name: Name::new("", &[], false),
            doc: None,
            fields: Fields::Inline(List::EMPTY),
            by_hash: List::EMPTY,
            error: false,
        };
        self.out.nodes.push(Schema::plain(Kind::Record(empty)));
        for pending in pending {
            self.put(pending.target, Child::Node(hole));
        }
        self.out.check_early(hole);
        self.out.nodes.pop();
        for pending in pending {
            self.put(pending.target, MISSING);
        }
    }
}

fn is_near_primitive(name: Node<'_>) -> bool {
    name.as_str().is_some_and(|name| names::nearest(name, names::PRIMITIVES).is_some())
}
