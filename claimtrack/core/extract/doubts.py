"""Why does a row need a second look? It is no complete statement, it mixes voices, or its speaker was guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.reading import contains_any, name_pattern, words_of
from claimtrack.core.language.word_lists import FIRST_PERSON
from claimtrack.core.model import BODIES, ClaimantKind, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft
    from claimtrack.core.extract.checkworthy.sentence import Sentence
    from claimtrack.core.extract.context import Page
    from claimtrack.core.extract.speakers.cast.namesakes import Namesakes
    from claimtrack.core.extract.voices import Voice

_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET
_PERSON = ClaimantKind.PERSON

_STOPS = ".!?…"
_CLOSING_MARKS = "\"')]"
_SHORTEST_STATEMENT = 3  # words; shorter rows seldom make a statement without a verb
_BLANKED = " " * 6
"""Blanks left in mid-sentence where headlines of other articles were removed."""
_PAGE_WORDS = ("|", " @ ", "http")  # as in menus, programmes and addresses
_SAID = "said says told added adds wrote writes tweeted argued argues claimed claims explained explains suggested suggests reported reports"
_VERB = rf"(?:{_SAID.replace(' ', '|')})"
_REPORTING_CUES = words_of(f"{_SAID} according responded countered deny denied condemned warned")
_WHO = r"(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}|he|she|they|it)"
_INNER_REPORT = name_pattern(
    rf", (?:{_WHO} {_VERB}\b|{_VERB} [A-Z]|according to )|\b(?:he|she) (?:said|says|added|suggested|argued) "
    rf"|(?:, (?:and|but|while)|[\"a-z] and) (?:the )?(?:[A-Z][\w'-]* ){{1,4}}(?:{_VERB}|responded|countered|deny|denied|condemned|warned) "
)
"""A parenthetical that names the speaker or interrupts the content: "The study, she said, cost $4m"."""
_CONCEDING = words_of("while although though despite whereas fact")
_CONTRAST = expression(r", (?:while|although|though|despite|whereas|when in fact) ")
_SET_OFF = expression(r" (?:--?|[–—]) ?(?:an? |likely |just |[a-z]+ing |despite |although |though )")
"""A clause set off by a dash that the outlet may have added: "it had no evidence - a claim that the council denies"."""
_PRONOUN_REACH = 600  # characters after a name; further on, "he" seldom refers to its bearer
_DESCRIPTION_REACH = 200  # the same for people without a name: "the driver"
_I = expression(r"\b(?:I|[Mm]y|me)\b(?!\.)")


def is_fragment(page: str, draft: Draft, sentence: Sentence) -> bool:
    """Whether a row is hardly a complete statement: a heading, a caption, a menu, a question, a truncated sentence."""
    text, kind = sentence.text, draft.kind
    blanks = text.count(" ")
    if _BLANKED in text or not blanks:
        return True
    if (
        kind is not _DIRECT
        and blanks < _SHORTEST_STATEMENT
        and not sentence.is_past
        and sentence.bag.isdisjoint(lexicon.VERBS)
    ):
        return True
    if kind is not _OUTLET:
        return False
    if text[0].islower() or contains_any(text, _PAGE_WORDS):
        return True
    last = text.rstrip(_CLOSING_MARKS)[-1:]
    if last in _STOPS:
        return last == "?" == text[-1] or text.count('"') % 2 == 1
    return last == ":" or page.startswith("\n", draft.span.end) or draft.span.end == len(page)


def mixes_voices(draft: Draft, sentence: Sentence) -> bool:
    """Whether the content of a statement includes its attribution, words of another speaker or an addition by the outlet: "The study, she said, cost $4m"."""
    if draft.kind is _OUTLET:
        return False
    text = sentence.text
    if not sentence.bag.isdisjoint(_REPORTING_CUES) and _INNER_REPORT.search(text):
        return True
    if draft.kind is _DIRECT:
        return False
    return (not sentence.bag.isdisjoint(_CONCEDING) and _CONTRAST.search(text) is not None) or (
        _SET_OFF.search(text) is not None
    )


def is_guessed_speaker(page: str, namesakes: Namesakes, draft: Draft, voice: Voice, text: str) -> bool:
    """Whether the speaker was assigned on weak evidence, as by a distant "he"."""
    if draft.kind is _OUTLET:
        return False
    speaker, written = voice.speaker, (voice.written or "").lower()
    is_person = speaker.kind is _PERSON
    name = speaker.name.rpartition(" ")[2] if is_person else speaker.head
    if draft.kind is _DIRECT and (
        name in text if is_person else not (draft.source or draft.author) and speaker.kind in BODIES
    ):
        return True  # nobody refers to themselves by name; "It cost $4m." after a report's statement may be anybody's
    if written in lexicon.HE_SHE:
        at = draft.source.start if draft.source else draft.span.start
        return (
            name.lower()
            not in page[max(0, at - (_PRONOUN_REACH if is_person else _DESCRIPTION_REACH)) : at].lower()
        )
    if written == "they":
        return draft.kind is _INDIRECT and (is_person or speaker.kind in BODIES)
    return len(namesakes.full_names(written)) > 1


def uses_first_person(hidden: str, draft: Draft, sentence: Sentence) -> bool:
    """Whether the outlet's sentence says "I" outside quotation marks: a letter, a blockquote or a pull quote may be somebody else's."""
    is_own = draft.kind is _OUTLET and not sentence.bag.isdisjoint(FIRST_PERSON)
    return is_own and _I.search(hidden, *draft.span) is not None


def find_doubts(
    page: Page, namesakes: Namesakes, draft: Draft, voice: Voice, sentence: Sentence
) -> tuple[bool, bool, bool]:
    """Collect the doubts about a row: it is a fragment, it mixes voices, or its speaker was guessed."""
    return (
        is_fragment(page.plain, draft, sentence),
        mixes_voices(draft, sentence),
        is_guessed_speaker(page.plain, namesakes, draft, voice, sentence.text)
        or uses_first_person(page.hidden, draft, sentence),
    )
