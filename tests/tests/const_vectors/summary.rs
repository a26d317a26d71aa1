/// A number that two results have in common when their verdicts, causes, places and order are equal.
const fn summary(findings: Findings<'_, '_>) -> u64 {
    let verdict = match findings.verdict {
        Verdict::Compatible => 1,
        Verdict::Incompatible => 2,
        Verdict::Unchecked => 3,
    };
    let mut sum = mix(mix(mix(0, verdict), findings.more as u64), findings.repeats as u64);
    let mut i = 0;
    while i < findings.len() {
        let cause = findings.cause(i);
        sum = mix(mix(mix(sum, cause.kind as u64), cause.index as u64), findings.len() as u64);
        let mut at = cause.trail;
        while at != NONE {
            let trail = findings.trail(at);
            let (step, reader, writer) = match trail.step {
                Step::Root => (1, 0, 0),
                Step::Field { reader, writer } => (2, reader, writer),
                Step::Items => (3, 0, 0),
                Step::Values => (4, 0, 0),
                Step::Branch { reader, writer } => (5, reader, writer),
            };
            sum = mix(mix(mix(sum, step), reader as u64), writer as u64);
            at = trail.parent;
        }
        i += 1;
    }
    sum
}

const fn mix(sum: u64, value: u64) -> u64 {
    (sum ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}
