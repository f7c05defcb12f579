"""Who is speaking from draft to draft? Resolves quotations that have no attribution of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.lost_marks import starts_with_quote
from claimtrack.core.extract.replies import find_replier
from claimtrack.core.extract.speakers.antecedents.pronouns import (
    reports_speakers_finding,
    resolve_coordination,
)
from claimtrack.core.extract.speakers.labels import UNLABELLED_ANSWER, resolve_label
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import NOBODY, OUTLET, Speaker, make_person
from claimtrack.core.extract.speakers.topics import topics, tracking
from claimtrack.core.extract.speakers.topics.tracking import find_reacting_person
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name, pronoun_for_name
from claimtrack.core.extract.words.reading import MARKS, Span
from claimtrack.core.extract.words.titles import SURNAME_TITLES, has_title
from claimtrack.core.model import BODIES, ClaimantKind, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft
    from claimtrack.core.extract.page.monologues.monologue import Author
    from claimtrack.core.extract.speakers.speakers import Cast

_POSSESSED_SOURCE = expression(r"(?:[Hh]is|[Hh]er|[Ii]ts) ")
"""A source with a possessive pronoun, which refers to the subject of the content: "The mayor will resign, her office said"."""
_SELF_REFERENCE = expression(r"it (?:has|had|is|was|would|will|could|does|did|wants|plans|\")")
"""The start of words in which an organisation refers to itself."""
_REACTING_PRONOUN = expression(r"(?:He|She)\b")  # as in "She laughs. "It was old.""
_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET
_PARAGRAPH_END = expression(r"[\"'] *(?:\n|$)")  # the end of a paragraph after a quotation
_LONGEST_ANSWER, _LONGEST_OPENER = 12, 5  # words of an answer; characters before a source


class Voice(NamedTuple):
    """A speaker, with the words of the article that name them here."""

    speaker: Speaker
    written: str | None = None


_OUTLET_VOICE = Voice(OUTLET)  # the outlet's own voice


def speaker_from_name(name: str) -> Speaker:
    """Build the speaker for a name that the user gives: a person, unless it names an organisation or a role ("the minister", "a spokesman")."""
    named = parse_mention(name)
    is_role = named.kind is ClaimantKind.ANONYMOUS and _is_role_description(name.split(), named.head)
    is_other = is_role or named.kind is ClaimantKind.ORGANISATION
    return make_person(name)._replace(kind=named.kind) if is_other else make_person(name)


def _is_role_description(words: list[str], head: str) -> bool:
    """Whether the words describe a role: "the baker", "Prime Minister", but not "Sam Baker" and "bell hooks"."""
    is_office = has_title([head]) and head not in SURNAME_TITLES and not is_given_name(words[0].lower())
    is_noun = head in words and head in nouns.SPEAKERS  # in lower case
    return words[0].lower() in lexicon.DETERMINERS or is_office or is_noun


class Conversation:
    """Follows the speakers through the paragraphs of an article; call `resolve` in order.

    `speaker` is the user-given author of everything that is attributed to nobody else.
    """

    def __init__(self, text: str, cast: Cast, speaker: str | None = None) -> None:
        self._given_author = Voice(speaker_from_name(speaker)) if speaker else None
        self._text = text
        self._cast = cast
        self._voice: Voice | None = None  # the last speaker
        self._other_voice: Voice | None = None  # the speaker before, to whom a question is addressed
        self._alternates = False  # whether two speakers alternate, question by question
        self._was_question = False  # whether the last words were a quoted question
        self._author_voice: tuple[Author, Voice] | None = None
        """The author of the whole stretch of text that was read last."""
        self._previous_row: tuple[Draft, Speaker] | None = None  # the previous row and its speaker
        self._announced: Voice | None = None  # the speaker announced by a sentence such as "She said:"
        self._pending: list[Draft] = []  # sentences of the outlet after which nobody has spoken yet
        self._lone_sentence: Draft | None = None
        """The outlet's sentence that makes up the preceding paragraph: "Doe disagrees."."""

    def resolve(self, found: list[Draft]) -> list[Voice]:
        """Return the voice of each draft of the next paragraph."""
        author = found[0].author if found else None
        writer = self._given_author or (self._resolve_author(author) if author else None)
        here: Voice | None = None
        voices: list[Voice] = []
        for number, draft in enumerate(found):
            voices.append(voice := self._find_voice(draft, found, number, here))
            if voice.speaker is OUTLET:
                self._pending.append(draft)
            else:
                if self._voice and self._voice.speaker != voice.speaker:
                    self._other_voice = self._voice
                here = self._voice = voice
            self._alternates = draft.kind is _DIRECT and (self._was_question or self._alternates)
            is_open = draft.kind_certain and not self._text.startswith(MARKS, draft.span.end)
            self._was_question = draft.kind is _DIRECT and self._ends_in_question(draft) and not is_open
            self._previous_row = draft, voice.speaker
        self._announced = voices[-1] if found and found[-1].is_lead_in else None
        self._lone_sentence = found[0] if voices == [_OUTLET_VOICE] else None
        return [
            self._assign_outlet_words(writer, one, voice) for one, voice in zip(found, voices, strict=True)
        ]

    def _resolve_author(self, author: Author) -> Voice:
        """Return the author of the current stretch; resolved once, since "he" later in it means another person."""
        if self._author_voice is None or self._author_voice[0] != author:
            self._author_voice = author, Voice(self._resolve_words(author), author.words)
        return self._author_voice[1]

    def _resolve_words(self, author: Author) -> Speaker:
        """Resolve the words that name an author: a full name stands alone, since a place may follow it in a signature."""
        if author.words.lower() in lexicon.SINGULAR_PRONOUNS:
            return self._cast.resolve(author.words, author.at)
        words = author.words
        if several := resolve_coordination(self._cast, words):
            return several
        both = [parse_mention(one) for one in words.split(" and ")]
        if len(both) > 1 and all(one.kind is ClaimantKind.PERSON and " " in one.name for one in both):
            *others, last = [one.name for one in both]
            return Speaker(f"{', '.join(others)} and {last}", ClaimantKind.PERSON, "both")
        named = parse_mention(words.title() if words.isupper() and words.isalpha() else words)  # "DEAR ADA"
        is_full = named.kind is ClaimantKind.PERSON and " " in named.name
        return Speaker(named.name, named.kind, named.head) if is_full else self._cast.look_up(named)

    def _assign_outlet_words(self, writer: Voice | None, draft: Draft, voice: Voice) -> Voice:
        """Attribute the outlet's words to the author of the stretch, or to the person whose stance they express."""
        if voice.speaker is not OUTLET:
            return voice
        if writer:
            draft.kind = _DIRECT
            return writer
        if not draft.stance_holder:
            return voice
        # Only now: for later words the sentence is the outlet's, and determines whom "she" denotes.
        draft.kind, draft.source = Kind.INDIRECT, draft.stance_holder
        return self._resolve_mention(self._text[slice(*draft.stance_holder)])

    def _resolve_mention(self, written: str) -> Voice:
        """Resolve the words without making their referent the antecedent of a later "she"."""
        several = resolve_coordination(self._cast, written)
        return Voice(several or self._cast.look_up(parse_mention(written)), written)

    def _find_voice(self, draft: Draft, found: list[Draft], number: int, here: Voice | None) -> Voice:
        """Resolve the voice of a draft; `here` is the last speaker in its paragraph."""
        if draft.source is None and draft.kind is _OUTLET:
            spoke = here if here and found[number - 1].kind is not _OUTLET else None
            return self._continue_findings(draft, spoke) if spoke else _OUTLET_VOICE
        pending, self._pending = self._pending, []
        for sentence in pending:
            self._notice_subject(sentence)
        if draft.source is not None:
            return self._resolve_source(draft, draft.source, found, number, here)
        if draft.is_unsourced:
            return Voice(NOBODY)
        closed_by = self._find_closing_draft(draft, found, number)
        reacting = self._find_reacting(draft, found, number, asked=here is not None)
        if reacting and not closed_by and not self._announced:
            return Voice(reacting)
        if here is not None:
            voice = self._find_voice(closed_by, [], 0, None) if closed_by else None
            return voice if voice and voice.speaker != here.speaker else here
        if self._announced is not None:
            return self._announced
        # Here and not for each draft, or a long paragraph takes quadratic time.
        sourced = [one for one in found[number + 1 :] if one.source]
        if sourced:
            draft.source = next((d for d in sourced if d.kind is _DIRECT), sourced[0]).source
            return self._find_voice(draft, [], 0, None)
        is_reply = self._was_question and self._is_answer(draft)
        is_next_question = self._alternates and not self._was_question and self._ends_in_question(draft)
        if self._other_voice is not None and (is_reply or is_next_question):
            return Voice(self._other_voice.speaker)
        named = self._find_person(found[number - 1]) if number else self._find_lead_subject(draft, found)
        return Voice(named) if named else self._voice or Voice(self._cast.last or NOBODY)

    def _resolve_source(
        self, draft: Draft, source: Span, found: list[Draft], number: int, here: Voice | None
    ) -> Voice:
        """Resolve the voice of a draft with an explicit source."""
        written = self._text[source.start : source.end]
        if draft.is_labelled:
            meant = resolve_label(self._cast, written, source.start)
            return Voice(meant, written if written != UNLABELLED_ANSWER else None)
        if draft.is_retold:
            return self._resolve_mention(written)
        if 0 <= source.start - draft.span.start <= _LONGEST_OPENER and " " in written:
            self._notice_subject(draft)  # "The operator, Hydra Talva, denied that S. It said T"
        is_first = not draft.source_follows and self._cast.person is None
        self._notice_preceding(draft, written)
        if self._previous_row and (answering := find_replier(self._cast, *self._previous_row, draft)):
            return Voice(answering, written)
        both = resolve_coordination(self._cast, written)
        again = self._resolve_it(draft, found[number - 1], here) if number and written == "It" else None
        speaker = both or again or self._cast.resolve(written, source.start)
        tracking.mark_as_medium(self._cast, speaker, source.end)
        are_many = speaker.is_plural and not _POSSESSED_SOURCE.match(written)
        if are_many and is_first:
            self._notice_subject(draft)
            self._cast.remember(speaker)  # "they" refers to those who spoke, not to those spoken about
        elif are_many or speaker.kind in BODIES:
            self._notice_mentioned(draft)
        return Voice(speaker, written)

    def _continue_findings(self, draft: Draft, here: Voice) -> Voice:
        """Attribute an unsourced sentence to the last speaker if it continues their findings: "It also found S."."""
        if not reports_speakers_finding(self._words(draft), here.speaker):
            return _OUTLET_VOICE
        draft.kind = Kind.INDIRECT
        return Voice(here.speaker, "It")

    def _notice_preceding(self, draft: Draft, written: str) -> None:
        """Register the subject of the content if its source may refer to it: "Envoys met Petr Lund, his office said"."""
        is_own = written.lower() in lexicon.THING_PRONOUNS or self._text.startswith("My ", draft.span.start)
        is_unknown = draft.source_follows and self._cast.person is None and not is_own
        continues = draft.source is not None and tracking.continues_subject(self._text, draft.source)
        is_possessed = draft.source_follows and _POSSESSED_SOURCE.match(written) is not None
        words = self._words(draft) if draft.source_follows else ""
        is_needed = continues or is_unknown or is_possessed
        if is_needed or (words and tracking.introduces_person(self._cast, words, draft.span.start)):
            self._notice_subject(draft)
            if is_possessed:
                self._notice_mentioned(draft, only=True)
        elif written.lower() in lexicon.SINGULAR_PRONOUNS and draft.source and draft.sentence:
            tracking.track_opening_clause(self._cast, self._text, draft.sentence.start, draft.source.start)

    def _find_closing_draft(self, draft: Draft, found: list[Draft], number: int) -> Draft | None:
        """Find the draft that ends the quotation begun by this one and names its speaker: ""A. B," Jane Doe said."."""
        if not (draft.kind_certain and self._text.endswith(MARKS, 0, draft.span.start)):
            return None
        for at in range(number + 1, len(found)):  # no copy: it would take quadratic time
            before, after = found[at - 1], found[at]
            between = self._text[before.span.end : after.span.start]
            if after.kind is not _DIRECT or any(mark in between for mark in MARKS):
                return None
            if after.source is not None:
                return after
        return None

    def _resolve_it(self, draft: Draft, before: Draft, here: Voice | None) -> Speaker | None:
        """Resolve "It" to the organisation that spoke about itself before: "Moorline said it had paid. It denied that work had stopped."."""
        is_own = before.source is not None and _SELF_REFERENCE.match(self._text, *before.span) is not None
        is_next = before.sentence != draft.sentence
        if not (is_own and is_next and here and " " not in (here.written or " ")):
            return None
        name, head = here.speaker.name, here.speaker.head
        are_people = here.speaker.is_plural or name in self._cast.pronouns
        return None if are_people or pronoun_for_name(name) or head in self._cast.genders else here.speaker

    def _find_reacting(self, draft: Draft, found: list[Draft], number: int, *, asked: bool) -> Speaker | None:
        """Find who speaks a bare quotation after an action; if another speaks, only after a question: ""Is it?" Doe asked. Moor nodded. "Yes."."""
        before = found[number - 1]
        is_after = number > 1 and self._ends_in_question(found[number - 2]) if asked else number > 0
        is_reported = is_after and before.kind is _OUTLET
        return find_reacting_person(self._cast, before.span, self._words(draft)) if is_reported else None

    def _find_lead_subject(self, draft: Draft, found: list[Draft]) -> Speaker | None:
        """Find the subject of the sentence before a paragraph that consists of one quotation: "Doe disagrees."."""
        is_alone = draft.kind_certain and all(one.kind is _DIRECT for one in found)
        if not (is_alone and self._lone_sentence and starts_with_quote(self._text, found)):
            return None
        ends = _PARAGRAPH_END.match(self._text, found[-1].span.end)
        named = self._find_person(self._lone_sentence) if ends else None
        return named if named and not named.name.isupper() else None

    def _notice_mentioned(self, draft: Draft, *, only: bool = False) -> None:
        """Make a person in the words the antecedent of a later "he said"; with `only`, just the sole one named."""
        tracking.track_content_subject(self._cast, self._words(draft), draft.span.start, only=only)

    def _find_person(self, draft: Draft) -> Speaker | None:
        """Find the person that the sentence before a quotation is about: "She laughs. "It was old."", "Doe laughed. "No."."""
        if pronoun := _REACTING_PRONOUN.match(self._text, *draft.span):
            return self._cast.resolve(pronoun[0], draft.span.start)
        words = topics.skip_opening(self._words(draft)[: topics.WINDOW])
        name = topics.find_person(words, self._cast.full_names, self._cast.given_names)
        return make_person(name) if name else None

    def _words(self, draft: Draft) -> str:
        return self._text[slice(*draft.span)]

    def _is_answer(self, draft: Draft) -> bool:
        """Whether the words are short and not a question: "Was it a joke?" Doe asked. "It was not."."""
        is_short = len(self._words(draft).split()) <= _LONGEST_ANSWER
        return is_short and not self._ends_in_question(draft)

    def _ends_in_question(self, draft: Draft) -> bool:
        return self._text[draft.span.end - 1] == "?"

    def _notice_subject(self, draft: Draft) -> None:
        """Make the subject of the outlet's sentence the antecedent of a later "he said"."""
        tracking.track_subject(self._cast, self._words(draft), draft.span.start)
