//! What the gate promises: nothing that breaks is passed over, an acceptance silences its finding and no other, and a help
//! does what it says when the schema is really changed so.

use std::cell::Cell;

use avro_model::compat::{Verdict, check_level};
use avro_model::content::content_hash;
use avro_model::gate::{Finding, Help, History, Review, Settings, review};
use avro_model::history::{Accepted, RecordedVersion};
use avro_model::rules::{Family, Rule, Severity, Source};
use avro_model::{Level, View};
use avro_tests::random::{Body, Choices, Field, Named, Schema, Type, add_branch, optional};

use crate::{for_all, parse, say};

const LEVELS: [Level; 6] = [
    Level::FullTransitive,
    Level::Backward,
    Level::Forward,
    Level::BackwardTransitive,
    Level::ForwardTransitive,
    Level::Full,
];

/// Versions, oldest first, and what they became.
struct Sample {
    level: Level,
    versions: Vec<Schema>,
    recorded: Vec<RecordedVersion>,
    now: Schema,
}

impl Sample {
    fn random(choices: &mut Choices<'_>) -> Sample {
        let level = LEVELS[choices.below(LEVELS.len())];
        let mut now = Schema::random(choices);
        let mut versions = Vec::new();
        for _ in 0..1 + choices.below(2) {
            versions.push(now.clone());
            for _ in 0..1 + choices.below(3) {
                now.mutate(choices);
            }
        }
        let recorded = versions.iter().zip(1..).map(|(schema, version)| {
            let document = parse(schema);
            let content_hash = content_hash(document.view());
            RecordedVersion { version, file: "v.avsc", released: true, content_hash, document, changes: None }
        });
        Sample { level, recorded: recorded.collect(), versions, now }
    }

    fn review(&self, now: &Schema, accepted: &[Accepted]) -> Review {
        let history = History { full_name: "n.R", folder: "h", versions: &self.recorded, accepted };
        review(parse(now).view(), history, &Settings::new(self.level))
    }

    fn verdict(&self, now: &Schema) -> Verdict {
        let views: Vec<View<'_>> = self.recorded.iter().map(|version| version.document.view()).collect();
        check_level(self.level, parse(now).view(), &views).verdict()
    }

    fn say(&self, what: impl std::fmt::Display) -> String {
        let versions: Vec<String> = self.versions.iter().map(Schema::json).collect();
        format!("{}\n  all versions {}", say(&self.now, &self.versions[0], what), versions.join("\n    "))
    }
}

#[test]
fn nothing_that_breaks_is_passed_over() {
    for_all(600, |choices| {
        let sample = Sample::random(choices);
        let review = sample.review(&sample.now, &[]);
        let verdict = sample.verdict(&sample.now);
        let stops = review.errors().any(|finding| finding.rule.source() == Source::Avro);
        if review.unchecked().is_some() || stops != (verdict == Verdict::Incompatible) {
            return Err(sample.say(format!("{verdict:?}, the gate stops: {stops}")));
        }
        Ok(())
    });
}

#[test]
fn acceptances_silence_their_finding_and_no_other() {
    for_all(300, |choices| {
        let sample = Sample::random(choices);
        let found = sample.review(&sample.now, &[]);
        let accept = |finding: &Finding| Accepted {
            rule: finding.rule.id(),
            ty: finding.ty.clone().leak(),
            path: finding.path.clone().leak(),
            before: finding.before.clone().leak(),
            after: finding.after.clone().leak(),
        };
        let all: Vec<Accepted> = found.findings().iter().map(accept).collect();
        if !sample.review(&sample.now, &all).passes() {
            return Err(sample.say("all findings are accepted, and the gate does not pass"));
        }
        for (i, entry) in all.iter().enumerate() {
            let left = sample.review(&sample.now, std::slice::from_ref(entry));
            let open = left.findings().iter().filter(|finding| finding.accepted.is_none()).map(key);
            let others = found.findings().iter().enumerate().filter(|(j, _)| *j != i).map(|(_, finding)| key(finding));
            if !open.eq(others) {
                return Err(sample.say(format!("accepted {entry:?}")));
            }
        }
        Ok(())
    });
}

/// What is found in all versions together is what is found in each of them, one finding for one cause.
#[test]
fn versions_are_looked_at_one_by_one() {
    for_all(500, |choices| {
        let sample = Sample::random(choices);
        let document = parse(&sample.now);
        let settings = Settings::new(Level::FullTransitive);
        let look = |versions| {
            let history = History { full_name: "n.R", folder: "h", versions, accepted: &[] };
            review(document.view(), history, &settings)
        };
        let mut singly: Vec<_> = Vec::new();
        for version in &sample.recorded {
            let review = look(std::slice::from_ref(version));
            singly.extend(review.findings().iter().map(|finding| (key(finding), version.version)));
        }
        let all = look(&sample.recorded);
        let pairs = |finding: &Finding| {
            let key = key(finding);
            finding.versions.iter().map(|version| (key.clone(), *version)).collect::<Vec<_>>()
        };
        let mut together: Vec<_> = all.findings().iter().flat_map(pairs).collect();
        singly.sort();
        together.sort();
        if singly != together {
            return Err(sample.say(format!("one by one {singly:?}\n  together {together:?}")));
        }
        Ok(())
    });
}

fn key(finding: &Finding) -> (Rule, String, String, String, String) {
    let Finding { rule, ty, path, before, after, .. } = finding;
    (*rule, ty.clone(), path.clone(), before.clone(), after.clone())
}

#[test]
fn helps_do_what_they_say() {
    let (tried, passed_over) = (Cell::new(0), Cell::new(0));
    for_all(1_000, |choices| {
        let sample = Sample::random(choices);
        let found = sample.review(&sample.now, &[]);
        for finding in found.errors() {
            let newest = *finding.versions.last().expect("a finding is about a version") as usize - 1;
            for help in &finding.helps {
                let mut edit = Edit { now: sample.now.clone(), old: &sample.versions[newest] };
                if edit.apply(finding, help).is_none() {
                    passed_over.set(passed_over.get() + 1);
                    continue;
                }
                tried.set(tried.get() + 1);
                judge(&sample, &found, finding, help, &edit.now)?;
            }
        }
        Ok(())
    });
    let (tried, passed_over) = (tried.get(), passed_over.get());
    println!("{tried} helps tried, {passed_over} passed over");
    assert!(tried > 300 && passed_over * 20 < tried, "{tried} tried, {passed_over} passed over");
}

fn judge(sample: &Sample, found: &Review, finding: &Finding, help: &Help, edited: &Schema) -> Result<(), String> {
    let fail = |what: &str| {
        let after = sample.review(edited, &[]);
        let left: Vec<_> = after.errors().map(key).collect();
        let what = format!(
            "{what}: {} {:?} {}, passes {:?}: {}\n  of {:?}\n  left {left:?}\n  edited {}\n{}",
            help.label,
            help.code,
            key(finding).2,
            sample.level,
            help.passes,
            key(finding),
            edited.json(),
            finding.text
        );
        Err(sample.say(what))
    };
    let mut names: Vec<&str> = edited.reachable().into_iter().map(|at| edited.types[at].name.as_str()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return fail("two types have one name");
    }
    let twice = |fields: &[Field]| (1..fields.len()).any(|i| fields[..i].iter().any(|f| f.name == fields[i].name));
    if edited.reachable().into_iter().filter_map(|at| edited.record(at)).any(twice) {
        return fail("two fields have one name");
    }
    let after = sample.review(edited, &[]);
    if help.passes && (!after.passes() || sample.verdict(edited) != Verdict::Compatible) {
        return fail("does not pass");
    }
    let renames = help.label == "keep its wire name";
    if !renames && after.errors().any(|left| key(left) == key(finding)) {
        return fail("does not settle");
    }
    // what a finding says of the field's type may be another text now; which fields look like one that was renamed depends
    // on those beside them
    let members = [Rule::FieldAddedWithoutDefault, Rule::FieldRemovedWithoutDefault, Rule::FieldRenamed];
    let place = |finding: &Finding| {
        let Finding { rule, ty, path, .. } = finding;
        if members.contains(rule) { (members[0], ty.clone(), String::new()) } else { (*rule, ty.clone(), path.clone()) }
    };
    let known = |left: &Finding| found.errors().any(|known| place(known) == place(left));
    if !renames && !after.errors().all(known) {
        return fail("brings something new");
    }
    Ok(())
}

/// Changes a schema as a help says.
struct Edit<'s> {
    now: Schema,
    old: &'s Schema,
}

/// Where a path leads: the type on both sides, and the field that holds it.
#[derive(Clone)]
struct Place {
    ours: Type,
    theirs: Type,
    our_field: Option<(usize, usize)>,
    their_field: Option<(usize, usize)>,
}

impl Edit<'_> {
    /// `None`: the help is about something that this does not know how to find.
    fn apply(&mut self, finding: &Finding, help: &Help) -> Option<()> {
        let last = finding.path.rsplit('.').next()?;
        let quoted = |key: &str| {
            let rest = help.code.split_once(&format!("{key} = \""))?.1;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let ty = self.now.find(&finding.ty);
        match (help.label.as_str(), finding.rule) {
            ("give it a default", Rule::EnumSymbolRemoved) => {
                let Body::Enum(symbols, default) = &mut self.now.types[ty?].body else { return None };
                *default = Some(symbols[0].clone());
            }
            ("give it a default", _) => self.member(ty?, last)?.default = Some(true),
            ("make it optional", _) => {
                let field = self.member(ty?, last)?;
                field.ty = optional(field.ty.clone());
                field.default = Some(true);
            }
            ("keep it optional", _) => {
                let (at, position) = self.place(&finding.path)?.our_field?;
                let field = &mut self.now.record_mut(at)?[position];
                field.ty = optional(field.ty.clone());
                field.default = Some(true);
            }
            ("keep the field" | "keep it, defaulted", _) => {
                let outer = &finding.path[..finding.path.len() - last.len()];
                let place = self.place(outer.trim_end_matches('.'))?;
                let (Type::Named(ours), Type::Named(theirs)) = self.inner(&place)? else { return None };
                let old = self.old.record(theirs)?.iter().find(|field| field.name == last)?.clone();
                let ty = self.import(&old.ty);
                let default = if help.label == "keep the field" { old.default } else { Some(true) };
                self.now.record_mut(ours)?.push(Field { ty, default, ..old });
            }
            ("keep its wire name", Rule::FieldRenamed) => self.member(ty?, last)?.name = quoted("name")?,
            ("add an alias", Rule::FieldRenamed) => {
                let alias = quoted("alias")?;
                self.member(ty?, last)?.aliases.push(alias);
            }
            ("keep its wire name", _) => {
                let name = quoted("name")?;
                let space = quoted("namespace").or_else(|| Some(finding.after.rsplit_once('.')?.0.to_owned()))?;
                let at = self.now.find(&finding.after)?;
                self.now.types[at].name = format!("{space}.{name}");
            }
            ("add an alias", _) => {
                let at = self.now.find(&finding.after)?;
                self.now.types[at].aliases.push(quoted("alias")?);
            }
            ("keep the symbol", _) => match &mut self.now.types[ty?].body {
                Body::Enum(symbols, _) => symbols.push(help.code.clone()),
                _ => return None,
            },
            ("leave it out for now", _) => match &mut self.now.types[ty?].body {
                Body::Enum(symbols, _) => symbols.retain(|symbol| *symbol != help.code),
                _ => return None,
            },
            ("remove the alias", _) => self.member(ty?, last)?.aliases.clear(),
            ("keep the size", _) => {
                let size = help.code.trim_start_matches("[u8; ").trim_end_matches(']').parse().ok()?;
                self.now.types[ty?].body = Body::Fixed(size);
            }
            ("keep the type" | "keep the logical type", _) => {
                let place = self.place(&finding.path)?;
                let (theirs, at) = place.their_field?;
                let ty = self.import(&self.old.record(theirs)?[at].ty);
                let (ours, at) = place.our_field?;
                self.now.record_mut(ours)?[at].ty = ty;
            }
            ("keep the branch" | "leave the branch out", _) => {
                let place = self.place(&finding.path)?;
                let (ours, at) = place.our_field?;
                let mut ty = self.now.record(ours)?[at].ty.clone();
                self.edit_union(&mut ty, &place, help)?;
                self.now.record_mut(ours)?[at].ty = ty;
            }
            _ => panic!("a help that this test does not know: {help:?}"),
        }
        Some(())
    }

    fn member(&mut self, record: usize, name: &str) -> Option<&mut Field> {
        self.now.record_mut(record)?.iter_mut().find(|field| field.name == name)
    }

    fn name_of<'t>(schema: &'t Schema, ty: &'t Type) -> &'t str {
        match ty {
            Type::Plain(name) | Type::Logical(name, _) => name,
            Type::Array(_) => "array",
            Type::Map(_) => "map",
            Type::Union(_) => "union",
            Type::Named(at) => schema.types[*at].name.rsplit('.').next().expect("a part"),
        }
    }

    /// The union at `place`, somewhere in `ty`, with a branch more or less.
    fn edit_union(&mut self, ty: &mut Type, place: &Place, help: &Help) -> Option<()> {
        if *ty != place.ours {
            return match ty {
                Type::Array(inner) | Type::Map(inner) => self.edit_union(inner, place, help),
                Type::Union(branches) => branches.iter_mut().find_map(|branch| self.edit_union(branch, place, help)),
                _ => None,
            };
        }
        if help.label == "keep the branch" {
            let Type::Union(theirs) = &place.theirs else { return None };
            let old = theirs.iter().find(|branch| Self::name_of(self.old, branch) == help.code)?;
            let old = self.import(old);
            let mut branches = Vec::new();
            add_branch(&mut branches, ty.clone());
            add_branch(&mut branches, old);
            *ty = Type::Union(branches);
        } else {
            let Type::Union(branches) = ty else { return None };
            let at = branches.iter().position(|branch| Self::name_of(&self.now, branch) == help.code)?;
            branches.remove(at);
        }
        Some(())
    }

    /// The type of the old version as the new schema has it, with the types that it lacks.
    fn import(&mut self, ty: &Type) -> Type {
        let known: Vec<usize> = self.now.reachable();
        let mut map = Vec::new();
        self.import_with(ty, &known, &mut map)
    }

    fn import_with(&mut self, ty: &Type, known: &[usize], map: &mut Vec<(usize, usize)>) -> Type {
        match ty {
            Type::Plain(_) | Type::Logical(..) => ty.clone(),
            Type::Array(inner) => Type::Array(Box::new(self.import_with(inner, known, map))),
            Type::Map(inner) => Type::Map(Box::new(self.import_with(inner, known, map))),
            Type::Union(branches) => {
                Type::Union(branches.iter().map(|branch| self.import_with(branch, known, map)).collect())
            }
            Type::Named(at) => {
                if let Some((_, to)) = map.iter().find(|(from, _)| from == at) {
                    return Type::Named(*to);
                }
                let Named { name, aliases, body } = self.old.types[*at].clone();
                if let Some(to) = known.iter().find(|to| self.now.types[**to].name == name) {
                    return Type::Named(*to);
                }
                let to = self.now.types.len();
                map.push((*at, to));
                self.now.types.push(Named { name, aliases, body: body.clone() });
                if let Body::Record(mut fields) = body {
                    for field in &mut fields {
                        field.ty = self.import_with(&field.ty, known, map);
                    }
                    self.now.types[to].body = Body::Record(fields);
                }
                Type::Named(to)
            }
        }
    }

    /// Both sides without null, where one type is left.
    fn inner(&self, place: &Place) -> Option<(Type, Type)> {
        Some((only(&place.ours)?, only(&place.theirs)?))
    }

    /// Follows a finding's path through both schemas.
    fn place(&self, path: &str) -> Option<Place> {
        let mut place = Place { ours: Type::Named(0), theirs: Type::Named(0), our_field: None, their_field: None };
        let mut rest = path;
        while !rest.is_empty() {
            if let Some(behind) = rest.strip_prefix("[]").or_else(|| rest.strip_prefix("{}")) {
                let (Type::Array(ours) | Type::Map(ours), Type::Array(theirs) | Type::Map(theirs)) =
                    self.inner(&place)?
                else {
                    return None;
                };
                (place.ours, place.theirs) = (*ours, *theirs);
                rest = behind;
            } else if let Some(behind) = rest.strip_prefix('<') {
                let (name, behind) = behind.split_once('>')?;
                let pick = |schema: &Schema, ty: &Type| match ty {
                    Type::Union(branches) => {
                        let mut named = branches.iter().filter(|branch| Self::name_of(schema, branch) == name);
                        named.next().filter(|_| named.next().is_none()).cloned()
                    }
                    ty => Some(ty.clone()),
                };
                (place.ours, place.theirs) = (pick(&self.now, &place.ours)?, pick(self.old, &place.theirs)?);
                rest = behind;
            } else {
                rest = rest.strip_prefix('.').unwrap_or(rest);
                let end = rest.find(['.', '[', '{', '<']).unwrap_or(rest.len());
                let name = &rest[..end];
                let (Type::Named(ours), Type::Named(theirs)) = self.inner(&place)? else { return None };
                let position = self.now.record(ours)?.iter().position(|field| field.name == name)?;
                let field = &self.now.record(ours)?[position];
                let old = self.old.record(theirs)?;
                let at = old
                    .iter()
                    .position(|old| old.name == name)
                    .or_else(|| old.iter().position(|old| field.aliases.contains(&old.name)))
                    .or_else(|| old.iter().position(|old| old.aliases.contains(&field.name)))?;
                (place.ours, place.theirs) = (field.ty.clone(), old[at].ty.clone());
                (place.our_field, place.their_field) = (Some((ours, position)), Some((theirs, at)));
                rest = &rest[end..];
            }
        }
        Some(place)
    }
}

/// `ty`, or what it is beside null.
fn only(ty: &Type) -> Option<Type> {
    match ty {
        Type::Union(branches) => {
            let mut others = branches.iter().filter(|branch| **branch != Type::Plain("null"));
            others.next().filter(|_| others.next().is_none()).cloned()
        }
        ty => Some(ty.clone()),
    }
}

/// The samples are worth something: most rules, and most of what a help can be.
#[test]
fn samples_show_most_rules() {
    let seen = std::cell::RefCell::new(std::collections::BTreeSet::new());
    for_all(1_200, |choices| {
        let sample = Sample::random(choices);
        for finding in sample.review(&sample.now, &[]).findings() {
            let helped = finding.severity != Severity::Error || !finding.helps.is_empty();
            seen.borrow_mut().insert((finding.rule, helped));
        }
        Ok(())
    });
    // the property `unit` is not drawn
    let rules = Rule::of(Family::Change).filter(|rule| *rule != Rule::UnitChanged);
    let missing: Vec<Rule> = rules.filter(|rule| !seen.borrow().contains(&(*rule, true))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
