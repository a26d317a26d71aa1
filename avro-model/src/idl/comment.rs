//! Documentation comments: which text they stand for.

/// The text of the comment `/** .. */`, without what only lays it out: spaces around it, and before each line the stars (one
/// or two, if all lines have them), else the spaces that all lines but the first share.
pub(super) fn text(comment: &str) -> String {
    let inner = comment.strip_prefix("/**").and_then(|rest| rest.strip_suffix("*/")).unwrap_or_default();
    let inner = inner.trim_matches(|c: char| c <= ' ');
    let lines = lines(inner);
    for stars in ["**", "*"] {
        let starred = |(i, (line, _)): (usize, &(&str, &str))| {
            if i == 0 { line.starts_with(stars) } else { line.trim_start_matches(is_horizontal).starts_with(stars) }
        };
        if lines.iter().enumerate().all(starred) {
            return joined(&lines, |i, line| {
                let line = if i == 0 { line } else { line.trim_start_matches(is_horizontal) };
                let line = line.strip_prefix(stars).unwrap_or(line);
                line.strip_prefix(is_horizontal).unwrap_or(line)
            });
        }
    }
    let Some((second, _)) = lines.get(1) else { return inner.to_owned() };
    let mut indent = &second[..second.len() - second.trim_start_matches(is_horizontal).len()];
    for (line, _) in &lines[2..] {
        let shared: usize =
            indent.chars().zip(line.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        indent = &indent[..shared];
    }
    joined(&lines, |i, line| if i == 0 { line } else { line.strip_prefix(indent).unwrap_or(line) })
}

/// The comment that stands for `doc`, each line behind `indent`; none where no comment does.
pub(super) fn comment(doc: &str, indent: &str) -> Option<String> {
    let comment = if doc.contains('\n') {
        let lines: Vec<String> =
            doc.split('\n').map(|line| format!("{indent} * {line}").trim_end_matches(' ').to_owned()).collect();
        format!("/**\n{}\n{indent} */", lines.join("\n"))
    } else {
        format!("/** {doc} */")
    };
    let one = comment.find("*/") == Some(comment.len() - 2);
    (one && text(&comment) == doc).then_some(comment)
}

/// The lines of `text`, each with the break behind it.
fn lines(text: &str) -> Vec<(&str, &str)> {
    let (mut lines, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let (line, behind) = rest.split_at(at);
        let length = match behind.strip_prefix("\r\n") {
            Some(_) => 2,
            None => behind.chars().next().map_or(0, char::len_utf8),
        };
        let (end, behind) = behind.split_at(length);
        lines.push((line, end));
        rest = behind;
    }
    lines.push((rest, ""));
    lines
}

fn joined<'t>(lines: &[(&'t str, &'t str)], part: impl Fn(usize, &'t str) -> &'t str) -> String {
    lines.iter().enumerate().flat_map(|(i, (line, end))| [part(i, line), end]).collect()
}

fn is_horizontal(c: char) -> bool {
    c == '\t' || (c.is_whitespace() && !matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}

#[cfg(test)]
mod tests {
    use super::{comment, text};

    #[test]
    fn what_lays_a_comment_out_is_no_part_of_it() {
        let cases = [
            ("/** A kind. */", "A kind."),
            ("/***/", ""),
            ("/** */", ""),
            ("/**\n * First.\n *\n *   indented\n */", "First.\n\n  indented"),
            ("/**\r\n * First.\r\n * Second.\r\n */", "First.\r\nSecond."),
            ("/**\n ** First.\n ** Second.\n */", "First.\nSecond."),
            ("/*** bold */", "bold"),
            ("/** First\n  * Second\n  * Third */", "First\n* Second\n* Third"),
            ("/** First\n     Second\n       Third\n*/", "First\nSecond\n  Third"),
            ("/** First\n\n     Third */", "First\n\n     Third"),
            ("/**\n * First\n Second */", "* First\nSecond"),
            ("/** a *b*\n\tc */", "a *b*\nc"),
        ];
        for (written, expected) in cases {
            assert_eq!(text(written), expected, "{written}");
        }
    }

    #[test]
    fn a_comment_stands_for_its_text() {
        for doc in ["", "A kind.", "First.\n\n  indented\nlast", "* a", "x\n* y", "a\r\nb", "a\n", "é \u{2028} b"] {
            if let Some(comment) = comment(doc, "  ") {
                assert_eq!(text(&comment), doc, "{comment}");
            }
        }
        assert_eq!(comment("A.\nB.", "  ").as_deref(), Some("/**\n   * A.\n   * B.\n   */"));
        for doc in [" a", "a ", "a */ b", "*a"] {
            assert_eq!(comment(doc, ""), None, "{doc:?}");
        }
    }
}
