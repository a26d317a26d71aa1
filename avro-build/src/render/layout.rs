//! The text of the generated tokens.

use proc_macro2::TokenStream;

/// `tokens` as a formatted file, with an empty line between items.
pub(super) fn laid_out(tokens: TokenStream) -> String {
    let text = match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        // What an attribute of the user brought in may be no Rust; the compiler says where.
        Err(_) => tokens.to_string(),
    };
    let mut out = String::with_capacity(text.len() + 1024);
    let mut before = "";
    for line in text.lines() {
        let (last, next) = (before.trim_start(), line.trim_start());
        let ends = last.ends_with(['}', ';']) && !last.starts_with("///");
        let begins = ["///", "#[", "pub ", "::"].iter().any(|start| next.starts_with(start));
        if ends && begins {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        before = line;
    }
    out
}
