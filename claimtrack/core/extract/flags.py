"""What should a reader know about a row before trusting it? Its flags: glued words, no complete statement, mixed voices, a guessed speaker."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.onward import is_cut
from claimtrack.core.extract.speakers.antecedents.nearby import gender_of_title
from claimtrack.core.extract.words import lexicon, vocabulary
from claimtrack.core.extract.words.genders import pronoun_for_name
from claimtrack.core.extract.words.reading import (
    Span,
    contains_any,
    count_text_words,
    expand_to_words,
    name_pattern,
    words_of,
)
from claimtrack.core.language.dangling import starts_with_pronoun
from claimtrack.core.language.word_lists import FIRST_PERSON
from claimtrack.core.model import BODIES, ClaimantKind, Flag, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft
    from claimtrack.core.extract.checkworthy.sentence import Sentence
    from claimtrack.core.extract.context import Page
    from claimtrack.core.extract.speakers.cast.namesakes import Namesakes
    from claimtrack.core.extract.voices import Voice

_CAMEL = expression(
    r"(?!(?:i|e|mc|mac|de|di|la|le|al|el|x|[kmt](?=[WV]h?))[A-Z])[a-z]+[A-Z][a-z0-9]\w*"
    r"|[A-Za-z]*[a-z]{3}[.!?][A-Za-z][a-z]{2,}\w*|[a-z]{3,}[.][A-Z]{2,}\w*"
)
_ADDRESS = expression(
    r"\w+\.(?:com|org|net|gov|edu|io|co|uk|eu|info|news|tv|int|mil|scot|app|blog)\b|https?:|www\.|@",
    re.IGNORECASE,
)
_WORD = expression(r"[A-Za-z]+(?:[.!?][A-Za-z]+)?")
_CAPITAL = expression(r"[A-Z](?<![A-Za-z][A-Z])(?<![a-z][.!?][A-Z])[A-Za-z]*(?:[.!?][A-Za-z]+)?")
"""A possessive or pronoun with a capital letter."""
_INNER_CAPITAL = expression(r"[A-Z.!?](?:(?<=[a-z][A-Z])|(?<=[a-z]{3}[.!?])(?=[A-Za-z]))")
"""A capital or a mark inside a word, as only glued words have."""
_CUES = ("said", "says", "told", "show", "warned", "added")
_GLUED_CUE = expression(rf"\b(?P<stem>[A-Za-z][a-z]{{2,30}})(?:{'|'.join(_CUES)}|shows)\b")
_GLUED_ON = expression(
    r"\b(?:(?P<stem>said|says|told|added|claimed|warned|insisted|announced|confirmed|argued)(?:(?:that|the|he|she|they|it|reporters|MPs)\b|[A-Z])"
    r"|(?P<that>that)(?:the|he|she|they|it|his|this|there|an|in)\b|(?P<according>[Aa]ccording)to\b"
    r"|(?P<the>[Tt]he)(?=[a-z]{5})(?P<noun>[a-z]+)\b)[a-z]*"
)
"""A reporting verb glued to the next word ("saidthat"), or "thatthe", "accordingto", "theminister"."""
_GLUED_STARTS = (
    "said", "says", "told", "added", "claimed", "warned", "insisted", "announced", "confirmed", "argued", "that", "according", "According",
    "the", "The",
)  # fmt: skip
"""The beginnings of such words, which most words of a text lack."""
_STUCK = expression(rf" ((?:{'|'.join(_GLUED_STARTS)})\S+)")
_LACKS_SUBJECT = expression(
    r"(?:had|has|have|was|were|is|are|would|will|could|compared (?:with|to)|(?:up|down) (?:from|on))\b(?!.*\?$)"
    rf"|(?:[a-z]{{2,}}ed|{'|'.join(sorted(vocabulary.PAST_IRREGULAR))}) (?:(?:the|an?|it|them|him|her|its|his|their)\b|[\d$£€]"
    r"|(?:on|in|at|from|to|for|by|with)\b(?!.*,))"
    r"|by [a-z]+ing\b(?!.*,)"
    r"|(?:more|less|[a-z]+er) than (?:in any\b|at any\b|(?:ever|ever before|planned|expected)\W*$)|(?:twice|half|[a-z\d]+ times) as [a-z]+ as\b"
)
"""The start of a row whose subject precedes the attribution.

It is ", which she said had cost jobs", ", he said, compared with 4%", ", he said, more than ever", ", closed it" or ", by closing it".
"""
_TAILS = words_of("not in and the of to for at by has have had was are will with from that")
_LONG_TAIL = 7  # characters
_SHORT_TAILS = tuple(sorted(_TAILS))
_SHORTEST_LONG_TAILED = 4 + _LONG_TAIL
_LONGEST_WORD = 40  # characters
_IN_ORDER = (
    Flag.GLUED_WORDS, Flag.NO_QUOTES, Flag.UNRESOLVED_PRONOUN, Flag.FUTURE_PLAN, Flag.NON_ENGLISH,
    Flag.FRAGMENT, Flag.MIXED_VOICES, Flag.UNSURE_SPEAKER,
)  # fmt: skip
_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET
_PERSON = ClaimantKind.PERSON
_STOPS = ".!?…"
_CLOSING_MARKS = "\"')]"
_SHORTEST_STATEMENT = 3  # words; shorter rows seldom make a statement without a verb
_BLANKED = " " * 6
"""Blanks left in mid-sentence where headlines of other articles were removed."""
_PAGE_WORDS = ("|", " @ ", "http")  # as in menus, programmes and addresses
_SAID = "said says told added adds wrote writes tweeted argued argues claimed claims explained explains suggested suggests reported reports"
_SAYING = rf"(?:{_SAID.replace(' ', '|')})"
_REPORTING_CUES = words_of(f"{_SAID} according responded countered deny denied condemned warned")
_SAYER = r"(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}|he|she|they|it)"
_INNER_REPORT = name_pattern(
    rf", (?:{_SAYER} {_SAYING}\b|{_SAYING} [A-Z]|according to )|\b(?:he|she) (?:said|says|added|suggested|argued) "
    rf"|(?:, (?:and|but|while)|[\"a-z] and) (?:the )?(?:[A-Z][\w'-]* ){{1,4}}(?:{_SAYING}|responded|countered|deny|denied|condemned|warned) "
)
"""A parenthetical that names the speaker or interrupts the content: "The study, she said, cost $4m"."""
_CONCEDING = words_of("while although though despite whereas fact")
_CONTRAST = expression(r", (?:while|although|though|despite|whereas|when in fact) ")
_SET_OFF = expression(r" (?:--?|[–—]) ?(?:an? |likely |just |[a-z]+ing |despite |although |though )")
"""A clause set off by a dash that the outlet may have added: "it had no evidence - a claim that the council denies"."""
_PRONOUN_REACH = 600  # characters after a name; further on, "he" seldom refers to its bearer
_DESCRIPTION_REACH = 200  # the same for people without a name: "the driver"
_I = expression(r"\b(?:I|[Mm]y|me)\b(?!\.)")
_WOULD_DO = expression(
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )\bwould (?!(?:not |never )?(?:have|like|rather)\b)"
)


def find_glued_words(text: str) -> frozenset[str]:
    """Find words that look like two glued together: "theGroup", "Londonnot"; the text holds each word once, after a blank."""
    names = {word for word in set(_CAPITAL.findall(text)) if 4 <= len(word) <= _LONGEST_WORD}
    odd = {
        text[slice(*expand_to_words(text, Span(*found.span())))] for found in _INNER_CAPITAL.finditer(text)
    }
    glued = {word for written in odd for word in _WORD.findall(written) if _CAMEL.fullmatch(word)}
    long = [word for word in names if len(word) >= _SHORTEST_LONG_TAILED or word.endswith(_SHORT_TAILS)]
    return frozenset(glued | {word for word in long if _has_glued_tail(word, names, text)})


def find_glued_cues(text: str) -> dict[str, int]:
    """Find words with a reporting verb glued to them ("officeshow", "saidthat"), with the offset at which the second word begins.

    The text holds each word once, after a blank.
    """
    glued = {
        found[0]: len(found["stem"] or found["that"] or found["according"] or found["the"])
        for word in _STUCK.findall(text)
        for found in _GLUED_ON.finditer(word)
        if found["noun"] is None or found["noun"] in lexicon.SOURCE_NOUNS
    }
    if all(text.count(cue) == text.count(f" {cue}") for cue in _CUES):
        return glued  # a cheap pre-check
    stems = {match[0]: match["stem"] for match in _GLUED_CUE.finditer(text)}
    known = set(_WORD.findall(text)) if stems else set()
    return glued | {
        word: len(stem)
        for word, stem in stems.items()
        if (stem in lexicon.SOURCE_NOUNS and word != "slideshow")
        or (stem[0].isupper() and (stem in known or _is_name_with_said(word, stem)))
    }


def _is_name_with_said(word: str, name: str) -> bool:
    """Whether the word is a name with "said" glued to it: "Leesaid". No other word ends so."""
    return word == f"{name}said" and name not in {"Afore", "Un"}


def _has_glued_tail(word: str, names: set[str], text: str) -> bool:
    """Whether the word is one of the article's names with another word glued to it; "Massachusetts" is not "Mass" plus something."""
    tails = [word[cut:] for cut in range(4, len(word) - 1) if word[:cut] in names]
    return any(tail in _TAILS or (len(tail) >= _LONG_TAIL and f" {tail}" in text) for tail in tails)


def collect_flags(
    page: Page, namesakes: Namesakes, draft: Draft, voice: Voice, sentence: Sentence
) -> tuple[Flag, ...]:
    """Collect the flags of a row in the order of `Flag`."""
    raised = (
        bool(page.glued) and _has_glued_words(page, draft, voice),
        draft.lacks_marks,
        not draft.is_foreign
        and (
            not voice.speaker.is_identified
            or draft.is_heard
            or starts_with_pronoun(sentence.text)
            or _lacks_subject(sentence.text)
        ),
        sentence.is_plan or _is_reported_plan(draft, sentence),
        draft.is_foreign,
        _is_fragment(page.plain, draft, sentence),
        _mixes_voices(draft, sentence),
        _is_guessed_speaker(page.plain, namesakes, draft, voice, sentence.text)
        or _uses_first_person(page.hidden, draft, sentence),
    )
    return tuple(compress(_IN_ORDER, raised))


def _has_glued_words(page: Page, draft: Draft, voice: Voice) -> bool:
    """Whether a row, with its first and last word complete, or its speaker contains glued words: "theGroup"."""
    stretches = page.plain[slice(*expand_to_words(page.plain, draft.span))], voice.written or ""
    return any(contains_any(stretch, page.glued) and not _ADDRESS.search(stretch) for stretch in stretches)


def _lacks_subject(text: str) -> bool:
    """Whether the row's subject precedes the attribution, as its first letter may show: "had cost jobs"."""
    return text[0].islower() and _LACKS_SUBJECT.match(text) is not None


def _is_reported_plan(draft: Draft, sentence: Sentence) -> bool:
    """Whether somebody is reported to say what "would" happen, which in their own words is "will"."""
    may_be = draft.kind is _INDIRECT and "would" in sentence.bag and not sentence.has(vocabulary.IF)
    return may_be and _WOULD_DO.search(sentence.lower) is not None


def _is_fragment(page: str, draft: Draft, sentence: Sentence) -> bool:
    """Whether a row is hardly a complete statement: a heading, a caption, a menu, a question, a truncated sentence."""
    text, kind = sentence.text, draft.kind
    blanks = text.count(" ")
    if _BLANKED in text or (not blanks and count_text_words(text) == 1) or is_cut(page, draft.span):
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


def _mixes_voices(draft: Draft, sentence: Sentence) -> bool:
    """Whether the content of a statement includes its attribution, words of another speaker or an addition by the outlet: "The study, she said, cost $4m"."""
    if draft.kind is _OUTLET:
        return False
    text = sentence.text
    if not sentence.bag.isdisjoint(_REPORTING_CUES) and _INNER_REPORT.search(text):
        return True
    if draft.kind is _DIRECT:
        return draft.includes_source
    return (not sentence.bag.isdisjoint(_CONCEDING) and _CONTRAST.search(text) is not None) or (
        _SET_OFF.search(text) is not None
    )


def _is_guessed_speaker(page: str, namesakes: Namesakes, draft: Draft, voice: Voice, text: str) -> bool:
    """Whether the speaker was assigned on weak evidence, as by a distant "he"."""
    if draft.kind is _OUTLET:
        return False
    speaker, written = voice.speaker, (voice.written or "").lower()
    is_person = speaker.kind is _PERSON
    name = speaker.name.rpartition(" ")[2] if is_person else speaker.head
    if draft.kind is _DIRECT and (
        (name in text and not draft.includes_source)
        if is_person
        else not (draft.source or draft.author) and speaker.kind in BODIES
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
    return _is_shared(namesakes, voice.written or "")


def _is_shared(namesakes: Namesakes, written: str) -> bool:
    """Whether several people of the article are called so: "Reed", or "MR. REED" where two men are."""
    title, _, surname = written.rpartition(" ")
    named = namesakes.full_names(surname.lower())
    if title:
        gender = gender_of_title(title.title()) if surname.isupper() else None
        named = [one for one in named if gender and pronoun_for_name(one) == gender]
    return len(set(map(str.casefold, named))) > 1  # "Tom Reed" is "TOM REED" in labels


def _uses_first_person(hidden: str, draft: Draft, sentence: Sentence) -> bool:
    """Whether the outlet's sentence says "I" outside quotation marks: a letter, a blockquote or a pull quote may be somebody else's."""
    is_own = draft.kind is _OUTLET and not sentence.bag.isdisjoint(FIRST_PERSON)
    return is_own and _I.search(hidden, *draft.span) is not None
