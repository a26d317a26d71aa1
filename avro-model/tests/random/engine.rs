//! The verdict and the causes.

use std::collections::BTreeSet;

use avro_model::compat::{self, CauseKind, Engine, Findings, NONE, Overlay, Step, Verdict, check_level};
use avro_model::{Document, Level, View};
use avro_tests::random::{Body, Choices, Field, Named, Schema, Type};

use crate::{for_all, pair, parse, say};

fn verdict(reader: &Schema, writer: &Schema) -> Verdict {
    compat::check(parse(reader).view(), parse(writer).view(), Overlay::NONE).verdict
}

/// Avro's rules, read plainly: pairs of records on the way down are assumed to be compatible.
mod plain {
    use super::{Body, Field, Named, Schema, Type};

    #[derive(Clone, Copy)]
    struct Sides<'s> {
        reader: &'s Schema,
        writer: &'s Schema,
    }

    /// Not more steps than that: an example beyond is passed over.
    const STEPS: usize = 20_000;

    pub(super) fn reads(reader: &Schema, writer: &Schema) -> Option<bool> {
        let mut steps = 0;
        let answer = (Sides { reader, writer }).types(&Type::Named(0), &Type::Named(0), false, &[], &mut steps);
        (steps < STEPS).then_some(answer)
    }

    fn short(name: &str) -> &str {
        name.rsplit('.').next().expect("a part")
    }

    fn full_match(reader: &Named, writer: &Named) -> bool {
        reader.name == writer.name || reader.aliases.contains(&writer.name)
    }

    fn matches(reader: &Named, writer: &Named) -> bool {
        full_match(reader, writer) || short(&reader.name) == short(&writer.name)
    }

    impl Sides<'_> {
        fn types(self, r: &Type, w: &Type, branch: bool, assumed: &[(usize, usize)], steps: &mut usize) -> bool {
            *steps += 1;
            if *steps > STEPS {
                return false;
            }
            match (r, w) {
                (Type::Array(r), Type::Array(w)) | (Type::Map(r), Type::Map(w)) => {
                    self.types(r, w, false, assumed, steps)
                }
                (Type::Union(ours), Type::Union(theirs)) if self.alike(ours, theirs) => {
                    ours.iter().zip(theirs).all(|(r, w)| match self.without_name(ours, w) {
                        true => self.types(r, w, false, assumed, steps),
                        false => self.branch(ours, w, assumed, steps),
                    })
                }
                (_, Type::Union(branches)) => {
                    branches.iter().all(|written| self.types(r, written, false, assumed, steps))
                }
                (Type::Union(branches), _) => self.branch(branches, w, assumed, steps),
                (Type::Named(r), Type::Named(w)) => self.named(*r, *w, branch, assumed, steps),
                (Type::Plain(r) | Type::Logical(r, _), Type::Plain(w) | Type::Logical(w, _)) => {
                    r == w
                        || match *w {
                            "int" => ["long", "float", "double"].contains(r),
                            "long" => ["float", "double"].contains(r),
                            "float" => *r == "double",
                            "string" => *r == "bytes",
                            "bytes" => *r == "string",
                            _ => false,
                        }
                }
                _ => false,
            }
        }

        /// The same types in the same order, whatever their namespaces.
        fn alike(self, ours: &[Type], theirs: &[Type]) -> bool {
            let pair = |(r, w): (&Type, &Type)| match (r, w) {
                (Type::Named(r), Type::Named(w)) => {
                    let (r, w) = (&self.reader.types[*r], &self.writer.types[*w]);
                    std::mem::discriminant(&r.body) == std::mem::discriminant(&w.body) && matches(r, w)
                }
                (Type::Plain(r) | Type::Logical(r, _), Type::Plain(w) | Type::Logical(w, _)) => r == w,
                (Type::Array(_), Type::Array(_)) | (Type::Map(_), Type::Map(_)) => true,
                _ => false,
            };
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(pair)
        }

        /// An enum or fixed that no branch has the full name of.
        fn without_name(self, ours: &[Type], w: &Type) -> bool {
            let Type::Named(w) = w else { return false };
            let writer = &self.writer.types[*w];
            let is_it = |r: &Type| match r {
                Type::Named(r) => {
                    let r = &self.reader.types[*r];
                    std::mem::discriminant(&r.body) == std::mem::discriminant(&writer.body) && full_match(r, writer)
                }
                _ => false,
            };
            !matches!(writer.body, Body::Record(_)) && !ours.iter().any(is_it)
        }

        /// Named types by name: an alias renames the writer's type; of several namesakes a decoder may take any.
        fn branch(self, branches: &[Type], w: &Type, assumed: &[(usize, usize)], steps: &mut usize) -> bool {
            let Type::Named(written) = w else {
                return branches.iter().any(|r| self.types(r, w, true, assumed, steps));
            };
            let writer = &self.writer.types[*written];
            let kind = |named: &Named| std::mem::discriminant(&named.body);
            let named = |r: &&Type| match r {
                Type::Named(at) => Some(&self.reader.types[*at]).filter(|named| kind(named) == kind(writer)),
                _ => None,
            };
            let aliased = |r: &&Type| named(r).is_some_and(|r| r.aliases.contains(&writer.name));
            let full = |r: &&Type| named(r).is_some_and(|r| r.name == writer.name);
            if let Some(r) = branches.iter().rfind(aliased).or_else(|| branches.iter().find(full)) {
                return self.types(r, w, true, assumed, steps);
            }
            let mut namesakes = branches.iter().filter(|r| named(r).is_some_and(|r| matches(r, writer))).peekable();
            namesakes.peek().is_some() && namesakes.all(|r| self.types(r, w, true, assumed, steps))
        }

        fn named(self, r: usize, w: usize, branch: bool, assumed: &[(usize, usize)], steps: &mut usize) -> bool {
            let (reader, writer) = (&self.reader.types[r], &self.writer.types[w]);
            match (&reader.body, &writer.body) {
                (Body::Fixed(size), Body::Fixed(written)) => {
                    size == written && if branch { full_match(reader, writer) } else { matches(reader, writer) }
                }
                (Body::Enum(symbols, default), Body::Enum(written, _)) => {
                    (default.is_some() || written.iter().all(|symbol| symbols.contains(symbol)))
                        && if branch { full_match(reader, writer) } else { matches(reader, writer) }
                }
                (Body::Record(_), Body::Record(_)) if assumed.contains(&(r, w)) => matches(reader, writer),
                (Body::Record(fields), Body::Record(written)) => {
                    let mut assumed = assumed.to_vec();
                    assumed.push((r, w));
                    matches(reader, writer) && self.fields(fields, written, &assumed, steps)
                }
                _ => false,
            }
        }

        fn fields(self, fields: &[Field], written: &[Field], assumed: &[(usize, usize)], steps: &mut usize) -> bool {
            // Java's decoder: aliases rename the writer's fields, the last one that names a field wins
            let taker = |name: &str| {
                let aliased = fields.iter().rposition(|field| field.aliases.iter().any(|alias| alias == name));
                aliased.or_else(|| fields.iter().position(|field| field.name == name))
            };
            fields.iter().enumerate().all(|(i, field)| {
                let has_default = self.reader.default(field).is_some();
                // an alias that repeats the name counts once more: Java's checker refuses it
                let names = field.aliases.iter().chain([&field.name]);
                let mut hits = names.filter_map(|name| written.iter().find(|w| w.name == *name));
                match (hits.next(), hits.next()) {
                    (None, _) => has_default,
                    (Some(_), Some(_)) => false,
                    (Some(hit), None) => {
                        (taker(&hit.name) == Some(i) || has_default)
                            && self.types(&field.ty, &hit.ty, false, assumed, steps)
                    }
                }
            })
        }
    }
}

#[test]
fn the_verdict_is_that_of_a_plain_recursion() {
    for_all(3_000, |choices| {
        let (new, old) = pair(choices);
        for (reader, writer) in [(&new, &old), (&old, &new), (&new, &new)] {
            let Some(expected) = plain::reads(reader, writer) else { continue };
            let found = verdict(reader, writer);
            if found != if expected { Verdict::Compatible } else { Verdict::Incompatible } {
                return Err(say(reader, writer, format!("{found:?}, by plain recursion {expected}")));
            }
        }
        Ok(())
    });
}

#[test]
fn incompatible_means_a_cause_that_decides() {
    for_all(2_000, |choices| {
        let (reader, writer) = pair(choices);
        let (r, w) = (parse(&reader), parse(&writer));
        let report = compat::check(r.view(), w.view(), Overlay::NONE);
        let decides = report.findings().causes().any(|cause| cause.kind.decides());
        if decides != (report.verdict == Verdict::Incompatible) || report.verdict == Verdict::Unchecked {
            return Err(say(&reader, &writer, format!("{:?}, a cause decides: {decides}", report.verdict)));
        }
        let texts = causes(&reader, &writer);
        if texts.len() != report.findings().len() {
            return Err(say(&reader, &writer, format!("a cause is listed twice among {texts:?}")));
        }
        Ok(())
    });
}

/// Causes as texts that say nothing of order, nor of how a type was reached: kind, the records around it, the way from there.
fn causes(reader: &Schema, writer: &Schema) -> BTreeSet<String> {
    let (reader, writer) = (parse(reader), parse(writer));
    let report = compat::check(reader.view(), writer.view(), Overlay::NONE);
    describe(report.findings())
}

fn describe(findings: Findings<'_, '_>) -> BTreeSet<String> {
    let label = |view: View<'_>| view.name().map_or(view.type_name(), |name| name.full.get()).to_owned();
    let cause_text = |cause: compat::Cause<'_>| {
        let (mut path, mut before): (String, Option<compat::Trail<'_>>) = (String::new(), None);
        for trail in findings.steps(&cause) {
            if let Some(before) = before {
                match trail.step {
                    Step::Root => {}
                    Step::Field { reader, writer } => {
                        let (r, w) = (before.reader.field(reader as usize), before.writer.field(writer as usize));
                        path.push_str(&format!(".{}:{}", r.name.get(), w.name.get()));
                    }
                    Step::Items => path.push_str("[]"),
                    Step::Values => path.push_str("{}"),
                    Step::Branch { reader, writer } => {
                        let text = |view: View<'_>, at: u32| {
                            if at == NONE { "-".to_owned() } else { label(view.branch(at as usize)) }
                        };
                        path.push_str(&format!("<{}:{}>", text(before.reader, reader), text(before.writer, writer)));
                    }
                }
            }
            let both = (trail.reader.type_name(), trail.writer.type_name());
            if both == ("record", "record") {
                path = format!("{} {} ", label(trail.reader), label(trail.writer));
            }
            before = Some(trail);
        }
        let member = if cause.kind.names_field() {
            cause.reader.field(cause.index as usize).name.get().to_owned()
        } else {
            String::new()
        };
        format!("{:?} {path} {member}", cause.kind)
    };
    findings.causes().map(cause_text).collect()
}

fn shuffled(schema: &Schema, choices: &mut Choices<'_>) -> Schema {
    let mut schema = schema.clone();
    for at in 0..schema.types.len() {
        if let Some(fields) = schema.record_mut(at) {
            for i in (1..fields.len()).rev() {
                fields.swap(i, choices.below(i + 1));
            }
        }
    }
    schema
}

/// Reader fields that share an alias are told apart by their order.
fn has_aliases(schema: &Schema) -> bool {
    (0..schema.types.len())
        .filter_map(|at| schema.record(at))
        .any(|fields| fields.iter().any(|field| !field.aliases.is_empty()))
}

#[test]
fn causes_do_not_depend_on_the_order_of_fields() {
    for_all(2_000, |choices| {
        let (reader, writer) = pair(choices);
        // a default is compared as text, in which the order of a record's fields shows
        let causes = |reader: &Schema, writer: &Schema| -> BTreeSet<String> {
            causes(reader, writer).into_iter().filter(|text| !text.starts_with("DefaultChanged")).collect()
        };
        let known = causes(&reader, &writer);
        let moved_writer = shuffled(&writer, choices);
        let moved_reader = if has_aliases(&reader) { reader.clone() } else { shuffled(&reader, choices) };
        let found = causes(&moved_reader, &moved_writer);
        if found != known {
            let what = format!("{:?}\n  and shuffled {:?}", known, found);
            return Err(say(&moved_reader, &moved_writer, say(&reader, &writer, what)));
        }
        Ok(())
    });
}

/// The branch that a number is promoted to is the first that takes it; all else finds its branch wherever that is.
fn promotes(branches: &[Type]) -> bool {
    let plain = |ty: &&Type| matches!(ty, Type::Plain(name) | Type::Logical(name, _) if *name != "null");
    branches.iter().filter(plain).count() > 1
}

fn turn_unions(ty: &mut Type) {
    match ty {
        Type::Array(inner) | Type::Map(inner) => turn_unions(inner),
        Type::Union(branches) => {
            branches.iter_mut().for_each(turn_unions);
            if !promotes(branches) {
                branches.reverse();
            }
        }
        Type::Plain(_) | Type::Logical(..) | Type::Named(_) => {}
    }
}

#[test]
fn causes_do_not_depend_on_the_order_of_branches() {
    for_all(2_000, |choices| {
        let (mut reader, mut writer) = pair(choices);
        // an empty default is one of the first branch
        for schema in [&mut reader, &mut writer] {
            for at in 0..schema.types.len() {
                schema.record_mut(at).into_iter().flatten().for_each(|field| field.default = None);
            }
        }
        let known = causes(&reader, &writer);
        let (mut r, mut w) = (reader.clone(), writer.clone());
        for schema in [&mut r, &mut w] {
            for at in 0..schema.types.len() {
                schema.record_mut(at).into_iter().flatten().for_each(|field| turn_unions(&mut field.ty));
            }
        }
        let found = causes(&r, &w);
        if found != known {
            return Err(say(&reader, &writer, format!("{known:?}\n  with turned unions {found:?}")));
        }
        Ok(())
    });
}

/// What is wrong with a record is what is wrong with each of its fields, whatever stands beside them.
#[test]
fn causes_of_a_record_are_those_of_its_fields() {
    for_all(2_000, |choices| {
        let (reader, writer) = pair(choices);
        let with = |fields: Vec<Field>| {
            let mut schema = reader.clone();
            schema.types[0] = Named { body: Body::Record(fields), ..schema.types[0].clone() };
            schema
        };
        let known = causes(&reader, &writer);
        if known.iter().any(|text| text.starts_with("SharedAlias n.R ")) {
            return Ok(());
        }
        let fields = reader.record(0).expect("the root is a record");
        let mut found = BTreeSet::new();
        for field in fields {
            found.extend(causes(&with(vec![field.clone()]), &writer));
        }
        if found != known {
            return Err(say(&reader, &writer, format!("{known:?}\n  one by one {found:?}")));
        }
        // a field that fails before them changes nothing
        let failing = Field { name: "none".to_owned(), aliases: Vec::new(), ty: Type::Plain("int"), default: None };
        let mut all = vec![failing];
        all.extend(fields.iter().cloned());
        let found = causes(&with(all), &writer);
        let expected: BTreeSet<String> =
            known.iter().cloned().chain(["MissingDefault n.R n.R  none".to_owned()]).collect();
        if found != expected {
            return Err(say(&reader, &writer, format!("{expected:?}\n  behind a failing field {found:?}")));
        }
        Ok(())
    });
}

#[test]
fn levels_are_made_of_single_checks() {
    for_all(300, |choices| {
        let (mut versions, mut next) = (Vec::new(), Schema::random(choices));
        for _ in 0..1 + choices.below(3) {
            versions.push(next.clone());
            next.mutate(choices);
            next.mutate(choices);
        }
        let documents: Vec<Document> = versions.iter().map(parse).collect();
        let views: Vec<View<'_>> = documents.iter().map(Document::view).collect();
        let new = parse(&next);
        let mut engine = Engine::new();
        let mut reads = |reader, writer| engine.check(reader, writer, Overlay::NONE).verdict == Verdict::Compatible;
        let backward: Vec<bool> = views.iter().map(|old| reads(new.view(), *old)).collect();
        let forward: Vec<bool> = views.iter().map(|old| reads(*old, new.view())).collect();
        let last = views.len() - 1;
        let all = |list: &[bool]| list.iter().all(|reads| *reads);
        for (level, expected) in [
            (Level::None, true),
            (Level::Backward, backward[last]),
            (Level::Forward, forward[last]),
            (Level::Full, backward[last] && forward[last]),
            (Level::BackwardTransitive, all(&backward)),
            (Level::ForwardTransitive, all(&forward)),
            (Level::FullTransitive, all(&backward) && all(&forward)),
        ] {
            if (check_level(level, new.view(), &views).verdict() == Verdict::Compatible) != expected {
                return Err(say(&next, &versions[last], format!("{level:?}")));
            }
        }
        Ok(())
    });
}

/// The samples are worth something: both verdicts, and every kind of cause.
#[test]
fn samples_show_everything() {
    let (verdicts, kinds) = (std::cell::Cell::new([0; 2]), std::cell::RefCell::new(BTreeSet::new()));
    for_all(1_500, |choices| {
        let (reader, writer) = pair(choices);
        let mut counts = verdicts.get();
        counts[usize::from(verdict(&reader, &writer) == Verdict::Compatible)] += 1;
        verdicts.set(counts);
        let (r, w) = (parse(&reader), parse(&writer));
        let report = compat::check(r.view(), w.view(), Overlay::NONE);
        kinds.borrow_mut().extend(report.findings().causes().map(|cause| format!("{:?}", cause.kind)));
        Ok(())
    });
    assert!(verdicts.get().into_iter().all(|count| count > 200), "{:?}", verdicts.get());
    // the property `unit` is not drawn
    let all = [
        CauseKind::MissingDefault,
        CauseKind::TypeMismatch,
        CauseKind::MissingBranch,
        CauseKind::NameMismatch,
        CauseKind::FixedSize,
        CauseKind::MissingSymbols,
        CauseKind::AmbiguousAlias,
        CauseKind::SharedAlias,
        CauseKind::LogicalTypeChanged,
        CauseKind::LogicalTypeAddedOrDropped,
        CauseKind::DecimalScale,
        CauseKind::DecimalPrecision,
        CauseKind::Namespace,
        CauseKind::DefaultChanged,
        CauseKind::EnumDefaultDropped,
    ];
    let missing: Vec<CauseKind> =
        all.into_iter().filter(|kind| !kinds.borrow().contains(&format!("{kind:?}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
