"""What speaks for whoever it belongs to: "the Trust's latest figures", "her office", "its website"."""

from __future__ import annotations

import re

OWNED = re.compile(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|for|and|the|[A-Z][\w.&-]*)){0,8})'s (?:(?!in |on |at )[\w-]+ ){0,3}(?P<what>[a-z]+)"
)
"""A document with its author: "the Norbridge Trust's latest figures"."""
HERS = re.compile(
    r"(?P<whose>[Hh]is|[Hh]er) (?:(?:own|[a-z]+) )?(?P<what>statement|letter|email|testimony|evidence|speech|post|message|reply|response|answer|memoir|tweet"
    r"|affidavit|book|office|party|campaign|team|research|study|analysis|paper|lawyers?|attorneys?|solicitors?|barristers?|spokes[a-z]+)"
    r"(?:, (?:[a-z]+ed|seen|written|which) .*)?"
)
"""What stands for a person: "her statement went on", "his office said"."""
AGENTS = ("spokes", "lawyer", "attorney", "solicitor", "barrister")
"""Nouns of those who speak for somebody: "his lawyer said"."""
ITS = re.compile(r"[Ii]ts (?:[a-z]+ ){0,2}(?P<what>[a-z]+)(?: in [A-Z][\w-]+)?")
"""What may stand for a body: "according to its annual report"."""
