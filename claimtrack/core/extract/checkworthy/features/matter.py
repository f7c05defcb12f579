"""What is it about? Public matters, organisations, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import OUTLET, SPOKEN, feature, word_feature
from claimtrack.core.extract.checkworthy.sentence import word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import words_of

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_APPEAL = expression(
    r"\bappeal(?:s|ed|ing)? (?:for|to (?:the public|people|witnesses|anyone))\b|\banyone (?:with|who (?:saw|knows|has|was|may|recogni[sz]es))\b"
    r"|\b(?:asked|encouraged|advised) to (?:call|contact)\b|\bplease (?:call|contact)\b|\bto come forward\b|\burg(?:es?|ed|ing) (?:anyone|witnesses)\b"
    r"|\b(?:chief \w+|press|medical|returning|information|loan) officers?\b|\bdeputy (?:\w+ )?(?:chair\w*|chief|defen[cs]e|director|editor|finance|foreign|governor|head|leader|manager|mayor|minister|premier|president|prime|secretary|speaker)\b|\bappeal(?:s|ed|ing)? to\b"
    r"|\b(?:clinical|drug|vaccine|medical|controlled|free) trials?\b|\btrial(?:s)? of (?:its|the|a|an|[\d,]+) (?:kind|patients|people|volunteers|drug|vaccine|treatment)\b"
)
"""Detectives' appeals to the public, which say nothing about a case, and officers and trials outside court."""
_NO_NATURE = expression(
    r"[CFITWciw](?:CE\b(?<=\bICE)|ater (?<=\b[Ww]ater )cannons?\b|orest (?<=\bForest )[A-Z]|ell (?<=\b[Cc]ell )phones?\b"
    r"|he (?<=^The )atmosphere (?:in|at|inside|was|is)\b|ce\b(?:(?<=\bon the ice)|(?<=\bonto the ice)|(?<=\boff the ice)))"
)
"""Names and idioms that are not about nature: an agency, a mood, a rink."""

_TRADING = word_class(
    "export exports exported import imports imported nafta tariff tariffs outsourcing outsource outsourced "
    "offshore offshoring overseas wto dumping quota quotas embargo"
)
word_feature(
    4, "matter", "a public matter", v.MONEY, v.CRIME, v.ENERGY, v.WAR, v.WARFARE, v.FOREIGN, _TRADING
)

_COVER = word_class(
    "medicare medicaid insurance insured uninsured coverage premium+s deductible+s obamacare prescription+s "
    "preexisting pre-existing hmo+s pension+s retirees seniors privatize privatized privatise privatised"
)
word_feature(6, "cover", "about insurance, medicines or pensions", _COVER)


_NATURE = word_class(
    "virus viruses covid coronavirus bacteria protein+s gene+s dna species fossil+s orbit planet+s moon asteroid comet "
    "telescope molecule+s vaccine+s symptom+s infection+s disease+s cell+s brain blood tissue cancer tumor "
    "tumour dose+s antibodies antibiotics temperature+s water ice ocean+s glacier+s carbon oxygen hydrogen "
    "methane emissions atmosphere rainfall soil forest+s insects bees mammals birds fish whales neurons "
    "hormones insulin"
)


@feature(5, _NATURE, quoted=True)
def nature(s: Sentence) -> bool:
    """about nature, the body or illness"""
    return _NO_NATURE.search(s.text) is None


@feature(3, v.MATTERS)
def several_matters(s: Sentence) -> bool:
    """several public matters"""
    return s.count(v.MATTERS) > 1


_POLICE = word_class(
    "police policeman officer+s deputy+s sheriff authorities investigators detective+s suspect+s jail "
    "custody trooper+s firefighters paramedics prosecutor+s coroner"
)
word_feature(
    5,
    "police",
    "about police, rescuers, a court or a hearing",
    words_of("court judge jury bail guilty sentence appeal inquest coroner trial hearing"),
    _POLICE,
    unless=_APPEAL,
    quoted=True,
)
word_feature(7, "its", "about an organisation or a thing: its", words_of("its"), only=OUTLET)
_BODIES = word_class(
    "government ministry department council court police parliament commission regulator agency authority hospital "
    "school university nhs company companies firm union board state states federal city county district"
)
word_feature(3, "body", "a public body, an office, a party or a company", v.OFFICES, v.AGENCIES, _BODIES)


_OTHERS = word_class("he she they there the his her their")
_THEY = word_class("they they're they've them their")


@feature(3, _OTHERS, _THEY, only=SPOKEN, quoted=True)
def third_person(s: Sentence) -> bool:
    """about somebody or something other than the speaker"""
    return s.has(_THEY) or s.begins(_OTHERS)


@feature(-2, only=SPOKEN)
def no_matter(s: Sentence) -> bool:
    """no figure, and no public matter"""
    return not s.weighs()
