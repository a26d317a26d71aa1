//! Nothing of the services outlives whoever started them.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use avro_live_tests::{Installed, SchemaRegistry};

/// Set for the copy of this program that starts a service and waits to be killed.
const VICTIM: &str = "AVRO_LIVE_VICTIM";

#[test]
fn services_end_with_a_process_that_is_killed() {
    if std::env::var_os(VICTIM).is_some() {
        let installed = Installed::find("the victim").expect("named by who started this");
        let registry = SchemaRegistry::start(&installed);
        println!("\npid {}", registry.pid().expect("it runs"));
        std::thread::sleep(Duration::from_secs(120));
        return;
    }
    if Installed::find("services_end_with_a_process_that_is_killed").is_none() {
        return;
    }
    for signal in ["-INT", "-KILL"] {
        let mut victim = Command::new(std::env::current_exe().expect("this program"))
            .args(["--nocapture", "services_end_with_a_process_that_is_killed"])
            .env(VICTIM, "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        let out = BufReader::new(victim.stdout.take().expect("invariant: its output is piped"));
        let pid = out.lines().map_while(Result::ok).find_map(|line| line.strip_prefix("pid ").map(str::to_owned));
        let pid = pid.expect("the victim says what it started");
        assert!(lives(&pid));
        let killed = Command::new("kill").args([signal, &victim.id().to_string()]).status().expect("kill runs");
        assert!(killed.success());
        victim.wait().expect("it ends");
        let start = Instant::now();
        while lives(&pid) {
            assert!(start.elapsed() < Duration::from_secs(10), "the service {pid} outlives {signal}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn services_end_when_they_are_dropped() {
    let Some(installed) = Installed::find("services_end_when_they_are_dropped") else { return };
    let registry = SchemaRegistry::start(&installed);
    let pid = registry.pid().expect("it runs").to_owned();
    assert!(lives(&pid));
    drop(registry);
    assert!(!lives(&pid));
}

fn lives(pid: &str) -> bool {
    Command::new("kill").args(["-0", pid]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
