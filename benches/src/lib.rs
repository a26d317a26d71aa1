//! Encode and decode of the shapes in [`shapes`], by this workspace, by its peers and by a hand-written limit, measured in
//! one process. `README.md` of this package says how to run it and what it gave.

pub mod limit;
pub mod measure;
pub mod peers;
pub mod random;
pub mod shapes;
