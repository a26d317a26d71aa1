//! Where in a schema a mistake is: `OrderPlaced.lines[].qty`.

use crate::diagnostic::quote;

/// A step of a path.
pub(super) enum Step<'j> {
    Type(&'j str),
    Field(&'j str),
    Items,
    Values,
}

/// Paths as a tree: each step and the one before it.
#[derive(Default)]
pub(super) struct Paths<'j>(Vec<(u32, Step<'j>)>);

/// No step: the path of the root.
pub(super) const NO_PATH: u32 = u32::MAX;

impl<'j> Paths<'j> {
    /// Makes room for that many steps.
    pub(super) fn reserve(&mut self, steps: usize) {
        self.0.reserve(steps);
    }

    /// The path `step` behind `parent`.
    pub(super) fn push(&mut self, parent: u32, step: Step<'j>) -> u32 {
        self.0.push((parent, step));
        self.0.len() as u32 - 1
    }

    /// `OrderPlaced.lines[].qty`; its middle is left out where it is very long.
    pub(super) fn text(&self, path: u32) -> String {
        const LONGEST: usize = 24;
        let mut steps = Vec::new();
        let mut at = path;
        while let Some((parent, step)) = self.0.get(at as usize) {
            steps.push(step);
            at = *parent;
        }
        let (mut out, left_out) = (String::new(), steps.len().saturating_sub(LONGEST));
        for (i, step) in steps.iter().rev().enumerate() {
            if left_out > 0 && (LONGEST / 2..LONGEST / 2 + left_out).contains(&i) {
                if i == LONGEST / 2 {
                    out.push_str("...");
                }
                continue;
            }
            match step {
                Step::Type(name) => out.push_str(quote(name).trim_matches('`')),
                Step::Field(name) => {
                    out.push('.');
                    out.push_str(quote(name).trim_matches('`'));
                }
                Step::Items => out.push_str("[]"),
                Step::Values => out.push_str("{}"),
            }
        }
        out
    }
}
