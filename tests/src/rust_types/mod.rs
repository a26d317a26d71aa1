//! Rust types that derive `AvroSchema`, at random, over the whole mapping: structs, enums, generic types and their instances,
//! recursion, borrowed fields, attributes; and what makes values of each. They are the source text of a module; what is
//! compiled with it is [`SUPPORT`].
//!
//! What a type may not hold is never written: such types are refused by the compiler, which is what UI tests are for.

mod fields;
mod items;
mod leaves;
mod place;

use std::fmt::Write as _;

use crate::random::Choices;
use leaves::LEAVES;
use place::Place;

/// The module `support` of a crate with such types.
pub const SUPPORT: &str = include_str!("support.rs");

/// Types of one module, and what it is made of.
struct Generator<'c> {
    choices: Choices<'c>,
    /// Of the module.
    module: usize,
    /// Counts what must not have the name of another.
    next: usize,
    /// The types so far.
    text: String,
    /// The types whose values are checked.
    checked: Vec<String>,
    /// Types that others may hold.
    derived: Vec<Place>,
    /// Records whose fields may stand in another's place.
    flat: Vec<Place>,
    /// Newtypes over texts.
    keys: Vec<String>,
    /// Serde's attributes stand beside ours on the type in hand.
    serde: bool,
}

/// The text of the module `module`, made of that many types or a few more. The same `seed` gives the same text. `pub fn check`
/// prints a line about each type.
pub fn module(seed: u64, module: usize, types: usize) -> String {
    let numbers = numbers(seed.wrapping_mul(1_000_003).wrapping_add(module as u64));
    let mut generator = Generator {
        choices: Choices::new(&numbers),
        module,
        next: 0,
        text: String::new(),
        checked: Vec::new(),
        derived: Vec::new(),
        flat: Vec::new(),
        keys: Vec::new(),
        serde: false,
    };
    // Every kind of type turns up in some module, and what others are made of in each.
    let kinds = items::KINDS;
    let made = |generator: &mut Generator<'_>, at: usize| kinds[at % kinds.len()](generator);
    for at in 0..3 {
        made(&mut generator, at);
    }
    let first = 3 + module * types.saturating_sub(3);
    for at in first.. {
        if generator.checked.len() >= types {
            break;
        }
        made(&mut generator, at);
    }
    let mut text = String::from("#![allow(deprecated, non_snake_case)]\n\n");
    text.push_str(&generator.text);
    text.push_str("pub fn check() {\n");
    for ty in &generator.checked {
        let _ = writeln!(text, "    crate::support::check::<{ty}>(module_path!(), {ty:?});");
    }
    text.push_str("}\n");
    text
}

/// Numbers to choose by, xorshift64*.
fn numbers(seed: u64) -> Vec<u16> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let next = |_| {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 48) as u16
    };
    (0..20_000).map(next).collect()
}

impl<'c> Generator<'c> {
    /// A number that was not given before.
    fn number(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn leaf(&mut self) -> &'static leaves::Leaf {
        &LEAVES[self.choices.below(LEAVES.len())]
    }
}
