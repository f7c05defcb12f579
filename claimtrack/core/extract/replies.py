"""Who replies in "he replied"? The person asked, told, accused or written to in the preceding sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import gender_of_title
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import NOBODY, OUTLET, Speaker
from claimtrack.core.extract.speakers.topics.topics import is_person_noun
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.genders import can_take_pronoun
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft
    from claimtrack.core.extract.speakers.speakers import Cast

_REPLIES = expression(
    r" (?:[a-z]+ly )?(?:replied|replies|answered|answers|responded|responds|retorted|shot back)\b"
)
_TO_ANOTHER = expression(r" (?:to|by|for|when|after|critics|questions|calls?)\b")
"""Words after "he replied" that address somebody other than the previous speaker."""
_PUT = expression(r"\b(?:asked|asks|wanted to know)\b")
_PUT_INDIRECTLY = expression(r" asked (?:how|whether|why|what|if|when|who|where)\b")
_LONGEST_QUESTION = 200  # characters after "asked"
_ASKED_BY_ANOTHER = expression(
    r"\b(?:when|if|after|before|as|while|because|who|which|was|were|been|being|is|are)\b"
)
"""Words before "asked" where the sentence's subject is not the one who asks: "Ann Lee was asked", "a stir when a voter asked"."""
_TO_WHOM = name_pattern(
    r"\b(?:asked|asks) (?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})$"
)
_SPOKE_TO = name_pattern(
    r",? (?:(?:had|has|later|then|also|once) ){0,2}(?:told|asked|accused|warned|urged|reminded|called|confronted|texted|e-?mailed|wrote to|shouted at) "
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?[A-Z][\w-]++(?>(?: [A-Z][\w-]++){0,2})|him|her(?= (?:that|the|an?|to|of|about|not|how|why|whether|he|she|it|they|there)\b|[.,:;])|(?:the|his|her) [a-z-]++)(?!'|,? and |,? [A-Z])"
)
"""A speaker with an addressee: "Ann Lee told Bo Ray", "wrote to the owner"."""
_LONGEST_NOUN = 20  # characters
_ASKING_FOR_OTHERS = frozenset({"reporter", "journalist", "interviewer", "correspondent"})


class Question(NamedTuple):
    """A question that somebody asked, and its addressee where the words name one."""

    by: Speaker | None  # None if it is the sentence's subject
    to: str | None = None

    def answered_by(self, cast: Cast, pronoun: str, at: int) -> Speaker:
        """Resolve who replies: the person asked, else the last other person in sight; None if there is none."""
        cast.advance_to(at, pronoun)
        if self.to:
            whom = cast.resolve(self.to, at)
            if can_take_pronoun(pronoun.lower(), self.to if whom.name in self.to else whom.name):
                return whom
        found = cast.resolve_he_she(pronoun.lower(), but=self.by or cast.person) or NOBODY
        cast.mark_salient(found)
        return found


def find_replier(cast: Cast, before: Draft, by: Speaker, draft: Draft) -> Speaker | None:
    """Find the speaker of a row in which "he" or "she" answers the adjacent row `before`; None if it is no answer."""
    source, text = draft.source, cast.text
    pronoun = text[slice(*source)] if source else ""
    reply = _REPLIES.match(text, source.end) if source and pronoun.lower() in lexicon.HE_SHE else None
    if not (source and reply):
        return None
    quoted_by = before.source if before.kind is Kind.DIRECT else None
    if asked := _find_question(text, before.span, by, quoted_by):
        return asked.answered_by(cast, pronoun, source.start)
    is_behind = source.start > draft.span.start
    is_alone = is_behind or (draft.sentence is not None and draft.sentence.start == source.start)
    if not is_alone or _TO_ANOTHER.match(text, reply.end()):
        return None  # "Asked why, he replied that S"
    addressee = _find_addressee(text, before)
    if addressee in {"him", "her"}:
        return Question(None if by is OUTLET else by).answered_by(cast, pronoun, source.start)
    whom = _resolve_person(cast, addressee) if addressee else None
    if whom is None or whom == by or not cast.can_refer_to(pronoun.lower(), whom):
        return None
    cast.remember(whom)
    return whom


def _find_addressee(text: str, before: Draft) -> str | None:
    """Find the addressee of a row: "Ann Lee told Bo Ray (that) S", "Ann Lee wrote to Bo Ray in May."."""
    if before.source:
        match = _SPOKE_TO.match(text, before.source.end)
    else:
        match = _SPOKE_TO.search(text, *before.span)
        if match and _ASKED_BY_ANOTHER.search(text, before.span.start, match.start()):
            return None
    following = text[match.end() + 1 : match.end() + _LONGEST_NOUN].partition(" ")[0] if match else ""
    is_whole = not is_person_noun(following.rstrip(",."))  # but "the chief" of "the chief executive"
    return match["who"] if match and is_whole else None


def _resolve_person(cast: Cast, words: str) -> Speaker | None:
    """Resolve the words to a single person; None for an organisation, a crowd or a reporter."""
    named = parse_mention(words)
    if words[0].islower():
        is_one = is_person_noun(named.head) and named.head not in _ASKING_FOR_OTHERS
    else:
        is_one = named.head in cast.full_names or gender_of_title(words) is not None
    return cast.look_up(named) if is_one else None


def _find_question(text: str, words: Span, by: Speaker, source: Span | None) -> Question | None:
    """Find the question that the words report: "Ann Lee asked how many there were", "Ann Lee asked Mr Ray.".

    With the `source` of a quotation, the question is the quotation: ""How many?" asked Ann Lee", ""How many?" Ann Lee asked Mr Ray".
    """
    if source is not None:
        return _find_quoted_question(text, words, source, by) if text[words.end - 1] == "?" else None
    if text.find(" asked ", *words) < 0:
        return None  # the usual case
    question_words = text[slice(*words)].rstrip(". ")
    to = _TO_WHOM.search(question_words)
    is_put = to is not None or _PUT_INDIRECTLY.search(question_words) is not None
    is_main = is_put and _ASKED_BY_ANOTHER.search(question_words.partition(" asked ")[0]) is None
    return Question(None if by is OUTLET else by, to and to["who"]) if is_main else None


def _find_quoted_question(text: str, words: Span, source: Span, by: Speaker) -> Question | None:
    """Find the addressee of a quoted question after its closing mark: ""How many?" Ann Lee asked Mr Ray"."""
    end = text.find("\n", source.end)
    rest = text[words.end : end if end >= 0 else len(text)][:_LONGEST_QUESTION]
    rest = rest.partition(". ")[0].rstrip(". ")
    to = _TO_WHOM.search(rest)
    is_other = to is not None and source.start != words.end + to.start("who")
    return Question(by, to["who"] if to and is_other else None) if _PUT.search(rest) else None
