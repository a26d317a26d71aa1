//! Values as JSON, for tests: what a reader's schema and a plan make of bytes. Tests of other packages include this file.

use avro_model::{Kind, View};
use serde_json::{Map, Value, json};

use super::{DecodeError, Decoder, PlanRef};

/// A value in Avro's JSON encoding, as the reader's types read it.
pub(crate) fn read(reader: View<'_>, plan: Option<PlanRef<'_>>, input: &mut Decoder<'_>) -> Result<Value, DecodeError> {
    if let Kind::Union(_) = reader.node.kind {
        let (index, plan) = match plan {
            Some(plan) => plan.union(input, false)?,
            None => (input.branch(reader.branch_count())?, None),
        };
        if let (usize::MAX, Some(plan)) = (index, plan) {
            return Err(plan.unmatched(input));
        }
        let branch = reader.branch(index);
        let value = read(branch, plan, input)?;
        return Ok(match (&branch.node.kind, branch.name()) {
            (Kind::Null, _) => value,
            (_, Some(name)) => json!({ name.full.get(): value }),
            (_, None) => json!({ branch.type_name(): value }),
        });
    }
    let plan = match plan {
        Some(plan) => Some(plan.settle(input)?).filter(|plan| !plan.is_equal()),
        None => None,
    };
    let latin1 = |bytes: &[u8]| Value::from(bytes.iter().map(|byte| *byte as char).collect::<String>());
    Ok(match &reader.node.kind {
        Kind::Null => Value::Null,
        Kind::Boolean => input.boolean()?.into(),
        Kind::Int => input.int()?.into(),
        Kind::Long => input.long()?.into(),
        Kind::Float => number(match plan {
            Some(plan) => plan.float(input)?.into(),
            None => input.float()?.into(),
        }),
        Kind::Double => number(match plan {
            Some(plan) => plan.double(input)?,
            None => input.double()?,
        }),
        Kind::Bytes => latin1(input.bytes()?),
        Kind::String => input.string()?.into(),
        Kind::Fixed(fixed) => latin1(input.raw(fixed.size as usize)?),
        Kind::Enum(symbols) => {
            let symbols = symbols.symbols.get();
            let index = match plan {
                Some(plan) => plan.symbol(input)?,
                None => input.enum_index(symbols.len())?,
            };
            symbols[index].get().into()
        }
        Kind::Array(item) | Kind::Map(item) => {
            let item = reader.child(item);
            let plan = plan.map(|plan| plan.items(input)).transpose()?.flatten();
            let (mut items, mut entries) = (Vec::new(), Map::new());
            input.enter()?;
            while let Some(count) = input.block(plan.map_or(0, |plan| plan.min_size()))? {
                for _ in 0..count {
                    if let Kind::Array(_) = reader.node.kind {
                        items.push(read(item, plan.map(|plan| plan.plan()), input)?);
                    } else {
                        let key = input.string()?.to_owned();
                        entries.insert(key, read(item, plan.map(|plan| plan.plan()), input)?);
                    }
                }
            }
            input.leave();
            if let Kind::Array(_) = reader.node.kind { items.into() } else { entries.into() }
        }
        Kind::Record(_) => {
            input.enter()?;
            let mut fields = Map::new();
            let field = |i: usize| (reader.field(i).name.get(), reader.child(&reader.field(i).schema));
            match plan.map(|plan| plan.record(input)).transpose()?.flatten() {
                None => {
                    for (name, ty) in (0..reader.field_count()).map(field) {
                        fields.insert(name.to_owned(), read(ty, None, input)?);
                    }
                }
                Some(record) => {
                    for step in record.steps() {
                        let mut value = None;
                        let is_read = if step.field() < reader.field_count() {
                            let (_, ty) = field(step.field());
                            step.read(&mut value, input, |input, plan| read(ty, Some(plan), input))
                        } else {
                            step.skip(input)
                        };
                        if !is_read {
                            return Err(input.failure());
                        }
                        fields.extend(value.map(|value| (field(step.field()).0.to_owned(), value)));
                    }
                }
            }
            input.leave();
            fields.into()
        }
        Kind::Union(_) => unreachable!("read above"),
    })
}

fn number(value: f64) -> Value {
    if value.is_finite() { value.into() } else { value.to_string().into() }
}

/// Numbers are equal as numbers: `9.223372e+18` is the float that is written `9.223372036854776e18`.
pub(crate) fn same(ours: &Value, expected: &Value) -> bool {
    match (ours, expected) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Number(a), Value::Number(b)) => {
            a == b || a.as_f64() == b.as_f64() || a.as_f64().map(|a| a as f32) == b.as_f64().map(|b| b as f32)
        }
        (Value::String(a), Value::String(b)) => a == b || a.replace("inf", "Infinity") == *b,
        _ => ours == expected,
    }
}
