//! Which primitive types are read as which (Avro specification, "Schema Resolution").

use crate::schema::Kind;

/// The writer's number is promoted to a wider one.
pub(crate) const fn widens(reader: &Kind, writer: &Kind) -> bool {
    matches!(
        (reader, writer),
        (Kind::Long, Kind::Int)
            | (Kind::Float, Kind::Int | Kind::Long)
            | (Kind::Double, Kind::Int | Kind::Long | Kind::Float)
    )
}

/// The reader's number, or text, is another than the writer's.
pub(super) const fn promotes(reader: &Kind, writer: &Kind) -> bool {
    matches!((reader, writer), (Kind::Bytes, Kind::String) | (Kind::String, Kind::Bytes)) || widens(reader, writer)
}

/// One primitive type, or one that is promoted to the other.
pub(super) const fn reads(reader: &Kind, writer: &Kind) -> bool {
    matches!(
        (reader, writer),
        (Kind::Null, Kind::Null)
            | (Kind::Boolean, Kind::Boolean)
            | (Kind::Int, Kind::Int)
            | (Kind::Long, Kind::Long)
            | (Kind::Float, Kind::Float)
            | (Kind::Double, Kind::Double)
            | (Kind::Bytes, Kind::Bytes)
            | (Kind::String, Kind::String)
    ) || promotes(reader, writer)
}
