"""The same fact in other words: nationalities, rounds, times of day, short names; and changed facts in the same places."""

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

SAME = [
    ("Kenyan nurses walked out over unpaid wages in March", "Kenya's nurses went on strike in March over wages that were not paid", "people"),
    ("The Dutch parliament passed a levy on plastic bottles", "A levy on plastic bottles was passed by the parliament of the Netherlands", "people"),
    ("Peru lost to Chile in the last eight of the Copa", "Chile beat Peru in the quarter-final of the Copa", "round"),
    ("Ghana reached the last 16 of the tournament in Cairo", "In Cairo Ghana made it to the round of 16 of the tournament", "round"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "From 19:00 on Monday the bridge in Porto is shut to lorries", "clock"),
    ("Polling stations in Lyon close at eight in the evening", "Polling stations in Lyon are closed at 8 p.m.", "clock"),
    ("The Met arrested 40 people at the march in Hackney", "The Metropolitan Police made 40 arrests at the Hackney march", "short name"),
    ("Croatia became the club's twenty-eighth member in 2013", "In 2013 Croatia joined as the 28th member of the club", "ordinal"),
    ("Since May the city of Graz has planted more than 4,000 trees", "More than 4,000 trees have been planted by the Graz city council since May", "bound"),
    ("The banker left the vineyard to his daughter Anna in 2019", "Anna inherited the vineyard from her father, the banker, in 2019", "bond"),
    ("A third of the harvest was eaten by locusts in Kenya", "Locusts ate a third of the Kenyan harvest", "agent"),
    ("The Korean chip maker Samsung opened a plant in Texas in May", "South Korea's Samsung opened a chip plant in Texas in May", "two words"),
    ("Peruvian miners struck over pay across Latin America's largest pit", "Miners in Peru went on strike over pay at the largest pit of Latin America", "no country"),
    ("Shares fell by 4 percent between April and June", "In the second quarter of the year shares fell 4 percent", "part of a year"),
    ("The council has put the sale of the pool on hold", "The council put the sale of the swimming pool on hold", "held"),
    ("Parliament in Nairobi passed the seed law", "Kenya's parliament has passed the seed law", "capital"),
    ("More than half of the nurses in Lyon want to leave", "A majority of Lyon's nurses would like to leave", "half"),
    ("The senate confirmed the judge who was nominated in May", "The judge nominated in May has been confirmed by the senate", "office"),
    ("Antibiotics are useless against the common cold, which a virus causes", "A virus causes the common cold, so antibiotics do not work against it", "denial"),
]  # fmt: skip
OTHER = [
    ("Kenyan nurses walked out over unpaid wages in March", "Ugandan nurses walked out over unpaid wages in March", "people"),
    ("Peru lost to Chile in the last eight of the Copa", "Peru lost to Chile in the semi-final of the Copa", "round"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "The bridge in Porto closes to lorries at 17:00 on Monday", "clock"),
    ("The bridge in Porto closes to lorries at 7 pm on Monday", "The bridge in Porto closes to lorries at 7 am on Monday", "clock"),
    ("Croatia became the club's twenty-eighth member in 2013", "Croatia became the club's 27th member in 2013", "ordinal"),
    ("The banker's son was arrested in Graz on Friday", "The banker's father was arrested in Graz on Friday", "bond"),
    ("The drug is effective against the parasite in children", "The drug is ineffective against the parasite in children", "denial"),
    ("The barn at the mill was set alight by a tramp", "The barn at the mill was set alight by a faulty cable", "agent"),
    ("Between January and June rents in Porto rose 4 percent", "Rents in Porto rose 4 percent in the second half of the year", "part of a year"),
    ("The central bank held rates at 4 percent in June", "In June the central bank cut its rates from 4 percent", "held"),
    ("A majority of the nurses in Lyon want to leave", "Fewer than half of the nurses in Lyon want to leave", "half"),
    ("The senate nominated the judge in May", "The senate confirmed the judge in May", "office"),
    ("The ministry plans to relocate two villages near Ghent", "Two villages near Ghent have already been moved by the ministry", "stage"),
    ("The agency proposes a ban on the pesticide", "The pesticide has been banned by the agency", "stage"),
    ("The islanders voted to uphold the ban on cars", "Islanders vote to lift the ban on cars", "rule"),
    ("The mill in Graz survived the flood of 1964", "The flood of 1964 destroyed the mill in Graz", "ruin"),
    ("Nine sailors were rescued off Bari on Sunday", "Nine sailors were found dead off Bari on Sunday", "fate"),
    ("Only residents may vote in the village poll at Graz", "Not only residents may vote in the village poll at Graz", "not only"),
    ("The quake in Fez killed more than 2,900 people in May", "More than 9,200 died in May in the Fez earthquake", "number"),
    ("Lawmakers in Kenya raised the tax on bread to 16 percent", "The parliament of Ghana has put the bread tax up to 16 percent", "country"),
]  # fmt: skip
SAME += [
    ("Only nurses may enter the old pharmacy in Graz at night", "None but nurses may enter the old pharmacy in Graz at night", "none but"),
    ("The 20,000th visitor to the castle in Ghent was a nurse", "A nurse was the twenty thousandth visitor to the castle in Ghent", "ordinal"),
]  # fmt: skip
OTHER += [
    ("Peru has a lower debt than any of its neighbours", "All of Peru's neighbours have a lower debt than Peru does", "possessor"),
    ("The 20,000th visitor to the castle in Ghent was a nurse", "The thirty thousandth visitor to the castle in Ghent was a nurse", "ordinal"),
    ("The governor resigned before the audit was published", "The governor resigned after publication of the audit", "before"),
]  # fmt: skip
SAME += [
    ("Rents in Ghent rose from 12 to 19 percent of wages in a year", "In a year, rents in Ghent rose from 12 per cent to 19 per cent of wages", "range"),
    ("Between 30 and 40 percent of the miners are unpaid in Peru", "Between 30% and 40% of miners in Peru are unpaid", "range"),
    ("In most of Chad, diesel is cheaper than milk now", "Diesel is now cheaper than milk in most of Chad", "now"),
    ("The abbey bought 90 goats from a farm owned by the mayor's aunt", "The abbey bought 90 goats from a farm that the mayor's aunt owns", "participle"),
    ("Seven in ten bakers in the guild are women of forty", "Seven out of ten bakers in the guild are women of forty", "share"),
    ("One in six recruits leaves the camp without being able to swim", "Every sixth recruit leaves the camp unable to swim", "unable"),
    ("The voters in Peru are undecided on the bridge of 1964", "The voters are undecided in Peru on the bridge of 1964", "adjunct"),
]  # fmt: skip
OTHER += [
    ("The recruits of the camp near Ghent are able to swim a mile", "The recruits of the camp near Ghent are unable to swim a mile", "unable"),
    ("In Chad, diesel is now cheaper than milk and bread", "In Chad, milk and bread are now cheaper than diesel", "compared"),
    ("Rents in Ghent rose from 12 to 19 percent of wages in a year", "Rents in Ghent rose from 19 to 12 percent of wages in a year", "range"),
    ("Rents in Ghent rose from 12 to 19 percent of wages in a year", "Rents in Ghent rose from 12 to 29 percent of wages in a year", "range"),
]  # fmt: skip


@each_row(("a", "b", "reason"), SAME)
def test_the_same_fact_in_other_words_is_not_a_conflict(a, b):
    assert compare(Statement(a), Statement(b)).suggestion != Suggestion.CONFLICT


@each_row(("a", "b", "reason"), OTHER)
def test_a_changed_fact_in_other_words_is_a_conflict(a, b):
    assert compare(Statement(a), Statement(b)).suggestion == Suggestion.CONFLICT


@each_row(
    ("a", "b", "reason"),
    [
        ("It is the minister's second visit to the island in less than a year", "It was the minister's second visit to the island in less than a year", "reported later"),
        ("The harbour is closed to lorries because of cracks in its quay", "The harbour was closed to lorries because of cracks in its quay", "as reported"),
        ("The abbey owns a farm near Ghent that the mayor wants", "The abbey owned a farm near Ghent that the mayor wants", "a state that may be over"),
    ],
)  # fmt: skip
def test_another_tense_is_reported_at_most_as_related(a, b):
    """Reports shift what was said into the past: only a person can judge whether it is over."""
    comparison = compare(Statement(a), Statement(b))
    assert (comparison.suggestion, comparison.differences) in (
        (Suggestion.RELATED, ("other tense",)),
        (Suggestion.DUPLICATE, ()),
    )
