"""When does a name at the start of a line label a speaker, and how certainly? Also voices without a name, "Audience member:"."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import BARE_A, BARE_Q, HOLDER, PARTY, is_automatic
from claimtrack.core.extract.page.verdicts import is_label as is_verdict_label
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, name_pattern, words_of
from claimtrack.core.extract.words.titles import has_title, without_titles
from claimtrack.core.language.generic_speakers import is_generic_speaker

NO_SPEAKER = words_of(
    "transcript interview debate note photo+s image+s credit+s video+s source+s update correction related read watch listen warning tip question who "
    "what when where why how ps example topic+s date time place advertisement+s ad ads sponsored promoted recommended winner+s loser+s senate "
    "house congress gallery slideshow comments share subject re to from cc fyi conclusion summary resolved whereas therefore enacted ordered "
    "moved seconded carried adopted agreed now further fact+s claim rumor rumour myth reality verdict rating assessment background context "
    "result+s participants witnesses attendees apologies present absent score location address step details pros cons highlights quote updated "
    "corrected monday tuesday wednesday thursday friday saturday sunday pictured caption opening exclusive breaking live developing revealed "
    "explained analysis opinion explainer factbox insight more et est edt gmt utc bst pt pst cet cue link intro outro tag+s vo voiceover in out "
    "incue outcue outwords trt dur duration abstentions action attendance ayes decision motion nays noes recommendation agriculture benefits "
    "budget business childcare climate crime culture defence defense economy education energy environment farming finance health housing "
    "immigration jobs leisure libraries parking pensions planning policing rail roads schools sport taxes trade transport wages water welfare"
) | {
    "back anno",
    "in words",
    "out words",
    "file photo",
    "read more",
    "see also",
    "also read",
    "read also",
    "read next",
    "related story",
    "see related",
    "see related story",
    "more from",
    "handout photo",
}
"""Words above a note or a list that name no speaker."""
_NO_LABELS = ("By ", "Dear ", "To ")
_SET_IN = r"(?i:clip|sot|audio|actuality|insert|soundbite)(?: ?#?\d{1,2})?"
_CLIP = name_pattern(rf"{_SET_IN}: (?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{1,3}})(?:[ ,/(][^\n]{{0,90}})?")
"""The next voice in a programme's script: "CLIP: Ada Moor, mayor 0'14"."""
_MOST_CUE_LINES = 4  # lines between that and the words: their starts and ends
SURNAMES = words_of("link winner more read house share")
"""Such words that are surnames, too."""
_ASKS = words_of("what when where why how")
_LONG_IN_TITLE = 4  # characters
_STOPS = frozenset(".?!…\"'")
_ENDED = (".", "?", "!", "…")
_FEWEST_ANSWERS, _LONGEST_FIELD = 2, 62  # characters of an office's field
_VOX_POP = words_of("Man Woman Boy Girl Child Student Protester")
"""Vox pops: people a film interviews without naming them."""
_WORDS_OF_NAME = range(2, 4)
_NO_NAME = words_of(
    NO_SPEAKER | nouns.COLLECTIVES | nouns.DOCUMENTS | nouns.VENUES | nouns.AUDIENCES | lexicon.VERBS,
    "check takeaways news story stories part chapter section day week month year the a an and of on for",
)
_ROLE = expression(r"(?P<name>[A-Z][a-z]*(?: [a-z][a-z'-]+){1,5}):\s+(?=\S)")
_VOICES = words_of(
    "voice speaker heckler listener viewer questioner moderator host interviewer participant attendee guest"
)
_QUESTIONERS = words_of("q question interviewer reporter host moderator")
_HOSTS = words_of("host co-host moderator interviewer presenter anchor")
"""Labels of interviewers."""
_LONGEST_LABEL = 60  # characters


class Line(NamedTuple):
    """The name that begins a paragraph or one of its turns, and where the spoken words begin."""

    name: Span
    start: int
    sure: bool = False
    """Whether the label is almost certainly a speaker's: with a time, brackets, a number."""
    alone: bool = False
    """Whether a single such label is enough: with a party, after a caption mark, or the only content."""
    shared: bool = False  # whether others speak in the same line, at the end of which the turn ends
    date_span: Span | None = None
    """The words next to the name that date the statement, if any."""
    posted: bool = False
    """Whether it is next to a social-media post, which an article may display among lists and headings."""
    recorded: bool = False
    """Whether it is the label of a parliamentary or court record, all of which is speech."""


def has_long_description(match: re.Match[str]) -> bool:
    """Whether a long description follows a name that is no office, as in a list item: "Ada Moor, who has run the port for nine years (Vale): "."""
    return len(match.groupdict().get("field") or "") > _LONGEST_FIELD and not is_office(match["name"])


def build_line(match: re.Match[str], *, only: bool) -> Line:
    """Build the line for a matched label; `only` says that the label begins the only paragraph."""
    marks = match.groupdict()
    name, whose = match["name"], marks.get("whose") or ""
    is_timed = is_automatic(marks.get("clock") or marks.get("since") or marks.get("until") or "")
    group = "whose" if whose else "field"
    holder = HOLDER.match(marks.get(group) or "")
    if holder and is_office(name):
        start = match.start(group)
        return Line(
            Span(start + holder.start("name"), start + holder.end("name")), match.end(), sure=True, alone=True
        )
    is_machine_made = is_timed or is_generic_speaker(name)
    has_party = PARTY.search(whose) is not None and (" " in name or name.isupper())
    alone = has_party or marks.get("turn") is not None or (only and is_machine_made)
    sure = alone or is_machine_made or (whose != "" and " " in name)
    return Line(Span(*match.span("name")), match.end(), sure, alone)


def is_office(label: str) -> bool:
    """Whether a label consists of titles or an office: "The Minister for Ports"."""
    words = label.split()
    if words[0] in {"The", "THE"}:
        return has_title(words) or (words[-1][0].isupper() and words[-1].lower() in nouns.SPEAKERS)
    is_field = words[1:2] != [] and words[1].lower() in {"for", "of"} and has_title(words[:1])
    return is_field or (has_title(words) and not without_titles(words))


def find_bare_questions(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Find unnamed questions and the "A" below them in a record that marks both so; none if "Answer:" follows, as in an explainer."""
    found: dict[int, Line] = {}
    answers: dict[int, Line] = {}
    for number, paragraph in enumerate(paragraphs):
        if plain.startswith(("Q ", "Question:", "QUESTION:"), *paragraph):
            if match := BARE_Q.match(plain, *paragraph):
                found[number] = Line(Span(match.start(), match.start() + 1), match.end())
        elif plain.startswith(("Answer:", "ANSWER:"), *paragraph):
            return {}
        elif number - 1 in found and (match := BARE_A.match(plain, *paragraph)):
            answers[number] = Line(Span(match.start(), match.start() + 1), match.end())
    return found | answers if len(answers) >= _FEWEST_ANSWERS else found


def is_label(plain: str, line: Line, repeated: set[str], *, is_talk: bool) -> bool:
    """Whether a name is a label. Among repeated labels, a capitalised, certain or full personal name may occur once; where all is talk, any full name."""
    name = plain[line.name.start : line.name.end]
    is_named = name.isupper() or name.lower() in repeated or is_person(name.split())
    is_office_named = " " in name and is_office(name)  # "Mr Speaker"
    return line.sure or is_named or is_office_named or (is_talk and _may_be_name(name))


def _may_be_name(label: str) -> bool:
    """Whether a label may be a name: a noun for one person or the form of a full name, without words that name nobody: "Ngozi Okafor", but not "Fact Check"."""
    words = label.split()
    if len(words) == 1:
        return label in _VOX_POP
    return len(words) in _WORDS_OF_NAME and all(
        word[0].isupper() and word.isalpha() and word.lower() not in _NO_NAME for word in words
    )


def paragraph_of_name(paragraphs: list[Span], line: Line) -> int:
    """Return the number of the paragraph that contains the name, perhaps nothing else."""
    return bisect_right(paragraphs, line.name.start, key=itemgetter(0)) - 1


def ends_sentence(plain: str, paragraph: Span) -> bool:
    """Whether the paragraph ends with a stop or a mark, as spoken words do and names and headings do not."""
    return plain[paragraph.end - 1] in _STOPS


def drop_link_lists(plain: str, paragraphs: list[Span], found: dict[int, Line]) -> dict[int, Line]:
    """Drop the labelled lines if a single label precedes headlines, as it does before links: "VALE POST: Mill Closes"."""
    sure = {number: line for number, line in found.items() if line.sure or line.posted}
    others = {number: plain[slice(*line.name)] for number, line in found.items() if number not in sure}
    contents = [plain[found[number].start : paragraphs[number].end].rstrip("\"'") for number in others]
    is_one = len(set(others.values())) == 1 and 1 < len(others) < len(paragraphs) / 2
    if not is_one or any(one.endswith(_ENDED) for one in contents):
        return found
    # "Moor: We will cut the levy" is no link, but the rest of the article is not Moor's.
    briefly = {number: line._replace(shared=True) for number, line in found.items() if number in others}
    return sure if all(map(_is_titled, contents)) else found | briefly


def _is_titled(text: str) -> bool:
    """Whether each long word is capitalised, as in a headline: "Mill Owner Buys a Boat"."""
    return all(word[0].isupper() for word in text.split() if len(word) >= _LONG_IN_TITLE and word.isalpha())


def find_clips(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Map the number of each quotation in a programme's script to the speaker named on the line above it."""
    found: dict[int, Line] = {}
    for number, paragraph in enumerate(paragraphs):
        heard = _CLIP.fullmatch(plain, *paragraph)
        below = range(number + 1, min(number + 1 + _MOST_CUE_LINES, len(paragraphs)))
        quotation = next((at for at in below if plain[paragraphs[at].start] == '"'), None) if heard else None
        if heard and quotation is not None:
            found[quotation] = Line(
                Span(*heard.span("name")), paragraphs[quotation].start, sure=True, alone=True
            )
    return found


def is_no_speaker(label: str) -> bool:
    """Whether a label names no speaker: a word above a note or a list, "By Mr. MOOR" (who introduces a bill), "Dear Ada", "To the Editor"."""
    return (
        label.lower().removeprefix("the ") in NO_SPEAKER
        or label.title().startswith(_NO_LABELS)
        or _is_heading(label.split())
        or is_verdict_label(label)
        or re.fullmatch(_SET_IN, label) is not None
    )


def _is_heading(words: list[str]) -> bool:
    """Whether several words are a heading: "Why It Matters", "Related Link", "Price Action", "Moor's Basics"; but not "Moor's Lawyer", "Ann Link"."""
    if len(words) == 1 or is_person(words) or is_office(" ".join(words)):
        return False
    first, last = words[0].lower(), words[-1].lower()
    if any(word.endswith("'s") for word in words[:-1]):
        return last not in nouns.SPEAKERS
    is_among = last in NO_SPEAKER and (last not in SURNAMES or first in NO_SPEAKER)
    return first in _ASKS or (is_among and lexicon.PREPOSITIONS.isdisjoint(words))


def is_person(words: list[str]) -> bool:
    """Whether the label begins with a title or a common first name: "Senator Bob Hall"."""
    name = without_titles(words)
    return 0 < len(name) < len(words) or (len(words) > 1 and is_given_name(words[0].lower()))


def match_role_label(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match a label that names its speaker by an everyday noun for one person (`name`); it needs other labels around it."""
    if plain.find(":", paragraph.start, paragraph.start + _LONGEST_LABEL) < 0:
        return None  # a cheap pre-check
    label = _ROLE.match(plain, *paragraph)
    return label if label and is_role(label["name"]) else None


def is_role(name: str) -> bool:
    """Whether a label is such a role: capitalised only at the start, the noun last or before "in", "from" and the like."""
    first, *others = name.split()
    words = [first.lower(), *others]
    end = next((at for at, word in enumerate(words) if at and word in lexicon.PREPOSITIONS), len(words))
    head = words[end - 1]
    has_person_noun = head in nouns.SPEAKERS and head not in nouns.BODIES and not head.endswith("s")
    return bool(others) and "".join(others).islower() and (has_person_noun or head in _VOICES)


def is_questioner(name: str) -> bool:
    """Whether the label stands for the questioner: "Q", "HOST ANN LEE"."""
    word, _, named = name.lower().partition(" ")
    return name.lower().strip(".") in _QUESTIONERS or (named != "" and word in _HOSTS)


def is_interview(names: list[str]) -> bool:
    """Whether the labels alternate between questions and answers, whoever they name: "Q", "MINISTER", "Q"; "Host", "Guest", "Host"."""
    bare = [" ".join(without_titles(name.split()) or [name]) for name in names]
    if all(map(str.isupper, bare)):
        return len(set(bare)) < len(bare) or set(bare) == {"Q", "A"}
    are_roles = all(
        is_questioner(name) or name.lower() in _VOICES or name.lower() in nouns.SPEAKERS for name in bare
    )
    return are_roles and len(set(bare)) < len(bare) and any(map(is_questioner, bare))
