//! IDL to the JSON of the protocol that it stands for, each part with its place in the IDL text.
//!
//! What IDL and JSON share (names, unions, defaults, repeated definitions ...) is judged by the reader of JSON schemas, at
//! these places. Nothing here recurses: types and values keep their place in lists.

mod declarations;
mod types;
mod values;

use std::borrow::Cow;
use std::ops::Range;

use super::literal;
use super::words::{self, Kind, Word};
use crate::diagnostic::{Collector, quote};
use crate::json::{Builder, Member, Part, Tree};
use crate::names;

/// Something is wrong that has been reported; what it is part of cannot be read further.
struct Stop;

type Read<T> = Result<T, Stop>;

/// An annotation or any other member of what becomes a JSON object.
type Members<'t> = Vec<Member<'t>>;

struct Parser<'t, 'e> {
    text: &'t str,
    words: Vec<Word>,
    at: usize,
    tree: Builder<'t>,
    errors: &'e mut Collector<'t>,
    nesting: usize,
    /// How many values stand in the tree again because several fields share a type.
    shared: usize,
    /// Declarations are looked for, and what stands there is none: often because of a brace too many or too few, which makes one
    /// message of all that follows.
    lost: bool,
}

/// Reads `text`; the tree holds what could be read, whatever is wrong with the rest.
pub(crate) fn tree<'t>(text: &'t str, nesting: usize, errors: &mut Collector<'t>) -> Tree<'t> {
    let too_large = u32::try_from(text.len()).is_err();
    if too_large {
        errors.add("idl-syntax", 0..0, String::new, "the text is larger than 4 GiB", None);
    }
    let text = if too_large { "" } else { text };
    let words = words::words(text, errors);
    let mut parser = Parser { text, words, at: 0, tree: Builder::default(), errors, nesting, shared: 0, lost: false };
    let root = parser.file();
    parser.tree.finish(text, root)
}

/// An import, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) kind: ImportKind,
    pub(crate) location: String,
    /// The location, quotes included.
    pub(crate) range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportKind {
    Idl,
    Protocol,
    Schema,
}

/// The imports of an IDL text. What is wrong with the text is left to [`tree`].
pub(crate) fn imports(text: &str) -> Vec<Import> {
    let words = words::words(text, &mut Collector::new(text, None));
    let written = |word: &Word| &text[word.range.clone()];
    let found = words.windows(4).filter_map(|four| {
        let [import, kind, location, end] = four else { return None };
        let kinds = (import.kind, kind.kind, location.kind, end.kind);
        if kinds != (Kind::Plain, Kind::Plain, Kind::Text, Kind::Mark(b';')) || written(import) != "import" {
            return None;
        }
        let kind = match written(kind) {
            "idl" => ImportKind::Idl,
            "protocol" => ImportKind::Protocol,
            "schema" => ImportKind::Schema,
            _ => return None,
        };
        let range = location.range.clone();
        let location = literal::unescaped(&text[range.start + 1..range.end - 1]).ok()?.into_owned();
        Some(Import { kind, location, range })
    });
    found.collect()
}

impl<'t> Parser<'t, '_> {
    fn word(&self) -> &Word {
        &self.words[self.at]
    }

    /// The word behind the next one.
    fn second(&self) -> &Word {
        &self.words[(self.at + 1).min(self.words.len() - 1)]
    }

    fn kind(&self) -> Kind {
        self.word().kind
    }

    fn range(&self) -> Range<usize> {
        self.word().range.clone()
    }

    fn written(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    /// Where the last word that was taken ends.
    fn behind(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |at| self.words[at].range.end)
    }

    fn take(&mut self) -> Range<usize> {
        let range = self.range();
        self.at = (self.at + 1).min(self.words.len() - 1);
        range
    }

    /// The next word, if it is a plain identifier: it may be a keyword.
    fn keyword(&self) -> Option<&'t str> {
        (self.kind() == Kind::Plain).then(|| &self.text[self.word().range.clone()])
    }

    fn takes_keyword(&mut self, keyword: &str) -> bool {
        let is = self.keyword() == Some(keyword);
        if is {
            self.take();
        }
        is
    }

    fn takes(&mut self, mark: u8) -> bool {
        let is = self.kind() == Kind::Mark(mark);
        if is {
            self.take();
        }
        is
    }

    fn syntax(&mut self, range: Range<usize>, message: impl Into<String>, help: Option<String>) -> Stop {
        self.errors.add("idl-syntax", range, String::new, message, help);
        Stop
    }

    /// The next word is not what was expected.
    fn unexpected(&mut self, expected: &str, help: Option<String>) -> Stop {
        let range = self.range();
        let found = match self.kind() {
            Kind::End => "the text ends here".to_owned(),
            _ => format!("found {}", quote(self.written(&range))),
        };
        self.syntax(range, format!("{found}, expected {expected}"), help)
    }

    fn expect(&mut self, mark: u8, what: &str) -> Read<Range<usize>> {
        if self.kind() == Kind::Mark(mark) { Ok(self.take()) } else { Err(self.unexpected(what, None)) }
    }

    /// A semicolon. Where only it is missing, at the end of a line or a block, it is as good as there.
    fn semicolon(&mut self, what: &str) -> Read<()> {
        if self.takes(b';') {
            return Ok(());
        }
        let between = &self.text[self.behind()..self.range().start];
        let ends = between.contains('\n') || matches!(self.kind(), Kind::End | Kind::Mark(b'}'));
        if ends {
            let behind = self.behind();
            self.syntax(behind..behind, format!("expected {what}"), None);
            return Ok(());
        }
        Err(self.unexpected(what, None))
    }

    /// A name, and its place.
    fn name(&mut self, what: &str) -> Read<(Cow<'t, str>, Range<usize>)> {
        match self.kind() {
            Kind::Plain | Kind::Name => {
                let range = self.take();
                Ok((words::name(&self.text[range.clone()]), range))
            }
            _ => Err(self.unexpected(what, None)),
        }
    }

    /// The text of the literal at `range`, quotes included.
    fn text_of(&mut self, range: &Range<usize>) -> Read<Cow<'t, str>> {
        let start = range.start + 1;
        literal::unescaped(&self.text[start..range.end - 1])
            .map_err(|(at, message)| self.syntax(start + at..start + at + 1, message, None))
    }

    /// The documentation in front of the next word, as a member.
    fn documentation(&mut self) -> Option<Member<'t>> {
        let place = self.word().doc.clone()?;
        let value = self.tree.string(super::comment::text(&self.text[place.clone()]), place.clone());
        Some(Member { key: Cow::Borrowed("doc"), place, value })
    }

    fn member(key: &'static str, place: Range<usize>, value: Part) -> Member<'t> {
        Member { key: Cow::Borrowed(key), place, value }
    }

    /// A help where the next word is nearly one of `expected`.
    fn near(&self, expected: &[&'static str]) -> Option<String> {
        let near = names::nearest(self.keyword()?, expected.iter().copied())?;
        Some(format!("did you mean {}?", quote(near)))
    }

    /// Passes over what cannot be read of what began at the word `from`: to behind its `;`, or its block where `block` says
    /// that it may end with one, or to the `}` that closes what is around it.
    fn recover(&mut self, from: usize, block: bool) {
        let mut depth = 0_usize;
        for word in &self.words[from..self.at] {
            match word.kind {
                Kind::Mark(b'{') => depth += 1,
                Kind::Mark(b'}') => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        loop {
            match self.kind() {
                Kind::End => return,
                Kind::Mark(b'{') => depth += 1,
                Kind::Mark(b'}') if depth == 0 => return,
                Kind::Mark(b'}') => {
                    depth -= 1;
                    if depth == 0 && block {
                        self.take();
                        self.takes(b';');
                        return;
                    }
                }
                Kind::Mark(b';') if depth == 0 => {
                    self.take();
                    return;
                }
                _ => {}
            }
            self.take();
        }
    }
}
