#!/usr/bin/env bash
# A break that is meant, from the refusal to the release. Works on a copy: nothing here changes.
# usage: examples/accept/run.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

# The package in a workspace of its own, with the crates of this one.
cp -R "$here" "$copy/accept"
cp "$root/Cargo.lock" "$copy"
awk '/^members = / { print "members = [\"accept\"]"; skip = 1 } !skip { print } /^]/ { skip = 0 }' "$root/Cargo.toml" |
    sed "s#path = \"#path = \"$root/#" >"$copy/Cargo.toml"
target=${CARGO_TARGET_DIR:-$root/target}
cargo build --quiet --manifest-path "$root/Cargo.toml" --package cargo-avro
# Installed, the command is `cargo avro`.
avro() { "$target/debug/cargo-avro" avro "$@"; }
export CARGO_TARGET_DIR=$target/accept
unset CI # with which nothing is recorded
cd "$copy/accept"

step() { printf '\n== %s\n' "$*"; }
# A command as one types it.
shown() {
    local word line=
    [ "$1" != avro ] || line=' cargo'
    for word in "$@"; do case $word in *' '*) line+=" \"$word\"" ;; *) line+=" $word" ;; esac; done
    printf '%s' "${line# }"
}
# Runs a command that must end with the given exit code.
ends() {
    local expected=$1 code=0
    shift
    printf '$ %s\n' "$(shown "$@")"
    "$@" || code=$?
    [ "$code" -eq "$expected" ] || { echo "ended with $code, not with $expected"; exit 1; }
}
change() { sed -i.before "s/$1/$2/" src/lib.rs && rm src/lib.rs.before; }

step "version 1 is released, and the crate lives with it"
ends 0 cargo check --quiet
ends 0 avro check

step "the weight becomes a text, which no reader of version 1 understands"
change 'weight: i32' 'weight: String'
ends 101 cargo check --quiet
ends 100 avro check

step "it is meant: accepted, with the reason beside the history"
ends 0 avro accept ParcelDelivered --reason 'the only reader was switched off'
ends 0 cargo check --quiet
ends 0 avro check

step "another break is refused as ever"
change 'parcel: String' 'parcel: i64'
ends 101 cargo check --quiet
change 'parcel: i64' 'parcel: String'

step "released, version 2 is what the next change is held against"
ends 0 avro release
ends 0 env AVRO_BLESS=1 cargo test --quiet
ends 0 cargo test --quiet
