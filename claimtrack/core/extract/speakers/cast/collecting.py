"""Who appears in an article: the full names and the roles that it gives anywhere."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.headings import find_headline_end, is_named_in_headline
from claimtrack.core.extract.speakers.cast.beside_names import (
    find_apposed_roles,
    find_traded_names,
    is_described_as_body,
    is_traded_company,
    join_titled_first_names,
    opens_with_office,
    speaks_alone,
    words_before_which,
)
from claimtrack.core.extract.speakers.cast.namesakes import (
    Namesakes,
    are_different_people,
    resolve_titled_surnames,
)
from claimtrack.core.extract.speakers.cast.short_names import find_abbreviations
from claimtrack.core.extract.speakers.mentions.gazetteer import (
    is_body_name,
    is_personal_name,
    is_place,
    leader_pronoun,
)
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speakers import Cast
from claimtrack.core.extract.speakers.topics.lone_names import find_self_referring_bodies
from claimtrack.core.extract.speakers.topics.openers import has_shorter_form, skip_non_names
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.occurrences import occurs_without_follower
from claimtrack.core.extract.words.reading import MARKS, lookbehind, name_pattern, words_of
from claimtrack.core.extract.words.titles import (
    HONORIFICS,
    POSTNOMINALS,
    SUFFIXES,
    marks_person,
    office_before_address,
    skip_field,
    strip_possessive,
    without_office,
    without_parentheticals,
    without_postnominals,
    without_titles,
)
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.language.titles import TITLES_IN_FULL
from claimtrack.core.model import ClaimantKind

_FULL_NAME = name_pattern(
    r"[A-Z](?<=\b[A-Z])(?:[\w'-]{1,30}+|(?<!\b[AI])(?= [A-Z])|\.(?= [A-Z]\. [A-Z])|\.[A-Z]\.(?:[A-Z]\.)?(?<!\bU\.[SKN]\.)(?<!\bE\.U\.)(?<!\b[BD]\.C\.))"
    r"(?:(?: (?:[A-Z]\.?|Ó|de|van|von|der|bint?|bint[ei]|ibn|al|el|la|da|di|do|dos|du|le)){0,2} (?:[ae][a-z]-|[hnt](?=[A-Z]))?(?:[A-Z][\w'-]{1,30}+|\"[A-Z][\w-]{1,15}\")){1,6}"
    r"(?:(?<= Haji)(?: [A-Z][\w'-]{1,30}+){1,3})?"  # "Menteri Besar Datuk Seri Haji Zain Haji Omar Lim"
)
_INITIAL = name_pattern(r"[A-Z]\.")
_NICKNAMED = expression(r"[A-Z][a-z]+-[a-z]+$")
_EPITHETICAL = expression(r"-(?:[a-z]+ed|born|led|run|area|era|backing)$|-[a-z]+-[a-z]+$")
_DATELINE = name_pattern(r"[A-Z' ]+(?:, [A-Z][\w. ]{1,20})? (?:\([A-Z][\w .]*\) )?[—-]")
"""An agency's dateline: "LAKE CHARLES, La. (AP) —"."""
_NOT_A_SURNAME = words_of(
    times.WEEKDAYS | (times.MONTHS - {"may", "march"}),
    "street road avenue square park bridge crossing creek canyon heights junction station airport island "
    "river valley county day night show tower terrace crescent gardens stadium sea ocean strait text "
    "abstract security history legacy anger deco american americans latinos room crown stand tape solstice "
    "concept sales studies award awards prize trophy treaty agreement act acts amendment building museum "
    "hotel theatre series edition files",
)
_LOWER_CASE_IN_NAMES = words_of(
    "to be it this that is are was you your on in of for with at by from or we she they about it's don't if "
    "than who what why how get goes says said makes feel"
)
"""Words that a name has only in lower case: "Leaders To Be" is a heading."""

_QUESTION_OPENERS = words_of("Can Will May Might Must Shall Per")
_NAMELESS_OPENING = expression(rf"(?!Per )[^.!?\n]*\?|Per [^.,\n]*, (?!who|[^.,\n]{{1,60}}, (?:[a-z]+ed|{'|'.join(sorted(lexicon.FINITE))})\b)")  # fmt: skip  # "Can Moor win?", "Per Moor, rents rose", but "Per Moor, 61, left"
_OFFICES = (
    "mayor governor sheriff chancellor president premier minister secretary judge coroner superintendent ambassador"
    " commissioner chairman chairwoman bishop archbishop senator councillor councilor prosecutor magistrate"
)
_OFFICE_AND_SURNAME = name_pattern(
    rf" (?=[A-Z])(?i:{lookbehind(_OFFICES)})(?P<name>[A-Z][\w'-]{{2,}}+)(?! [A-Z])"
)
"""A person given by office and surname only: "Mayor Bartlett"."""
_WORD_BEFORE = expression(r"(?<![\w-])[^\W\d_]+$")
"""The word before such a surname, unless it is part of a hyphenated one."""
_TITLED = tuple(f"{title}{stop} " for title in ("Mr", "Mrs", "Ms", "Dr", "Chief") for stop in ("", "."))
_BEFORE_PLACE = words_of("the in at near to from on through of around outside by past")  # "in Victoria Park"
_IN_FIELD = (" of ", " for ", " to ")  # words before a run of capitals that may start with a field
_LONGEST_RANK, _LONGEST_ROLE, _LONGEST_OFFICE = 10, 16, 30  # characters before a name
_FEWEST_IN_NAME, _MOST_CAPITALISED = 2, 4  # words of a name; of a run of capitals that may be one
_LONGEST_INITIAL = 3  # characters of initials: "J.R"


def collect_cast(plain: str, outside: str | None) -> Cast:
    """The cast of an article, with the full names and roles that it gives anywhere; `outside` has quotations masked."""
    cast = Cast(plain, outside or plain, short=find_abbreviations(plain))
    described, traded = words_before_which(plain), find_traded_names(plain)
    shared: list[tuple[str, str]] = []
    for found, at in (runs := _find_capital_runs(plain)).items():
        words = _name_words(plain, found, at)
        if len(words) < _FEWEST_IN_NAME:
            continue
        office = _find_split_office(plain, at)
        name = without_office(words) if office else _skip_field(plain, at, without_titles(words))
        if not name and words[-1].lower() in nouns.COMPANY_SUFFIXES:
            name = words  # "Nolwen Energy", as if it were "Energy Minister"
        name = name[1:] if has_shorter_form(name, runs) or opens_with_office(cast, name) else name
        titles = len(words) - len(name)
        is_suffixed = name[-1:] != [] and name[-1].lower() in SUFFIXES
        is_person = _has_personal_title(plain, at, name, titled=titles > 0)
        if not (is_person or _is_full_name(plain, name, 2 + is_suffixed, titles)):
            continue
        if not is_person and (name[-1].lower() in nouns.COMPANY_SUFFIXES or is_legal_form(name[-1])):
            cast.bodies.setdefault(name[0].lower(), parse_mention(" ".join(name)).name)
            continue
        if _DATELINE.match(plain, at) if found.isupper() else _is_acronym(name[-1]):
            continue  # "Wisconsin CNN": two lines of a dateline
        read = parse_mention(" ".join(["Mr", *name] if is_person else name))
        if read.kind is not ClaimantKind.PERSON or " " not in read.name:
            continue  # "Another Obama": a body, or no full name
        if not (titles or is_person) and (
            is_described_as_body(plain, described, at, read.name)
            or is_traded_company(plain, traded, read.name)
        ):
            cast.bodies.setdefault(name[0].lower(), read.name)
            continue
        surname = strip_possessive(name[-2]).lower() if is_suffixed else read.head
        full = cast.full_names.setdefault(surname, read.name)
        if full != read.name and are_different_people(full, read.name):
            shared += [(surname, full), (surname, full := read.name)]
        given = read.name.split()[0].lower()
        # "Al Harthy" has no first name.
        if given not in full.lower().split()[1:] and not leader_pronoun(given):
            cast.given_names[given] = full if cast.given_names.get(given, full) == full else ""
        role = office_before_address(words[:titles]) if titles else _find_rank(plain, at)
        if role is None or role.rstrip(".") in HONORIFICS:  # "water minister Dr Ann Lee"
            role = _find_role(plain, at) or role
        if role and role not in nouns.BODIES:  # the leader of the Opposition is not "the Opposition"
            cast.roles.setdefault(office or TITLES_IN_FULL.get(role, role), []).append(full)
    cast.namesakes = Namesakes(plain, dict.fromkeys(shared))
    return _add_other_names(cast, plain)


def _add_other_names(cast: Cast, plain: str) -> Cast:
    """The cast, with the people whom the article names otherwise than by first name and surname."""
    join_titled_first_names(cast)
    _add_first_surnames(cast)
    _add_titled_surnames(cast)
    _add_offices_of_surnames(cast)
    cast.alone.update(find_self_referring_bodies(plain, cast.full_names))
    for role, full in find_apposed_roles(cast, plain):
        cast.roles.setdefault(role, []).append(full)
    return cast


def _is_quoted_title(plain: str, start: int, end: int) -> bool:
    """Whether quotation marks enclose a run of capitals, as they do a title of a work: "Small Spans"."""
    return plain.startswith(MARKS, start - 1) and plain.startswith(MARKS, end) if start else False


def _find_capital_runs(plain: str) -> dict[str, int]:
    """Run of capitals that may be a full name -> its first offset."""
    headline = find_headline_end(plain)
    found: dict[str, int] = {}
    for match in _FULL_NAME.finditer(plain):
        if _is_quoted_title(plain, match.start(), match.end()):
            continue
        if match.start() >= headline or is_named_in_headline(plain, match[0].split(), headline):
            found.setdefault(match[0], match.start())
    return found


def _name_words(plain: str, found: str, at: int) -> list[str]:
    """The words of a run of capitals that may be a name with its titles; empty for a heading."""
    words = _skip_possessive(without_parentheticals(found).split())
    if words[0] == "Born":
        return []  # "Born Bridget Lee in Vale, she went by Ann Lee"
    half = len(words) // 2
    words = words[:half] if half > 1 and words[:half] == words[half:] else words  # a repeated byline
    words = words[1:] if words[0] in _QUESTION_OPENERS and _NAMELESS_OPENING.match(plain, at) else words
    words = words if plain.endswith(_TITLED, 0, at) else skip_non_names(words)  # "Mr. Sunday Eze"
    is_heading = len(words) > 1 and any(word.lower() in _LOWER_CASE_IN_NAMES for word in words[1:])
    return [] if is_heading else without_postnominals(words)


def _skip_field(plain: str, at: int, name: list[str]) -> list[str]:
    """The name without the field of the body before it: "the Institute of Zoology Ann Lee"."""
    return skip_field(name) if plain.endswith(_IN_FIELD, 0, at) else name


def _is_full_name(plain: str, name: list[str], fewest: int, titles: int) -> bool:
    """Whether words are a first name and a surname, with a few or lower-case words between: "Salim bin Nasser al Harthy"."""
    capitals = [word for word in name if word[0].isupper()]
    if len(name) < fewest or is_body_name([word.lower() for word in name[:-1]]):
        return False  # "Speaking to the Daily Mail Lee said"
    is_name = len(capitals) <= _MOST_CAPITALISED and name[-1].lower() not in _NOT_A_SURNAME
    return is_name and _may_have_initial(plain, name, titles)


def _may_have_initial(plain: str, name: list[str], titles: int) -> bool:
    """Whether a name has no initial without a full stop, or is a person's: "Minister K S Lee", but not "Vitamin D Council"."""
    is_plain = all(len(word) > 1 for word in name)
    return is_plain or titles > 0 or is_given_name(name[0].lower()) or speaks_alone(plain, name[-1])


def _has_personal_title(plain: str, at: int, name: list[str], *, titled: bool) -> bool:
    """Whether a title, an occupation or the surname alone shows a person, although the surname is a noun for a body: "union boss Tim Lodge"."""
    if len(name) != _FEWEST_IN_NAME or not is_personal_name([word.lower() for word in name], titled=True):
        return False
    before = plain[max(0, at - _LONGEST_ROLE) : at].rstrip().rpartition(" ")[2]
    return titled or marks_person(before) or (before not in _BEFORE_PLACE and speaks_alone(plain, name[1]))


def _find_split_office(plain: str, at: int) -> str | None:
    """The office in "Minister for Housing Ann Lee", where the run of capitals starts at "Housing"; None without one."""
    tail = plain[max(0, at - _LONGEST_OFFICE) : at]
    if not tail.rstrip().endswith(("for", "of")):
        return None
    before = tail.replace(" of State for ", " for ").split()[-2:]
    is_office = len(before) > 1 and before[1] in {"for", "of"} and before[0][0].isupper()
    return before[0].lower() if is_office and before[0].lower() in nouns.TITLES else None


def _find_rank(plain: str, at: int) -> str | None:
    """The abbreviated rank before a name, "Sgt. Ann Lee"; not the last of several, "Lt. Gov. Ann Lee"; None without one."""
    tail = plain[max(0, at - _LONGEST_RANK) : at]
    if "." not in tail:
        return None
    *before, last = ["", *tail.split()]
    rank = last.removesuffix(".").lower()
    return rank if last.endswith(".") and rank in TITLES_IN_FULL and before[-1:] != ["Lt."] else None


def _find_role(plain: str, at: int) -> str | None:
    """The office or occupation before a name: "the auditor general Ann Lee", "the singer Paul Ray"; None without one."""
    role = plain[max(0, at - _LONGEST_ROLE) : at].rstrip().rpartition(" ")[2]
    return role if role in nouns.NAME_PREMODIFIERS and plain[at - 1] == " " else None


def _add_titled_surnames(cast: Cast) -> None:
    """Let "Judge Lee", and "the judge", refer to somebody other than Tom Lee where she is another person."""
    for called, name in resolve_titled_surnames(
        cast.outside, cast.full_names, cast.namesakes, find_headline_end(cast.text)
    ).items():
        cast.full_names[called] = name
        if called == name.lower():
            role = called.split()[-2].removesuffix(".")
            cast.roles.setdefault(TITLES_IN_FULL.get(role, role), []).append(name)


def _add_offices_of_surnames(cast: Cast) -> None:
    """Let "the mayor" refer to a Mayor Bartlett whom the article never names in full, where it has no other mayor."""
    found: dict[str, set[str]] = {}
    for match in _OFFICE_AND_SURNAME.finditer(cast.outside, find_headline_end(cast.text)):
        at = match.start()
        before = _WORD_BEFORE.search(cast.outside, max(0, at - _LONGEST_OFFICE), at)
        if before and match["name"].lower() not in cast.full_names and not is_place(match["name"]):
            found.setdefault(before[0].lower(), set()).add(match["name"].removesuffix("'s"))
    for office, names in found.items():
        if len(names) == 1:
            cast.roles.setdefault(office, list(names))


def _add_first_surnames(cast: Cast) -> None:
    """Let "Condori" refer to Elvira Condori Mamani where the article calls her so."""
    for full in list(cast.full_names.values()):
        *_, first, last = full.split()
        is_middle = full.count(" ") > 1 and len(first) > _LONGEST_INITIAL and not is_given_name(first.lower())
        if is_middle and occurs_without_follower(cast.text, first, last):
            cast.full_names.setdefault(first.lower(), full)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word not in POSTNOMINALS and not set(word) <= set("IVX")


def _skip_possessive(words: list[str]) -> list[str]:
    """The words of a run of capitals after a possessive ("Oxfam's Kenya") or an epithet ("Geneva-based")."""
    starts = [
        at + 1
        for at, word in enumerate(words[:-1])
        if word.endswith(("'s", "s'")) or ("-" in word and _EPITHETICAL.search(word))
    ]
    first = starts[-1] if starts else 0
    if len(words) > first + 2 and _NICKNAMED.match(words[first]) and is_given_name(words[first + 1].lower()):
        first += 1  # "Fat-cat Dean Marsh"
    return [
        word if "." in word and _INITIAL.fullmatch(word) else strip_possessive(word) for word in words[first:]
    ]
