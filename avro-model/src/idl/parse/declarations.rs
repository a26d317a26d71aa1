//! A file, its protocol or schema, and the types and messages that it declares.

use super::types::Type;
use super::*;
use crate::parse::{is_field_key, is_schema_key};

const DECLARATIONS: [&str; 6] = ["record", "error", "enum", "fixed", "import", "protocol"];
/// Keys of a protocol that annotations cannot set.
const OF_PROTOCOLS: [&str; 5] = ["protocol", "messages", "types", "errors", "schema"];
/// Likewise of a message.
const OF_MESSAGES: [&str; 4] = ["response", "request", "errors", "one-way"];

/// What a file holds, as members of the root of the tree.
#[derive(Default)]
struct Found<'t> {
    /// Protocol, namespace, documentation, properties.
    head: Members<'t>,
    /// The namespace of what is declared.
    space: String,
    /// The schema that the file stands for.
    main: Option<Part>,
    types: Vec<Part>,
    messages: Members<'t>,
    protocol: bool,
}

impl<'t> Parser<'t, '_> {
    /// The whole text.
    pub(super) fn file(&mut self) -> Part {
        let mut found = Found::default();
        loop {
            match self.kind() {
                Kind::End => break,
                Kind::Mark(b'}') => {
                    let range = self.take();
                    self.syntax(range, "this `}` closes nothing", None);
                }
                _ => {
                    let from = self.at;
                    if self.top(&mut found).is_err() {
                        self.recover(from, true);
                    }
                }
            }
        }
        let whole = 0..self.text.len();
        let types = self.tree.array(found.types, whole.clone());
        let messages = self.tree.object(found.messages, whole.clone());
        let mut members = found.head;
        members.push(Self::member("types", whole.clone(), types));
        members.push(Self::member("messages", whole.clone(), messages));
        members.extend(found.main.map(|main| Self::member("schema", whole.clone(), main)));
        self.tree.object(members, whole)
    }

    /// What stands at the top of a file.
    fn top(&mut self, found: &mut Found<'t>) -> Read<()> {
        let doc = self.documentation();
        let second = self.second().kind;
        match (self.keyword(), second) {
            (Some("namespace"), Kind::Plain | Kind::Name) => {
                let start = self.take();
                let (name, range) = self.name("a namespace")?;
                if !found.space.is_empty() || found.main.is_some() || !found.types.is_empty() || found.protocol {
                    let message = "a namespace is declared once, in front of everything else";
                    self.syntax(start, message, None);
                }
                self.semicolon("`;` behind the namespace")?;
                found.space = name.clone().into_owned();
                let value = self.tree.string(name, range.clone());
                found.head.push(Self::member("namespace", range, value));
                return Ok(());
            }
            (Some("schema"), _) => {
                let start = self.take();
                let ty = self.ty(&found.space)?;
                self.semicolon("`;` behind the schema")?;
                if found.main.is_some() || found.protocol {
                    self.syntax(start, "a file stands for one schema or one protocol", None);
                } else {
                    found.main = Some(self.settled(&ty, true));
                }
                return Ok(());
            }
            (Some("import"), _) => return self.import(),
            _ => {}
        }
        let props = self.annotations()?;
        if self.keyword() != Some("protocol") {
            if found.protocol && self.errors.is_empty() {
                let range = self.range();
                let help = Some("move it in front of the `}` that ends the protocol".to_owned());
                self.syntax(range, "nothing stands behind a protocol", help);
            }
            return self.declaration(doc, props, found, false);
        }
        let start = self.take();
        let (name, range) = self.name("the name of the protocol")?;
        if found.protocol || found.main.is_some() || !found.space.is_empty() || !found.types.is_empty() {
            self.syntax(start, "a file stands for one schema or one protocol", None);
        }
        self.check_keys(&props, &["namespace", "doc"], |key| OF_PROTOCOLS.contains(&key), "a protocol");
        let namespace = props.iter().rev().find(|member| member.key == "namespace");
        let namespace = namespace.and_then(|member| self.tree.text(member.value)).map(str::to_owned);
        found.space = match name.rsplit_once('.') {
            Some((space, _)) => space.to_owned(),
            None => namespace.unwrap_or_default(),
        };
        found.protocol = true;
        let value = self.tree.string(name, range.clone());
        found.head = vec![Self::member("protocol", range, value)];
        found.head.extend(doc);
        found.head.extend(props);
        self.expect(b'{', "`{` and the declarations of the protocol")?;
        loop {
            match self.kind() {
                Kind::Mark(b'}') => {
                    self.take();
                    return Ok(());
                }
                Kind::End => {
                    return Err(self.unexpected("`}` at the end of the protocol", None));
                }
                _ => {
                    let from = self.at;
                    let doc = self.documentation();
                    let second = self.second().kind;
                    let read = match (self.keyword(), second) {
                        (Some("import"), Kind::Plain | Kind::Text) => self.import(),
                        _ => match self.annotations() {
                            Ok(props) => self.declaration(doc, props, found, true),
                            Err(stop) => Err(stop),
                        },
                    };
                    if read.is_err() {
                        self.recover(from, true);
                    }
                }
            }
        }
    }

    /// Which file is imported, [`imports`] says.
    fn import(&mut self) -> Read<()> {
        self.take();
        match self.keyword() {
            Some("idl" | "protocol" | "schema") => self.take(),
            _ => {
                let help = self.near(&["idl", "protocol", "schema"]);
                return Err(self.unexpected("`idl`, `protocol` or `schema`", help));
            }
        };
        if self.kind() != Kind::Text {
            return Err(self.unexpected("the file in double quotes", None));
        }
        let place = self.take();
        self.text_of(&place)?;
        self.semicolon("`;` behind the import")
    }

    /// A named type, or in a protocol a message.
    fn declaration(
        &mut self,
        doc: Option<Member<'t>>,
        props: Members<'t>,
        found: &mut Found<'t>,
        messages: bool,
    ) -> Read<()> {
        let named = matches!(self.second().kind, Kind::Plain | Kind::Name);
        let part = match self.keyword() {
            Some("record" | "error") if named => self.record(doc, props, &found.space)?,
            Some("enum") if named => self.enumeration(doc, props)?,
            Some("fixed") if named => self.fixed(doc, props)?,
            Some(word) if DECLARATIONS.contains(&word) && !named => {
                self.take();
                return Err(self.unexpected("a name", None));
            }
            _ if messages
                && !(named && self.words.get(self.at + 2).is_some_and(|word| word.kind == Kind::Mark(b'{'))) =>
            {
                let message = self.message(doc, props, &found.space)?;
                found.messages.push(message);
                return Ok(());
            }
            _ => {
                let help =
                    self.near(&["record", "error", "enum", "fixed", "import", "protocol", "namespace", "schema"]);
                if std::mem::replace(&mut self.lost, true) && help.is_none() {
                    return Err(Stop);
                }
                return Err(self.unexpected("a declaration", help));
            }
        };
        // behind a protocol all has been said
        self.lost = found.protocol && !messages;
        found.types.push(part);
        Ok(())
    }

    /// The members that all named types have, and where the name stands.
    fn head(
        &mut self,
        ty: &'static str,
        doc: Option<Member<'t>>,
        props: Members<'t>,
    ) -> Read<(Members<'t>, Cow<'t, str>, usize)> {
        let keyword = self.take();
        let (name, range) = self.name("a name")?;
        let of_enum = ty == "enum";
        let of = format!("{} {ty}", if ty.starts_with('e') { "an" } else { "a" });
        self.check_keys(&props, &["namespace", "aliases", "doc"], |key| is_schema_key(key, of_enum), &of);
        let start = keyword.start;
        let ty = self.tree.string(ty, keyword.clone());
        let value = self.tree.string(name.clone(), range.clone());
        let mut members = vec![Self::member("type", keyword, ty), Self::member("name", range, value)];
        members.extend(doc);
        members.extend(props);
        Ok((members, name, start))
    }

    fn fixed(&mut self, doc: Option<Member<'t>>, props: Members<'t>) -> Read<Part> {
        let (mut members, _, start) = self.head("fixed", doc, props)?;
        self.expect(b'(', "`(` and the number of bytes")?;
        let place = self.range();
        let (size, _) = self.count("the number of bytes")?;
        self.expect(b')', "`)`")?;
        self.semicolon("`;` behind the fixed")?;
        members.push(Self::member("size", place, size));
        Ok(self.tree.object(members, start..self.behind()))
    }

    fn enumeration(&mut self, doc: Option<Member<'t>>, props: Members<'t>) -> Read<Part> {
        let (mut members, _, start) = self.head("enum", doc, props)?;
        self.expect(b'{', "`{` and the symbols")?;
        let list = self.behind();
        let mut symbols = Vec::new();
        if !self.takes(b'}') {
            loop {
                // what is said of a symbol has no place in a schema
                self.annotations()?;
                let (symbol, range) = self.name("a symbol")?;
                symbols.push(self.tree.string(symbol, range));
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b'}', "`,` or `}`")?;
        }
        let place = list..self.behind();
        let list = self.tree.array(symbols, place.clone());
        members.push(Self::member("symbols", place, list));
        if self.takes(b'=') {
            let (symbol, range) = self.name("the symbol that is the default")?;
            let value = self.tree.string(symbol, range.clone());
            members.push(Self::member("default", range, value));
            self.semicolon("`;` behind the default")?;
        }
        Ok(self.tree.object(members, start..self.behind()))
    }

    fn record(&mut self, doc: Option<Member<'t>>, props: Members<'t>, space: &str) -> Read<Part> {
        let ty = if self.keyword() == Some("error") { "error" } else { "record" };
        let namespace = props.iter().rev().find(|member| member.key == "namespace");
        let namespace = namespace.and_then(|member| self.tree.text(member.value)).map(str::to_owned);
        let (mut members, name, start) = self.head(ty, doc, props)?;
        // names of types are looked for in the record's own namespace
        let space = match name.rsplit_once('.') {
            Some((space, _)) => space.to_owned(),
            None => namespace.unwrap_or_else(|| space.to_owned()),
        };
        self.expect(b'{', "`{` and the fields")?;
        let place = self.behind();
        let mut fields = Vec::new();
        while !self.takes(b'}') {
            if self.kind() == Kind::End {
                return Err(self.unexpected("`}` at the end of the fields", None));
            }
            let from = self.at;
            if self.field(&space, &mut fields).is_err() {
                self.recover(from, false);
            }
        }
        let place = place..self.behind();
        let list = self.tree.array(fields, place.clone());
        members.push(Self::member("fields", place, list));
        Ok(self.tree.object(members, start..self.behind()))
    }

    /// A type and the fields that have it.
    fn field(&mut self, space: &str, fields: &mut Vec<Part>) -> Read<()> {
        let doc = self.documentation();
        let ty = self.ty(space)?;
        loop {
            let field = self.variable(&ty, doc.clone(), "the name of a field")?;
            fields.push(field);
            if !self.takes(b',') {
                break;
            }
            self.share(&ty)?;
        }
        self.semicolon("`,`, `=` or `;` behind the field")
    }

    /// A type that stands for several fields is there for each; a short text must not become an endless schema.
    fn share(&mut self, ty: &Type) -> Read<()> {
        const MOST: usize = 200_000;
        self.shared = self.shared.saturating_add(self.tree.size(ty.part));
        if self.shared <= MOST {
            return Ok(());
        }
        let range = ty.range.clone();
        Err(self.syntax(range, "too many fields share types: written out, they would be endless", None))
    }

    /// A name behind its documentation and annotations, and its default.
    fn variable(&mut self, ty: &Type, around: Option<Member<'t>>, what: &str) -> Read<Part> {
        let doc = self.documentation().or(around);
        let props = self.annotations()?;
        self.check_keys(&props, &["aliases", "order", "doc"], is_field_key, "a field");
        let (name, place) = self.name(what)?;
        let name = self.tree.string(name, place.clone());
        let default = if self.takes(b'=') { Some((self.range(), self.value()?)) } else { None };
        let null_first = default.as_ref().is_none_or(|(_, value)| self.tree.is_null(*value));
        let part = self.settled(ty, null_first);
        let mut members = vec![Self::member("name", place, name), Self::member("type", ty.range.clone(), part)];
        members.extend(doc);
        members.extend(default.map(|(place, value)| Self::member("default", place, value)));
        members.extend(props);
        Ok(self.tree.object(members, ty.range.start..self.behind()))
    }

    fn message(&mut self, doc: Option<Member<'t>>, props: Members<'t>, space: &str) -> Read<Member<'t>> {
        self.check_keys(&props, &["doc"], |key| OF_MESSAGES.contains(&key), "a message");
        let result = self.range();
        let response = if self.keyword() == Some("void") {
            self.take();
            self.tree.string("null", result.clone())
        } else {
            let ty = self.ty(space)?;
            self.settled(&ty, true)
        };
        // what stands in front of the name of a message says nothing
        self.annotations()?;
        let (name, place) = self.name("the name of a message or a field")?;
        self.expect(b'(', "`(` and the parameters of the message")?;
        let start = self.behind();
        let mut request = Vec::new();
        if !self.takes(b')') {
            loop {
                let doc = self.documentation();
                let ty = self.ty(space)?;
                request.push(self.variable(&ty, doc, "the name of a parameter")?);
                if !self.takes(b',') {
                    break;
                }
            }
            self.expect(b')', "`,` or `)`")?;
        }
        let parameters = start..self.behind();
        let request = self.tree.array(request, parameters.clone());
        let mut members: Members<'t> = doc.into_iter().collect();
        members.extend(props);
        members.push(Self::member("request", parameters, request));
        members.push(Self::member("response", result.clone(), response));
        let behind = self.range();
        if self.takes_keyword("oneway") {
            let yes = self.tree.bool(true, behind.clone());
            members.push(Self::member("one-way", behind, yes));
        } else if self.takes_keyword("throws") {
            let mut errors = Vec::new();
            loop {
                let (name, range) = self.name("the name of an error")?;
                errors.push(self.tree.string(name, range));
                if !self.takes(b',') {
                    break;
                }
            }
            let errors = self.tree.array(errors, behind.clone());
            members.push(Self::member("errors", behind, errors));
        }
        let help = self.near(&["throws", "oneway"]);
        if self.kind() != Kind::Mark(b';') {
            return Err(self.unexpected("`throws`, `oneway` or `;`", help));
        }
        self.take();
        let value = self.tree.object(members, result.start..self.behind());
        Ok(Member { key: name, place, value })
    }
}
