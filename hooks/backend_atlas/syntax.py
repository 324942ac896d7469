"""Says in plain words why a text cannot be read as YAML, and where the slip is rather than where the parser met it."""

import re

import yaml

from backend_atlas.problems import Problem

PLAIN_WORDS = {
    "mapping values are not allowed in this context": "this field stands too deep, or the line above lacks the "
    "colon and the space after its name",
    "found character that cannot start any token": "a tab, or text that needs quotes, begins a value",
    "could not find expected ':'": "a line lacks the colon and the space after the name of its field",
    "did not find expected key": "this line is not in line with the fields that it belongs to, or a quote went wrong",
    "did not find expected '-' indicator": "a list and fields stand in one place",
    "did not find expected ',' or ']'": "a list in brackets is not closed",
    "did not find expected ',' or '}'": "fields in braces are not closed",
    "found unexpected end of stream": "a quote is not closed",
}
"""What the parser says, and what that means."""

OPENS = re.compile(r"""[\s-]*(?:[\w-]+:\s+)?(["'])(?:\1\1|\\.|(?!\1).)*$""")
"""A line whose value begins with a quote that does not end in it."""

CONTEXTS = {
    "while parsing a block mapping": "fields",
    "while parsing a block collection": "list",
    "while parsing a flow sequence": "list",
    "while parsing a flow mapping": "fields",
    "while scanning a simple key": "name",
    "while scanning a quoted scalar": "text",
}
"""What is being read, in plain words, by the words of the parser."""


def syntax_problem(name: str, error: yaml.MarkedYAMLError, content: str) -> Problem:
    """What is wrong with `content`, the text of a file that messages call `name`, and where to look for it."""
    mark, begin = error.problem_mark or error.context_mark, error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if quote := _open_quote(content.splitlines(), line):
        return Problem(name, *quote, "", "a quote is not closed", "write the same mark at the end of the text")
    what = CONTEXTS.get(error.context or "")
    verb = "begin" if what == "fields" else "begins"
    context = f": see the {what} that {verb} in line {begin.line + 1}" if what and begin else ""
    reason = PLAIN_WORDS.get(error.problem or "", error.problem or error.context)
    message = f"cannot be read as YAML: {reason}{context}"
    hint = "put text that contains ': ' or ' #' in quotes, check the indentation, and use spaces, not tabs"
    return Problem(name, line, column, "", message, hint)


def _open_quote(lines: list[str], end: int) -> tuple[int, int] | None:
    """Line and column of a quote that was opened above line `end`, and met no other mark of its kind before it."""
    seen = ""
    for number in range(min(end - 1, len(lines)), 0, -1):
        line = lines[number - 1]
        if found := OPENS.match(line):
            return None if found[1] in seen else (number, found.start(1) + 1)
        seen += line
    return None
