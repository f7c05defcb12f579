"""Converses and nominal phrases in one wording for each direction: "resulted in" and "caused", "had a win over" and "beat".

Each rule has its telltale words, its pattern and the wording that replaces it. The subject stays the subject.
"""

from __future__ import annotations

import re
from functools import partial

from claimtrack.core.match.normalisation.rules import rule

_COMPASS = "|".join(
    f"{one}{other}"
    for one, other in (
        *((side, "") for side in ("north", "south", "east", "west")),
        *((side, end) for side in ("north", "south") for end in ("east", "west", "-east", "-west")),
    )
)
_BEFORE_NOUN = r"(?=(?:the|a|an|its|his|her|their|this|these|that|those|more|many|two|three|several|hundreds|thousands|\d)\b)"
_KIN = (
    "father|mother|parent|son|daughter|child|brother|sister|husband|wife|partner|uncle|aunt|nephew|niece|cousin|grandfather|grandmother"
    "|grandson|granddaughter|father-in-law|mother-in-law|son-in-law|daughter-in-law|brother-in-law|sister-in-law"
)
_NUMBER = r"(?:[\d.,]+|\w+)"
_SCORE = r"(?P<score>\d+[-:]\d+)"
_TEAM = r"(?P<whom>(?-i:[A-Z])[\w'-]*(?: (?-i:[A-Z])[\w'-]*)*)"
_UNUSED = "empty vacant idle unused derelict deserted unoccupied uninhabited"
_BEFORE_UNUSED = rf"(?=(?:{_UNUSED.replace(' ', '|')})(?:[ ,.;]|$))"

_rule = partial(rule, flags=re.IGNORECASE)

CONVERSE_RULES = (
    # cause and effect
    _rule("resulted", r"\bresulted in ", "caused "),
    _rule("brought", r"\bbrought about ", "caused "),
    _rule("led", rf"(?<!was )(?<!were )(?<!been )(?<!being )\bled to {_BEFORE_NOUN}", "caused "),
    _rule("lead", rf"(?:(?<=not )|(?<=n't ))lead to {_BEFORE_NOUN}", "cause "),
    _rule("behind", rf"\b(?:was|were) behind {_BEFORE_NOUN}", "caused "),
    _rule("cause reason", r"\b(?:was|were) the (?:main )?(?:cause|reason) (?:of|for) ", "caused "),
    _rule("resulted stemmed", r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\b(?:resulted|stemmed) from ", "was caused by "),
    _rule("result consequence", r"\b(was|were) (?:the|a) (?:direct )?(?:result|consequence) of ", r"\1 caused by "),
    _rule("due", rf"\b(was|were) due to {_BEFORE_NOUN}", r"\1 caused by "),
    # lending, leading, winning
    _rule("loan", r"\b(?:gave|granted|gives|made) (?P<whom>(?:\w+ ){1,4}?)a loan of ", r"lent \g<whom>"),
    _rule("loan", r"\b(?:received|got|took out|took|obtained) a loan of (?P<sum>[^,]{1,40}?) from ", r"borrowed \g<sum> from "),
    _rule("lead", rf"\b(?:has|holds) a lead of (?P<by>{_NUMBER}(?: \w+){{0,3}}) over ", r"is \g<by> ahead of "),
    _rule("lead", rf"\b(?:had|held) a lead of (?P<by>{_NUMBER}(?: \w+){{0,3}}) over ", r"was \g<by> ahead of "),
    _rule("lead", rf"\b(?:has|holds) an? (?P<by>{_NUMBER})-point lead over ", r"is \g<by> points ahead of "),
    _rule("lead", rf"\b(?:had|held) an? (?P<by>{_NUMBER})-point lead over ", r"was \g<by> points ahead of "),
    _rule("win victory", r"\b(?:had|scored|claimed|earned|secured|celebrated|recorded) an? (?:win|victory) (?:over|against) ", "beat "),
    _rule("won", r"\bwon against ", "beat "),
    _rule("lost", r"\blost against ", "lost to "),
    _rule("won", rf"\bwon {_SCORE} (?:against|over) {_TEAM}", r"beat \g<whom> \g<score>"),
    _rule("lost", rf"\blost {_SCORE} (?:against|to) {_TEAM}", r"lost to \g<whom> \g<score>"),
    _rule("defeated", r"\b(?:was|were) defeated by (?=the |his |her |their |(?-i:[A-Z]))", "lost to "),
    _rule("beaten", r"\b(?:was|were) beaten by (?=the |his |her |their |(?-i:[A-Z]))", "lost to "),
    # accusing
    _rule("stood stands stand", r"\b(?:(stood)|(stands)|stand) accused of\b", lambda found: f"{'was' if found[1] else 'is' if found[2] else 'are'} accused of"),
    _rule("blame", r"\b(?:puts?|placed|places|laid|lays) the blame for (?P<what>[^,]{1,60}?) on (?P<whom>[^,.;]{1,60})(?=[,.;]|$)", r"blamed \g<whom> for \g<what>"),
    # standing empty
    _rule(_UNUSED, rf"\b(has|have|had) (?:stood|lain|sat) {_BEFORE_UNUSED}", r"\1 been "),
    _rule(_UNUSED, rf"\b((?:to|will|would|can|could|may|might|must|should)(?: ?not| never|n't)?|won't|can't) (?:stand|lie|sit) {_BEFORE_UNUSED}", r"\1 be "),
    _rule(_UNUSED, rf"\b(?:(did)|(does)|do)(?: not|n't) (?:stand|lie|sit) {_BEFORE_UNUSED}", lambda found: f"{'was' if found[1] else 'is' if found[2] else 'are'} not "),
    _rule(_UNUSED, rf"\b(is|are|was|were|been|be) (?:standing|lying|sitting) {_BEFORE_UNUSED}", r"\1 "),
    _rule(_UNUSED, rf"\b(?:(stood|lay|sat)|(stands|lies|sits)|(?:stand|lie|sit)) {_BEFORE_UNUSED}", lambda found: f"{'was' if found[1] else 'is' if found[2] else 'are'} "),
    # addressees
    _rule("told", r"\btold (?:reporters|journalists|the (?:press|media)|a (?:news|press) conference)(?= that\b| (?:the|a|an|its|it|his|he|her|she|their|they|there|all|no)\b)", "said"),
    # teaching, infecting
    _rule("taught", r"\b(?:was|were) taught (?P<what>[^,]{1,40}?) by ", r"learned \g<what> from "),
    _rule("learnt", r"\blearnt (?=[^,]{1,40}? from )", "learned "),
    _rule("infected", r"\b(?:was|were|got|became) infected with ", "caught "),
    # attacks
    _rule("attack assault raid", r"\b(?:carried out|launched|mounted|staged|committed) an? (?P<deed>attack|assault|raid) (?:on|against) ", r"\g<deed>ed "),
    _rule("victim", r"\b(?P<was>was|were) (?:the )?victims? of an? (?P<deed>attack|assault|raid) by ", r"\g<was> \g<deed>ed by "),
    _rule("victim", r"\bfell victim to an? (?P<deed>attack|assault|raid) by ", r"was \g<deed>ed by "),
    # employment, kinship, location
    _rule("employed", r"\b(?:is|are) employed by ", "works for "),
    _rule("employed", r"\b(?:was|were) employed by ", "worked for "),
    _rule("employee", r"\b(?:is|are) an employee of ", "works for "),
    _rule(
        _KIN.replace("|", " "),
        rf"\b(?P<be>is|was) (?P<whose>(?:(?:the|an?)(?: (?!(?:by|to|for|with|of|from|in|at|on|and)\b)[\w-]+){{1,3}}|(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+){{0,3}}))'s (?P<kin>{_KIN})(?=[.,;]|$)",
        r"\g<be> the \g<kin> of \g<whose>",
    ),
    _rule(
        _COMPASS.replace("|", " "),
        rf"\b(?:lies|sits|stands|is (?:located|situated|to)|is|lies to|is (?:located|situated) to)(?: to)?(?: the)? (?P<way>{_COMPASS}) of ",
        r"is \g<way> of ",
    ),
)  # fmt: skip
