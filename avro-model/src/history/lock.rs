//! One writer at a time: a lock file in the folder, which is there while a program writes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Writing takes milliseconds; a lock as old as this belongs to a program that was stopped.
const STALE: Duration = Duration::from_secs(10);
/// How long another writer is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(2);

/// The right to write into a folder, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Lock(PathBuf);

impl Lock {
    /// Waits until nobody else writes into `folder`, which is made if it is not there.
    pub(super) fn take(folder: &Path) -> io::Result<Lock> {
        fs::create_dir_all(folder)?;
        let path = file(folder);
        let begun = Instant::now();
        loop {
            match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(_) => return Ok(Lock(path)),
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                Err(_) if begun.elapsed() > PATIENCE => {
                    let message = format!("another program writes here: remove {} if none does", path.display());
                    return Err(io::Error::new(io::ErrorKind::TimedOut, message));
                }
                Err(_) => {}
            }
            if is_stale(&path) {
                // of several that see it only one can move it away
                let away = path.with_extension(format!("stale.{}", std::process::id()));
                if fs::rename(&path, &away).is_ok() {
                    let _ = fs::remove_file(&away);
                }
            }
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join(".history.lock")
}

fn is_stale(path: &Path) -> bool {
    let modified = fs::metadata(path).and_then(|data| data.modified());
    modified.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > STALE))
}

/// Waits while somebody writes into `folder`; false where nobody does.
pub(super) fn wait(folder: &Path) -> bool {
    let path = file(folder);
    if !path.exists() || is_stale(&path) {
        return false;
    }
    let begun = Instant::now();
    while path.exists() && begun.elapsed() < STALE {
        std::thread::sleep(PAUSE);
    }
    true
}
