//! A schema's documentation as `///` lines that are text and nothing else: no doctest, no HTML, no link, whatever they hold.

use proc_macro2::TokenStream;
use quote::quote;

/// The documentation of an item.
pub(super) struct Doc {
    /// The `///` lines.
    pub(super) lines: Vec<String>,
    /// The exact text, where the lines do not give it.
    pub(super) exact: Option<String>,
}

impl Doc {
    /// Of the `doc` of a schema.
    pub(super) fn of(doc: Option<&str>) -> Doc {
        let Some(text) = doc else { return Doc { lines: Vec::new(), exact: None } };
        let lines = lines(text);
        let exact = (lines.is_empty() || lines.join("\n") != text).then(|| text.to_owned());
        Doc { lines, exact }
    }

    /// The `///` lines as attributes.
    pub(super) fn tokens(&self) -> TokenStream {
        of_lines(&self.lines)
    }
}

/// `lines` as attributes, which are printed as `///` comments.
pub(super) fn of_lines(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// The lines of `text` as Markdown that shows them: fences and indented blocks become fenced text, everything else that
/// Markdown or rustdoc would act on is escaped.
fn lines(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let source: Vec<String> = text.split('\n').map(clean).collect();
    let mut next = 0;
    while next < source.len() {
        let line = &source[next];
        let after_blank = next == 0 || source[next - 1].trim().is_empty();
        if let Some((mark, length)) = fence(line) {
            let end = (next + 1..source.len()).find(|&i| closes(&source[i], mark, length)).unwrap_or(source.len());
            block(&mut out, &source[next + 1..end]);
            next = end + 1;
        } else if after_blank && is_indented(line) {
            let mut end = (next..source.len())
                .find(|&i| !is_indented(&source[i]) && !source[i].trim().is_empty())
                .unwrap_or(source.len());
            while source[end - 1].trim().is_empty() {
                end -= 1;
            }
            block(&mut out, &source[next..end]);
            next = end;
        } else {
            out.push(escaped(line.trim()));
            next += 1;
        }
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    if out.iter().all(String::is_empty) { Vec::new() } else { out }
}

/// Without characters that a Rust comment cannot hold or that change how a line reads.
fn clean(line: &str) -> String {
    line.strip_suffix('\r')
        .unwrap_or(line)
        .chars()
        .map(|c| match c {
            c if c.is_control() => ' ',
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                '\u{fffd}'
            }
            c => c,
        })
        .collect::<String>()
        .trim_end()
        .to_owned()
}

fn is_indented(line: &str) -> bool {
    line.starts_with("    ") && !line.trim().is_empty()
}

/// The mark and length of a fence that opens here.
fn fence(line: &str) -> Option<(char, usize)> {
    let text = line.trim_start();
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.chars().take_while(|c| *c == mark).count();
    let info = &text[length..];
    (length >= 3 && line.len() - text.len() < 4 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}

fn closes(line: &str, mark: char, length: usize) -> bool {
    let text = line.trim();
    text.chars().count() >= length && text.chars().all(|c| c == mark)
}

/// A block of plain text, in a fence that nothing in it closes.
fn block(out: &mut Vec<String>, lines: &[String]) {
    let mut longest = 2;
    for line in lines {
        let mut run = 0;
        for c in line.chars() {
            run = if c == '`' { run + 1 } else { 0 };
            longest = longest.max(run);
        }
    }
    let fence = "`".repeat(longest + 1);
    out.push(format!("{fence}text"));
    out.extend(lines.iter().cloned());
    out.push(fence);
}

/// One line outside of blocks.
fn escaped(line: &str) -> String {
    // Two spaces could be a list's marker with code behind it.
    let line = line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line.as_str();
    while let Some(c) = rest.chars().next() {
        if c == '`' {
            let length = rest.chars().take_while(|c| *c == '`').count();
            let (run, behind) = rest.split_at(length);
            match closing(behind, length) {
                Some(end) if length < 3 => {
                    out.push_str(run);
                    out.push_str(&behind[..end + length]);
                    rest = &behind[end + length..];
                }
                _ => {
                    run.chars().for_each(|_| out.push_str("\\`"));
                    rest = behind;
                }
            }
            continue;
        }
        if let Some(length) = link(rest) {
            out.push('`');
            out.push_str(&rest[..length]);
            out.push('`');
            rest = &rest[length..];
            continue;
        }
        let next = rest[c.len_utf8()..].chars().next();
        let escape = match c {
            '<' | '>' | '[' | ']' => true,
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphabetic()),
            '~' => rest.starts_with("~~"),
            _ => false,
        };
        if escape {
            out.push('\\');
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Where in `text` a run of exactly `length` backticks begins.
fn closing(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        if run == length {
            return Some(start);
        }
        at = start + run;
    }
    None
}

/// The length of a bare link at the start of `text`, which rustdoc would complain about.
fn link(text: &str) -> Option<usize> {
    let scheme = ["https://", "http://", "HTTPS://", "HTTP://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '`' | '<' | '>' | '"')).unwrap_or(text.len());
    let link = text[..end].trim_end_matches(['.', ',', ';', ':', ')', ']', '!', '?', '\'']);
    (link.len() > scheme.len()).then_some(link.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docs_are_text() {
        for (doc, shown) in [
            ("An order.", "An order."),
            ("An order.\n\nTwo `lines`, a_b * c.", "An order.\n\nTwo `lines`, a_b * c."),
            ("see [Order] <b>", "see \\[Order\\] \\<b\\>"),
            ("```\nfn main() {}\n```", "```text\nfn main() {}\n```"),
            ("~~~rust\nlet x = `1`;\n", "```text\nlet x = `1`;\n\n```"),
            ("a\n\n    code();\n\nb", "a\n\n```text\n    code();\n```\n\nb"),
            ("a\n    lazy", "a\nlazy"),
            ("> ```\n> x", "\\> \\`\\`\\`\n\\> x"),
            ("-     code", "- code"),
            ("one ` tick", "one \\` tick"),
            ("see https://acme.com/a_b.", "see `https://acme.com/a_b`."),
            ("C:\\temp \\* &lt;", "C:\\temp \\\\* \\&lt;"),
            ("a\r\nb\u{202e}c", "a\nb\u{fffd}c"),
            ("  ", ""),
        ] {
            assert_eq!(lines(doc).join("\n"), shown, "{doc:?}");
        }
        let exact = |doc| Doc::of(Some(doc)).exact;
        assert_eq!(exact("An order."), None);
        assert_eq!(exact(""), Some(String::new()));
        assert_eq!(exact(" An order."), Some(" An order.".to_owned()));
    }
}
