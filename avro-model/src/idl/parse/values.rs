//! Annotations and the JSON values in them and behind `=`.

use super::*;
use crate::idl::literal::Number;

/// An array or object whose end has not been read.
enum Open<'t> {
    Array(Vec<Part>, usize),
    Object(Members<'t>, (Cow<'t, str>, Range<usize>), usize),
}

impl<'t> Parser<'t, '_> {
    /// All annotations in front of the next word.
    pub(super) fn annotations(&mut self) -> Read<Members<'t>> {
        let mut members = Vec::new();
        while self.takes(b'@') {
            // Not every key of a property can be written as a name.
            let (key, place) = if self.kind() == Kind::Text {
                let place = self.take();
                (self.text_of(&place)?, place)
            } else {
                self.name("the name of an annotation")?
            };
            self.expect(b'(', "`(` and the value of the annotation")?;
            let value = self.value()?;
            self.expect(b')', "`)` behind the value of the annotation")?;
            members.push(Member { key, place, value });
        }
        Ok(members)
    }

    /// Reports the annotations that are neither `special` nor free to be a property.
    pub(super) fn check_keys(
        &mut self,
        members: &Members<'t>,
        special: &[&str],
        reserved: impl Fn(&str) -> bool,
        of: &str,
    ) {
        for member in members {
            let key = &*member.key;
            if special.contains(&key) {
                let value = member.value;
                if matches!(key, "namespace" | "doc") && self.tree.text(value).is_none() {
                    self.syntax(member.place.clone(), format!("`@{key}` takes a text, as in `@{key}(\"a\")`"), None);
                }
            } else if reserved(key) {
                let help = match key {
                    "aliases" | "order" => Some(format!("write `@{key}` in front of the name of a field")),
                    "namespace" => Some("only named types and protocols have a namespace".to_owned()),
                    _ => None,
                };
                self.syntax(member.place.clone(), format!("`@{key}` may not be an annotation of {of}"), help);
            }
        }
    }

    /// A JSON value.
    pub(super) fn value(&mut self) -> Read<Part> {
        let mut open: Vec<Open<'t>> = Vec::new();
        loop {
            if open.len() > self.nesting {
                let (range, nesting) = (self.range(), self.nesting);
                return Err(self.syntax(range, format!("nested deeper than {nesting} levels"), None));
            }
            let start = self.range().start;
            let mut value = match self.kind() {
                Kind::Mark(b'[') => {
                    self.take();
                    if !self.takes(b']') {
                        open.push(Open::Array(Vec::new(), start));
                        continue;
                    }
                    self.tree.array(Vec::new(), start..self.behind())
                }
                Kind::Mark(b'{') => {
                    self.take();
                    if !self.takes(b'}') {
                        let key = self.key()?;
                        open.push(Open::Object(Vec::new(), key, start));
                        continue;
                    }
                    self.tree.object(Vec::new(), start..self.behind())
                }
                _ => self.literal()?,
            };
            loop {
                match open.pop() {
                    None => return Ok(value),
                    Some(Open::Array(mut items, start)) => {
                        items.push(value);
                        if self.takes(b',') {
                            open.push(Open::Array(items, start));
                            break;
                        }
                        self.expect(b']', "`,` or `]`")?;
                        value = self.tree.array(items, start..self.behind());
                    }
                    Some(Open::Object(mut members, (key, place), start)) => {
                        members.push(Member { key, place, value });
                        if self.takes(b',') {
                            let key = self.key()?;
                            open.push(Open::Object(members, key, start));
                            break;
                        }
                        self.expect(b'}', "`,` or `}`")?;
                        value = self.tree.object(members, start..self.behind());
                    }
                }
            }
        }
    }

    /// The key of a member and the colon.
    fn key(&mut self) -> Read<(Cow<'t, str>, Range<usize>)> {
        if self.kind() != Kind::Text {
            return Err(self.unexpected("a key in double quotes", None));
        }
        let place = self.take();
        let key = self.text_of(&place)?;
        self.expect(b':', "`:` behind the key")?;
        Ok((key, place))
    }

    fn literal(&mut self) -> Read<Part> {
        let kind = self.kind();
        let range = self.range();
        let written = self.written(&range);
        let number = || matches!(kind, Kind::Number | Kind::Plain).then(|| literal::number(written)).flatten();
        let part = match (kind, written) {
            (Kind::Plain, "null") => self.tree.null(range),
            (Kind::Plain, "true" | "false") => self.tree.bool(written == "true", range),
            (Kind::Text, _) => {
                let text = self.text_of(&range)?;
                self.tree.string(text, range)
            }
            _ => match number() {
                Some(Number::Number(text)) => self.tree.number(text, range),
                Some(Number::Text(text)) => self.tree.string(text, range),
                None if kind == Kind::Number => {
                    let message = format!("{} is no number, or one that 64 bits cannot hold", quote(written));
                    return Err(self.syntax(range, message, None));
                }
                None => {
                    let help = (kind == Kind::Plain).then(|| format!("a text stands in quotes: \"{written}\""));
                    return Err(self.unexpected("a JSON value", help.filter(|help| help.len() < 80)));
                }
            },
        };
        self.take();
        Ok(part)
    }
}
