//! Where a history folder is, for this macro and for the files that the compiler is to track.

use std::path::{Component, Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;

/// A history folder.
pub(super) struct Place {
    /// The folder as this process finds it.
    pub(super) path: PathBuf,
    /// What messages leave out of paths.
    pub(super) base: PathBuf,
    /// The folder as messages and the census name it: relative to the package, or as written where it is outside.
    pub(super) shown: String,
    /// The folder relative to the package, `..` included.
    relative: String,
}

impl Place {
    /// `folder` within the package.
    pub(super) fn in_package(package: &Path, folder: &str) -> Self {
        Place {
            path: package.join(folder),
            base: package.to_owned(),
            shown: folder.to_owned(),
            relative: folder.to_owned(),
        }
    }

    /// The folder that a user wrote: relative to the package, or behind `./` or `../` to the source file.
    pub(super) fn stated(package: &Path, literal: &LitStr) -> syn::Result<Self> {
        let text = literal.value();
        let text = text.trim_end_matches('/');
        if !text.starts_with("./") && !text.starts_with("../") {
            if text.is_empty() || Path::new(text).is_absolute() {
                return Err(syn::Error::new(
                    literal.span(),
                    "the folder is relative to the package, or to this file behind `./`",
                ));
            }
            return Ok(Place::in_package(package, text));
        }
        let source = proc_macro::is_available().then(|| literal.span().unwrap().local_file()).flatten();
        let Some(source) = source else {
            return Err(syn::Error::new(
                literal.span(),
                "the source file is not known here: write the folder relative to the package",
            ));
        };
        let source = std::path::absolute(source).map_err(|error| syn::Error::new(literal.span(), error))?;
        let path = normal(&source.parent().unwrap_or(package).join(text));
        let package = normal(&std::path::absolute(package).map_err(|error| syn::Error::new(literal.span(), error))?);
        let relative = relative(&package, &path);
        let inside = !relative.starts_with("..");
        let base = if inside { package } else { path.parent().unwrap_or(&path).to_owned() };
        let shown = if inside { relative.clone() } else { text.to_owned() };
        Ok(Place { path, base, shown, relative })
    }

    /// Whether there is such a folder.
    pub(super) fn exists(&self) -> bool {
        self.path.is_dir()
    }

    /// Makes the compiler expand again when `file` in the folder changes.
    pub(super) fn tracked(&self, file: &str) -> TokenStream {
        let path = format!("/{}/{file}", self.relative);
        quote! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path));
        }
    }
}

/// Whether cargo unpacked the package: from a registry, a git repository or a vendor folder. Such a package was checked
/// where it was made.
pub(super) fn is_unpacked(package: &Path) -> bool {
    [".cargo-ok", ".cargo-checksum.json"].iter().any(|file| package.join(file).exists())
}

/// `path` without `.` and `..` parts, as far as it has parts.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// `path` seen from `base`, with `/` between its parts.
pub(super) fn relative(base: &Path, path: &Path) -> String {
    let mut base: Vec<_> = base.components().collect();
    let mut parts: Vec<_> = path.components().collect();
    let common = base.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    base.drain(..common);
    parts.drain(..common);
    let up = base.iter().map(|_| "..".to_owned());
    up.chain(parts.iter().map(|part| part.as_os_str().to_string_lossy().into_owned())).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_package() {
        let base = Path::new("/w/package");
        assert_eq!(relative(base, &normal(Path::new("/w/package/src/./orders/../history"))), "src/history");
        assert_eq!(relative(base, &normal(Path::new("/w/other/history"))), "../other/history");
    }
}
