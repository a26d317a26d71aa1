//! Types: `array<..>`, `map<..>`, `union {..}`, primitive and logical types, names, and `?`.

use super::*;

/// A type, as it was read: where it stands, and whether `?` is behind it.
#[derive(Clone)]
pub(super) struct Type {
    pub(super) part: Part,
    pub(super) optional: bool,
    pub(super) range: Range<usize>,
}

/// A type whose inner types have not all been read.
enum Open<'t> {
    Array(Members<'t>, usize),
    Map(Members<'t>, usize),
    Union(Vec<Part>, usize),
}

impl<'t> Parser<'t, '_> {
    /// A type with the annotations in front of it, which become properties of it. `space` is the namespace around it.
    pub(super) fn ty(&mut self, space: &str) -> Read<Type> {
        let mut open: Vec<Open<'t>> = Vec::new();
        loop {
            if open.len() > self.nesting {
                let (range, nesting) = (self.range(), self.nesting);
                return Err(self.syntax(range, format!("nested deeper than {nesting} levels"), None));
            }
            let start = self.range().start;
            let props = self.annotations()?;
            self.check_keys(&props, &[], |key| crate::parse::is_schema_key(key, false), "a type");
            let next = self.second().kind;
            let mut empty = None;
            match (self.keyword(), next) {
                (Some(word @ ("array" | "map")), Kind::Mark(b'<')) => {
                    self.take();
                    self.take();
                    open.push(if word == "array" { Open::Array(props, start) } else { Open::Map(props, start) });
                    continue;
                }
                (Some("union"), Kind::Mark(b'{')) => {
                    // what is said of a union has no place in a schema, and Java drops it too
                    self.take();
                    self.take();
                    if self.kind() != Kind::Mark(b'}') {
                        open.push(Open::Union(Vec::new(), start));
                        continue;
                    }
                    self.take();
                    let range = start..self.behind();
                    empty = Some(Type { part: self.tree.array(Vec::new(), range.clone()), optional: false, range });
                }
                _ => {}
            }
            let mut ty = match empty {
                Some(empty) => empty,
                None => self.simple(props, space)?,
            };
            loop {
                match open.pop() {
                    None => return Ok(ty),
                    Some(Open::Array(props, start)) => ty = self.close("array", "items", ty, props, start)?,
                    Some(Open::Map(props, start)) => ty = self.close("map", "values", ty, props, start)?,
                    Some(Open::Union(mut branches, start)) => {
                        let branch = self.settled(&ty, true);
                        branches.push(branch);
                        if self.takes(b',') {
                            open.push(Open::Union(branches, start));
                            break;
                        }
                        self.expect(b'}', "`,` or `}`")?;
                        self.no_question_mark()?;
                        let range = start..self.behind();
                        let part = self.tree.array(branches, range.clone());
                        ty = Type { part, optional: false, range };
                    }
                }
            }
        }
    }

    fn close(
        &mut self,
        word: &'static str,
        key: &'static str,
        inner: Type,
        props: Members<'t>,
        start: usize,
    ) -> Read<Type> {
        let inner_range = inner.range.clone();
        let inner = self.settled(&inner, true);
        self.expect(b'>', "`>` behind the inner type")?;
        self.no_question_mark()?;
        let range = start..self.behind();
        let ty = self.tree.string(word, range.clone());
        let mut members = vec![Self::member("type", range.clone(), ty), Self::member(key, inner_range, inner)];
        members.extend(props);
        let part = self.tree.object(members, range.clone());
        Ok(Type { part, optional: false, range })
    }

    /// Only primitive types and names take the short form of a union with null.
    fn no_question_mark(&mut self) -> Read<()> {
        if self.kind() != Kind::Mark(b'?') {
            return Ok(());
        }
        let range = self.range();
        let help = "write `union { null, .. }`".to_owned();
        Err(self.syntax(range, "`?` may stand behind primitive types and names only", Some(help)))
    }

    /// The type in the tree; `?` makes it a union with null, in front unless the default is another value.
    pub(super) fn settled(&mut self, ty: &Type, null_first: bool) -> Part {
        if !ty.optional {
            return ty.part;
        }
        let null = self.tree.string("null", ty.range.clone());
        let branches = if null_first { vec![null, ty.part] } else { vec![ty.part, null] };
        self.tree.array(branches, ty.range.clone())
    }

    fn simple(&mut self, props: Members<'t>, space: &str) -> Read<Type> {
        let start = self.range().start;
        let expected = "a type";
        let (base, mut members) = match self.keyword() {
            Some(word) if names::is_primitive(word) => (Some(word), Vec::new()),
            Some("date") => (Some("int"), self.logical("date")),
            Some("time_ms") => (Some("int"), self.logical("time-millis")),
            Some("timestamp_ms") => (Some("long"), self.logical("timestamp-millis")),
            Some("local_timestamp_ms") => (Some("long"), self.logical("local-timestamp-millis")),
            Some("uuid") => (Some("string"), self.logical("uuid")),
            Some("decimal") if self.second().kind == Kind::Mark(b'(') => (Some("bytes"), self.logical("decimal")),
            _ => (None, Vec::new()),
        };
        let place = self.range();
        let (name, _) = self.name(expected)?;
        let Some(base) = base else {
            if let Some(first) = props.first() {
                let help = "annotate the type where it is defined, or the field in front of its name".to_owned();
                let range = first.place.clone();
                self.syntax(range, "a name of a type takes no annotations", Some(help));
            }
            // A type of the name of a primitive one is meant, which the name alone would not say.
            let full = match names::is_primitive(&name) && !space.is_empty() {
                true => Cow::Owned(format!("{space}.{name}")),
                false => name,
            };
            let part = self.tree.string(full, place.clone());
            return Ok(Type { part, optional: self.takes(b'?'), range: start..self.behind() });
        };
        if members.first().is_some_and(|member| self.tree.text(member.value) == Some("decimal")) {
            self.take();
            members.extend(self.decimal(&place)?);
        }
        let whole = place.start..self.behind();
        let optional = self.takes(b'?');
        let range = props.first().map_or(start, |first| first.place.start.min(start))..self.behind();
        members.extend(props);
        let base = self.tree.string(base, whole.clone());
        let part = if members.is_empty() {
            base
        } else {
            members.insert(0, Self::member("type", whole.clone(), base));
            self.tree.object(members, whole)
        };
        Ok(Type { part, optional, range })
    }

    fn logical(&mut self, name: &'static str) -> Members<'t> {
        let range = self.range();
        let value = self.tree.string(name, range.clone());
        vec![Self::member("logicalType", range, value)]
    }

    /// `9, 2)` of a decimal: precision and scale. As a logical type they would be ignored where they make no sense; who writes
    /// this means them.
    fn decimal(&mut self, place: &Range<usize>) -> Read<Members<'t>> {
        let precision_place = self.range();
        let (precision, digits) = self.count("the precision")?;
        if digits == 0 {
            self.syntax(precision_place, "a decimal has a precision of at least 1", None);
        }
        let scale = if self.takes(b',') {
            let scale_place = self.range();
            let (scale, fraction) = self.count("the scale")?;
            if fraction > digits && digits > 0 {
                let message = format!("the scale {fraction} is larger than the precision {digits}");
                self.syntax(scale_place, message, None);
            }
            scale
        } else {
            self.tree.number("0", place.clone())
        };
        self.expect(b')', "`)`")?;
        Ok(vec![Self::member("precision", place.clone(), precision), Self::member("scale", place.clone(), scale)])
    }

    /// A number that counts, and its value: it is an integer from 0, and fits 32 bits.
    pub(super) fn count(&mut self, what: &str) -> Read<(Part, i32)> {
        let range = self.range();
        let number = (self.kind() == Kind::Number).then(|| literal::number(self.written(&range))).flatten();
        if let Some(literal::Number::Number(text)) = number
            && let Ok(value) = text.parse::<i32>()
            && value >= 0
        {
            self.take();
            return Ok((self.tree.number(text, range), value));
        }
        Err(self.unexpected(&format!("{what}, an integer from 0 to 2147483647"), None))
    }
}
