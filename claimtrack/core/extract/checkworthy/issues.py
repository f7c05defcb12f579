"""What politics quarrels over, as classes of words for the points alone; the tags go by `vocabulary`."""

from __future__ import annotations

from claimtrack.core.extract.words import times
from claimtrack.core.extract.words.reading import word_set

# Matters
TRADING = word_set(
    "export exports exported import imports imported nafta tariff tariffs outsourcing outsource outsourced "
    "offshore offshoring overseas wto dumping quota quotas embargo"
)
COVER = word_set(
    "medicare medicaid insurance insured uninsured coverage premium premiums deductible deductibles obamacare "
    "prescription prescriptions preexisting pre-existing hmo hmos pension pensions retirees seniors privatize "
    "privatized privatise privatised"
)

# Moves
BACKING = word_set(
    "support supported supports supporting favor favored favors favour favoured favours endorse endorsed "
    "endorses backed backs advocated advocates sponsor sponsored sponsors"
)
STANDS = word_set(
    "support supported oppose opposed favor favored favour favoured voted vote signed vetoed introduced proposed "
    "passed endorsed sponsored cosponsored co-sponsored authored fought balanced"
)
NOT_DONE = word_set("didn't doesn't hasn't haven't wasn't weren't isn't aren't hadn't")
PERSONS = word_set("he she they opponent democrats republicans")
HOLDS = word_set(
    "wants want says say supports opposes thinks believes claims refuses proposes doesn't would favors favours "
    "voted calls argues admits promises"
)
FACT = word_set("fact facts")
UP_OR_DOWN = word_set("up down higher lower")
MOVING = word_set("go goes going gone went is are was were been come came stay stayed")
SPEAKERS = word_set("i we i've we've")
MY = word_set("my")
OWN_OFFICE = word_set("state administration record tenure campaign government cabinet city home")
FIRST = word_set("first")
ONCE = word_set("time ever")

# Talk
WISHES = word_set("want like hope wish love intend plan")
MODALS = word_set("will would shall can could")
MUST = word_set("must should ought shouldn't gotta")
URGE = word_set("have has need needs got ought")
TO = word_set("to")
LET = word_set("let let's")
STAGE = word_set(
    "question questions debate debates minute minutes rebuttal respond response tonight moderator discussion "
    "topic topics segment audience follow-up crosstalk applause laughter thank thanks welcome congratulations"
)
LOOSE = word_set(
    "thing things something everything anything stuff lot lots way ways kind kinds sort sorts someone somebody "
    "anybody"
)
STRETCHES = times.STRETCHES | {"seconds"}
PROGRESS = word_set("is are we're they're he's she's it's")
BETWEEN = word_set("never also not always just already still now then really actually simply only both all")
"""Adverbs that may stand between a person and what he does."""
