//! prost: the same records as Protocol Buffers.

use std::collections::HashMap;

use prost::Message;

use crate::shapes::{self, Shape};

/// A shape that has a message.
pub trait Protobuf: Shape {
    /// The message.
    type Message: Message + Default;

    /// The same data.
    fn message(&self) -> Self::Message;
}

/// `shapes::Click`.
#[derive(Clone, PartialEq, Message)]
#[expect(missing_docs, reason = "the shape has them")]
pub struct Click {
    #[prost(string, tag = 1)]
    pub email: String,
    #[prost(string, tag = 2)]
    pub timestamp: String,
    #[prost(string, tag = 3)]
    pub uri: String,
    #[prost(sint32, tag = 4)]
    pub number: i32,
    #[prost(map = "string, message", tag = 5)]
    pub attributes: HashMap<String, Attribute>,
}

/// `shapes::Attribute`.
#[derive(Clone, PartialEq, Message)]
#[expect(missing_docs, reason = "the shape has them")]
pub struct Attribute {
    #[prost(string, tag = 1)]
    pub element: String,
    #[prost(string, tag = 2)]
    pub content: String,
}

impl Protobuf for shapes::Click {
    type Message = Click;

    fn message(&self) -> Click {
        let attribute = |a: &shapes::Attribute| Attribute { element: a.element.clone(), content: a.content.clone() };
        Click {
            email: self.email.clone(),
            timestamp: self.timestamp.clone(),
            uri: self.uri.clone(),
            number: self.number,
            attributes: self.attributes.iter().map(|(key, value)| (key.clone(), attribute(value))).collect(),
        }
    }
}

macro_rules! message {
    ($name:ident { $($kind:ident $tag:literal $field:ident : $ty:ty,)* }) => {
        #[doc = concat!("`shapes::", stringify!($name), "`.")]
        #[derive(Clone, PartialEq, Message)]
        #[expect(missing_docs, reason = "the shape has them")]
        pub struct $name {
            $(#[prost($kind, tag = $tag)] pub $field: $ty,)*
        }

        impl Protobuf for shapes::$name {
            type Message = $name;

            fn message(&self) -> $name {
                $name { $($field: self.$field.clone(),)* }
            }
        }
    };
    (optional $name:ident { $($kind:ident $tag:literal $field:ident : $ty:ty,)* }) => {
        #[doc = concat!("`shapes::", stringify!($name), "`.")]
        #[derive(Clone, PartialEq, Message)]
        #[expect(missing_docs, reason = "the shape has them")]
        pub struct $name {
            $(#[prost($kind, optional, tag = $tag)] pub $field: Option<$ty>,)*
        }

        impl Protobuf for shapes::$name {
            type Message = $name;

            fn message(&self) -> $name {
                $name { $($field: self.$field.clone(),)* }
            }
        }
    };
}

message!(Flat {
    sint64 1 long_a: i64, sint32 2 int_a: i32, double 3 double_a: f64, bool 4 boolean_a: bool,
    sint64 5 long_b: i64, sint32 6 int_b: i32, double 7 double_b: f64, bool 8 boolean_b: bool,
    sint64 9 long_c: i64, sint32 10 int_c: i32, double 11 double_c: f64, bool 12 boolean_c: bool,
    sint64 13 long_d: i64, sint32 14 int_d: i32, double 15 double_d: f64, bool 16 boolean_d: bool,
});

message!(optional Nullable {
    sint64 1 long_a: i64, sint32 2 int_a: i32, double 3 double_a: f64, bool 4 boolean_a: bool, string 5 string_a: String,
    sint64 6 long_b: i64, sint32 7 int_b: i32, double 8 double_b: f64, bool 9 boolean_b: bool, string 10 string_b: String,
    sint64 11 long_c: i64, sint32 12 int_c: i32, double 13 double_c: f64, bool 14 boolean_c: bool, string 15 string_c: String,
    sint64 16 long_d: i64, sint32 17 int_d: i32, double 18 double_d: f64, bool 19 boolean_d: bool, string 20 string_d: String,
});

/// `shapes::Order`.
#[derive(Clone, PartialEq, Message)]
#[expect(missing_docs, reason = "the shape has them")]
pub struct Order {
    #[prost(bytes = "vec", tag = 1)]
    pub id: Vec<u8>,
    #[prost(int64, tag = 2)]
    pub placed: i64,
    #[prost(int32, tag = 3)]
    pub status: i32,
    #[prost(message, repeated, tag = 4)]
    pub lines: Vec<Line>,
}

/// `shapes::Line`.
#[derive(Clone, PartialEq, Message)]
#[expect(missing_docs, reason = "the shape has them")]
pub struct Line {
    #[prost(string, tag = 1)]
    pub sku: String,
    #[prost(sint32, tag = 2)]
    pub qty: i32,
    #[prost(double, tag = 3)]
    pub price: f64,
    #[prost(string, repeated, tag = 4)]
    pub tags: Vec<String>,
}

impl Protobuf for shapes::Order {
    type Message = Order;

    fn message(&self) -> Order {
        let line = |l: &shapes::Line| Line { sku: l.sku.clone(), qty: l.qty, price: l.price, tags: l.tags.clone() };
        Order {
            id: self.id.to_vec(),
            placed: self.placed,
            status: self.status as i32,
            lines: self.lines.iter().map(line).collect(),
        }
    }
}
