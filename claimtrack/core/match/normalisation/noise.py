"""What is no part of a statement: the source of a post, feed or transcript, assurances, hesitation, restarts, words broken at the end of a line."""

from __future__ import annotations

import re
from operator import eq

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import NUMBER_WORDS, ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.normalisation.rules import Rule, rule
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.typography import unify
from claimtrack.core.texts.typography import lower_in_place

_HEAD = expression(
    r"""^\s*(?:
      (?:>\s?)+ | \[?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\]?\s(?=[A-Z"'])(?!(?:[AP]M|GMT|UTC|BST|CES?T|[EP][DS]?T)\b)  # ">> ", "[00:12:04] "
    | (?:\(\d{1,2}/\d{1,2}\) | \d{1,2}/)\s+(?=[A-Z"'])                      # "1/ ", "(1/5) "; but "2/3 Of them", "9/11 Families"
    | \d{1,2}/\d{1,2}\s+(?=(?:An?|He|I|In|It|Our|She|The|There|They|This|We)\s[a-z])
    | (?:(?P<town>[A-Z][A-Z .,'-]{2,40})(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s?)?\((?:AP|AFP|ANSA|dpa|EFE|IANS|PA|PTI|Reuters|TASS|UPI|Xinhua)\)\s?-+\s
    | \d{1,2}[.)]\s(?=[A-Z][a-z]*\s[a-z])                                  # "1. "
    | (?:EXCLUSIVE|PHOTOS?|UPDATED?|URGENT|VIDEOS?)(?::|\s[-|])\s
    )+""",
    re.VERBOSE,
)
_RESTART = expression(
    r"(?<![^\W_])((?:[^\W\d_]+(?:'[^\W\d_]+)? ){0,4}([^\W\d_]+)(?:'[^\W\d_]+)?)( - | ?,? )(?=\1(?![^\W_]|'))",
    re.IGNORECASE,
)
"""Words that are repeated at once: "never paid - never paid any"."""
_RESTARTED_WORDS = words_of("the a an of in to and for with on at by from his her their its our my that")
"""Only after these a comma may separate a repetition: "in the, in the town"; but "if it is, it is over"."""
_MEANT_TWICE = {*NUMBER_WORDS, *ORDINALS, "great"}
"""Words that are repeated on purpose: "in twenty twenty", "the first first lady", "her great great aunt"."""
_RESTARTED_WITH_COMMA = frozenset(f"{word}," for word in _RESTARTED_WORDS)
_PICTURES = r"\U0001F1E6-\U0001F1FF\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F"


def _drop_restart(match: re.Match[str]) -> str:
    """Return "" for the first of two repeated stretches, or the match if the repetition is meant: "Bora Bora"."""
    word = match[2].lower()
    if "," in match[3]:
        return "" if word in _RESTARTED_WORDS else match[0]
    continues = match.string[match.end() :][:1].isupper()
    is_name = match[1].istitle() and word not in STOP_WORDS and continues  # "Bora Bora"
    return match[0] if "-" not in match[3] and (word in _MEANT_TWICE or is_name) else ""


def _digit_to_letter(match: re.Match[str]) -> str:
    """Return a digit within a word as the letter it was misread for, if that makes a word or a name."""
    before = _LETTERS_BEFORE.search(match.string, max(0, match.start() - _CHARACTERS_BEFORE), match.start())
    if not before or (len(before[0]) == 1 and len(match[1]) < 2):
        return match[0]
    after = ("l" if match[0][0] == "1" else "o") + match[1]
    is_name = before[0][0].isupper() and len(match[1]) > 1  # "L0ndon"
    return after if is_name or is_english((before[0] + after).lower()) else match[0]


_LETTERS_BEFORE = expression(r"(?<![^\W_])[A-Za-z][a-z]*$")
_CHARACTERS_BEFORE = 50
"""Number of characters before a digit in which the letters of its word are looked for."""


def _join_broken_word(match: re.Match[str]) -> str:
    """Join a word that was broken at the end of a line; but "pre- and post-war"."""
    word = match[1] + match[2]
    return word if is_english(word.lower()) else match[0]


NOISE = (
    # Pictures before a post, even flags, and an editor's "[sic]".
    rule("", rf"^(?:[{_PICTURES}]\s*)+(?=[\"'#]?[A-Z])", ""),
    rule("BREAKING JUST_IN", rf"^#?((?:BREAKING|JUST IN)(?: NEWS)?)[{_PICTURES}]+\s*", ""),
    rule("[sic]", r"\s?\[sic\]", ""),
    Rule(
        tuple(
            "> / : [ 0. 0) (AP) (AFP) (ANSA) (dpa) (EFE) (IANS) (PA) (PTI) (Reuters) (TASS) (UPI)"
            " (Xinhua) EXCLUSIVE PHOTO PHOTOS UPDATE UPDATED URGENT VIDEO VIDEOS".split()
        ),
        _HEAD,
        "",
    ),
    rule(
        ") ] via_@ _|_ _-_",
        r"""(?:
          \s\(\d{1,2}/\d{1,2}\) | \[\d{1,3}\] | \[citation\sneeded\]            # " (1/5)", "[3]"
        | \s\(?(?:via|h/t)\s@\w+\)?
        | \s\((?:AP|AFP|ANSA|dpa|EFE|IANS|PTI|Reuters|TASS|UPI|Xinhua)\)
        | \s?\((?i:source|via|h/t)s?:?\s[^()]{2,40}\)
        | \s\|\s(?:The\s|(?=[^|]*\b(?:News|Times|Post|Mail|Herald|Press|Journal|Tribune|Magazine|Mirror|Express|Gazette|Politics|com|org)\b))
          [A-Z][A-Za-z'.& ]{1,40}                                               # " | The Guardian"; but " | Germany"
        | \s[|-]\s(?:BBC(?:\sNews)?|CNN|Reuters|AP\sNews|The\s(?:Guardian|Times|Independent|Telegraph|Sun|Economist|Hindu|New\sYork\sTimes|Washington\sPost))
        )+\s*$""",
        "",
        re.VERBOSE,
    ),
    # "Um", which is a word in other languages, and "er" only before a comma.
    rule("uh uhm erm um, er,", r"(?<![^\s,(])(?:(?:uh|uhm|erm)(?![^\s,.)]),?|(?:um|er),)\s*", ""),
    rule("-", r"(?<![^\W_])([^\W\d_]{2,})-\s+([a-z]{2,})(?![^\W_])", _join_broken_word),
    # Assurances within the sentence: "crime has clearly fallen", "has without a doubt fallen".
    rule("clearly obviously course", r"\b(ha(?:s|d|ve)) (?:clearly|obviously|of course) (?=[a-z])", r"\1 "),
    rule("doubt question", r"\b(ha(?:s|d|ve)|is|are|was|were|will|would) (?:without|beyond) (?:(?:a|all|any) )?(?:doubt|question) (?=[a-z])", r"\1 "),
    # A letter that a scanner misread as a digit: "pe0ple", "p1ants".
    rule("0", r"[01](?<=[A-Za-z].)([a-z]*)(?![^\W_])", _digit_to_letter),
)  # fmt: skip


def strip_restarts(text: str) -> str:
    """Return a text without the words that the speaker starts again."""
    return _RESTART.sub(_drop_restart, text) if " - " in text or _may_repeat(text.lower().split()) else text


def _may_repeat(words: list[str]) -> bool:
    """Whether a word is repeated, or a little one ends with a comma; most texts are passed by."""
    return any(map(eq, words, words[1:])) or not _RESTARTED_WITH_COMMA.isdisjoint(words)


def compare_datelines(a: str, b: str) -> str | None:
    """Describe the datelines of two agency reports if they differ: "the mayor" is another person in another town."""
    towns = [
        found["town"].strip() for text in (a, b) if (found := _HEAD.match(unify(text))) and found["town"]
    ]
    return f"differs: {' / '.join(towns)}" if len(towns) > 1 and towns[0] != towns[1] else None


CONTROLS = expression(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*\x07?|.)?", re.DOTALL)
"""Escape sequences of a terminal, whose digits are no numbers of the claim."""
# The last line of an embedded tweet: "- Ann Lee (@annlee) May 5, 2020". Dashes are already of one kind.
_SIGNATURE = expression(
    r"\s?-\s?([^@\n]{0,60})\((?:@\w+\)\s*([A-Z][A-Za-z]+ \d{1,2}, \d{4})?|\w+\)\s*([A-Z][A-Za-z]+ \d{1,2}, \d{4}))[\"'\s]*$"
)
_AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|ca|could|will|wo|would|should|must|might|need|ai"
_CAMEL_CASE = expression(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

ADDRESSES = rule(
    ":// www twitter t.co/ T.CO/", r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S*", " ", re.IGNORECASE
)
POSTS = (
    # Scripts, styles and tags of a page.
    rule("<", r"<(script|style)\b[^<>]*>(?:(?!<script|<style).)*?</\1\s*>", " ", re.IGNORECASE | re.DOTALL),
    rule("<", r"</?(?:p|b|i|u|a|em|strong|br|div|span|blockquote|q|h[1-6]|li|ul|ol)(?:\s[^<>]*=[^<>]*)?\s?/?>", " ", re.IGNORECASE),
    # A handle before a sentence is the author or the addressee; before a verb it is the subject.
    rule(
        "@ : |",
        r"""^\s*(?:RT:?\s@\w+:?\s+|(?:\.?@\w+[,:]?\s+)+(?=["']?[A-Z][a-z]*\b)"""
        r"""|\#?(?i:fact[- ]?check(?:ed)?|breaking(?: news)?|just in|watch|thread|the claim|live updates|confirmed"""
        r"""|(?:shock )?poll|survey|exclusive|revealed|exposed|bombshell|shocker|scandal|outrage|unbelievable|developing)\s?[:|]\s+)+""",
        "",
    ),
    # Question tags: "..., didn't it?".
    rule(
        "?",
        rf"""[,;-]\s*(?:(?:{_AUXILIARY})(?:n't)?\s(?:it|he|she|they|we|you|i|there|that|this|these|those)(?:\snot)?|right|correct|no|eh|yes"""
        r"""|don't\syou\sthink|isn't\sthat\s(?:so|right|true)|am\si\sright)\s*\?+["'\s]*$""",
        ".",
        re.IGNORECASE,
    ),
)  # fmt: skip
TAGS = (rule("# @", r"[#@]\w+", lambda m: _CAMEL_CASE.sub(" ", m[0][1:].replace("_", " "))),)  # fmt: skip


def split_signature(text: str) -> tuple[str, str | None, str | None]:
    """Return a text without its signature, and the author and date of a quoted tweet."""
    found = _SIGNATURE.search(text) if "(" in text else None
    if not found:
        return text, None, None
    author, date = found[1].strip(), (found[2] or found[3] or "").title()
    return text[: found.start()], author or None, date or None


_INTENSIFIERS = (
    r"(?:(?:absolutely|perfectly|painfully|abundantly|blindingly|glaringly|patently|increasingly|generally|universally|widely|commonly|"
    r"publicly|certainly|clearly|simply|really|truly|surely|equally|very|quite|now|also|all too|crystal|well|plain and) )*"
)
"""Left out are "falsely", "partly", "apparently", "rarely" and many others, which take back an assurance."""
_SURE = (
    r"(?:clear|plain|obvious|evident|certain|undeniable|indisputable|incontrovertible|unquestionable|undisputed|true|known|"
    r"beyond (?:all |any )?(?:doubt|dispute|question)|common knowledge|no secret|"
    r"an? (?:(?:plain|simple|sad|hard|proven|known|well-known|undeniable|established|matter of) )*(?:fact|truth))"
)
_WE = r"(?:every(?:one|body)|any(?:one|body)|(?:we|you) all|all of (?:us|you)|most people)"
_NO_DOUBT = (
    r"no (?:real |serious )?(?:doubt|question|denying|disputing|escaping)(?: at all| about it| whatsoever)?"
)
_WITHOUT_DOUBT = (
    r"(?:without|beyond) (?:(?:a|all|any|the slightest) )?(?:shadow of a )?(?:doubt|question)|no doubt"
)
_NOT_MANNER = r"(?= ?[,;:]| (?:the|an?|this|that|these|those|there|we|they|he|she|it|i|you|our|my|his|her|their|its|nobody|no)\b)"
"""Before other words the adverb may express manner: "*Clearly* marked exits", "*Plainly* dressed officers"."""
_ASSURANCES = "|".join((
    rf"there(?:'s| is| was| can be| could be) (?:absolutely |simply )?{_NO_DOUBT}(?: the fact)?|(?:i|we) have {_NO_DOUBT}",
    rf"it(?:'s| is| was| remains| has become) {_INTENSIFIERS}{_SURE}(?: to (?:{_WE}|me))?",
    r"it (?:can ?not|can't|could not|couldn't) be (?:denied|disputed|doubted)|it goes without saying|needless to say",
    r"it (?:should|must) be (?:said|remembered|noted|stressed|emphasi[sz]ed)",
    rf"(?:let us|let's|let me|to|i will|i want to) be {_INTENSIFIERS}(?:clear|honest|frank|blunt|plain)(?: about (?:it|this))?",
    r"make no mistake(?: about (?:it|this|that))?",
    rf"as (?:{_WE}|we|you)(?: here| already)? (?:knows?|can see|remembers?)|{_WE}(?: already)? knows?(?! (?!that\b)(?:[\w'-]+ ){{1,3}}(?:who|whom|whose|that)\b)",
    r"of course|in truth|in (?:actual )?fact|as a matter of fact|indeed|(?:most )?certainly|definitely",
    rf"{_WITHOUT_DOUBT}|undoubtedly|doubtless|undeniably|unquestionably|(?:clearly|obviously|plainly|evidently|frankly|honestly){_NOT_MANNER}",
    r"believe me|trust me|mark my words|rest assured|simply put",
))  # fmt: skip
_ASSURANCES_WITH_THAT = "|".join((
    r"the (?:(?:plain|simple|sad|hard|harsh|bitter) )*(?:truth|fact|reality|bottom line)(?: of the matter)? (?:is|remains)",
    r"(?:nobody|no one|no-one) (?:(?:can|could|will|would|seriously|really) )*(?:den(?:y|ies)|disputes?|doubts?|questions?)",
    r"(?:never|do not|don't|let us not|let's not) forget|remember|fact|yes|look|listen|folks|friends",
))  # fmt: skip
"""These are assurances only before "that" or punctuation: not "Nobody disputes the figures", "Friends of the river sued"."""
_THAT = r"(?:,? that |\s?[:,;-]+(?<!\bfact-)(?<!\byes-)(?<!\blook-)\s?(?:that )?)"
_OPENING_ASSURANCE = expression(
    rf"\W*(?:(?:and|but|so|well) )?(?:(?:{_ASSURANCES})(?:{_THAT}| )|(?:{_ASSURANCES_WITH_THAT}){_THAT})"
    r"(?!(?:that|if|whether|how|why|what|in|of|about|for|from|to)\b)"
)
_CLOSING_ASSURANCE = expression(
    rf"\s?[,;-]\s?(?:make no mistake|there (?:is|can be) {_NO_DOUBT}|believe me|of course|indeed|in fact|(?:and )?that(?: is|'s) a fact|"
    rf"as (?:{_WE}|we) (?:here )?knows?|period|full stop|{_WITHOUT_DOUBT})(?: about (?:it|that))?\W*$"
)


def strip_vouching(text: str) -> str:
    """Return a text without the words before or after its claim that only assert its truth."""
    lower = lower_in_place(text)
    at, stop = 0, len(text)
    while found := _OPENING_ASSURANCE.match(lower, at):
        at = found.end()
    if ("," in lower or "-" in lower or ";" in lower) and (found := _CLOSING_ASSURANCE.search(lower, at)):
        stop = found.start()
    claim = text[at:stop]
    return f"{claim[0].upper()}{claim[1:]}" if claim and claim != text else text
