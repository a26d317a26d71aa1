//! The `cargo avro` command.
//!
//! Exit codes: 0 done, 101 could not do it.

mod packages;
mod release;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Avro schemas of the packages in this folder.
#[derive(Debug, Parser)]
#[command(name = "cargo avro", bin_name = "cargo avro", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Mark the recorded versions of a package's schemas as released: somebody may hold data of them from now on.
    ///
    /// The gates compare a type with its released versions only, and a released version is never written again: the next
    /// change of the type is recorded as a new version.
    Release(release::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse_from(own_arguments(std::env::args_os()));
    let outcome = match arguments.command {
        Command::Release(arguments) => release::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
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
