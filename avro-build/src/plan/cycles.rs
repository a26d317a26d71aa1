//! How records hold each other: which references are boxed, so that no type contains itself, and how deep they nest.

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

/// For each record whether it holds itself, by way of others or not.
pub(super) fn cyclic(edges: &[Vec<usize>]) -> Vec<bool> {
    const NEW: usize = usize::MAX;
    let (mut order, mut lowest) = (vec![NEW; edges.len()], vec![0; edges.len()]);
    let (mut on_stack, mut cyclic) = (vec![false; edges.len()], vec![false; edges.len()]);
    let (mut stack, mut way, mut count) = (Vec::new(), Vec::new(), 0);
    for start in 0..edges.len() {
        if order[start] == NEW {
            way.push((start, 0));
        }
        while let Some((record, next)) = way.last_mut() {
            let (from, position) = (*record, *next);
            *next += 1;
            if position == 0 {
                (order[from], lowest[from], on_stack[from]) = (count, count, true);
                stack.push(from);
                count += 1;
            }
            if let Some(&to) = edges[from].get(position) {
                cyclic[from] |= to == from;
                if order[to] == NEW {
                    way.push((to, 0));
                } else if on_stack[to] {
                    lowest[from] = lowest[from].min(order[to]);
                }
                continue;
            }
            way.pop();
            if let Some((around, _)) = way.last() {
                lowest[*around] = lowest[*around].min(lowest[from]);
            }
            // what was met first among records that all lead to each other
            if lowest[from] == order[from] {
                let alone = stack.last() == Some(&from);
                while let Some(record) = stack.pop() {
                    on_stack[record] = false;
                    cyclic[record] |= !alone;
                    if record == from {
                        break;
                    }
                }
            }
        }
    }
    cyclic
}

/// For each record how deep it nests, where `edges` give the records that it holds and how deep each lies in it; 0 for what
/// leads to a cycle.
pub(super) fn depths(edges: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut left: Vec<usize> = edges.iter().map(Vec::len).collect();
    let mut holders = vec![Vec::new(); edges.len()];
    for (holder, held) in edges.iter().enumerate() {
        held.iter().for_each(|(record, within)| holders[*record].push((holder, *within)));
    }
    let mut depths = vec![1; edges.len()];
    let mut ready: Vec<usize> = (0..edges.len()).filter(|record| left[*record] == 0).collect();
    while let Some(record) = ready.pop() {
        for &(holder, within) in &holders[record] {
            depths[holder] = depths[holder].max(depths[record] + within);
            left[holder] -= 1;
            if left[holder] == 0 {
                ready.push(holder);
            }
        }
    }
    for (depth, left) in depths.iter_mut().zip(left) {
        if left > 0 {
            *depth = 0;
        }
    }
    depths
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

    #[test]
    fn only_what_leads_back_to_itself_is_cyclic() {
        assert_eq!(cyclic(&[vec![0], vec![0], vec![]]), [true, false, false]);
        // from one cycle to another by way of a record that is on neither
        assert_eq!(cyclic(&[vec![1], vec![0, 2], vec![3], vec![4], vec![3]]), [true, true, false, true, true]);
        assert_eq!(cyclic(&[vec![1, 2], vec![3], vec![3], vec![]]), [false; 4]);
    }

    #[test]
    fn a_record_nests_as_deep_as_the_deepest_way() {
        assert_eq!(depths(&[vec![(1, 1), (2, 5)], vec![(2, 1)], vec![]]), [6, 2, 1]);
        assert_eq!(depths(&[vec![(1, 1)], vec![(1, 1), (2, 1)], vec![]]), [0, 0, 1]);
    }
}
