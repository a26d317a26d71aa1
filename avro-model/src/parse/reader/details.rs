//! The attributes of named types and fields: names, aliases, symbols, sizes, sort orders.

use super::*;

impl<'j> Reader<'j, '_> {
    /// The full name of a named type, and whether it is a good one.
    pub(super) fn name(
        &mut self,
        task: &Task<'j>,
        ty: &str,
        ty_node: Node<'j>,
        members: &Members<'j>,
    ) -> Option<(Key<'j>, bool)> {
        let Some(node) = members.get("name") else {
            let help = members.near("name");
            self.shape(ty_node.range(), task.path, format!("the {ty} needs a \"name\""), help);
            return None;
        };
        let Some(text) = node.as_str() else {
            let message = format!("the name of the {ty} is {}, expected a string", node.describe());
            self.shape(node.range(), task.path, message, None);
            return None;
        };
        let namespace = members.get("namespace");
        self.ignored(namespace, "namespace", task.path);
        let (space, short, space_node) = match text.rsplit_once('.') {
            Some((space, short)) => (self.space(space), short, node),
            None => match namespace.and_then(|namespace| Some((namespace.as_str()?, namespace))) {
                Some((space, namespace)) => (self.space(space), text, namespace),
                None => (task.space, text, node),
            },
        };
        let Space { text: space_text, good } = self.spaces[space as usize];
        let bad_part =
            (!good).then(|| space_text.split('.').find_map(|part| Some((part, self.rule.problem(part)?)))).flatten();
        let bad_short = self.rule.problem(short);
        let primitive = names::is_primitive(short) && (space_text.is_empty() || self.mode == Mode::Strict);
        let good = bad_part.is_none() && bad_short.is_none() && !primitive;
        if let Some((part, problem)) = bad_part {
            // A namespace that came from around has been reported there.
            if text.contains('.') || namespace.is_some_and(|namespace| namespace.as_str().is_some()) {
                let (message, help) = match part {
                    "" => (
                        "a part of the namespace is empty".to_owned(),
                        Some("single dots stand between its parts".to_owned()),
                    ),
                    _ => (format!("the part {} of the namespace {problem}", quote(part)), would_be("a name", part)),
                };
                self.error("name-invalid", space_node.range(), task.path, message, help);
            }
        }
        if let Some(problem) = bad_short {
            let message = match short {
                "" if !text.is_empty() => format!("nothing stands behind the last dot of the name {}", quote(text)),
                _ => format!("the name{} {problem}", shown(short)),
            };
            self.error("name-invalid", node.range(), task.path, message, would_be("a name", short));
        }
        if primitive {
            let message = format!("the {ty} may not be named {}, which is a primitive type", quote(short));
            self.error("name-invalid", node.range(), task.path, message, None);
        }
        Some(((space, short), good))
    }

    /// The index of a namespace.
    pub(super) fn space(&mut self, space: &'j str) -> u32 {
        *self.space_of.entry(space).or_insert_with(|| {
            let good = space.is_empty() || space.split('.').all(|part| self.rule.problem(part).is_none());
            self.spaces.push(Space { text: space, good });
            self.spaces.len() as u32 - 1
        })
    }

    /// Java ignores a namespace or an enum default that is no string; the specification has no such thing.
    pub(super) fn ignored(&mut self, node: Option<Node<'j>>, key: &str, path: u32) {
        if self.mode == Mode::Strict
            && let Some(node) = node
            && node.as_str().is_none()
        {
            self.shape(node.range(), path, format!("{key:?} is {}, expected a string", node.describe()), None);
        }
    }

    /// Full names of a type's aliases. Java wants names, whatever their namespaces; to the specification any string is an alias.
    pub(super) fn aliases(&mut self, node: Option<Node<'j>>, space: &str, path: u32) -> Vec<Str> {
        let mut out: Vec<Str> = Vec::new();
        if node.is_none() {
            return out;
        }
        let mut seen = HashSet::new();
        for (alias, node) in self.alias_texts(node, path) {
            self.count(space.len() + 1 + alias.len(), node, path);
            if self.names > LONGEST_NAMES {
                break;
            }
            let full = match alias.strip_prefix('.') {
                Some(bare) if !bare.contains('.') => bare.to_owned(),
                _ if alias.contains('.') || space.is_empty() => alias.to_owned(),
                _ => format!("{space}.{alias}"),
            };
            let short = text::short_name(&full);
            if let Some(problem) = self.rule.problem(short).filter(|_| self.mode == Mode::Lenient) {
                let message = match alias {
                    "" => "an alias is empty".to_owned(),
                    _ if short.is_empty() => {
                        format!("nothing stands behind the last dot of the alias {}", quote(alias))
                    }
                    _ if short == alias => format!("the alias {} {problem}", quote(alias)),
                    _ => format!("the alias {}: {} {problem}", quote(alias), quote(short)),
                };
                self.error("name-invalid", node.range(), path, message, None);
            } else if seen.insert(full.clone()) {
                out.push(Str::from(full));
            }
        }
        out
    }

    pub(super) fn alias_texts(&mut self, node: Option<Node<'j>>, path: u32) -> Vec<(&'j str, Node<'j>)> {
        let Some(node) = node else { return Vec::new() };
        if !node.is_array() {
            let help = node.as_str().map(|_| format!("write [{}]", node.compact())).filter(|help| help.len() < 80);
            self.shape(
                node.range(),
                path,
                format!("\"aliases\" is {}, expected an array of strings", node.describe()),
                help,
            );
            return Vec::new();
        }
        let mut out = Vec::new();
        for alias in node.children() {
            match alias.as_str() {
                Some(text) => out.push((text, alias)),
                None => self.shape(
                    alias.range(),
                    path,
                    format!("an alias is {}, expected a string", alias.describe()),
                    None,
                ),
            }
        }
        out
    }

    pub(super) fn symbols(
        &mut self,
        task: &Task<'j>,
        node: Option<Node<'j>>,
        members: &Members<'j>,
        path: u32,
    ) -> Option<Vec<Str>> {
        let Some(list) = node.filter(|node| node.is_array()) else {
            self.not_a_list(task, node, "enum", "symbols", "an array of strings", members, path);
            return None;
        };
        let (mut symbols, mut seen) = (Vec::new(), Unique::default());
        for symbol in list.children() {
            let Some(text) = symbol.as_str() else {
                self.shape(symbol.range(), path, format!("a symbol is {}, expected a string", symbol.describe()), None);
                continue;
            };
            if let Some(problem) = self.rule.problem(text) {
                let message = format!(
                    "{} {problem}",
                    if text.is_empty() { "a symbol".to_owned() } else { format!("the symbol {}", quote(text)) }
                );
                self.error("name-invalid", symbol.range(), path, message, would_be("a symbol", text));
            } else if !seen.insert(text) {
                self.error(
                    "duplicate-name",
                    symbol.range(),
                    path,
                    format!("the enum has the symbol {} twice", quote(text)),
                    None,
                );
            }
            symbols.push(Str::from(text));
        }
        Some(symbols)
    }

    pub(super) fn enum_default(&mut self, node: Option<Node<'j>>, symbols: &[Str], path: u32) -> Option<Str> {
        let node = node?;
        let Some(text) = node.as_str() else {
            self.ignored(Some(node), "default", path);
            return None;
        };
        if !symbols.iter().any(|symbol| symbol.get() == text) {
            let near = names::nearest(text, symbols.iter().map(Str::get));
            let help = near.map(|near| format!("did you mean {}?", quote(near)));
            self.error("default-invalid", node.range(), path, format!("the enum has no symbol {}", quote(text)), help);
        }
        Some(Str::from(text))
    }

    pub(super) fn size(
        &mut self,
        task: &Task<'j>,
        node: Option<Node<'j>>,
        members: &Members<'j>,
        path: u32,
    ) -> Option<u32> {
        let Some(node) = node else {
            self.not_a_list(task, None, "fixed", "size", "a number of bytes", members, path);
            return None;
        };
        // Java has no longer arrays.
        let most = if self.mode == Mode::Lenient { i32::MAX as u32 - 8 } else { i32::MAX as u32 };
        let size = match node.value() {
            Value::Number(text) => text.parse::<i32>().ok().and_then(|size| u32::try_from(size).ok()),
            _ => None,
        };
        let size = size.filter(|size| *size <= most);
        if size.is_none() {
            let help = match node.value() {
                Value::String(text) if text.parse::<u32>().is_ok() => Some(format!("write {text} without the quotes")),
                _ => None,
            };
            let found = match node.value() {
                Value::Number(text) => quote(text),
                _ => node.describe().to_owned(),
            };
            let message = format!("\"size\" of the fixed is {found}, expected an integer from 0 to {most}");
            self.shape(node.range(), path, message, help);
        }
        size
    }

    #[expect(clippy::too_many_arguments, reason = "one text for four attributes")]
    pub(super) fn not_a_list(
        &mut self,
        task: &Task<'j>,
        node: Option<Node<'j>>,
        ty: &str,
        key: &str,
        expected: &str,
        members: &Members<'j>,
        path: u32,
    ) {
        match node {
            Some(node) => {
                self.shape(
                    node.range(),
                    path,
                    format!("{key:?} of the {ty} is {}, expected {expected}", node.describe()),
                    None,
                );
            }
            None => {
                let start = task.node.range().start;
                let help = members.near(key);
                self.shape(start..start + 1, path, format!("the {ty} needs {key:?}, {expected}"), help);
            }
        }
    }

    pub(super) fn order(&mut self, node: Option<Node<'j>>, path: u32) -> Order {
        let Some(node) = node else { return Order::Ascending };
        let text = node.as_str().unwrap_or_default();
        // In Java it is the name of a constant, in capitals.
        let known = |order: &str| match self.mode {
            Mode::Lenient => text.to_uppercase() == order.to_ascii_uppercase(),
            Mode::Strict => text == order,
        };
        match text {
            _ if known("ascending") => Order::Ascending,
            _ if known("descending") => Order::Descending,
            _ if known("ignore") => Order::Ignore,
            _ => {
                let found = match node.as_str() {
                    Some("") => "empty".to_owned(),
                    Some(text) => quote(text),
                    None => node.describe().to_owned(),
                };
                let near = names::nearest(text, ["ascending", "descending", "ignore"]);
                let help = near.map(|near| format!("did you mean {}?", quote(near)));
                self.shape(
                    node.range(),
                    path,
                    format!("\"order\" is {found}, expected ascending, descending or ignore"),
                    help,
                );
                Order::Ascending
            }
        }
    }
}

/// The order in which many symbols are found by their hashes; nothing for a few.
pub(super) fn symbols_by_hash(symbols: &[Str]) -> Vec<u8> {
    /// No more are looked through.
    const FEW: usize = 16;
    if symbols.len() <= FEW {
        return Vec::new();
    }
    let mut order: Vec<(u64, u32)> = symbols.iter().map(|symbol| text::hash(symbol.get())).zip(0..).collect();
    order.sort_unstable();
    order.iter().flat_map(|(_, at)| at.to_le_bytes()).collect()
}

/// A name in a message, with the space before it; nothing where it is empty.
pub(super) fn shown(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" {}", quote(name)) }
}

/// A help for a bad name: a good one that has something of it.
pub(super) fn would_be(what: &str, name: &str) -> Option<String> {
    let repaired = names::repaired(name);
    repaired.contains(|c| c != '_').then(|| format!("{} would be {what}", quote(&repaired)))
}
