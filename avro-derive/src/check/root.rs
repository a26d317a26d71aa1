//! Roots: the types whose histories are kept.

use avro_model::Level;

use crate::ast::Container;
use crate::error::Ctxt;

/// `#[avro(evolution = "sideways")] struct S;`
pub(super) fn check(cx: &Ctxt, container: &Container) {
    let levels = || {
        let levels: Vec<String> =
            Level::ALL.iter().map(|level| format!("\"{}\"", level.name().to_ascii_lowercase())).collect();
        levels.join(", ")
    };
    let Some(evolution) = &container.evolution else { return };
    match (&evolution.level, &container.package.evolution) {
        (Some(text), _) if Level::parse(&text.value()).is_none() => {
            cx.error(text.span(), format_args!("`{}` is no compatibility level: one of {}", text.value(), levels()));
        }
        (None, None) => cx.error(
            evolution.span,
            "which level? write `evolution = \"full_transitive\"` here, or once for all types in Cargo.toml: \
             `[package.metadata.avro] evolution = \"full_transitive\"`",
        ),
        (None, Some(text)) if Level::parse(text).is_none() => cx.error(
            evolution.span,
            format_args!(
                "Cargo.toml: `{text}` in `[package.metadata.avro]` is no compatibility level: one of {}",
                levels()
            ),
        ),
        _ => {}
    }
}
