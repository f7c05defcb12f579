"""Wordings with one meaning by the rules of language are duplicates in whole claims, and others are not."""

from itertools import combinations

from claimtrack.core.match.normalisation.normalise import normalise_text
from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row

HOUSEHOLDS = "{} of the households on the island had no running water at the end of the audit."
BUDGET = "The budget of the island's harbour rose to {} after the vote in its council last week."
MET = "The council of the island met for {} before it voted on the plan for a new harbour."
CLOSED = "The old hospital on the island was closed {} because of the cracks in its walls."
PATIENTS = "The number of patients in the island's hospitals {} in the year after the reform."
STORM = "The storm that hit the island brought {} within one day, its weather service said."
EARLY = "{} the old hospital on the island was closed because of the cracks in its walls."
SEATS = "The party of the island's president won {} in the election in the northern district."
LOSSES = "The company that runs the island's railways lost {} in the year after the reform."
JOBS = "{} cut 400 jobs in Hong Kong last year, its annual report says."
OFTEN = "Ministers of the island met {} to talk about the hospital law, a spokesman said."

GROUPS = (
    # A share of a number is a percentage; a half, a third and a twentieth are different shares.
    (HOUSEHOLDS, ("3 out of every 1,000", "three in every thousand", "3 in 1,000", "0.3 percent", "3 per thousand", "three per mille", "3‰", "30 in 10,000")),
    (HOUSEHOLDS, ("One of every two", "Half", "50%", "50pc", "Five in ten", "5 out of 10")),
    (HOUSEHOLDS, ("Three quarters", "75%", "Three out of four", "¾", "75 out of 100")),
    (HOUSEHOLDS, ("Four fifths", "80%", "Eight in ten", "Four in five")),
    (HOUSEHOLDS, ("One in a hundred", "One out of a hundred", "1%", "1 pct")),
    (HOUSEHOLDS, ("Two in three", "Two out of every three", "⅔", "Two thirds")),
    (BUDGET, ("$1.5bn", "a billion and a half dollars", "1,500 million dollars", "one and a half billion dollars")),
    (BUDGET, ("$15bn", "15 billion dollars")),
    # Spans of time in one word and in several.
    (MET, ("two weeks", "14 days", "a fortnight")),
    (MET, ("a decade", "ten years", "10 years")),
    (MET, ("a century", "100 years")),
    (MET, ("half a century", "50 years")),
    # Decades, centuries, parts of a year and of a day, holidays.
    (CLOSED, ("in the 1990s", "in the nineties", "in the '90s", "in the 90s", "in the nineteen-nineties")),
    (CLOSED, ("in the 1980s", "in the eighties")),
    (CLOSED, ("in the 19th century", "in the nineteenth century", "in the 1800s")),
    (CLOSED, ("in the first half of 2023", "in H1 2023", "in the first six months of 2023")),
    (CLOSED, ("in the second half of 2023", "in H2 2023", "in the last six months of 2023")),
    (CLOSED, ("on 12 March 2024", "on Mar 12, 2024", "on 12 Mar. 2024")),
    (CLOSED, ("at noon", "at midday", "at 12 noon", "at 12:00")),
    (CLOSED, ("at midnight", "at 00:00", "at 12 a.m.")),
    (CLOSED, ("shortly after midnight, with nobody hurt,", "shortly after 00:00 with nobody hurt")),
    (CLOSED, ("at half past eight in the evening", "at 8:30pm", "at 20:30")),
    (CLOSED, ("at the start of 2019", "in early 2019", "early in 2019", "at the beginning of 2019")),
    (CLOSED, ("at the end of 2019", "in late 2019", "late in 2019", "towards the end of 2019")),
    (CLOSED, ("in the middle of 2019", "in mid-2019", "midway through 2019", "halfway through 2019")),
    (CLOSED, ("by the middle of July", "by mid-July")),
    (EARLY, ("In early 2019", "At the start of 2019", "Early in 2019")),
    (EARLY, ("In late 2019", "At the end of 2019", "Late in 2019")),
    (CLOSED, ("until the middle of 2019", "until mid-2019")),
    (CLOSED, ("from 2015 to 2019", "between 2015 and 2019", "from 2015 until 2019", "2015-2019")),
    (CLOSED, ("in 2023-24", "in 2023/24", "in 2023-2024")),
    (CLOSED, ("on Christmas Day", "on 25 December", "on December 25")),
    # Changes.
    (PATIENTS, ("doubled", "rose by 100%", "grew twofold")),
    (PATIENTS, ("tripled", "rose by 200%", "trebled")),
    (PATIENTS, ("rose by 5 percentage points", "rose by 5pp", "rose by 5 points")),
    (PATIENTS, ("rose from 5,000 to 8,000", "climbed to 8,000 from 5,000", "increased to 8,000, from 5,000")),
    (PATIENTS, ("rose from 8,000 to 9,000", "rose to 9,000, up from 8,000")),
    # Bounds of a number.
    (STORM, ("more than 300 deaths", "over 300 deaths", "in excess of 300 deaths", ">300 deaths", "upwards of 300 deaths", "300+ deaths")),
    (STORM, ("fewer than 300 deaths", "<300 deaths")),
    (STORM, ("a frost of -5C", "a frost of minus 5 degrees Celsius", "a frost of five degrees Celsius below zero")),
    (LOSSES, ("$10-15bn", "between $10bn and $15bn", "$10bn to $15bn", "$10bn-$15bn")),
    (SEATS, ("no seat", "not one seat", "not a single seat")),
    (SEATS, ("by one vote", "by a single vote")),
    (SEATS, ("a two-thirds majority", "a majority of two thirds")),
    (SEATS, ("a third term", "his third term")),
    # The seat of an organisation.
    (JOBS, ("The London-based bank", "The bank, based in London,", "The bank, which is based in London,", "The bank based in London")),
    (JOBS, ("The Paris-based bank", "The bank, based in Paris,")),
    # Frequencies.
    (OFTEN, ("every day", "daily", "each day")),
    (OFTEN, ("every month", "monthly", "once a month", "each month")),
    (OFTEN, ("every two weeks", "fortnightly", "once a fortnight", "every other week", "every second week", "once every two weeks")),
    (OFTEN, ("every three months", "quarterly", "once a quarter")),
    (OFTEN, ("every year", "yearly", "once a year")),
    (OFTEN, ("every two years", "every other year", "every second year")),
    (OFTEN, ("four times a year", "four times each year")),
    (OFTEN, ("three times", "on three occasions")),
    # What did not move, in the words of market reports.
    (PATIENTS, ("was flat", "was little changed", "was almost unchanged", "was hardly changed")),
    (PATIENTS, ("stayed flat", "stayed the same", "stayed largely unchanged")),
    (PATIENTS, ("was lower",)),
)  # fmt: skip


@each_row(("frame", "wordings"), GROUPS)
def test_wordings_with_one_meaning_are_duplicates(frame, wordings):
    missed = [
        two
        for two in combinations(wordings, 2)
        if suggest(*map(frame.format, two)) is not Suggestion.DUPLICATE
    ]
    assert missed == []


def test_wordings_with_different_meanings_are_not_duplicates():
    called_the_same = [
        (one, other)
        for (frame, wordings), (frame_b, wordings_b) in combinations(GROUPS, 2)
        if frame == frame_b
        for one, other in zip(wordings, wordings_b, strict=False)
        if suggest(frame.format(one), frame.format(other)) is Suggestion.DUPLICATE
    ]
    assert called_the_same == []


APART = (
    ("A third of the islanders voted for the new harbour on Sunday, the council said.", "A fifth of the islanders voted for the new harbour on Sunday, the council said."),
    ("A third person was arrested over the fire in the island's town hall on Monday.", "A second person was arrested over the fire in the island's town hall on Monday."),
    ("The bridge to the island was closed at 12:00 on Monday because of the cracks.", "The bridge to the island was closed at 00:00 on Monday because of the cracks."),
    ("Deaths on the roads of the island rose from 5,000 to 8,000 in only one year.", "Deaths on the roads of the island rose from 8,000 to 9,000 in only one year."),
    ("The island's harbour was dredged in the nineties because of a wreck in its mouth.", "The island's harbour was dredged in the eighties because of a wreck in its mouth."),
    ("The island's council meets monthly to talk about the repair of the harbour's pier.", "The island's council meets quarterly to talk about the repair of the harbour's pier."),
    ("The island's council meets every week to talk about the repair of the harbour's pier.", "The island's council meets fortnightly to talk about the repair of the harbour's pier."),
    ("Inspectors visit the island's dam every other year to look for cracks in its wall.", "Inspectors visit the island's dam every year to look for cracks in its wall."),
    ("The island's council has met every two weeks since the storm that broke its pier.", "The island's council has met every two months since the storm that broke its pier."),
)  # fmt: skip


@each_row(("one", "other"), APART)
def test_a_changed_number_time_or_share_is_a_conflict(one, other):
    assert suggest(one, other) is Suggestion.CONFLICT


KEPT = (
    ("the last century", "no span: the years from 1901 on", "The last century of the empire"),
    ("a decade of greed", "no length, but a time of its own", "It was a decade of greed"),
    ("$5m a decade", "a rate", "They paid $5m a decade"),
    ("monthly", "an attribute", "The monthly meeting was long"),
    ("noon prayers", "a name", "They met at noon prayers"),
    ("every one of", "all of them", "Of every one of the 27 members a vote was asked"),
    ("percent to", "an index, no second share", "The index rose 3 percent to 45.2 on Monday"),
    ("not one but two", "more than one", "They have not one but two mayors"),
)


@each_row(("wording", "why", "text"), KEPT)
def test_a_wording_with_another_meaning_is_not_rewritten(wording, why, text):
    assert normalise_text(text).text == text, f"{wording}: {why}"
