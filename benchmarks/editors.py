"""Editors of real claims for edited.py: each changes one fact of a claim, or only how it is written.

They use regular expressions and word lists of their own, independent of the matcher's, so that the pairs are a fair test of it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

Editor = Callable[[str, random.Random], str | tuple[str, str] | None]
"""Returns the edited claim, or two edited forms of it if both sides of the pair differ from the claim; None where it does not apply."""


def words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


def parse_swaps(listed: str) -> dict[str, str]:
    """A map from each word to its counterpart, in both directions: "rise/fall more/less"; "_" stands for a space."""
    pairs = [pair.replace("_", " ").split("/") for pair in listed.split()]
    return {b.lower(): a for a, b in reversed(pairs)} | {a.lower(): b for a, b in pairs}


def swap_editor(listed: str, before: str = "", behind: str = "") -> Editor:
    """An editor that replaces one of the listed words with its counterpart, if the context matches `before` and `behind`."""
    other = parse_swaps(listed)
    found_by = re.compile(
        rf"{before}\b({'|'.join(sorted(map(re.escape, other), key=len, reverse=True))})\b{behind}",
        re.IGNORECASE,
    )

    def edit(text: str, rng: random.Random) -> str | None:
        places = list(found_by.finditer(text))
        if not places:
            return None
        found = rng.choice(places)
        return replace_span(text, found.span(1), match_capital(found[1], other[found[1].lower()]))

    return edit


def rewrite_editor(*rules: tuple[str, str]) -> Editor:
    """An editor that applies one of the matching rules, a random one."""
    compiled = [(re.compile(what), into) for what, into in rules]

    def edit(text: str, rng: random.Random) -> str | None:
        fitting = [(what, into) for what, into in compiled if what.search(text)]
        if not fitting:
            return None
        what, into = rng.choice(fitting)
        return what.sub(into, text, count=1)

    return edit


def replace_span(text: str, span: tuple[int, int], other: str) -> str:
    return text[: span[0]] + other + text[span[1] :]


def exchange(text: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    return (
        text[: one[0]] + text[slice(*other)] + text[one[1] : other[0]] + text[slice(*one)] + text[other[1] :]
    )


def match_capital(written: str, word: str) -> str:
    return word[0].upper() + word[1:] if written[0].isupper() else word


OPENERS = words(
    "The A An In On At It There They We He She This That These Those For Under Since When If After Before Of Most Some All More "
    "Nearly Over Every No One Only Our His Her Their My Your You By With From To Because While As Many About Between Every Each"
)


def lower_first(text: str) -> str:
    """The text as a clause after other words: its first word in lower case if that is a function word."""
    return text[0].lower() + text[1:] if text.split(" ", 1)[0] in OPENERS else text


NUMBER = re.compile(r"(?<![\w.,#/-])\$?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w/]|[.,-]\w)")
YEAR = re.compile(r"(?<![\w$,.#-])(?:19|20)\d\d(?![\w%,-]*\d|-| percent| people| jobs)")
MONTHS = words("January February March April May June July August September October November December")
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
NOT_NAMES = (
    *MONTHS,
    *words(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday I The A An In On Says Of And For To At By With"
    ),
)
NAME = r"[A-Z][a-zé’'-]*[a-zé](?: (?:[A-Z]\. )?[A-Z][a-zé-]+)*"
NAMES = re.compile(rf"(?<=[a-z,] )(?!(?:{'|'.join(NOT_NAMES)})\b){NAME}\b(?!['’]s\b|[A-Z-])")
FIRST = words("John Mary Robert Susan Peter Laura Frank Helen George Alice")
LAST = words("Walker Jensen Carver Holt Mendez Parker Lowell Quinn Barnes Hobbs")


def _find_numbers(text: str) -> list[re.Match[str]]:
    return [found for found in NUMBER.finditer(text) if found[1] not in ("0", "00")]


def exchange_numbers(text: str, rng: random.Random) -> str | None:
    """Two numbers exchanged."""
    found = _find_numbers(text)
    for one, other in pairwise(found):
        between = text[one.end() : other.start()]
        years = [bool(YEAR.fullmatch(each[1])) for each in (one, other)]
        if (
            one[1] != other[1]
            and years[0] == years[1]
            and not re.fullmatch(r"\S*,? (?:and|or|to|-|–) ", between)
        ):
            return exchange(text, one.span(1), other.span(1))
    return None


def change_digit(text: str, rng: random.Random) -> str | None:
    """Another digit in a number that is not a year."""
    found = [each for each in _find_numbers(text) if not YEAR.fullmatch(each[1])]
    if not found:
        return None
    number = rng.choice(found)
    place = rng.choice([at for at in range(*number.span(1)) if text[at].isdigit()])
    others = [digit for digit in "123456789" if digit != text[place]]
    return replace_span(text, (place, place + 1), rng.choice(others))


def add_or_remove_zero(text: str, rng: random.Random) -> str | None:
    """A number times ten or divided by ten."""
    found = [each for each in _find_numbers(text) if not YEAR.fullmatch(each[1]) and "." not in each[1]]
    if not found:
        return None
    number = rng.choice(found)
    value = int(number[1].replace(",", ""))
    value = value // 10 if value % 10 == 0 and rng.random() < 0.5 else value * 10
    return replace_span(
        text, number.span(1), f"{value:,}" if value > 9999 or "," in number[1] else str(value)
    )


def change_year(text: str, rng: random.Random) -> str | None:
    """A year moved by up to nine."""
    found = list(YEAR.finditer(text))
    if not found:
        return None
    year = rng.choice(found)
    return replace_span(text, year.span(), str(int(year[0]) + rng.choice([-9, -5, -3, -2, -1, 1, 2, 3, 4])))


def change_month(text: str, rng: random.Random) -> str | None:
    """Another month."""
    found = [
        each
        for each in MONTH.finditer(text)
        if each[0] != "May" or re.search(r"(?:in|,|\d) $", text[: each.start()])
    ]
    return (
        replace_span(text, found[0].span(), rng.choice([m for m in MONTHS if m != found[0][0]]))
        if found
        else None
    )


def exchange_names(text: str, rng: random.Random) -> str | None:
    """Two names exchanged."""
    found = list(NAMES.finditer(text))
    for one, other in pairwise(found):
        between = text[one.end() : other.start()]
        if one[0] != other[0] and not re.fullmatch(
            r",? (?:(?:and|or|vs\.|versus|of|of the|,|Jr\.) (?:\w+ )?)?|,|, ", between
        ):
            return exchange(text, one.span(), other.span())
    return None


def replace_name(text: str, rng: random.Random) -> str | None:
    """A name replaced with one from another claim."""
    found = list(NAMES.finditer(text))
    if not found:
        return None
    name = rng.choice(found)
    parts = name[0].split(" ")
    same_form = [
        each for each in KNOWN.get(len(parts), ()) if each not in text and each.split()[-1] != parts[-1]
    ]
    return replace_span(text, name.span(), rng.choice(same_form)) if same_form else None


def replace_name_part(text: str, rng: random.Random) -> str | None:
    """Another first name before the surname, or another surname after the first name."""
    found = [each for each in NAMES.finditer(text) if each[0].split(" ")[0] in GIVEN and " " in each[0]]
    if not found:
        return None
    name = rng.choice(found)
    first, last = name[0].split(" ")[0], name[0].split(" ")[-1]
    if rng.random() < 0.5:
        return replace_span(text, name.span(), f"{rng.choice([n for n in FIRST if n != first])} {last}")
    return replace_span(text, name.span(), f"{first} {rng.choice([n for n in LAST if n != last])}")


GIVEN = words(
    "Barack Hillary Donald John Mitt Joe Paul Ted Marco Bill George Rick Scott Mike Nancy Mitch Bernie Tim Jeb Ron Chris Sarah "
    "Newt Michelle Charlie Kathleen Elizabeth Jim Bob Tom David Mark Rob Greg Andrew Harry Tammy Ken Steve Rand Sherrod Wendy"
)
KNOWN: dict[int, list[str]] = {}
"""Names in the claims, by their number of words."""

AUXILIARY = r"\b(is|are|was|were|will|would|can|could|should|has|have|had|does|did|must)"
NEGATORS = re.compile(
    r"\b(?:not|no|never|none|nobody|without|hardly|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE
)
VERBS = {
    past: (base, done)
    for base, past, done in (
        each.split("/")
        for each in words(
            "vote/voted/voted support/supported/supported create/created/created sign/signed/signed kill/killed/killed "
            "pass/passed/passed raise/raised/raised cut/cut/cut increase/increased/increased receive/received/received "
            "pay/paid/paid take/took/taken give/gave/given win/won/won lose/lost/lost spend/spent/spent oppose/opposed/opposed "
            "approve/approved/approved reject/rejected/rejected propose/proposed/proposed reduce/reduced/reduced "
            "add/added/added die/died/died leave/left/left ask/asked/asked call/called/called meet/met/met send/sent/sent "
            "become/became/become begin/began/begun attack/attacked/attacked arrest/arrested/arrested ban/banned/banned "
            "balance/balanced/balanced visit/visited/visited release/released/released turn/turned/turned make/made/made "
            "endorse/endorsed/endorsed refuse/refused/refused donate/donated/donated appoint/appointed/appointed "
            "eliminate/eliminated/eliminated introduce/introduced/introduced block/blocked/blocked steal/stole/stolen "
            "see/saw/seen hire/hired/hired fire/fired/fired open/opened/opened close/closed/closed buy/bought/bought "
            "sell/sold/sold build/built/built provide/provided/provided announce/announced/announced get/got/got "
            "run/ran/run drop/dropped/dropped grow/grew/grown fall/fell/fallen rise/rose/risen write/wrote/written "
            "join/joined/joined sue/sued/sued beat/beat/beaten defeat/defeated/defeated shoot/shot/shot help/helped/helped "
            "replace/replaced/replaced inspire/inspired/inspired protect/protected/protected threaten/threatened/threatened "
            "blame/blamed/blamed back/backed/backed praise/praised/praised criticize/criticized/criticized "
            "fund/funded/funded own/owned/owned hit/hit/hit lead/led/led use/used/used"
        )
    )
}
PAST = "|".join(sorted(VERBS, key=len, reverse=True))
SUBJECT = rf"(?:{NAME}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|people|state|country|government|president|company)"


def add_negation(text: str, rng: random.Random) -> str | None:
    """A "not", "never", "hardly", "failed to" or "no" inserted."""
    if NEGATORS.search(text):
        return None
    variants = [
        found
        for found in (
            re.sub(rf"{AUXILIARY}(?= (?!to\b))", r"\1 not", text, count=1),
            re.sub(rf"{AUXILIARY}(?= (?!to\b))", r"\1 never", text, count=1),
            re.sub(rf"({SUBJECT}) (?=(?:{PAST})\b)", r"\1 never ", text, count=1),
            re.sub(rf"({SUBJECT}) ({PAST})\b", lambda m: f"{m[1]} failed to {VERBS[m[2]][0]}", text, count=1),
            re.sub(rf"({SUBJECT}) ({PAST})\b", lambda m: f"{m[1]} did not {VERBS[m[2]][0]}", text, count=1),
            re.sub(
                r"\b(has|have|had|is|was|there are|there were) (?:a|an|some|the) ", r"\1 no ", text, count=1
            ),
            re.sub(rf"{AUXILIARY}(?= \w+ed\b)", r"\1 hardly", text, count=1),
        )
        if found != text
    ]
    return rng.choice(variants) if variants else None


remove_negation = rewrite_editor(
    (rf"{AUXILIARY}(?: not|n['’]t) ", r"\1 "),
    (
        r"\b(?:have|has|had|is|are|was|were|will|would|can)\b( \w+)?(?<!never) never ",
        lambda m: m[0].replace(" never", ""),
    ),
    (r"\bnever ", ""),
    (r"\b(has|have|had|is|are|was|were|with) no ", r"\1 some "),
    (r"\bwithout (?=\w+ing\b)", "after "),
    (r"\bwithout (?=(?:a|an|the|any)\b)", "with "),
    (r"\bNo ", "Every "),
    (r"\b[Nn]one of ", "all of "),
)
add_negative_prefix = swap_editor(
    "constitutional/unconstitutional legal/illegal safe/unsafe able/unable employed/unemployed insured/uninsured likely/unlikely "
    "known/unknown fair/unfair documented/undocumented funded/unfunded democratic/undemocratic armed/unarmed paid/unpaid "
    "approve/disapprove qualified/unqualified married/unmarried successful/unsuccessful necessary/unnecessary expected/unexpected"
)
deny_claim = rewrite_editor(
    (r"^(?!Says)(.+)$", lambda m: f"It is not true that {lower_first(m[1])}"),
    (r"^(?:Says|Said) (.+)$", r"Denied that \1"),
    (r"\b(?:says|said|claims|claimed) that ", "denied that "),
    (r"^(?!Says)(.+)$", lambda m: f"It is a myth that {lower_first(m[1])}"),
)
replace_with_opposite = swap_editor(
    "rise/fall rises/falls rose/fell risen/fallen rising/falling increase/decrease increased/decreased increases/decreases increasing/decreasing "
    "more/less more/fewer higher/lower highest/lowest most/least gain/loss won/lost win/lose raise/cut raised/cut raising/cutting "
    "best/worst better/worse largest/smallest biggest/smallest larger/smaller fastest/slowest faster/slower oldest/youngest "
    "longest/shortest support/oppose supported/opposed supports/opposes supporting/opposing voted_for/voted_against "
    "allow/ban allowed/banned allows/bans approved/rejected created/destroyed doubled/halved richest/poorest surplus/deficit "
    "expand/shrink expanded/shrank grew/shrank strengthen/weaken strong/weak opened/closed accept/refuse accepted/refused hired/fired "
    "legal/illegal import/export imports/exports poor/rich young/old early/late bought/sold buy/sell buying/selling winner/loser "
    "good/bad positive/negative success/failure easier/harder cheaper/dearer improve/worsen improved/worsened begin/end began/ended "
    "start/stop started/stopped guilty/innocent convicted/acquitted profit/loss majority/minority enter/leave entered/left "
    "arrive/depart borrow/lend include/exclude includes/excludes included/excluded above/below north/south east/west "
    "left/right minimum/maximum hot/cold public/private federal/state male/female internal/external dead/alive"
)
change_time = swap_editor(
    "before/after until/since during/before since/before earlier/later next/last within/after"
)
change_bound = swap_editor(
    "at_least/at_most more_than/less_than more_than/fewer_than over/under up_to/at_least nearly/over almost/over",
    behind=r"(?= \$?\d)",
)
change_rank = swap_editor("first/last first/second second/third third/fourth", before=r"(?<!at )(?<!At )")
change_quantifier = swap_editor(
    "all/some most/some all/most every/hardly_any all/none_of many/few both/neither_of always/sometimes always/never often/rarely "
    "everyone/nobody only/also half/all most/few majority/minority each/one",
    behind=r"(?! least| recent)",
)
change_modal = swap_editor(
    "will/might would/might can/must might/must should/need_not could/will must/should has_to/need_not",
    behind=r"(?= \w{3,})",
)
change_unit = rewrite_editor(
    (r"(?<=\d )million\b", "billion"), (r"(?<=\d )billion\b", "million"), (r"(?<=\d )trillion\b", "billion"),
    (r"(?<=\d )percent\b", "percentage points"), (r"(?<=\d)%", " percentage points"), (r"\bdays\b", "weeks"),
    (r"\bweeks\b", "days"), (r"\bmonths\b", "years"), (r"(?<=\d )years\b", "months"), (r"\bhours\b", "minutes"),
    (r"\bminutes\b", "hours"), (r"\bmiles\b", "kilometers"), (r"\bkilomet(?:er|re)s\b", "miles"), (r"\bpounds\b", "tons"),
    (r"\ba day\b", "a week"), (r"\ba week\b", "a month"), (r"\ba month\b", "a year"), (r"\ba year\b", "a month"),
    (r"\bper year\b", "per month"), (r"\bper day\b", "per week"), (r"\bdaily\b", "weekly"), (r"\bannually\b", "monthly"),
    (r"\$(?=\d)", "€"), (r"(?<=\d )cents\b", "dollars"), (r"(?<=\d )dollars\b", "cents"), (r"\bfeet\b", "meters"),
    (r"\bpercentage points?\b", "percent"), (r"(?<=\d )thousand\b", "million"), (r"\bdecades?\b", "years"),
)  # fmt: skip
replace_place = swap_editor(
    "Texas/Florida Wisconsin/Ohio Georgia/Virginia California/Oregon Illinois/Iowa Austin/Milwaukee Chicago/Detroit "
    "Washington/Boston Mexico/Canada China/Japan Russia/Ukraine Iraq/Iran Afghanistan/Syria Israel/Egypt India/Pakistan "
    "Germany/France America/Europe Nigeria/Kenya London/Paris Brazil/Chile Australia/Austria Spain/Portugal Libya/Mali "
    "Chinese/Russian American/British Mexican/Cuban Indian/Nepalese New_York/New_Jersey New_Hampshire/New_Mexico "
    "Rhode_Island/Long_Island United_States/United_Kingdom U.S./U.K. North_Carolina/South_Carolina Saudi_Arabia/South_Korea"
)
replace_party = swap_editor(
    "Republican/Democrat Republicans/Democrats Democratic/Republican Senate/House Congress/Parliament Senator/Congressman "
    "governor/mayor Gov./Sen. Rep./Sen. Medicare/Medicaid liberal/conservative liberals/conservatives GOP/DNC Muslim/Christian "
    "Muslims/Christians FBI/CIA president/governor White/Black Facebook/Twitter BJP/Congress Labour/Tory"
)
replace_group = swap_editor(
    "he/she his/her him/her man/woman men/women boy/girl boys/girls father/mother son/daughter brother/sister husband/wife "
    "teachers/nurses students/teachers workers/farmers children/adults doctors/nurses police/army soldiers/policemen king/queen "
    "whites/blacks uncle/aunt immigrants/refugees veterans/seniors sons/daughters women/children judge/prosecutor employers/employees "
    "doctor/nurse actor/actress mayor/sheriff buyers/sellers parents/children lawyers/judges banks/unions"
)
replace_thing = swap_editor(
    "oil/gas coal/oil taxes/wages tax/wage jobs/homes health/housing school/hospital schools/hospitals water/power murder/robbery "
    "rape/murder education/defense guns/knives gun/knife car/truck cars/trucks wine/beer bill/report city/county prison/hospital "
    "income/property sales/income hurricane/earthquake vaccine/test vaccines/tests marijuana/cocaine abortion/divorce cancer/diabetes "
    "import/export roads/bridges dog/cat dogs/cats airport/station church/mosque spending/revenue debt/income crime/poverty "
    "election/trial meat/milk war/strike energy/transport college/university abortion/adoption bank/insurer budget/pension"
)


def _strip_stop(text: str) -> str:
    return text.rstrip(". ")


def exchange_clauses(link: str) -> Editor:
    """An editor that exchanges the two clauses around a conjunction."""

    def edit(text: str, rng: random.Random) -> str | None:
        one, found, other = text.removeprefix("Says ").rstrip(".").partition(f" {link} ")
        short = min(len(one.split()), len(other.split())) < 4
        if (
            not found
            or short
            or re.search(r"[,.;:]", one + other)
            or re.match(r"(?:of|that|it is|it was)\b", other)
        ):
            return None
        return f"{match_capital('A', other)} {link} {lower_first(one)}."

    return edit


exchange_because, exchange_before = exchange_clauses("because"), exchange_clauses("before")


def exchange_condition(text: str, rng: random.Random) -> str | None:
    """Condition and consequence exchanged."""
    found = re.match(r"^(If|When|Because|After|Before) ([^,\"“]{15,}), (?:then )?([^,\"“]{15,}?)\.?$", text)
    return f"{found[1]} {lower_first(found[3])}, {lower_first(found[2])}." if found else None


ROLE = rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Tt]heir|[Oo]ur|[Ss]ome|[Mm]any|[Mm]ost|[Oo]ne) (?:[\w-]+ ){{0,2}}?[\w-]+|{NAME}|[A-Z]?[a-z][a-z]+s)"
OF_ROLE = rf"{ROLE}(?: of {ROLE})?"
PHRASE_END = r"(?=$|[.,]| (?:in|on|for|to|with|over|at|by|from|as|when|after|before|because|and|who|that|is|was|has|were)\b)"
PRESENT = "|".join(
    sorted(
        {base + "s" for base, _ in VERBS.values()} | {base for base, _ in VERBS.values()},
        key=len,
        reverse=True,
    )
)
ACTIVE = re.compile(
    rf"(?:^|(?<=, )|(?<=that )|(?<=when ))(?:Says )?({OF_ROLE}) (?:has |have |had |will |would )?(?:{PAST}|{PRESENT}) ({OF_ROLE}){PHRASE_END}"
)
PASSIVE = re.compile(
    rf"(?:^|(?<=, )|(?<=that )|(?<=when ))(?:Says )?({OF_ROLE}) (?:was|were|is|are|has been|have been|being) (?:\w+ly )?\w+(?:ed|en|t|de|ne|ld) by ({OF_ROLE}){PHRASE_END}"
)


def exchange_subject_and_object(text: str, rng: random.Random) -> str | None:
    """Subject and object of a verb exchanged."""
    found = ACTIVE.search(text)
    if (
        not found
        or found[1].lower() == found[2].lower()
        or re.search(r"(?:year|time|week|month|day|this|was|has)s?$|^(?:was|has|does|this|says)$", found[2])
    ):
        return None
    return fix_capitals(exchange(text, found.span(1), found.span(2)))


def exchange_agent_and_patient(text: str, rng: random.Random) -> str | None:
    """Agent and patient of a passive exchanged."""
    found = PASSIVE.search(text)
    return fix_capitals(exchange(text, found.span(1), found.span(2))) if found else None


def fix_capitals(text: str) -> str:
    """The text with the capitals of exchanged articles corrected."""
    text = re.sub(r"(?<=[a-z,] )(The|An?)\b", lambda m: m[0].lower(), text)
    return text[0].upper() + text[1:]


def exchange_verbs(text: str, rng: random.Random) -> str | None:
    """The verbs of two predicates joined by "and" exchanged."""
    found = re.search(rf"\b({PAST}) ((?:\S+ ){{1,7}}?)and ({PAST}) (?=\w)", text)
    return exchange(text, found.span(1), found.span(3)) if found and found[1] != found[3] else None


PHRASE = r"(?:(?:the|a|an|his|her|their|its) )?(?!(?:the|a|an|his|her|their|its|any|some|more|all|it|be|him|them|those)\b)[\w$%'’-]+(?: (?!(?:and|but|than|while|in|on|for|of|to|with|is|was|are|were|who|that|from|at|by)\b)[\w$%'’-]+){0,2}"
COMPARED = re.compile(
    rf"\b(in|for|on|to|from|at|with|under|by) ({PHRASE}),? (?:and|but|while|compared with|versus|than) (?:\S+ ){{0,6}}?\1 ({PHRASE})(?=[.,;]|$| (?:and|but|than|while|in|on|for|to|with|is|was|are|were|who|that|from|at|by)\b)"
)


def exchange_compared(text: str, rng: random.Random) -> str | None:
    """The complements of two equal prepositions exchanged: "5 in Ohio and 7 in Iowa"."""
    found = COMPARED.search(text)
    return exchange(text, found.span(2), found.span(3)) if found and found[2] != found[3] else None


drop_coordinate = rewrite_editor(
    (
        r"(?<=\w) and (?:the |a |his |her |their )?(?!(?:I|it|he|she|who|is|are|this|that|there|held|Mrs|Rep|Sen|the|a|have|has|was|we|they)\b)[a-z]{4,}s?(?=\.|,| (?:in|on|at|for|from|are|were|is|was|have|has|will)\b)",
        "",
    ),
    (r"\b(\w+), \w+ and (?=\w+)", r"\1 and "),
)
change_counted_noun = rewrite_editor(
    (r"\b(\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten) ([a-z]+(?:s|people|women|men)) ((?:in|of|for|against|at|on|from|to|with|by) (?:the )?)(?!(?:its|his|this|these|those|has|was|as)\b)([a-z]{3,}s)\b(?! of)", r"\2 \3\1 \4"),
    (r"\b([a-z]{3,}s) ((?:in|for|against|at|on|from|to|with|by|killed|cost|for) (?:more than )?)(\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten) (?=[a-z]{3,}s\b)", r"\3 \1 \2"),
    (r"\b(voted|won|visited|met|called|sued|arrested|cut|raised) (\d+|two|three|four|five|six|ten) times (for |against |to |)(?:a|the|his|her|its) (\w+)", r"\1 \3\2 \4s"),
)  # fmt: skip


def attribute_to(names: str, *variants: str) -> Editor:
    """An editor that attributes the claim to two different names, in one of the given forms."""
    speakers = [name.replace("_", " ") for name in words(names)]

    def edit(text: str, rng: random.Random) -> tuple[str, str]:
        one, other = rng.sample(speakers, 2)
        claim = lower_first(re.sub(r"^Says (?:that )?", "", text))
        way = rng.choice(variants)
        claim = claim if way.endswith("{claim}") else _strip_stop(claim)
        return way.format(name=one, claim=claim), way.format(name=other, claim=claim)

    return edit


change_speaker = attribute_to(
    "Barack_Obama Ada_Merrow Paul_Ryan John_McCain Nancy_Pelosi Rick_Scott Jane_Holloway Ted_Cruz Mario_Venn",
    "{name} said that {claim}",
    "According to {name}, {claim}",
    "{name} claims {claim}",
    "{claim}, {name} said.",
)
change_pollster = attribute_to(
    "Gallup Pew Quinnipiac Marquette Harvard Stanford CNN Fox Census Oxfam Reuters",
    "A {name} poll found that {claim}",
    "According to a study by {name}, {claim}",
    "A report from {name} shows {claim}",
    "{claim}, {name} data show.",
)


# The keys of CHANGED and SAME are also the seeds of edited.py: a renamed kind gets other pairs.
CHANGED: dict[str, Editor] = {
    "two numbers exchanged": exchange_numbers,
    "a digit": change_digit,
    "a zero more or less": add_or_remove_zero,
    "another unit": change_unit,
    "another year": change_year,
    "another month": change_month,
    "two names exchanged": exchange_names,
    "another name": replace_name,
    "another first name or surname": replace_name_part,
    "another place": replace_place,
    "another party or body": replace_party,
    "another gender or group": replace_group,
    "another thing": replace_thing,
    "denied": add_negation,
    "denial taken out": remove_negation,
    "un-, in-, dis-": add_negative_prefix,
    "told to be untrue": deny_claim,
    "an opposite": replace_with_opposite,
    "another time": change_time,
    "another bound": change_bound,
    "another rank": change_rank,
    "another quantifier": change_quantifier,
    "may, must, will": change_modal,
    "subject and object exchanged": exchange_subject_and_object,
    "agent and patient of a passive exchanged": exchange_agent_and_patient,
    "A because B": exchange_because,
    "A before B": exchange_before,
    "if, when, after A, B": exchange_condition,
    "two verbs exchanged": exchange_verbs,
    "two of a comparison exchanged": exchange_compared,
    "one of two left out": drop_coordinate,
    "a number of another thing": change_counted_noun,
    "another speaker": change_speaker,
    "another's poll or study": change_pollster,
}


def swap_letters(text: str, rng: random.Random) -> str | None:
    """Two adjacent letters exchanged in a lower-case word of seven letters or more."""
    found = list(re.finditer(r"\b[a-z]{7,}\b", text))
    if not found:
        return None
    word = rng.choice(found)
    at = rng.randrange(word.start() + 2, word.end() - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :] if text[at] != text[at + 1] else None


def rewrite_number(text: str, rng: random.Random) -> str | None:
    """A number written another way."""
    if found := re.search(r"(\d+(?:\.\d+)?) (million|billion)", text):
        factor = 10**6 if found[2] == "million" else 10**9
        return replace_span(text, found.span(), f"{round(float(found[1]) * factor):,}")
    if found := re.search(r"\b\d{1,3},(?:000,000|\d00,000)\b(?!,)", text):
        return replace_span(text, found.span(), f"{int(found[0].replace(',', '')) / 10**6:g} million")
    if found := re.search(
        r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?= [a-z]+s\b)", text
    ):
        return replace_span(
            text,
            found.span(),
            str(words("two three four five six seven eight nine ten eleven twelve").index(found[1]) + 2),
        )
    return None


SAME: dict[str, Editor] = {
    "capitals": lambda text, rng: text.upper() if rng.random() < 0.5 else text.lower(),
    "a misprint": swap_letters,
    "other quotes and dashes": rewrite_editor(
        (r"[’']", lambda m: "'" if m[0] == "’" else "’"), (r"^\"(.+)\"$", r"“\1”"), (r"\"([^\"]+)\"", r"“\1”"), (r" -+ ", " — ")
    ),
    "a number in words or figures": rewrite_number,
    "per cent": rewrite_editor((r"(?<=\d)%", " per cent"), (r"(?<=\d) percent\b", "%"), (r"(?<=\d)%", " percent")),
    "short forms": rewrite_editor(
        (r"\b(is|are|was|were|has|have|had|does|did|would|could|should) not\b", r"\1n't"),
        (r"\b(is|are|was|were|has|have|had|does|did|would|could|should|do)n['’]t\b", r"\1 not"),
        (r"\b(we|they|you|We|They)['’]re\b", r"\1 are"), (r"\b(it|It) is\b", r"\1's"), (r"\bI am\b", "I'm"), (r"\bwill not\b", "won't"),
        (r"\bcannot\b", "can't"), (r"\bcan['’]t\b", "cannot"),
    ),
    "British and American": swap_editor(
        "labor/labour color/colour program/programme percent/per_cent center/centre organization/organisation defense/defence "
        "legalize/legalise criticized/criticised theater/theatre favor/favour favors/favours canceled/cancelled "
        "traveled/travelled recognize/recognise recognized/recognised tires/tyres license/licence authorized/authorised "
        "programs/programmes organizations/organisations kilometers/kilometres meters/metres behavior/behaviour fueled/fuelled "
        "honor/honour neighbors/neighbours legalized/legalised privatize/privatise privatizing/privatising offense/offence"
    ),
    "a title before a name": rewrite_editor(
        (r"(?<![A-Za-z] )(?<![A-Za-z]-)(?:Barack )?Obama\b(?!['’-]|care)", "President Obama"), (r"(?<![A-Za-z] )Donald Trump\b(?! Jr)", "President Trump"),
        (r"\bPresident (?=Barack|Donald|George|Bill|Joe)", ""), (r"\bGov\. ", "Governor "), (r"\bSen\. ", "Senator "),
        (r"\bU\.S\. (?=Rep\.|Sen\.)", ""), (r"\bRep\. ", "Representative "), (r"\b(?:Governor|Senator|Gov\.|Sen\.|Rep\.|Mr\.) (?=[A-Z]\w+ [A-Z])", ""),
    ),
    "a first name left out": rewrite_editor(
        (r"\b(?:Barack|Hillary|Donald|Mitt|Newt|Bernie|Jeb|Joe|John|Marco|Ted|Rick|Scott|Nancy|Mitch|Paul|Charlie|Boris|Narendra|Angela|Vladimir) (?=[A-Z][a-z]{3,})", ""),
    ),
    "a word of no weight left out": rewrite_editor(
        (r"\b(?:[Aa]ctually|[Bb]asically|really|literally|simply|currently|in fact|of course|that is|right now|as well)\b,? ", ""), (r", in fact,", ""),
        (r"^(?:Well|Now|So|And|But|Look|You know), ", ""),
    ),
    "a word of no weight put in": rewrite_editor(
        (rf"{AUXILIARY} (?=\w+(?:ed|ing) )", r"\1 actually "), (r"^(?!Says)(.+)$", lambda m: "In fact, " + lower_first(m[1])),
        (rf"{AUXILIARY} (?=\w+(?:ed|ing) )", r"\1 indeed "),
    ),
    "says, claims": rewrite_editor(
        (r"^(?:Says|Said) (.+)$", r"Claims that \1"), (r"^(?!Says)(.+)$", lambda m: "Says that " + lower_first(m[1])),
        (r"^(?!Says)(.+)$", lambda m: "He said " + lower_first(m[1])), (r"^Says (?=the |a |that |in |there )(?:that )?(\w)", lambda m: m[1].upper()),
    ),
    "a source behind it": rewrite_editor(
        (r"^(.+?)[.]?$", r"\1, according to official figures."), (r"^(.+?)[.]?$", r"\1, the newspaper reported."),
        (r"^(.+?)[.]?$", r"\1, officials said on Monday."), (r"^(.+?)[.]?$", r"\1 (source: Reuters)"),
    ),
}  # fmt: skip


def collect_names(claims: Sequence[str]) -> None:
    """Fill KNOWN with the names that occur at least twice in the claims."""
    for name, often in sorted(Counter(name for text in claims for name in NAMES.findall(text)).items()):
        if often > 1:
            KNOWN.setdefault(len(name.split(" ")), []).append(name)
