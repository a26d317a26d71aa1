//! The peers, each by its fastest documented way.

pub mod apache;
pub mod fast;
pub mod protobuf;
