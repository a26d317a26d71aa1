//! Producing and consuming at the same time.

use std::pin::pin;
use std::time::{Duration, Instant};

use avro_runtime::kafka::{BorrowedMessage, Consumer, Decoded, Message, Producer, Record, Topic, Utf8Key};
use futures_util::stream::{FuturesUnordered, StreamExt};
use indicatif::{ProgressBar, ProgressStyle};
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use crate::Failure;
use crate::arguments::Arguments;
use crate::events::{StockPriceChange, v1};
use crate::generate::Generator;
use crate::services::{CLICKS, STOCK, Services};
use crate::summary::Summary;

/// How long the broker may take to confirm a record.
const SEND_TIMEOUT: Duration = Duration::from_secs(30);
/// How long the consumer waits for what the broker has confirmed.
const READ_TIMEOUT: Duration = Duration::from_secs(30);
/// Records that are under way at the same time.
const IN_FLIGHT: usize = 1_000;

/// Produces the events while a consumer reads and prints them, until all have been read or `stopped` says so; then too,
/// everything that was confirmed is read.
pub(crate) async fn run(
    services: &Services,
    arguments: &Arguments,
    stopped: watch::Receiver<bool>,
    summary: &mut Summary,
) -> Result<(), Failure> {
    let clicks = services.clicks_v1().await?;
    let stock = services.stock().await?;
    let producer = Producer::connect(&services.producer_config())?;
    let consumer = Consumer::connect(&services.consumer_config("printer"), &[CLICKS, STOCK])?;
    let bar = progress_bar(arguments.count);

    let start = Instant::now();
    // The number of confirmed records, once it is final.
    let (total, total_known) = watch::channel(None);
    let producing = async {
        let sent = produce(&producer, &clicks, &stock, arguments, stopped).await?;
        total.send_replace(Some(sent.messages));
        Ok(sent)
    };
    let consuming = consume(&consumer, &clicks, &stock, total_known, &bar);
    // Where one of them fails the other has nothing to wait for.
    let outcome = tokio::try_join!(producing, consuming);
    bar.finish_and_clear();
    let (sent, read) = outcome?;
    summary.streamed(sent, read, start.elapsed());
    Ok(())
}

/// What went one way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Count {
    pub(crate) messages: u64,
    pub(crate) bytes: u64,
}

impl Count {
    pub(crate) fn add(&mut self, bytes: usize) {
        self.messages += 1;
        self.bytes += bytes as u64;
    }
}

async fn produce(
    producer: &Producer,
    clicks: &Topic<Utf8Key, v1::ClickEvent>,
    stock: &Topic<Utf8Key, StockPriceChange>,
    arguments: &Arguments,
    mut stopped: watch::Receiver<bool>,
) -> Result<Count, Failure> {
    let mut generator = Generator::new(arguments.seed);
    let mut next = |number: u64| -> Result<Record, Failure> {
        Ok(if number.is_multiple_of(2) {
            let click = generator.click();
            clicks.record(&Utf8Key(click.email.clone()), &click)?
        } else {
            let change = generator.stock();
            stock.record(&Utf8Key(change.ticker.clone()), &change)?
        })
    };
    let mut ticks = (arguments.rate > 0.0).then(|| {
        let mut ticks = interval(Duration::from_secs_f64((1.0 / arguments.rate).min(3_600.0)));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        ticks
    });
    let mut count = Count::default();
    let mut under_way = FuturesUnordered::new();
    for number in 0..arguments.count {
        if let Some(ticks) = &mut ticks {
            tokio::select! {
                _ = ticks.tick() => {}
                _ = stopped.wait_for(|stopped| *stopped) => {}
            }
        }
        if *stopped.borrow() {
            break;
        }
        let record = next(number)?;
        let size = record.size();
        under_way.push(async move { producer.send(record, SEND_TIMEOUT).await.map(|_| size) });
        while under_way.len() >= IN_FLIGHT {
            if let Some(confirmed) = under_way.next().await {
                count.add(confirmed?);
            }
        }
        // A future that was never polled has not sent anything yet.
        while let Some(Some(confirmed)) = futures_util::FutureExt::now_or_never(under_way.next()) {
            count.add(confirmed?);
        }
    }
    while let Some(confirmed) = under_way.next().await {
        count.add(confirmed?);
    }
    producer.flush(SEND_TIMEOUT).await?;
    Ok(count)
}

async fn consume(
    consumer: &Consumer,
    clicks: &Topic<Utf8Key, v1::ClickEvent>,
    stock: &Topic<Utf8Key, StockPriceChange>,
    mut total: watch::Receiver<Option<u64>>,
    bar: &ProgressBar,
) -> Result<Count, Failure> {
    let mut count = Count::default();
    let mut messages = pin!(consumer.stream());
    loop {
        let wanted = *total.borrow();
        if wanted.is_some_and(|wanted| count.messages >= wanted) {
            break;
        }
        let message = tokio::select! {
            message = messages.next() => message,
            _ = total.changed(), if wanted.is_none() => continue,
            () = tokio::time::sleep(READ_TIMEOUT), if wanted.is_some() => {
                return Err(format!("read {} messages, then nothing for {READ_TIMEOUT:?}", count.messages).into());
            }
        };
        let Some(message) = message else { break };
        let message = message?;
        let line = describe(&message, clicks, stock).await?;
        bar.suspend(|| println!("{line}"));
        bar.inc(1);
        count.add(message.payload_len() + message.key_len());
        consumer.store(&message)?;
    }
    consumer.commit(READ_TIMEOUT).await?;
    Ok(count)
}

/// One message, in words.
async fn describe(
    message: &BorrowedMessage<'_>,
    clicks: &Topic<Utf8Key, v1::ClickEvent>,
    stock: &Topic<Utf8Key, StockPriceChange>,
) -> Result<String, Failure> {
    Ok(match message.topic() {
        CLICKS => line("click", clicks.decode(message).await?),
        STOCK => line("stock", stock.decode(message).await?),
        other => format!("a message of topic {other}, which nobody asked for"),
    })
}

/// A decoded message, in words.
pub(crate) fn line<V: std::fmt::Display>(kind: &str, decoded: Decoded<Utf8Key, V>) -> String {
    match decoded {
        Decoded::Value { value, .. } => format!("{kind}  {value}"),
        Decoded::Tombstone { key } => format!("{kind}  {key} is gone"),
        Decoded::Poison(poison) => format!("{kind}  cannot be read: {poison}"),
    }
}

/// A bar on standard error, if that is a terminal.
fn progress_bar(count: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} read, {per_sec}, {eta} left");
    let bar = ProgressBar::new(count);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
