//! Generated code of many schemas, each in a module of its own, compiled without warnings in a few throw-away crates and run.

use std::collections::BTreeMap;

use avro_build::Config;
use avro_tests::{Scratch, dependency};

/// A module of generated code.
#[derive(Clone, Debug)]
pub(crate) struct Module {
    /// What messages call it.
    pub(crate) id: String,
    /// Its code.
    pub(crate) text: String,
}

/// What became of each module: the first error in it, or what its crate printed about it.
pub(crate) type Outcomes = BTreeMap<String, Result<Vec<String>, String>>;

/// The code for `sources`, which are pairs of file name and text.
pub(crate) fn generate(sources: &[(String, String)]) -> Result<String, String> {
    let mut config = Config::new();
    for (file, text) in sources {
        config.source(file, text);
    }
    let generated = config.generate();
    if generated.errors.is_empty() { Ok(generated.text) } else { Err(generated.errors.join("; ")) }
}

/// What a crate has beside its modules.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Frame<'a> {
    /// The body of `fn main`.
    pub(crate) main: &'a str,
    /// What it does for each module, called `$module` here.
    pub(crate) each: &'a str,
    /// Features of the runtime.
    pub(crate) features: &'a [&'a str],
    /// Lines of the manifest: what it depends on beside the runtime.
    pub(crate) dependencies: &'a str,
    /// The module `support`. Such a crate is no library: its items need no documentation.
    pub(crate) support: Option<&'a str>,
}

/// Puts `modules` into `crates` crates of the workspace `scratch`, builds and runs each. The lines that the body `main` of their
/// `fn main` prints are `<module>\t<text>`; modules are called as [`name`] says.
#[allow(dead_code, reason = "not every test that has generated code has no more than that")]
pub(crate) fn run(scratch: &Scratch, modules: &[Module], crates: usize, main: &str) -> Outcomes {
    run_framed(scratch, modules, crates, &Frame { main, ..Frame::default() })
}

/// As [`run`], of crates that have more than the modules.
pub(crate) fn run_framed(scratch: &Scratch, modules: &[Module], crates: usize, frame: &Frame<'_>) -> Outcomes {
    let (members, mut outcomes) = compile(scratch, "build", modules, crates, frame);
    for member in &members {
        let ran = scratch.cargo(&["run", "--offline", "--quiet", "-p", member]).expect_success();
        for line in ran.stdout.lines() {
            let (module, text) = line.split_once('\t').unwrap_or_else(|| panic!("{member} prints {line}"));
            let id = index(module).and_then(|index| modules.get(index)).map(|module| &module.id);
            let id = id.unwrap_or_else(|| panic!("{member} prints {line}"));
            if let Some(Ok(lines)) = outcomes.get_mut(id) {
                lines.push(text.to_owned());
            }
        }
    }
    outcomes
}

/// Puts `modules` into `crates` crates of the workspace `scratch` and checks them.
#[allow(dead_code, reason = "not every test that has generated code checks it alone")]
pub(crate) fn check(scratch: &Scratch, modules: &[Module], crates: usize) -> Outcomes {
    compile(scratch, "check", modules, crates, &Frame::default()).1
}

/// Has the crates compiled by that command of cargo, without what is in error: their names, and which modules are.
fn compile(
    scratch: &Scratch,
    command: &str,
    modules: &[Module],
    crates: usize,
    frame: &Frame<'_>,
) -> (Vec<String>, Outcomes) {
    let mut outcomes: Outcomes = modules.iter().map(|module| (module.id.clone(), Ok(Vec::new()))).collect();
    let mut open: Vec<usize> = (0..modules.len()).collect();
    if open.is_empty() {
        return (Vec::new(), outcomes);
    }
    loop {
        let members = lay_out(scratch, modules, &open, crates, frame);
        let done = scratch.cargo(&[command, "--offline", "--keep-going", "--message-format", "short", "--quiet"]);
        if done.success {
            return (members, outcomes);
        }
        let before = open.len();
        for line in done.stderr.lines().filter(|line| line.contains(": error") || line.contains(": warning")) {
            let module = line.split("/src/").nth(1).and_then(|rest| rest.split(".rs:").next());
            let Some(at) = module.and_then(index).filter(|at| open.contains(at)) else { continue };
            open.retain(|open| *open != at);
            outcomes.insert(modules[at].id.clone(), Err(line.to_owned()));
        }
        assert!(open.len() < before, "the crates do not compile\n{}", done.stderr);
    }
}

/// The name of the module at `index`.
pub(crate) fn name(index: usize) -> String {
    format!("s{index:04}")
}

fn index(name: &str) -> Option<usize> {
    name.strip_prefix('s')?.parse().ok()
}

/// Writes the crates with the modules at `open`; gives their names. Large modules are spread first.
fn lay_out(scratch: &Scratch, modules: &[Module], open: &[usize], crates: usize, frame: &Frame<'_>) -> Vec<String> {
    let mut by_size = open.to_vec();
    by_size.sort_by_key(|&at| (std::cmp::Reverse(modules[at].text.len()), at));
    let mut shares = vec![(0, Vec::new()); crates];
    for at in by_size {
        let least = shares.iter_mut().min_by_key(|(size, _)| *size).expect("at least one crate");
        least.0 += modules[at].text.len();
        least.1.push(at);
    }
    shares.retain(|(_, share)| !share.is_empty());
    let members: Vec<String> = (0..shares.len()).map(|number| format!("batch{number}")).collect();
    let list: Vec<String> = members.iter().map(|member| format!("\"{member}\"")).collect();
    scratch.file("Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", list.join(", ")));
    let features: String = frame.features.iter().map(|feature| format!("\"{feature}\", ")).collect();
    let runtime = dependency("avro-runtime").replace(" }", &format!(", features = [{features}] }}"));
    for (member, (_, mut share)) in members.iter().zip(shares) {
        share.sort_unstable();
        let lints = "#![deny(warnings, unreachable_pub)]\n#![forbid(unsafe_code)]\n";
        let mut root = match frame.support {
            Some(support) => {
                scratch.file(&format!("{member}/src/support.rs"), support);
                format!("//! Types.\n{lints}\npub mod support;\n")
            }
            None => format!("//! Types of schemas.\n#![deny(missing_docs, missing_copy_implementations)]\n{lints}\n"),
        };
        let mut each = String::new();
        for at in share {
            root.push_str(&format!("/// `{}`\npub mod {};\n", modules[at].id, name(at)));
            each.push_str(&frame.each.replace("$module", &name(at)));
            scratch.file(&format!("{member}/src/{}.rs", name(at)), &modules[at].text);
        }
        root.push_str(&format!("\nfn main() {{\n{}{each}}}\n", frame.main));
        scratch.file(&format!("{member}/src/main.rs"), &root);
        scratch.file(
            &format!("{member}/Cargo.toml"),
            &format!(
                "[package]\nname = \"{member}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                 [dependencies]\navro-runtime = {runtime}\n{}",
                frame.dependencies
            ),
        );
    }
    members
}
