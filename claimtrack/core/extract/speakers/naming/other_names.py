"""Other nouns for somebody of whom an article tells the office: "the MD" for its managing director, "the lawmaker" for a senator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words.reading import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFFICES = [
    names.split("/")
    for names in (
        "ceo/chief executive/chief executive officer,cfo/chief financial officer/chief finance officer/finance director/finance chief,"
        "coo/chief operating officer,cto/chief technology officer,md/managing director,dg/director-general/director general,"
        "igp/inspector-general/inspector general,vc/vice-chancellor/vice chancellor,vp/vice-president/vice president,"
        "ps/permanent secretary,cm/chief minister,pm/prime minister/premier,da/district attorney,dc/deputy commissioner,"
        "ag/attorney-general/attorney general/auditor-general/auditor general/accountant-general,gp/general practitioner,"
        "general secretary/secretary-general/secretary general"
    ).split(",")
]
"""Names for one office, most of them short for another."""
_ALIKE = {name: [one for one in names if one != name] for names in _OFFICES for name in names}
_LEGISLATORS = "member senator representative congressman congresswoman mp mep msp td councillor assemblyman assemblywoman delegate"
_CLERGY = word_set(
    "imam bishop archbishop priest pastor rabbi cardinal reverend rev ayatollah vicar father canon"
)
_LAWYERS = word_set("lawyer attorney barrister solicitor counsel")
_RESEARCHERS = word_set(
    "professor prof lecturer researcher scientist historian dr biologist physicist geologist chemist ecologist epidemiologist virologist "
    "climatologist meteorologist psychologist astronomer economist"
)
_BROADER = {
    "lawmaker": word_set(_LEGISLATORS),
    "legislator": word_set(_LEGISLATORS),
    "mp": word_set("member"),
    "politician": word_set(
        f"{_LEGISLATORS} minister premier chancellor mayor governor president secretary leader"
    ),
    "academic": _RESEARCHERS,
    "scientist": _RESEARCHERS - {"historian", "economist"},
    "researcher": _RESEARCHERS,
    "cleric": _CLERGY,
    "clergyman": _CLERGY,
    "lawyer": _LAWYERS,
    "attorney": _LAWYERS,
    "barrister": _LAWYERS,
    "commander": word_set("general colonel admiral major captain brigadier"),
    "officer": word_set("detective constable sergeant inspector superintendent colonel"),
    "envoy": word_set("ambassador diplomat"),
    "diplomat": word_set("ambassador envoy"),
    "doctor": word_set("dr surgeon physician consultant gp pathologist psychiatrist oncologist"),
    "physician": word_set("dr surgeon doctor consultant"),
    "entrepreneur": word_set("founder co-founder billionaire"),
    "businessman": word_set("founder co-founder billionaire"),
    "pensioner": word_set("widow widower retiree"),
    "filmmaker": word_set("director"),
    "author": word_set("novelist writer historian"),
    "writer": word_set("novelist author"),
    "magistrate": word_set("judge"),
    "accused": word_set("defendant"),
    "defendant": word_set("accused"),
    "claimant": word_set("plaintiff"),
    "grower": word_set("farmer"),
    "constable": word_set("officer"),
    "auditor": word_set("auditor-general"),
    "boss": word_set("leader chief head chairman chairwoman executive secretary manager coach"),
    "skipper": word_set("captain"),
    "chief": word_set("constable"),
    "secretary": word_set("secretary-general"),
    "manager": word_set("coach"),
    "head": word_set("headteacher principal"),
}
"""Noun -> the roles that it may stand for."""

POLITICAL = word_set(
    "conservative liberal labour labor democratic republican green independent socialist centrist populist nationalist left-wing right-wing "
    "far-left far-right centre-left centre-right center-left center-right veteran senior opposition"
)
"""Adjectives for somebody of whom his office does not tell them: "the conservative politician"."""


def of_one_office(name: str) -> Iterator[str]:
    """The same office by its other names: "managing director" for "MD", "company's managing director" for "company's MD"."""
    lower = name.lower()
    *_, last = lower.split()
    office = next((one for one in (lower, " ".join(lower.split()[-2:]), last) if one in _ALIKE), None)
    if office:
        yield from (lower.removesuffix(office) + other for other in _ALIKE[office])


def is_short_office(name: str) -> bool:
    """Whether letters may stand for an office, and not for a body alone: "DG", "CFO"."""
    return name.isupper() and name.lower() in _ALIKE


def roles_meant(noun: str) -> frozenset[str]:
    """The roles that a noun for whoever has one of them may stand for: a "lawmaker" is a senator, perhaps."""
    return _BROADER.get(noun, frozenset())
