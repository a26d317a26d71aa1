//! Each of 33 branches has 33 namesakes in the released version, and any of them may be meant: more pairs of types than the
//! compiler's gate has room for.

use avro_runtime::prelude::*;

macro_rules! crowd {
    ($($module:ident $namespace:tt $variant:ident,)*) => {
        $(mod $module {
            #[derive(avro_runtime::AvroSchema)]
            #[avro(namespace = $namespace)]
            pub struct Cell {
                pub id: i64,
            }
        })*

        #[derive(AvroSchema)]
        #[avro(namespace = "com.acme", evolution = "backward", history = "./crowd")]
        pub enum Crowd {
            $($variant($module::Cell),)*
        }
    };
}

crowd! {
    a "new.a" A, b "new.b" B, c "new.c" C, d "new.d" D, e "new.e" E, f "new.f" F, g "new.g" G,
    h "new.h" H, i "new.i" I, j "new.j" J, k "new.k" K, l "new.l" L, m "new.m" M, n "new.n" N,
    o "new.o" O, p "new.p" P, q "new.q" Q, r "new.r" R, s "new.s" S, t "new.t" T, u "new.u" U,
    v "new.v" V, w "new.w" W, x "new.x" X, y "new.y" Y, z "new.z" Z, aa "new.aa" Aa, ab "new.ab" Ab,
    ac "new.ac" Ac, ad "new.ad" Ad, ae "new.ae" Ae, af "new.af" Af, ag "new.ag" Ag,
}

fn main() {}
