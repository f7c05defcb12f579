"""Rewrite rules that replace two or three words by one, "is opposed to", and abbreviations by what they stand for: "UAE", "Calif.", "w/o"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.language.american_states import STATE_ABBREVIATIONS
from claimtrack.core.language.countries import ONE_WORD_COUNTRIES
from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.normalisation.rules import rule
from claimtrack.core.match.words.forms import is_verb_form

_COUNTRIES = {
    **dict.fromkeys(("democratic republic of congo", "drc", "dr congo", "congo-kinshasa"), "the Democratic Republic of the Congo"),
    **dict.fromkeys(("republic of congo", "congo republic", "congo-brazzaville"), "the Republic of the Congo"),
    "czech republic": "Czechia", "slovak republic": "Slovakia", "russian federation": "Russia", "people's republic of china": "China",
    "syrian arab republic": "Syria", "islamic republic of iran": "Iran", "dprk": "North Korea", "republic of korea": "South Korea",
    "democratic people's republic of korea": "North Korea", "republic of turkey": "Turkey", "federal republic of germany": "Germany",
    "us federal reserve": "Fed", "u.s. federal reserve": "Fed", "federal reserve": "Fed", "scotus": "the US Supreme Court", "new delhi": "Delhi",
    "great britain": "Britain", "cabo verde": "Cape Verde", "timor-leste": "East Timor", "swaziland": "Eswatini", "united arab emirates": "UAE",
}  # fmt: skip
"""Formal or local name of a country, a bank or a court -> the name that newsrooms use."""
_PARTIES = {
    "Conservative": "Conservatives", "Tory": "Tories", "Labour": "Labour", "Labor": "Labor", "Republican": "Republicans", "Democratic": "Democrats",
    "Green": "Greens", "Liberal Democrat": "Liberal Democrats", "Social Democratic": "Social Democrats", "Christian Democratic": "Christian Democrats",
}  # fmt: skip
_FULL_FORMS = {
    "e-mail": "email", "w/o": "without", "w/": "with ", "b/c": "because", "e.g.": "for example", "i.e.": "that is", "for instance": "for example",
}  # fmt: skip


def _rewrite_official_name(match: re.Match[str]) -> str:
    short_name = _COUNTRIES[match[2].lower()]
    return f"{match[1]}{short_name}" if match[1] and short_name == "Fed" else short_name


def _rewrite_party(match: re.Match[str]) -> str:
    """Rewrite a party as its members; not before somebody of it, or without an article: "Labour Party members", "a Tory party"."""
    article, name, after = match[1] or "", match[2], match[3] or ""
    if after or not article:
        return f"{article}{name}{after}"
    short_name = _PARTIES[name]
    return short_name if short_name == name else f"{article}{short_name}"


_TOWN = expression(r"\b[A-Z][a-z]+$")
_CHARACTERS_BEFORE_TOWN = 30
"""Number of characters before a state in which its town is looked for."""


def _expand_state(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _CHARACTERS_BEFORE_TOWN) : match.start()]
    return f", {STATE_ABBREVIATIONS[match[1]]}" if _TOWN.search(before) else match[0]


_NEGATED = "doesnt didnt dont isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt"
_CONTRACTED = "theyre youre theyve youve weve theyll youll hes shes thats theres"

ABBREVIATIONS = (
    # A contraction that lost its apostrophe, as in scraped texts; "cant" and "wont" are also words, and names with a capital.
    rule(_NEGATED, rf"(?i)\b({_NEGATED.replace('nt', '').replace(' ', '|')})nt\b", r"\1n't"),
    rule("cant wont", r"(?<!is )(?<!his )(?<!her )(?<!its )(?<!their )(?<!was )(?<!are )(?<!were )\b(ca|wo)nt(?= (?!to\b)[a-z])", r"\1n't"),
    rule(_CONTRACTED, r"(?i)\b(they(?=re|ve|ll)|you(?=re|ve|ll)|we(?=ve)|(?:he|she|that|there)(?=s))(re|ve|ll|s)\b", r"\1'\2"),
    rule(
        "Federal_Reserve SCOTUS New_Delhi Republic Federation Congo DRC DPRK Great_Britain Cabo_Verde Timor- "
        "Swaziland Emirates",
        rf"(?i)(?<![^\W_])(the )?({'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})(?![^\W_])",
        _rewrite_official_name,
    ),
    # A party by its full name, as its members are called.
    rule(
        "Party party",
        rf"(?:(\b[Tt]he )|\b)({'|'.join(_PARTIES)}) [Pp]arty\b(?!'|-)"
        r"( (?:chair|leader|conference|convention|spokes|candidate|member|official|politician|lawmaker|donor|headquarters|platform|primar|nomin)\w*)?",
        _rewrite_party,
    ),
    rule("e-mail w/ b/c e.g. i.e. for_instance", r"(?<![^\s(])(?:e-mail(?=s?\b)|w/o\b|w/ ?(?=[a-z])|b/c\b|e\.g\.|i\.e\.|for instance\b)", lambda m: _FULL_FORMS[m[0].strip()]),
    # An abbreviated state after a town: "Portland, Ore.", "Portland, OR".
    rule(",_", rf", ({'|'.join(map(re.escape, STATE_ABBREVIATIONS))})(?![^\W_])", _expand_state),
    # The prime minister's house as a speaker; otherwise it is a number.
    rule(
        "no number",
        r"\b(?:No\.? ?10|Number (?:10|[Tt]en))(?= (?:has|had|is|was|will|would|said|says|denie[sd]|declined|rejected|rejects|announced|announces|refused"
        r"|insisted|insists|confirmed|confirms|sources?|spokes\w+|officials?|aides?|staff)\b)",
        "Downing Street",
    ),
)  # fmt: skip


_WHOLE_COUNTRIES = "|".join(
    country.title() for country in sorted(ONE_WORD_COUNTRIES - {"ireland", "australia", "cyprus", "samoa"})
)
"""Countries of which "northern" or "western" names no country or state, as it does in "Northern Ireland"."""
_CONTEST = r"(?:match|game|final|semi-?final|quarter-?final|play-?off|derby|cup|league|series|test|race|contest|election|vote|referendum|poll|fight|bout)"
_OPPOSE = {"is": "opposes", "are": "oppose", "was": "opposed", "were": "opposed"}
_HAVE = {"is": "has", "are": "have", "was": "had", "were": "had"}
_NO_PLACE = r"(?!(?:home|shore|land|town|work|school|here|there|this|that|it|them|him|her|all|what|where|every\w+|any\w+)\b|\w+(?<!le)(?<!ou)s\b)"
_PREDICATE_ADJECTIVE = (
    rf"{_NO_PLACE}(?=[a-z]{{3,}}(?:$|[.,;:!?]| (?:and|or|but|for|in|on|at|to|as|with|among|when|because)\b))"
)
"""How something is, not where: the last word of a clause or phrase, and no place."""

_APART_VERBS = words_of(
    "stand stands stood set sets live lives lived keep keeps kept grow grows grew come comes came told far miles worlds"
)
"""Before "apart from" these are no exception: "all of them lived apart from their parents"."""


def _rewrite_exception(match: re.Match[str]) -> str:
    """Rewrite "every state apart from" as "every state except", and "but not" where no verb is before: not "all came, but not the mayor's guests"."""
    excepted = match[2].lower().split()
    is_kept = any(map(is_verb_form, excepted)) if match[3] else not _APART_VERBS.isdisjoint(excepted[-1:])
    return match[0] if is_kept else f"{match[1]} except "


_NEARLY = r"(?:almost|nearly|virtually|practically|essentially|effectively|largely|broadly|mostly)"
_SHORTER_FORMS = {
    "value added tax": "VAT", "value-added tax": "VAT", "gross domestic product": "GDP", "at no cost": "free", "at no charge": "free",
    "at no extra cost": "free", "at no extra charge": "free", "until further notice": "indefinitely",
    "at no time": "never", "at no point": "never", "at no stage": "never", "at no moment": "never", "on no occasion": "never",
    "in no way": "never", "under no circumstances": "never",
    "hardly ever": "rarely", "scarcely ever": "rarely", "almost never": "rarely", "a number of": "several", "almost certainly": "probably",
}  # fmt: skip

PHRASINGS = (
    rule("opposed", r"\b(is|are|was|were) opposed to\b", lambda m: _OPPOSE[m[1]]),
    # Distances, and "far from" as a negation: "a long way from the coast", "far from fair", "anything but fair".
    rule("far way", r"\b(?:far away|a (?:long|great) way) from\b", "far from"),
    rule("nowhere", r"\b(?<=is |re )nowhere near\b(?! (?:as|[\d$£€]))", "far from"),
    rule(
        "far way nowhere anything",
        rf"\b(is|are|was|were|be|been) (?:far from (?:being )?{_PREDICATE_ADJECTIVE}|anything (?:but|except) (?=[a-z]))",
        r"\1 not ",
    ),
    rule("non-", r"(?i)\b(non)-(?=[a-z]{2})", r"\1"),
    rule("stay stays stayed remain remains remained", r"\b((?:stay|remain)(?:s|ed)?) the same(?=[.,;]|$| (?:since|in|at|for|from|until|during|last|this|over|and|but|while|though|although|when|after|before|despite)\b)", r"\1 unchanged"),
    # What did not move: "was little changed", "closed flat", "was almost unchanged".
    rule("changed", r"\b(?:little|hardly|barely|scarcely) changed\b", "unchanged"),
    rule("flat", rf"\b((?:is|are|was|were|been|remain|stay|end|close|open|finish|trade)(?:s|d|ed)? )(?:{_NEARLY} )?flat(?=[.,;]|$| (?:on|in|at|from|for|this|last|since|year|against|after|and|while|during|overnight)\b)", r"\1unchanged"),
    rule("unchanged", rf"\b{_NEARLY} unchanged\b", "unchanged"),
    # A part of a country, at the beginning written like a name: "Northern France".
    rule("northern southern eastern western", rf"^(North|South|East|West)ern (?=(?:{_WHOLE_COUNTRIES})\b(?! [A-Z]))", lambda m: m[0].lower()),
    rule("continue continues continued", r"\bcontinue(s|d)? to be\b", lambda m: f"remain{'ed' if m[1] == 'd' else m[1] or ''}"),
    # An exception from all or from none: "every state apart from Ohio".
    rule(
        "apart aside save but_not",
        r"(?i)\b((?:all|every\w*|each|any\w*|no|none|nobody|nothing|nowhere)\b((?: [^\s,;.]+){0,6})),? "
        r"(?:(?:apart|aside) from|save for|(but) not(?= (?:the|those|these|its|his|her|their)\b| (?-i:[A-Z]))) (?!\w+ing\b)",
        _rewrite_exception,
    ),
    rule("apart aside", r"(?i)^(?:apart|aside) from ((?!\w+ing\b)[^,]{1,60}, (?:all|every\w*|each|no|none|nobody|nothing)\b)", r"Except for \1"),
    rule("all_bar", r"\b([Aa]ll) bar (?=(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d))", r"\1 but "),
    rule(
        "winless unbeaten undefeated",
        r"\b(is|are|was|were|has been|have been|had been) (?:(winless)|(?:unbeaten|undefeated)(?= in (?:\w+ ){1,5}(?:games|matches|tests|fixtures|bouts|fights)\b))",
        lambda m: f"{_HAVE.get(m[1], m[1].removesuffix(' been'))} not {'won' if m[2] else 'lost'}",
        re.IGNORECASE,
    ),
    rule("debut", r"\bdebut (?=(?:album|novel|single|film|feature|book|play|season|collection)s?\b)", "first "),
    rule("located situated", r"\b(?:(is)|are) (?:located|situated) (?=(?:in|on|at|near|along|by|between|outside|close)\b)", lambda m: "lies " if m[1] else "lie "),
    rule("beaten defeated", rf"\b(?:was|were|been|got) (?:beaten|defeated) in (?=(?:the|a|its|their|his|her) (?:[\w-]+ ){{0,3}}(?:{_CONTEST}\b|by-election\b(?![^,.;]{{0,60}} by [A-Z])))", "lost "),
    # The seat of a body, moved before the noun.
    rule("based", r"\b([Tt]he|[Aa]n?) ([a-z]+)(?:, | |, which is | which is | that is )based in ((?:[A-Z][\w.]*\w ){0,2}[A-Z][\w.]*\w)(?:,(?= )|(?=[ .]))", r"\1 \3-based \2"),
    rule("disputed refuted rebutted contested", r"\b(?:disputed|refuted|rebutted|contested) that\b", "denied that"),
    rule("_no_ added domestic further ever never number certainly", rf"(?i)\b({'|'.join(_SHORTER_FORMS)})\b", lambda m: _SHORTER_FORMS[m[1].lower()]),
    # "Has got to pay" is "has to pay"; but not "has got to the harbour", "to Malm", "to 12 percent", "has got to know him".
    rule(
        "got",
        r"(?:\b(has|have)|'(?:ve|(s)))(?: just)? got to (?=[a-z])(?!(?:know|the|an?|its?|their|his|her|all|every|each|this|that|these|those|where|many|most|some|both|within|nearly|almost|about|over)\b)",
        lambda m: f"{m[1]} to " if m[1] else f" {'has' if m[2] else 'have'} to ",
    ),
    # A round of a cup, by name or by the number of teams left; but not "the last four games".
    rule(
        "final finals quarterfinal quarterfinals semifinal semifinals quarter-final semi-final last round",
        r"(?i)\b(?:(quarter[- ]?finals?)|(semi[- ]?finals?)|round of (?:16|sixteen)"
        r"|(?<=the )last (?:(eight|8)|(four|4)|16|sixteen)(?=[.,;:]|$| (?:of the|at|in|on|against|after|by|with|this)\b| to (?-i:[A-Z])))\b",
        lambda m: "quarterfinal" if m[1] or m[3] else "semifinal" if m[2] or m[4] else "last16",
    ),
)  # fmt: skip
