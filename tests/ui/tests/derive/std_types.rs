//! Std's types that are no values, have no names or are written in more than one way.

use std::cell::RefCell;
use std::collections::{BinaryHeap, LinkedList};
use std::net::SocketAddr;
use std::num::Wrapping;
use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use avro_runtime::AvroSchema;

type Ends = Range<i64>;

#[derive(AvroSchema)]
struct Page<T> {
    items: Vec<T>,
}

#[derive(AvroSchema)]
struct Order {
    lock: Mutex<i32>,
    shared: Arc<Mutex<String>>,
    cell: Option<RefCell<String>>,
    count: AtomicU64,
    range: Range<i32>,
    alias: Ends,
    result: Result<i32, String>,
    order: std::cmp::Ordering,
    list: LinkedList<i32>,
    heap: BinaryHeap<i32>,
    peer: SocketAddr,
    peers: Page<SocketAddr>,
    sum: Wrapping<i32>,
    raw: std::ffi::CString,
    // This has a form.
    #[avro(as = "string")]
    address: Vec<SocketAddr>,
}

fn main() {}
