"""Statements that are identical but for a function word, a tense or a number: reported, unless both mean the same."""

import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

CHANGED = [
    # a question
    ("Does the abbey of Ghent own two mills on the coast of Malta?", "The abbey of Ghent owned two mills on the coast of Malta", "does own, owned"),
    ("Does the abbot's son own two mills on the coast of Malta?", "The abbot's sons own two mills on the coast of Malta", "son, sons"),
    # whose
    ("The abbot sold his mill and gave the money to his brother", "The abbot sold his mill and gave the money to her brother", "his, her"),
    ("The duke swore to give back his land to the abbey", "The duke swore to give back their land to the abbey", "his, their"),
    ("The guild paid the abbot for the hours lost in its mill", "The guild paid the abbot for the hours lost in his mill", "its, his"),
    # prepositions of time
    ("The abbot has been to Lisbon six times in 2021 by train", "The abbot has been to Lisbon six times since 2021 by train", "in, since"),
    ("The museum lent 40 paintings during the festival in Ghent", "The museum lent 40 paintings since the festival in Ghent", "during, since"),
    ("The ferry had sunk two trawlers by August 2019 off Malta", "The ferry has sunk two trawlers since August 2019 off Malta", "by, since"),
    ("Our clinic has tested 90,000 drivers since April 2020", "Our clinic has tested 90,000 drivers up to April 2020", "since, up to"),
    ("The dam was repaired for five weeks in the dry season", "The dam was repaired within five weeks in the dry season", "for, within"),
    ("The mill stood empty for nine years after the fire", "The mill stood empty nine years after the fire", "how long, how much later"),
    ("The choir has sung at the palace seven times since the wedding", "The choir sang at the palace seven times at the wedding", "since, at"),
    # "than" and prepositions that cannot replace it
    ("Chile sells more copper to China than Peru and Zambia", "Chile sells more copper to China with Peru and Zambia", "than, with"),
    ("Chile sells more copper to China than Peru did in May", "Chile sells more copper to China than to Peru in May", "than Peru, than to Peru"),
    ("The flu killed more farmers than the drought of 1921", "The flu killed more farmers in the drought of 1921", "than, in"),
    ("Norway lends more money to Malta than Austria and Spain", "Norway lends more money to Malta for Austria and Spain", "than, for"),
    ("The bank owes more to Lisbon than the port authority", "The bank owes more to Lisbon from the port authority", "than, from"),
    ("Bakers throw away more bread than they did ten years ago", "Bakers throw away more bread than others did ten years ago", "they, others"),
    # tense and mood
    ("The decree would ban diesel cars from the old town in June", "The decree will ban diesel cars from the old town in June", "would, will"),
    ("The port pays for the tunnel that Malta built under the bay", "The port pays for the tunnel that Malta is building under the bay", "built, is building"),
    ("Half of the tulips in Vienna come from two Dutch growers", "Half of the tulips in Vienna came from two Dutch growers", "come, came"),
    ("The guild pays its treasurer 90,000 euros a year in cash", "The guild paid its treasurer 90,000 euros a year in cash", "pays, paid"),
    ("The kitchen feeds 700 pensioners in Porto each morning", "The kitchen fed 700 pensioners in Porto each morning", "feeds, fed"),
    ("The herd in the valley doubles every six years, says nobody", "The herd in the valley doubled in six years, says nobody", "doubles, doubled"),
    ("Malta has had the dearest petrol on the continent", "Malta has the dearest petrol on the continent", "has had, has"),
    ("The scheme will spare the town 8 million euros by 2031", "The scheme would have spared the town 8 million euros by 2031", "will, would have"),
    # origin, destination and company
    ("The Greens won 12 wards from the Liberals in the autumn", "The Greens won 12 wards with the Liberals in the autumn", "from, with"),
    ("The Greens lost 12 wards to the Liberals in the autumn", "The Greens lost 12 wards with the Liberals in the autumn", "to, with"),
    ("The tanker carried 900 tonnes of tar from Riga to Bergen", "The tanker carried 900 tonnes of tar from Riga via Bergen", "to, via"),
    ("Brewers made 5 million euros of profit during the strike", "Brewers made 5 million euros of profit from the strike", "during, from"),
    ("Wages at the mill have risen with inflation since Easter", "Wages at the mill have risen under inflation since Easter", "with, under"),
    ("The tax on salt was raised under the last Green cabinet", "The tax on salt was raised by the last Green cabinet", "under, by"),
    ("The brewers have repaired the pipe between the two mills, the abbot said", "The brewers are repairing the pipe between the two mills, the abbot said", "done, going on"),
    ("Pupils aged 5 to 11 can see the nurse from Monday, the abbot said", "Pupils aged 5 and 11 can see the nurse from Monday, the abbot said", "from one age to another, of two ages"),
    ("If the brewers attack us, we will answer within the hour, the abbot said", "When the brewers attack us, we will answer within the hour, the abbot said", "if they do, when they do"),
    ("The abbot will never sell the mill on the coast of Malta", "The abbot will not yet sell the mill on the coast of Malta", "never, not yet"),
    ("The abbot did not warn the guild that the mill was on fire", "Did the abbot not warn the guild that the mill was on fire?", "denied, asked as if it were so"),
    ("The pilot was killed in the helicopter near the mill on Monday", "The pilot was killed by the helicopter near the mill on Monday", "in it, by it"),
    ("The abbot sits on the board of a firm that sold malt to the guild", "The abbot sits over the board of a firm that sold malt to the guild", "on it, over it"),
    ("The abbots say most brewers in Malm rest within a week of the fair", "The abbots say the most brewers in Malm rest within a week of the fair", "most of them, more than elsewhere"),
    # singular and plural
    ("The bishop's drivers were paid by a casino in Ostend", "The bishop's driver was paid by a casino in Ostend", "drivers, driver"),
    ("The hotel on the cliff is owned by the king's daughter", "The hotel on the cliff is owned by the king's daughters", "daughter, daughters"),
    ("The envoys have refused to sign the treaty three times", "The envoy has refused to sign the treaty three times", "envoys, envoy"),
    ("The brewery paid its chief chemist 4 million euros last year", "The brewery paid its chief chemists 4 million euros last year", "chemist, chemists"),
    ("The quarry belongs to the mayor's brother and a bank", "The quarry belongs to the mayor's brothers and a bank", "brother, brothers"),
    ("His lawyers have asked for 12 more days in court", "His lawyer has asked for 12 more days in court", "lawyers, lawyer"),
    # the whole of a share, and the scope of a number and of "only"
    ("Seven in ten bakers in the guild are women of forty", "Seven of the ten bakers in the guild are women of forty", "in ten, of the ten"),
    ("One in four sailors aboard the ship speaks Welsh at home", "One of the four sailors aboard the ship speaks Welsh at home", "in four, of the four"),
    ("The town took 60 lamps from the streets in the old quarter", "The town took lamps from 60 streets in the old quarter", "lamps, streets"),
    ("The army has moved 9,000 medics from its bases", "The army has moved medics from 9,000 on its bases", "how many, from how many"),
    ("Only 6 percent of the letters led to a fine in Porto", "6 percent of the letters led to only a fine in Porto", "only so many, only a fine"),
    ("Only the abbot knew about the 70 missing coins", "The abbot knew about only the 70 missing coins", "only he, only these"),
    ("Only 4 percent of the grain reached the people in the hills", "4 percent of the grain reached only the people in the hills", "only so much, only them"),
]  # fmt: skip

SAME = [
    ("Does the abbey of Ghent own two mills on the coast of Malta?", "The abbey of Ghent owns two mills on the coast of Malta", "a question"),
    ("Did the abbot of Ghent really lose two mills in 2005?", "The abbot of Ghent really lost two mills in 2005", "a question of the past"),
    ("The abbot has been to Lisbon six times since May 2021", "The abbot has been to Lisbon six times since the May of 2021", "of, the"),
    ("The museum lent 40 paintings during the festival in Ghent", "The museum lent 40 paintings in the festival in Ghent", "during, in"),
    ("Smoking has been banned in the bars of Malta since 2005", "Smoking was banned in the bars of Malta in 2005", "so since then"),
    ("The mill stood empty for nine years because of the fire", "The mill stood empty nine years because of the fire", "a length of time"),
    ("Rents in Ghent have risen by 9 percent over the past year", "Rents in Ghent have risen by 9 percent in the past year", "over, in a span"),
    ("The harbour will be closed to ferries until Monday morning", "The harbour will be closed to ferries till Monday morning", "until, till"),
    ("The prison in Ghent had no chaplain for the last six years", "The prison in Ghent had no chaplain over the last six years", "for, over"),
    ("More people live on boats in Ghent than in Antwerp", "More people live on boats in Ghent than Antwerp", "than in"),
    ("The port paid for the tunnel that Malta built under the bay", "The port has paid for the tunnel Malta built under the bay", "perfect, that"),
    ("The envoy said the treaty would be signed in Riga by June", "The envoy said that the treaty will be signed in Riga by June", "reported"),
    ("The kitchen fed 700 pensioners in Porto every morning", "The kitchen has fed 700 pensioners in Porto each morning", "fed, has fed"),
    ("Half of the tulips in Vienna come from two Dutch growers", "Half the tulips in Vienna come from two Dutch growers", "half of"),
    ("Brewers are worried about the new tax on bottles in May", "Brewers are worried over the new tax on bottles in May", "about, over"),
    ("The union is in talks about the pay of nurses in Porto", "The union is in talks on the pay of nurses in Porto", "about, on"),
    ("The envoy met the miners of Bergen three times on Monday", "The envoy met with the miners of Bergen three times Monday", "met with, on"),
    ("The workers who were sacked in March have been hired again", "The workers sacked in March have been hired again", "who were"),
    ("The bishop's drivers were paid by a casino in Ostend", "The drivers of the bishop were paid by a casino in Ostend", "'s, of"),
    ("The cabinet has refused to sign the treaty three times", "The cabinet have refused to sign the treaty three times", "agreement"),
    ("The rates of asthma in Porto are the highest in the land", "Asthma rates in Porto are the highest in the land", "of"),
    ("The guild paid its treasurer 90,000 euros per year in cash", "The guild paid its treasurer 90,000 euros a year in cash", "per, a"),
    ("Seven in ten bakers in the guild are women of forty", "Seven out of ten bakers in the guild are women of forty", "in ten, out of ten"),
    ("Only 6 percent of the letters led to a fine in Porto", "Just 6 percent of the letters led to a fine in Porto", "only, just"),
    ("Bakers only use 10 percent of the flour from the mill", "Bakers use only 10 percent of the flour from the mill", "only before the verb"),
    ("The town took 60 lamps from the streets in the old quarter", "From the streets in the old quarter the town took 60 lamps", "order"),
    ("The town lost 60 lamps in the storm in the old quarter", "In the storm in the old quarter the town lost 60 lamps", "order, too"),
]  # fmt: skip


@each_row(("a", "b"), [pytest.param(*row[:2], id=row[2]) for row in CHANGED])
def test_a_changed_function_word_or_form_is_reported(a, b):
    comparison = compare(Statement(a), Statement(b))
    assert comparison.suggestion != Suggestion.DUPLICATE
    assert comparison.differences


@each_row(("a", "b"), [pytest.param(*row[:2], id=row[2]) for row in SAME])
def test_function_words_and_forms_that_mean_the_same_are_duplicates(a, b):
    assert compare(Statement(a), Statement(b)).suggestion == Suggestion.DUPLICATE
