//! Which references between records are boxed, so that no type contains itself.

use std::collections::HashSet;

/// For each record the records that it holds by value, in the order of its fields, as positions in the same list; gives the
/// references `(record, position in its list)` to box: those that lead back to a record on the way to them. Without them
/// there is no cycle, and a reference outside of cycles is never among them.
pub(super) fn boxed(edges: &[Vec<usize>]) -> HashSet<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut boxed = HashSet::new();
    let mut states = vec![State::New; edges.len()];
    for start in 0..edges.len() {
        if states[start] != State::New {
            continue;
        }
        states[start] = State::Open;
        let mut way = vec![(start, 0)];
        while let Some((record, next)) = way.last_mut() {
            let (from, position) = (*record, *next);
            *next += 1;
            match edges[from].get(position) {
                Some(&to) => match states[to] {
                    State::New => {
                        states[to] = State::Open;
                        way.push((to, 0));
                    }
                    State::Open => {
                        boxed.insert((from, position));
                    }
                    State::Done => {}
                },
                None => {
                    states[from] = State::Done;
                    way.pop();
                }
            }
        }
    }
    boxed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_closes_a_cycle_is_boxed() {
        // A list; a tree of two; a pair that hold each other; a diamond.
        assert_eq!(boxed(&[vec![0]]), HashSet::from([(0, 0)]));
        assert_eq!(boxed(&[vec![0, 0]]), HashSet::from([(0, 0), (0, 1)]));
        assert_eq!(boxed(&[vec![1], vec![2, 0], vec![]]), HashSet::from([(1, 1)]));
        assert_eq!(boxed(&[vec![1, 2], vec![3], vec![3], vec![]]), HashSet::new());
    }
}
