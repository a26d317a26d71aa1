//! Roots: the types whose histories are kept.

use avro_model::Level;

use crate::ast::Container;
use crate::error::Ctxt;

/// `#[avro(evolution = "sideways", gate = "tset")] struct S;`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    if let Some(gate) = container.gate.as_ref().filter(|gate| !matches!(gate.value().as_str(), "build" | "test")) {
        cx.error(
            gate.span(),
            format_args!(
                "`{}` is no gatekeeper: `gate = \"build\"` says that the build script compares, `gate = \"test\"` that only \
                 tests do; without it the compiler does",
                gate.value()
            ),
        );
    }
    let Some(text) = container.evolution.as_ref().and_then(|evolution| evolution.level.as_ref()) else { return };
    if Level::parse(&text.value()).is_none() {
        let levels: Vec<String> =
            Level::ALL.iter().map(|level| format!("\"{}\"", level.name().to_ascii_lowercase())).collect();
        cx.error(
            text.span(),
            format_args!("`{}` is no compatibility level: one of {}", text.value(), levels.join(", ")),
        );
    }
}
