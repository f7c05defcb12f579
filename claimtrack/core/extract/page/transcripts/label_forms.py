"""How a label with a colon is written: "[00:01:09] **Ada Moor (Lab):**", "Q12 Chair:", "GOV. RICK TALBOT (R), FLORIDA:"."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import name_pattern

_CLOCK = r"(?P<clock>[\[(]?(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?: ?-)? )?"
"""When the line was spoken: "[00:01:09] "."""
_NUMBERED = r"(?:Q\d{1,4}\.? {1,4})?"
"""How a committee counts its questions: "Q12 Chair: "."""
_BOLD = r"(?:\*\*|__)?"
_TURN = r"(?P<turn>>> ?)?"
"""What captions set before the words of another speaker."""
_TITLE = (
    r"(?i:(?:mrs?|ms|mx|dr|prof|sens?|reps?|gov|lt|gen|col|sgt|capt|cmdr|maj|adm|rev|hon|st|pres|supt|insp|amb|del|sec"
    r"|det|asst)\.|(?:[a-z]\.){1,3}) "
)
"""A title with its full stop, or initials."""
LABEL = name_pattern(
    rf"{_TURN}{_CLOCK}{_NUMBERED}{_BOLD}\"?(?P<name>(?=[A-Z])(?:{_TITLE}){{0,2}}[A-Z](?:[\w.'-]*\w)?"
    r"(?: [A-Z][\w.'-]*| (?:de|van|von|der|of|for|and|the|al|bin)(?= )| \d{1,2}\b|(?<=(?i:speaker)) \d{3,5}\b){0,10})"
    rf"(?:, [^:\n]{{2,60}}|(?P<whose>(?: \([^)\n]{{1,60}}\)){{1,2}})(?:,? [A-Zt][^:\n]{{1,60}})?| \[[^\]\n]{{1,20}}\])?{_BOLD}:{_BOLD}(?:\s+(?=\S)|\s*$)"
)
"""A label, and the words behind it unless it stands on a line of its own."""
HOLDER = name_pattern(r" \((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)")
"""Who has the office that a label names: "The Secretary of State for Energy (Ada Moor):"."""
PARTY = expression(
    r"\((?i:labour|labor|lab|conservatives?|con|tory|lib(?:eral)?[ -]?dem(?:ocrat)?s?|liberals?|ld|greens?|snp|dup|uup"
    r"|sdlp|plaid cymru|pc|sinn f[eé]in|alliance|reform(?: uk)?|ukip|independent|ind|republican|democrat|gop"
    r"|[rdi](?:-[^)]{2,20})?)\)"
)

SHORT_LABEL = expression(r"(?P<name>[QA])[.:)]\s+(?=\S)")
BARE_Q = name_pattern(r"Q {1,12}(?=[A-Z\"])")
"""How the White House sets off who asks, among labels with their colons."""
