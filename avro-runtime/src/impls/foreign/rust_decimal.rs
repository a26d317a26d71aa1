//! rust_decimal: numbers of 96 bits with up to 28 digits behind the point.

use ::rust_decimal::Decimal;

use crate::error::EncodeError;
use crate::impls::adapt::{Number, Unscaled, too_fine, too_many_digits};

impl Number for Decimal {
    fn to_unscaled(&self, precision: u32, scale: u32) -> Result<Unscaled, EncodeError> {
        let (mut number, own) = (self.mantissa(), self.scale());
        if number == 0 {
            return Ok(Unscaled::from(0));
        }
        let more = scale.saturating_sub(own);
        if own > scale {
            // At most 28 digits.
            let drop = 10_i128.pow(own - scale);
            if number % drop != 0 {
                return Err(too_fine());
            }
            number /= drop;
        }
        if number.unsigned_abs().ilog10() + 1 > precision.saturating_sub(more) {
            return Err(too_many_digits());
        }
        match 10_i128.checked_pow(more).and_then(|factor| number.checked_mul(factor)) {
            Some(unscaled) => Ok(Unscaled::from(unscaled)),
            None => Ok(Unscaled::Large(large::times_power_of_ten(number, more))),
        }
    }

    fn from_unscaled(bytes: &[u8], scale: u32) -> Option<Self> {
        const MOST: u128 = (1 << 96) - 1;
        let (mut number, mut scale) = large::over_powers_of_ten(bytes, scale)?;
        // Zeros at the end are no digits: without them the number may fit.
        while (scale > Decimal::MAX_SCALE || number.unsigned_abs() > MOST) && scale > 0 && number % 10 == 0 {
            number /= 10;
            scale = if number == 0 { 0 } else { scale - 1 };
        }
        Decimal::try_from_i128_with_scale(number, scale).ok()
    }
}

/// Unscaled numbers of more than 128 bits, which a number with few digits in front of the point has where the scale is large.
mod large {
    /// `number * 10^power`, big-endian in two's complement.
    pub(super) fn times_power_of_ten(number: i128, power: u32) -> Vec<u8> {
        let mut digits = number.unsigned_abs().to_le_bytes().to_vec();
        for _ in 0..power {
            let mut carry = 0;
            for byte in &mut digits {
                let product = u16::from(*byte) * 10 + carry;
                (*byte, carry) = (product as u8, product >> 8);
            }
            if carry > 0 {
                digits.push(carry as u8);
            }
        }
        while digits.last() == Some(&0) {
            digits.pop();
        }
        // Room for the sign.
        digits.push(0);
        if number < 0 {
            negate(&mut digits);
        }
        let sign = if number < 0 { 0xff } else { 0 };
        while let [.., second, first] = digits[..]
            && first == sign
            && (second ^ sign) < 0x80
        {
            digits.pop();
        }
        digits.reverse();
        digits
    }

    /// The number in `bytes` as 128 bits, after it was divided by ten as often as that takes and leaves no remainder, and the
    /// scale less so many; `None` if there is no such number.
    pub(super) fn over_powers_of_ten(bytes: &[u8], mut scale: u32) -> Option<(i128, u32)> {
        let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
        let sign = if negative { 0xff } else { 0 };
        let mut bytes = bytes;
        while let [first, second, ..] = bytes
            && *first == sign
            && (second ^ sign) < 0x80
        {
            bytes = &bytes[1..];
        }
        if let Some(start) = 16_usize.checked_sub(bytes.len()) {
            let mut all = [sign; 16];
            all[start..].copy_from_slice(bytes);
            return Some((i128::from_be_bytes(all), scale));
        }
        // 29 digits in front of the point are the most, and a byte is more than two digits.
        if bytes.len() > (29 + scale as usize) / 2 + 1 {
            return None;
        }
        let mut digits: Vec<u8> = bytes.iter().rev().copied().collect();
        if negative {
            negate(&mut digits);
        }
        while digits.len() > 16 || digits.last().is_some_and(|byte| digits.len() == 16 && *byte >= 0x80) {
            let mut remainder = 0;
            for byte in digits.iter_mut().rev() {
                let part = remainder << 8 | u16::from(*byte);
                (*byte, remainder) = ((part / 10) as u8, part % 10);
            }
            if remainder != 0 || scale == 0 {
                return None;
            }
            scale -= 1;
            while digits.last() == Some(&0) {
                digits.pop();
            }
        }
        let mut all = [0; 16];
        all[..digits.len()].copy_from_slice(&digits);
        let number = i128::from_le_bytes(all);
        Some((if negative { -number } else { number }, scale))
    }

    /// Two's complement, little-endian.
    fn negate(digits: &mut [u8]) {
        let mut carry = true;
        for byte in digits {
            (*byte, carry) = (!*byte).overflowing_add(carry.into());
        }
    }
}
