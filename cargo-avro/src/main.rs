//! The `cargo avro` command.
//!
//! Exit codes: 0 clean or done, 100 findings, 101 could not do it.

mod accept;
mod census;
mod check;
mod chosen;
mod dump;
mod exit;
mod explain;
mod harness;
mod names;
mod packages;
mod programs;
mod release;
mod report;
mod review;
mod schema_files;
mod snapshot;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::exit::Exit;

/// Avro schemas of the packages in this folder.
#[derive(Debug, Parser)]
#[command(name = "cargo avro", bin_name = "cargo avro", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compare every type with its recorded versions, or with those of a git revision or a folder.
    ///
    /// Works while the gate refuses the crate. Exit code 0: clean; 100: findings; 101: could not check.
    Check(check::Arguments),
    /// Record the types as they are now; a break of a type's promise with the reason why it is meant.
    ///
    /// The break is written into the type's history.json as an entry of its own, and any other break fails as before.
    Accept(accept::Arguments),
    /// Mark the recorded versions of a package's schemas as released: somebody may hold data of them from now on.
    ///
    /// The gates compare a type with its released versions only, and a released version is never written again: the next
    /// change of the type is recorded as a new version.
    Release(release::Arguments),
    /// Print the schemas of all linked types.
    Dump(dump::Arguments),
    /// Explain a rule, or list them all.
    Explain(explain::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(own_arguments(std::env::args_os()));
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Accept(arguments) => accept::run(&arguments),
        Command::Release(arguments) => release::run(&arguments).map(|()| Exit::Clean),
        Command::Dump(arguments) => dump::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
    };
    match outcome {
        Ok(Exit::Clean) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(100),
        Ok(Exit::CouldNotCheck) => ExitCode::from(101),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(101)
        }
    }
}

/// `cargo avro release` runs `cargo-avro avro release`.
fn own_arguments(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments.enumerate().filter(|(i, argument)| !(*i == 1 && argument == "avro")).map(|(_, argument)| argument)
}
