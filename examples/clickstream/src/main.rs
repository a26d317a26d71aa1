//! Clicks and stock prices through typed, evolving Kafka topics.
//!
//! `cargo run -p clickstream` starts a broker and a schema registry inside the process, registers the schemas, produces
//! generated events while a consumer reads them, then lets each of two releases of the click event read what the other
//! one wrote, and ends with a summary.

mod arguments;
mod events;
mod evolution;
mod generate;
mod services;
mod stream;
mod summary;

use std::process::ExitCode;

use clap::Parser;
use tokio::sync::watch;

use arguments::Arguments;
use services::Services;
use summary::Summary;

/// What ends the program early.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("clickstream: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let services = Services::start(arguments).await?;
    println!("broker {}, registry {}", services.broker.bootstrap_servers(), services.registry.url());

    // Ctrl-C asks everybody to finish what is under way; a second one ends the process as usual.
    let (stop, stopped) = watch::channel(false);
    let on_interrupt = tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            eprintln!("stopping: what was sent is still confirmed and read (Ctrl-C again to give up)");
            stop.send_replace(true);
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(130);
            }
        }
    });

    let mut summary = Summary::default();
    stream::run(&services, arguments, stopped.clone(), &mut summary).await?;
    if !*stopped.borrow() {
        evolution::run(&services, arguments, &mut summary).await?;
    }
    on_interrupt.abort();
    summary.print(&services.registry).await?;
    Ok(())
}
