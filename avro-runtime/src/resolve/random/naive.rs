//! Schema resolution once more, for values in place of plans: the specification's rules one after the other, with nothing
//! prepared, nothing shared and nothing fast. What plans give is held against it.

use avro_tests::random::{Body, Field, Named, Schema, Type};
use serde_json::{Map, Value, json};

/// The schema of the reader, and that of the writer.
pub(super) struct Naive<'s> {
    pub(super) reader: &'s Schema,
    pub(super) writer: &'s Schema,
}

/// `reader` calls its type as the writer's, or did once.
fn is_called(reader: &Named, writer: &Named) -> bool {
    reader.name == writer.name || reader.aliases.contains(&writer.name)
}

fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

fn same_short_name(reader: &Named, writer: &Named) -> bool {
    short(&reader.name) == short(&writer.name) || is_called(reader, writer)
}

/// The name of a primitive type, whatever its logical type.
fn plain(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Plain(name) | Type::Logical(name, _) => Some(name),
        _ => None,
    }
}

fn promotes(reader: &Type, writer: &Type) -> bool {
    matches!(
        (plain(writer), plain(reader)),
        (Some("int"), Some("long" | "float" | "double"))
            | (Some("long"), Some("float" | "double"))
            | (Some("float"), Some("double"))
            | (Some("string"), Some("bytes"))
            | (Some("bytes"), Some("string"))
    )
}

impl<'s> Naive<'s> {
    /// The root's `value`, as the writer has it in Avro's JSON encoding, as the reader sees it.
    pub(super) fn root(&self, value: &Value) -> Result<Value, String> {
        self.read(&Type::Named(0), &Type::Named(0), value)
    }

    fn read(&self, reader: &Type, writer: &Type, value: &Value) -> Result<Value, String> {
        if let Type::Union(branches) = writer {
            let (at, inner) = self.written(branches, value)?;
            // unions of the same branches go together by position
            return match reader {
                Type::Union(ours) if self.is_equivalent(reader, writer, 0) => {
                    let inner = self.read(&ours[at], &branches[at], inner)?;
                    Ok(tagged(self.reader, &ours[at], inner))
                }
                _ => self.read(reader, &branches[at], inner),
            };
        }
        if let Type::Union(branches) = reader {
            let branch = self.branch(branches, writer).ok_or("no branch takes it")?;
            let inner = self.read(branch, writer, value)?;
            return Ok(tagged(self.reader, branch, inner));
        }
        match (reader, writer) {
            (Type::Array(ours), Type::Array(theirs)) => {
                let items = value.as_array().ok_or("an array")?;
                items.iter().map(|item| self.read(ours, theirs, item)).collect::<Result<Vec<_>, _>>().map(Value::from)
            }
            (Type::Map(ours), Type::Map(theirs)) => {
                let entries = value.as_object().ok_or("a map")?.iter();
                let read = entries.map(|(key, value)| Ok((key.clone(), self.read(ours, theirs, value)?)));
                read.collect::<Result<Map<_, _>, String>>().map(Value::from)
            }
            (Type::Named(ours), Type::Named(theirs)) => {
                self.named(&self.reader.types[*ours], &self.writer.types[*theirs], value)
            }
            _ if plain(reader).is_some() && plain(reader) == plain(writer) || promotes(reader, writer) => {
                Ok(value.clone())
            }
            _ => Err(format!("{reader:?} does not read {writer:?}")),
        }
    }

    fn named(&self, ours: &Named, theirs: &Named, value: &Value) -> Result<Value, String> {
        match (&ours.body, &theirs.body) {
            (Body::Fixed(size), Body::Fixed(written)) if size == written && same_short_name(ours, theirs) => {
                Ok(value.clone())
            }
            (Body::Enum(symbols, default), Body::Enum(..)) if same_short_name(ours, theirs) => {
                if symbols.iter().any(|symbol| value == symbol) {
                    return Ok(value.clone());
                }
                default.clone().map(Value::from).ok_or_else(|| format!("no symbol {value} in {}", ours.name))
            }
            (Body::Record(fields), Body::Record(written)) => {
                let mut record = Map::new();
                for field in fields {
                    let read = match their_field(field, fields, written) {
                        Some(theirs) => self.read(&field.ty, &theirs.ty, &value[&theirs.name])?,
                        None => {
                            let text = self.reader.default(field).ok_or("a field without default")?;
                            let default: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
                            self.default(&field.ty, &default)
                        }
                    };
                    record.insert(field.name.clone(), read);
                }
                Ok(record.into())
            }
            _ => Err(format!("{} does not read {}", ours.name, theirs.name)),
        }
    }

    /// The branch that was written, and what is in it.
    fn written<'v>(&self, branches: &[Type], value: &'v Value) -> Result<(usize, &'v Value), String> {
        let found = branches.iter().enumerate().find_map(|(at, branch)| match tag(self.writer, branch) {
            None => value.is_null().then_some((at, value)),
            Some(tag) => Some((at, value.as_object()?.get(&tag)?)),
        });
        found.ok_or_else(|| format!("{value} is of no branch"))
    }

    /// The branch that takes data of `writer`, which is no union.
    fn branch(&self, branches: &'s [Type], writer: &Type) -> Option<&'s Type> {
        let mut by_shape: Option<&'s Type> = None;
        for branch in branches {
            match (branch, writer) {
                (Type::Named(ours), Type::Named(theirs)) => {
                    let (ours, theirs) = (&self.reader.types[*ours], &self.writer.types[*theirs]);
                    let same_kind = std::mem::discriminant(&ours.body) == std::mem::discriminant(&theirs.body);
                    if same_kind && is_called(ours, theirs) {
                        return Some(branch);
                    }
                    // the specification compares names without namespace; Java's reader wants enums and fixed whole
                    let is_record = matches!(ours.body, Body::Record(_));
                    if same_kind && !is_record && same_short_name(ours, theirs) && self.begins(branch, writer) {
                        by_shape = by_shape.or(Some(branch));
                    }
                    if let (Body::Record(fields), Body::Record(written)) = (&ours.body, &theirs.body)
                        && self.fits(fields, written)
                        && (by_shape.is_none() || same_short_name(ours, theirs))
                    {
                        by_shape = Some(branch);
                    }
                }
                (Type::Array(_), Type::Array(_)) | (Type::Map(_), Type::Map(_)) => return Some(branch),
                _ if plain(branch).is_some() && plain(branch) == plain(writer) => return Some(branch),
                _ => {}
            }
        }
        by_shape.or_else(|| branches.iter().find(|branch| promotes(branch, writer)))
    }

    /// Whether each of the reader's `fields` finds something at first sight.
    fn fits(&self, fields: &'s [Field], written: &[Field]) -> bool {
        fields.iter().all(|field| match their_field(field, fields, written) {
            Some(theirs) => self.begins(&field.ty, &theirs.ty),
            None => self.reader.default(field).is_some(),
        })
    }

    /// Whether data of `writer` can be begun to be read, whatever stands further inside.
    fn begins(&self, reader: &'s Type, writer: &Type) -> bool {
        match (reader, writer) {
            (_, Type::Union(_)) => true,
            (Type::Union(branches), _) => self.branch(branches, writer).is_some(),
            (Type::Array(_), Type::Array(_)) | (Type::Map(_), Type::Map(_)) => true,
            (Type::Named(ours), Type::Named(theirs)) => {
                let (ours, theirs) = (&self.reader.types[*ours], &self.writer.types[*theirs]);
                match (&ours.body, &theirs.body) {
                    (Body::Fixed(a), Body::Fixed(b)) => a == b && same_short_name(ours, theirs),
                    (Body::Enum(..), Body::Enum(..)) => same_short_name(ours, theirs),
                    (Body::Record(fields), Body::Record(written)) => fields.iter().all(|field| {
                        their_field(field, fields, written).is_some() || self.reader.default(field).is_some()
                    }),
                    _ => false,
                }
            }
            _ => plain(reader).is_some() && plain(reader) == plain(writer) || promotes(reader, writer),
        }
    }

    /// Whether both say the same, but for namespaces.
    fn is_equivalent(&self, reader: &Type, writer: &Type, depth: usize) -> bool {
        match (reader, writer) {
            // a type that leads back to itself: what came before decides
            _ if depth > 20 => true,
            (Type::Array(ours), Type::Array(theirs)) | (Type::Map(ours), Type::Map(theirs)) => {
                self.is_equivalent(ours, theirs, depth + 1)
            }
            (Type::Union(ours), Type::Union(theirs)) => {
                let mut pairs = ours.iter().zip(theirs);
                ours.len() == theirs.len() && pairs.all(|(ours, theirs)| self.is_equivalent(ours, theirs, depth + 1))
            }
            (Type::Named(ours), Type::Named(theirs)) => {
                let (ours, theirs) = (&self.reader.types[*ours], &self.writer.types[*theirs]);
                same_short_name(ours, theirs)
                    && match (&ours.body, &theirs.body) {
                        (Body::Fixed(a), Body::Fixed(b)) => a == b,
                        (Body::Enum(a, _), Body::Enum(b, _)) => a == b,
                        (Body::Record(a), Body::Record(b)) => {
                            let same = |(ours, theirs): (&Field, &Field)| {
                                ours.name == theirs.name && self.is_equivalent(&ours.ty, &theirs.ty, depth + 1)
                            };
                            a.len() == b.len() && a.iter().zip(b).all(same)
                        }
                        _ => false,
                    }
            }
            _ => plain(reader).is_some() && plain(reader) == plain(writer),
        }
    }

    /// A default, which names no branches, in the encoding that does.
    fn default(&self, ty: &Type, value: &Value) -> Value {
        match ty {
            // the defaults made here are of the first branch
            Type::Union(branches) => tagged(self.reader, &branches[0], self.default(&branches[0], value)),
            Type::Named(at) => match &self.reader.types[*at].body {
                Body::Record(fields) => {
                    let read = |field: &Field| (field.name.clone(), self.default(&field.ty, &value[&field.name]));
                    fields.iter().map(read).collect::<Map<_, _>>().into()
                }
                _ => value.clone(),
            },
            // lists and maps are empty ones here
            _ => value.clone(),
        }
    }
}

/// The field of the writer that `field`, one of `fields`, reads. An alias renames the writer's field, also where the reader has
/// another field of that name.
fn their_field<'w>(field: &Field, fields: &[Field], written: &'w [Field]) -> Option<&'w Field> {
    written.iter().find(|theirs| {
        let renamed = fields.iter().rev().find(|ours| ours.aliases.contains(&theirs.name));
        renamed.map_or(&theirs.name, |ours| &ours.name) == &field.name
    })
}

/// What Avro's JSON encoding calls a branch; nothing for null.
fn tag(schema: &Schema, branch: &Type) -> Option<String> {
    match branch {
        Type::Plain("null") => None,
        Type::Array(_) => Some("array".to_owned()),
        Type::Map(_) => Some("map".to_owned()),
        Type::Named(at) => Some(schema.types[*at].name.clone()),
        Type::Plain(name) | Type::Logical(name, _) => Some((*name).to_owned()),
        Type::Union(_) => unreachable!("unions do not nest"),
    }
}

fn tagged(schema: &Schema, branch: &Type, value: Value) -> Value {
    tag(schema, branch).map_or(Value::Null, |tag| json!({ tag: value }))
}
