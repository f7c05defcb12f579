"""Exceptions, parts of countries and ages have one form; what only looks like them is kept."""

from claimtrack.core.match.normalisation.normalise import normalise_text
from tests.tables import each_row

ONE_FORM = [
    ("every state apart from Ohio signed", "every state except Ohio signed", "every ... apart from"),
    ("no town, aside from Orsk, has one", "no town except Orsk, has one", "no ... aside from"),
    ("all drones but not those of the army", "all drones except those of the army", "all ... but not"),
    ("Apart from Malta, all states signed", "Except for Malta, all states signed", "before all"),
    ("all bar two of the ministers", "all but two of the ministers", "all bar"),
    ("Northern France banned it", "northern France banned it", "a part of a country at the beginning"),
    ("the lake continues to be clean", "the lake remains clean", "what goes on being so"),
    ("aged 12 and over", "aged 12 or over", "an age and above"),
    ("those 12 and over in Wales", "those 12 or over in Wales", "an age without a word for it"),
    ("12 years and older", "12 years or older", "an age in years"),
]
KEPT = [
    ("all of them lived apart from their sons", "not together"),
    ("all were wet apart from being late", "an addition"),
    ("it stands apart from the church", "nothing of which there is an exception"),
    ("all trains stopped but not the buses", "a clause of its own"),
    ("Northern Ireland banned it", "a name"),
    ("Western Australia banned it", "a state"),
    ("Northern Poland Railways was fined", "a firm"),
    ("men aged 40 and under pressure", "no age below 40"),
    ("people aged 40 and over 50 dogs", "another number"),
    ("he scored 12 and over half of them won", "a clause of its own"),
    ("each cocktail bar two men run", "a bar"),
]


@each_row(("text", "rewritten", "reason"), ONE_FORM)
def test_an_exception_or_age_has_one_form(text, rewritten):
    assert normalise_text(text).text == rewritten


@each_row(("text", "reason"), KEPT)
def test_what_only_looks_like_one_is_kept(text):
    assert normalise_text(text).text == text
