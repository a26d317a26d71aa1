//! A broker and a registry as processes.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use avro_runtime::registry::blocking::Registry;

use crate::Installed;

/// How long a service may take until it answers.
const START: Duration = Duration::from_secs(90);

/// A folder that is gone when this is dropped.
#[derive(Debug)]
pub struct Temporary(PathBuf);

impl Temporary {
    /// A new folder.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn new(name: &str) -> Temporary {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("avro-live-{}-{name}-{number}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        Temporary(folder)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A service: a guarded process and its own id.
#[derive(Debug)]
struct Service {
    guard: Child,
    pid: String,
    log: PathBuf,
}

impl Service {
    fn start(command: &Command, log: PathBuf) -> Service {
        let mut guard = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/guard"));
        guard.arg(std::process::id().to_string()).arg(command.get_program()).args(command.get_args());
        for (key, value) in command.get_envs() {
            if let Some(value) = value {
                guard.env(key, value);
            }
        }
        let mut guard = guard
            .env("GUARD_LOG", &log)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("tests/live/guard runs");
        let mut pid = String::new();
        let out = guard.stdout.take().expect("invariant: the guard's output is piped");
        BufReader::new(out).read_line(&mut pid).expect("the guard says the process id");
        Service { guard, pid: pid.trim().to_owned(), log }
    }

    /// Waits until `ready` says so.
    fn wait(&mut self, what: &str, mut ready: impl FnMut() -> bool) {
        let start = Instant::now();
        while !ready() {
            let ended = self.guard.try_wait().expect("the guard can be waited for").is_some();
            if ended || start.elapsed() > START {
                let log = fs::read_to_string(&self.log).unwrap_or_default();
                let tail: Vec<_> = log.lines().rev().take(40).collect();
                panic!("{what} does not answer:\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn signal(&self, signal: &str) {
        let _ = Command::new("kill").args([signal, &self.pid]).stderr(Stdio::null()).status();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.signal("-9");
        // the guard ends when what it guards has ended
        let _ = self.guard.wait();
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a bound listener has an address").port()
}

fn answers(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// An Apache Kafka broker: one node, which is its own controller. Topics are never created by themselves.
#[derive(Debug)]
pub struct Kafka {
    installed: Installed,
    folder: Temporary,
    port: u16,
    service: Option<Service>,
}

impl Kafka {
    /// Starts a broker with an empty log.
    ///
    /// # Panics
    /// If it does not answer in time.
    pub fn start(installed: &Installed) -> Kafka {
        let folder = Temporary::new("kafka");
        let (port, controller) = (free_port(), free_port());
        let properties = format!(
            "process.roles=broker,controller\nnode.id=1\n\
             controller.quorum.voters=1@127.0.0.1:{controller}\n\
             listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}\n\
             advertised.listeners=PLAINTEXT://127.0.0.1:{port}\n\
             controller.listener.names=CONTROLLER\n\
             log.dirs={}\n\
             offsets.topic.replication.factor=1\n\
             transaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=1\n\
             share.coordinator.state.topic.replication.factor=1\nshare.coordinator.state.topic.min.isr=1\n\
             group.initial.rebalance.delay.ms=0\nauto.create.topics.enable=false\n",
            folder.path().join("data").display()
        );
        fs::write(folder.path().join("server.properties"), properties).expect("the properties can be written");
        let mut kafka = Kafka { installed: installed.clone(), folder, port, service: None };
        let id = kafka.tool(&["kafka.tools.StorageTool", "random-uuid"]);
        let id = id.lines().last().unwrap_or_default().to_owned();
        let properties = kafka.properties();
        kafka.tool(&["kafka.tools.StorageTool", "format", "-t", &id, "-c", &properties]);
        kafka.bring_up();
        kafka
    }

    fn properties(&self) -> String {
        self.folder.path().join("server.properties").display().to_string()
    }

    fn java(&self) -> Command {
        let mut java = Command::new("java");
        java.arg("-Xmx512m").arg("-cp").arg(format!("{}/*", self.installed.path("kafka-4.4.0/lib").display()));
        java
    }

    fn tool(&self, arguments: &[&str]) -> String {
        let output = self.java().args(arguments).output().expect("java runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Starts the broker again on the same port and log.
    ///
    /// # Panics
    /// If it does not answer in time.
    pub fn bring_up(&mut self) {
        let mut command = self.java();
        command.arg("kafka.Kafka").arg(self.properties());
        let mut service = Service::start(&command, self.folder.path().join("log"));
        let port = self.port;
        service.wait("the broker", || answers(port));
        self.service = Some(service);
    }

    /// Ends the broker as a crash does.
    pub fn kill(&mut self) {
        self.service = None;
    }

    /// Host and port.
    pub fn bootstrap_servers(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The id of the process.
    pub fn pid(&self) -> Option<&str> {
        self.service.as_ref().map(|service| service.pid.as_str())
    }
}

/// A schema registry in memory: Apicurio Registry 2.6, which has Confluent's API under a path. Its ids count from 1.
#[derive(Debug)]
pub struct SchemaRegistry {
    installed: Installed,
    folder: Temporary,
    port: u16,
    service: Option<Service>,
}

impl SchemaRegistry {
    /// Starts an empty registry.
    ///
    /// # Panics
    /// If it does not answer in time.
    pub fn start(installed: &Installed) -> SchemaRegistry {
        let folder = Temporary::new("registry");
        let mut registry = SchemaRegistry { installed: installed.clone(), folder, port: free_port(), service: None };
        registry.bring_up();
        registry
    }

    /// Starts the registry again on the same port; what it held is gone, as it was in memory.
    ///
    /// # Panics
    /// If it does not answer in time.
    pub fn bring_up(&mut self) {
        let installed = self.installed.path("apicurio-2.6.13.Final");
        let jar = find(&installed, "-runner.jar").expect("the registry's runner is installed");
        let mut command = Command::new("java");
        command.arg("-Xmx512m").arg("-jar").arg(jar);
        command.env("QUARKUS_HTTP_HOST", "127.0.0.1").env("QUARKUS_HTTP_PORT", self.port.to_string());
        let mut service = Service::start(&command, self.folder.path().join("log"));
        let (port, url) = (self.port, self.url());
        service.wait("the registry", || {
            answers(port) && Registry::connect(&url).is_ok_and(|registry| registry.subjects().is_ok())
        });
        self.service = Some(service);
    }

    /// Ends the registry as a crash does.
    pub fn kill(&mut self) {
        self.service = None;
    }

    /// The URL of Confluent's API.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/apis/ccompat/v7", self.port)
    }

    /// The id of the process.
    pub fn pid(&self) -> Option<&str> {
        self.service.as_ref().map(|service| service.pid.as_str())
    }
}

/// The first file below `folder` whose name ends in `suffix`.
fn find(folder: &Path, suffix: &str) -> Option<PathBuf> {
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.to_string_lossy().ends_with(suffix) {
                return Some(path);
            }
        }
    }
    None
}
