//! Interleaved samples in one process: every candidate runs over the whole pool, one after the other, again and again, so that
//! what disturbs the machine disturbs all of them. Only ratios within one run mean something.

use std::fmt;
use std::hint::black_box;
use std::time::Instant;

/// Something that is measured: one call goes over the whole pool.
pub struct Candidate<'a> {
    /// The column of the table.
    pub name: &'static str,
    /// Encodes every record.
    pub encode: Box<dyn FnMut() + 'a>,
    /// Decodes every record.
    pub decode: Box<dyn FnMut() + 'a>,
}

impl fmt::Debug for Candidate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate").field("name", &self.name).finish_non_exhaustive()
    }
}

impl<'a> Candidate<'a> {
    /// A candidate for a pool of records and their bytes (its own: one pool per candidate, so that no candidate finds the
    /// caches warm from another).
    pub fn new<T, D, E>(
        name: &'static str,
        records: &'a [T],
        bytes: &'a [Vec<u8>],
        encode: impl Fn(&T, &mut Vec<u8>) + 'a,
        decode: impl Fn(&'a [u8]) -> Result<D, E> + 'a,
    ) -> Candidate<'a> {
        let mut out = Vec::with_capacity(4096);
        Candidate {
            name,
            encode: Box::new(move || {
                for record in records {
                    out.clear();
                    encode(black_box(record), &mut out);
                    black_box(&out);
                }
            }),
            decode: Box::new(move || {
                for bytes in bytes {
                    match decode(black_box(bytes)) {
                        Ok(record) => drop(black_box(record)),
                        Err(_) => panic!("{name} does not read what it wrote"),
                    }
                }
            }),
        }
    }
}

/// A row of the table: one shape, one direction.
#[derive(Debug)]
pub struct Row {
    /// Shape and direction.
    pub name: String,
    /// Nanoseconds per record, the median, in the order of the candidates.
    pub nanoseconds: Vec<f64>,
    /// The ratio to the first candidate: the median of the samples' ratios.
    pub ratios: Vec<f64>,
}

/// Both directions of a shape.
pub fn measure(shape: &str, records: usize, samples: usize, candidates: &mut [Candidate<'_>]) -> [Row; 2] {
    let mut times = [vec![Vec::new(); candidates.len()], vec![Vec::new(); candidates.len()]];
    // The first round warms up.
    for round in 0..=samples {
        for (index, candidate) in candidates.iter_mut().enumerate() {
            for (direction, work) in [&mut candidate.encode, &mut candidate.decode].into_iter().enumerate() {
                let start = Instant::now();
                work();
                let nanoseconds = start.elapsed().as_nanos() as f64 / records as f64;
                if round > 0 {
                    times[direction][index].push(nanoseconds);
                }
            }
        }
    }
    let row = |name: &str, times: &[Vec<f64>]| Row {
        name: format!("{shape} {name}"),
        nanoseconds: times.iter().map(|samples| median(samples.clone())).collect(),
        ratios: times
            .iter()
            .map(|samples| median(samples.iter().zip(&times[0]).map(|(a, b)| a / b).collect()))
            .collect(),
    };
    [row("encode", &times[0]), row("decode", &times[1])]
}

/// The middle one.
pub fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

/// The nanoseconds of one call of each candidate in its best sample: whatever disturbs a sample makes it longer. Candidates take
/// turns; a sample is as many calls as fill two milliseconds.
pub fn interleaved<F: FnMut() + ?Sized>(samples: usize, candidates: &mut [&mut Box<F>]) -> Vec<f64> {
    const SAMPLE: f64 = 2e6;
    let calls: Vec<u32> = candidates
        .iter_mut()
        .map(|candidate| {
            // The first call warms up.
            candidate();
            let start = Instant::now();
            candidate();
            (SAMPLE / start.elapsed().as_nanos().max(1) as f64).clamp(1.0, 1e6) as u32
        })
        .collect();
    let mut best = vec![f64::INFINITY; candidates.len()];
    for _ in 0..samples {
        for ((candidate, &calls), best) in candidates.iter_mut().zip(&calls).zip(&mut best) {
            let start = Instant::now();
            for _ in 0..calls {
                candidate();
            }
            *best = best.min(start.elapsed().as_nanos() as f64 / f64::from(calls));
        }
    }
    best
}
