//! `decimal(precision = 18, scale = 2)`.

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Token};

use super::item::{Item, Value};
use crate::error::Ctxt;

/// Digits in all, and digits behind the point where they are stated.
#[derive(Clone, Copy)]
pub(crate) struct Decimal {
    pub(crate) precision: u32,
    pub(crate) scale: Option<u32>,
}

const EXAMPLE: &str = "write `decimal(precision = 18, scale = 2)`: digits in all, and digits behind the point";

impl Item {
    pub(super) fn decimal(&self, cx: &Ctxt) -> Option<Decimal> {
        let Value::List(list) = &self.value else {
            cx.error(self.span(), EXAMPLE);
            return None;
        };
        let parsed = match Punctuated::<Item, Token![,]>::parse_terminated.parse2(list.clone()) {
            Ok(parsed) => parsed,
            Err(error) => {
                cx.push(error);
                return None;
            }
        };
        let (mut precision, mut scale, mut sound) = (None, None, true);
        for item in &parsed {
            let number = match &item.value {
                Value::Eq(Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) => number.base10_parse::<u32>().ok(),
                _ => None,
            };
            let slot = match item.key.to_string().as_str() {
                "precision" => &mut precision,
                "scale" => &mut scale,
                _ => {
                    item.unknown(cx, "`decimal`", &["precision", "scale"]);
                    sound = false;
                    continue;
                }
            };
            match number {
                Some(number) if slot.is_none() => *slot = Some(number),
                Some(_) => {
                    cx.error(item.span(), format_args!("`{}` is given twice", item.key));
                    sound = false;
                }
                None => {
                    cx.error(item.span(), format_args!("`{}` is a number of digits: {EXAMPLE}", item.key));
                    sound = false;
                }
            }
        }
        let Some(precision) = precision else {
            if sound {
                cx.error(self.span(), EXAMPLE);
            }
            return None;
        };
        if precision == 0 || scale.is_some_and(|scale| scale > precision) {
            cx.error(
                self.span(),
                "a decimal has at least one digit, and no more digits behind the point than in all (Avro specification, \"Decimal\")",
            );
            return None;
        }
        sound.then_some(Decimal { precision, scale })
    }
}
