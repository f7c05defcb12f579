"""Clauses that take back, longer names, words that bound a number; and what is told of all of these."""

import pytest

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion

APART = [
    ("Rents fell by nine percent in all wards of Torvik last year", "Rents fell by nine percent in all wards of Torvik last year, except in the harbour ward", "a clause takes back"),
    ("The mill will close its two oldest halls in the spring", "The mill will close its two oldest halls in the spring, unless a buyer is found", "a clause takes back"),
    ("The town has cut what it spends on roads by a tenth", "The town has cut what it spends on roads by a tenth, once inflation is counted", "a clause takes back"),
    ("Thefts rose by a third in the valley during the war", "Thefts rose by a third in the valley during the war (only bicycles)", "a clause takes back"),
    ("The board hired two thousand nurses for the islands last year", "The board hired two thousand nurses for the islands last year, most of them on paper", "a clause takes back"),
    ("The new rule lets fishermen in Torvik retire at sixty", "The new rule lets fishermen in Torvik retire at sixty, if they have no debts", "a clause takes back"),
    ("The drug halves the number of strokes among those over sixty", "The drug halves the number of strokes among those over sixty, in men at least", "a clause takes back"),
    ("The strike closed all ports on the coast for nine days", "The strike closed all ports on the coast for nine days, with the exception of Brenta", "a clause takes back"),
    ("The average farm on the island pays 900 crowns a year for water", "The average farm on the island pays 900 crowns a year for water, after rebates", "a clause takes back"),
    ("The council sold four ferries to the government of Lenland", "The council sold four ferries to the government of Lenland, pending approval by the court", "a clause takes back"),
    ("The fund will have paid back the whole loan within ten years", "The fund will have paid back the whole loan within ten years, assuming steady growth", "a clause takes back"),
    ("The bank lent the mayor of Brenta four million crowns in May", "The bank lent the mayor of Brenta four million crowns in May, or so the paper says", "a clause takes back"),
    ("The bank lent the mayor of Torvik four million crowns in May", "The bank lent the mayor of Torvik four million crowns in May, the paper mistakenly reported", "a clause takes back"),
    ("The deputy head of the port took money from a crane maker", "The deputy head of the port took money from a crane maker, auditors suspect", "a clause takes back"),
    ("The deputy head of the port took money from a crane maker", "The deputy head of the port took money from a crane maker, many in Brenta believe", "a clause takes back"),
    ("Norvik sold more ferries in the north in March than Dahl", "Norvik sold more ferries in the north in March than Dahl, Orre and Sund together", "a clause takes back"),
    ("The deputy head of the port took money from a crane maker", "A leaflet wrongly claimed that the deputy head of the port took money from a crane maker", "a clause takes back"),
    ("The new law bans all dogs in the parks of Torvik", "The new law bans all dogs in the parks of Torvik, apart from guide dogs", "a clause takes back"),
    ("Wages on the island rose faster than prices in 2021", "Wages on the island rose faster than prices in 2021, at least for nurses", "a clause takes back"),
    ("The town has built nine hundred flats since the flood", "The town has built nine hundred flats since the flood, counting those still planned", "a clause takes back"),
    ("The ferry carries more people than all the buses of Brenta", "The ferry carries more people than all the buses of Brenta, in summer", "a clause takes back"),
    ("Every second child in the valley has asthma", "Every second child in the valley has asthma, by one estimate", "a clause takes back"),
    ("Every second child in the old valley of the Sarn has asthma", "Every second child in the old valley of the Sarn has asthma, a figure doctors dispute", "a clause takes back"),
    ("The mill paid no tax on its profits in the last nine years", "The mill paid no tax on its profits in the last nine years, but for 2016", "a clause takes back"),
    ("The pump saves nine in ten children from the fever", "The pump saves nine in ten children from the fever, when used within an hour", "a clause takes back"),
    ("The board sold all of its forests to the state", "The board sold all of its forests to the state, save two", "a clause takes back"),
    ("The mayor took money from the builder of the harbour wall", "The mayor took money from the builder of the harbour wall, it is rumoured", "a clause takes back"),
    ("The mayor took money from the builder of the harbour wall", "The mayor took money from the builder of the harbour wall, his rivals hint", "a clause takes back"),
    ("The mayor took money from the builder of the harbour wall", "The mayor took money from the builder of the harbour wall, the president denied", "a clause takes back"),
    ("The mayor took money from the builder of the harbour wall in May 2019", "The mayor took money from the builder of the harbour wall in May 2019, a leader of the rebels believes", "a clause takes back"),
    ("The mayor took money from the builder of the harbour wall", "The mayor took money from the builder of the harbour wall, in the view of his rivals", "a clause takes back"),
    ("South Oravia has the highest rate of measles in the region", "Oravia has the highest rate of measles in the region", "a longer name is another"),
    ("The murder rate of New Brenta fell by a third in the last decade", "The murder rate of Brenta fell by a third in the last decade", "a longer name is another"),
    ("The Christian Democrats lost half of their seats in the harbour council", "The Democrats lost half of their seats in the harbour council", "a longer name is another"),
    ("Upper Lenland spends more on roads than on schools this year", "Lenland spends more on roads than on schools this year", "a longer name is another"),
    ("The Islamic Republic of Oravia expelled two envoys on Monday", "The Republic of Oravia expelled two envoys on Monday", "a longer name is another"),
    ("The National Bank of Torvik sold its gold to pay for the war", "The Bank of Torvik sold its gold to pay for the war", "a longer name is another"),
    ("Ships from West Lenland may not land in Brenta since Monday", "Ships from Lenland may not land in Brenta since Monday", "a longer name is another"),
    ("Greater Brenta has lost nine thousand homes to the fire", "Brenta has lost nine thousand homes to the fire", "a longer name is another"),
    ("Little Torvik was flooded twice last winter after the dam broke", "Torvik was flooded twice last winter after the dam broke", "a longer name is another"),
    ("The Free Lenland Party won two of the nine seats on the island", "The Lenland Party won two of the nine seats on the island", "a longer name is another"),
    ("East Timor sold more coffee than vanilla in the last two years", "Timor sold more coffee than vanilla in the last two years", "a longer name is another"),
    ("Papua New Oravia bought two ferries from the yard in Torvik", "New Oravia bought two ferries from the yard in Torvik", "a longer name is another"),
    ("Inner Brenta voted for the bridge by nine votes to two", "Brenta voted for the bridge by nine votes to two", "a longer name is another"),
    ("The Royal Bank of Lenland closed forty branches last year", "The Bank of Lenland closed forty branches last year", "a longer name is another"),
    ("Old Torvik was the capital of the island for ninety years", "Torvik was the capital of the island for ninety years", "a longer name is another"),
    ("The International Court in Brenta ruled against the mine owners", "The Court in Brenta ruled against the mine owners", "a longer name is another"),
    ("Daughters of farmers on the island are taller on average than farmers", "Farmers on the island are taller on average than daughters of farmers", "compared the other way"),
    ("Wives of fishermen in Torvik live longer than fishermen", "Fishermen in Torvik live longer than wives of fishermen", "compared the other way"),
    ("Owners of dogs are healthier in old age than dogs", "Dogs are healthier in old age than owners of dogs", "compared the other way"),
    ("Pupils of nuns are more likely to be bishops than nuns", "Nuns are more likely to be bishops than pupils of nuns", "compared the other way"),
    ("Tenants of farms earn more on the island than owners of farms", "Owners of farms earn more on the island than tenants of farms", "compared the other way"),
    ("Deaths in mines fell faster in Lenland than mines", "Mines fell faster in Lenland than deaths in mines", "compared the other way"),
    ("The number of thefts in Torvik has tripled since the year 2005", "The number of reported thefts in Torvik has tripled since the year 2005", "a word narrows or bounds it"),
    ("Thefts in the old town of Torvik have tripled since the year 2005", "Thefts reported to the police in the old town of Torvik have tripled since the year 2005", "a word narrows or bounds it"),
    ("There are 400 lepers in the villages along the lower Sarn", "There are 400 registered lepers in the villages along the lower Sarn", "a word narrows or bounds it"),
    ("The flood drowned 600 sheep on the lower farms of the valley", "The flood drowned nearly 600 sheep on the lower farms of the valley", "a word narrows or bounds it"),
    ("Each of the nine mills paid a fine of 3 million crowns", "The nine mills paid a fine of 3 million crowns", "a word narrows or bounds it"),
    ("The state gave the nine mills 3 million crowns each in 2019", "The state gave the nine mills 3 million crowns in 2019", "a word narrows or bounds it"),
    ("Almost half of the herons on the lower Sarn died in May", "Half of the herons on the lower Sarn died in May", "a word narrows or bounds it"),
    ("The bridge had been approved by the council before it was built", "The bridge had yet to be approved by the council before it was built", "a word narrows or bounds it"),
    ("Courts on the island rarely send poachers to prison for a first offence", "Courts on the island send poachers to prison for a first offence", "a word narrows or bounds it"),
    ("The clinic seldom treats children from the villages beyond the Sarn", "The clinic treats children from the villages beyond the Sarn", "a word narrows or bounds it"),
    ("There are 900 herons on the lower Sarn in the winter months", "There are 900 known herons on the lower Sarn in the winter months", "a word narrows or bounds it"),
    ("The fever killed 40 children in the villages of the valley", "The suspected fever killed 40 children in the villages of the valley", "a word narrows or bounds it"),
    ("Assaults on the ferries have doubled since the strike in May", "Assaults reported on the ferries have doubled since the strike in May", "a word narrows or bounds it"),
    ("The claimed cost of the new bridge was 40 million crowns in May", "The cost of the new bridge was 40 million crowns in May", "a word narrows or bounds it"),
    ("The stated aim of the law is to keep dogs out of parks", "The aim of the law is to keep dogs out of parks", "a word narrows or bounds it"),
    ("Senator Ada Quill voted for the harbour bill in the upper house", "Senator Ada Quill voted no on the harbour bill in the upper house", "the other vote"),
    ("Senator Ada Quill voted yes on the harbour bill in the upper house", "Senator Ada Quill voted no on the harbour bill in the upper house", "the other vote"),
    ("Senator Ada Quill voted yes on the harbour bill in the upper house", "Senator Ada Quill voted against the harbour bill in the upper house", "the other vote"),
    ("The firm had yet to pay its workers for the spring of 2020", "The firm had paid its workers for the spring of 2020", "not done"),
    ("The bridge is yet to be opened to lorries from the north", "The bridge is opened to lorries from the north", "not done"),
    ("The mayor rarely speaks to the press about the harbour wall", "The mayor speaks to the press about the harbour wall", "not done"),
    ("People above the age of 65 ride free on the ferries of the old line", "People under the age of 65 ride free on the ferries of the old line", "the other side of an age"),
    ("Most of those held in the port of Torvik are men older than 30", "Most of those held in the port of Torvik are men younger than 30", "the other side of an age"),
]  # fmt: skip
ALIKE = [
    ("The bridge over the Sarn was built by monks in 1871", "The bridge over the Sarn was built by monks in 1871, the museum said", "a clause that only adds or tells who says it"),
    ("The bridge over the Sarn was built by monks in 1871", "The bridge over the Sarn was built by monks in 1871, according to the town archive", "a clause that only adds or tells who says it"),
    ("The bridge over the Sarn was built by monks in 1871", "The bridge over the Sarn was built by monks in 1871, the town archive shows", "a clause that only adds or tells who says it"),
    ("The bridge over the Sarn was built by monks in 1871", "The bridge over the Sarn was built by monks in 1871, the mayor told the council on Monday", "a clause that only adds or tells who says it"),
    ("The bridge over the Sarn was built by monks in 1871", "The bridge over the Sarn was built by monks in 1871 (archive records confirm)", "a clause that only adds or tells who says it"),
    ("Crime fell by nine percent in all wards of Torvik last year", "Last year, crime fell by nine percent in all wards of Torvik, police said", "a clause that only adds or tells who says it"),
    ("Nine ferries of the old line were sold in 2019, said Ada Quill, the firm's press officer", "Nine ferries of the old line were sold in 2019, Ada Quill said", "a clause that only adds or tells who says it"),
    ("The mayor took money from the builder of the harbour wall", "The mayor took money from the builder of the harbour wall, the court found", "a clause that only adds or tells who says it"),
    ("The fire in the mill at Brenta destroyed nine halls", "The fire in the mill at Brenta destroyed nine halls, its owner said", "a clause that only adds or tells who says it"),
    ("The fire in the mill at Brenta destroyed nine of its halls", "The fire in the mill at Brenta destroyed nine of its halls, the brigade confirmed", "a clause that only adds or tells who says it"),
    ("When the bridge freezes, it is closed to lorries and buses", "The bridge is closed to lorries and buses, when it freezes", "a clause that only adds or tells who says it"),
    ("President Ada Quill signed the law on the harbour in May 2021", "Ada Quill signed the law on the harbour in May 2021", "a title, a given name or the same name"),
    ("Marie Weber sold the harbour crane to a museum in 2019", "Weber sold the harbour crane to a museum in 2019", "a title, a given name or the same name"),
    ("The European Central Bank raised its key rate in May 2022 to slow prices", "The ECB raised its key rate in May 2022 to slow prices", "a title, a given name or the same name"),
    ("Northern Ireland has the highest rate of measles in the whole kingdom", "The rate of measles in Northern Ireland is the highest in the whole kingdom", "a title, a given name or the same name"),
    ("The New York Times fired two editors over the story in May", "Two editors were fired by The New York Times over the story in May", "a title, a given name or the same name"),
    ("Prime Minister Jens Dahl paid for the flight to the island himself", "Jens Dahl, the prime minister, paid for the flight to the island himself", "a title, a given name or the same name"),
    ("Grand Duke Henri opened the new bridge over the Sarn on Monday", "On Monday Grand Duke Henri opened the new bridge over the Sarn", "a title, a given name or the same name"),
    ("In South Africa, the price of bread has doubled since March 2020", "The price of bread in South Africa has doubled since March 2020", "a title, a given name or the same name"),
    ("Young voters in Torvik prefer the Greens to the Social Democrats", "The Greens are preferred to the Social Democrats by young voters in Torvik", "a title, a given name or the same name"),
    ("New ferries for the island were ordered by Lenland in May 2021", "Lenland ordered new ferries for the island in May 2021", "a title, a given name or the same name"),
    ("Great Britain sold two old frigates to Lenland in 2011", "Two old frigates were sold to Lenland by Great Britain in 2011", "a title, a given name or the same name"),
    ("The Prime Minister Jens Dahl opened the bridge over the Sarn in May", "Prime minister Dahl opened the bridge over the Sarn in May", "a title, a given name or the same name"),
    ("Bishop Marie Weber sold the old chapel at the harbour in 2019", "Marie Weber, the bishop, sold the old chapel at the harbour in 2019", "a title, a given name or the same name"),
    ("Daughters of farmers on the island are taller on average than farmers", "On average, daughters of farmers on the island are taller than farmers", "the same comparison"),
    ("Wives of fishermen in Torvik live longer than fishermen", "In Torvik wives of fishermen live longer than fishermen", "the same comparison"),
    ("Farmers on the island are taller on average than daughters of farmers", "Daughters of farmers on the island are shorter on average than farmers", "the same comparison"),
    ("The flood drowned nearly 600 sheep on the lower farms of the valley", "The flood drowned 590 sheep on the lower farms of the valley", "the same bound"),
    ("The flood drowned nearly 600 sheep on the lower farms of the valley", "Almost 600 sheep on the lower farms of the valley drowned in the flood", "the same bound"),
    ("Police reported that nine men were held after the march through Torvik", "Nine men were held after the march through Torvik, police reported", "the same bound"),
    ("The mine reported that its output of copper fell by a third in 2019", "The mine's output of copper fell by a third in 2019, it reported", "the same bound"),
    ("The number of reported thefts in Torvik has tripled since the year 2005", "Since the year 2005 the number of reported thefts in Torvik has tripled", "the same bound"),
    ("About 40 wolves live in the forest near the old town of Brenta", "Some 40 wolves live in the forest near the old town of Brenta", "the same bound"),
    ("Each farm in the valley uses 40 litres of diesel and 2 of oil a week", "Every farm in the valley uses 40 litres of diesel and 2 of oil a week", "the same bound"),
    ("The bridge had yet to be approved by the council in Brenta in May", "The bridge had not been approved by the council in Brenta in May", "the same bound"),
    ("Senator Ada Quill voted against the harbour bill in the upper house", "Ada Quill, the senator, voted no on the harbour bill in the upper house", "another word for the vote"),
    ("Most of those held in the port of Torvik are men under 30", "Most of those held in the port of Torvik are men younger than 30", "another word for the bound of an age"),
    ("The island bans the sale of phones to children below the age of 16", "The island bans the sale of phones to children under 16", "another word for the bound of an age"),
    ("The clinic treated 900 children under the age of five last year", "Last year the clinic treated 900 children younger than five", "another word for the bound of an age"),
    ("The ward in Brenta only takes patients older than 60 from the valley", "The ward in Brenta only takes patients over 60 from the valley", "another word for the bound of an age"),
    ("Nearly half of the boys older than 15 in the valley smoke", "In the valley nearly half of the boys over 15 smoke", "another word for the bound of an age"),
    ("People above the age of 65 ride free on the ferries of the old line", "People over 65 ride free on the ferries of the old line", "another word for the bound of an age"),
    ("Lenland launched 200 rockets at Brenta overnight, Oravia's air force said", "Oravia's air force said that overnight Lenland had launched 200 rockets at Brenta", "told at the other end"),
    ("No minister has visited the flooded valley since the end of May", "Not a single minister has been to the flooded valley since the end of May", "told at the other end"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "reason"), APART, ids=[row[2] for row in APART])
def test_what_turns_a_fact_is_told_and_is_no_duplicate(a, b, reason):
    for found in (compare(Statement(a), Statement(b)), compare(Statement(b), Statement(a))):
        assert found.suggestion is not Suggestion.DUPLICATE
        assert found.differences


@pytest.mark.parametrize(("a", "b", "reason"), ALIKE, ids=[row[2] for row in ALIKE])
def test_the_same_in_other_words_stays_a_duplicate(a, b, reason):
    for found in (compare(Statement(a), Statement(b)), compare(Statement(b), Statement(a))):
        assert found.suggestion is Suggestion.DUPLICATE


TOLD = [
    ("The town sold the mill", "The town did not sell the mill", "negated: not sell", "a denier and its verb"),
    ("The inquiry found evidence of a leak", "The inquiry found no evidence of a leak", "negated: no evidence", "no and its noun"),
    ("Some members of the board were paid by the mill", "None of the members of the board were paid by the mill", "negated: None of the members", "a pronoun that denies"),
    ("The minister said that the ferry had sunk", "The minister denied that the ferry had sunk", "negated: denied", "a verb that denies all"),
    ("The lake in Torvik reached 32 degrees Celsius in June", "The lake in Torvik reached 32 degrees Fahrenheit in June", "other unit: 32 degrees Celsius / 32 degrees Fahrenheit", "a unit of two words"),
    ("The fire burned 300 square kilometres of the forest", "The fire burned 300 hectares of the forest", "differs: 300 square kilometres / 300 hectares", "a square unit"),
    ("No fewer than 300 herons were counted on the Sarn", "Fewer than 300 herons were counted on the Sarn", "differs: No fewer than 300 / Fewer than 300", "the no of a bound"),
    ("The rule costs small farms in the valley 500 euros a year", "The rule costs small farms in the valley up to 500 euros a year", "differs: 500 euros / up to 500 euros", "up to"),
    ("The barge was sailing from Brenta with barley", "The barge was sailing to Brenta with barley", "differs: from Brenta / to Brenta", "a preposition with its word"),
    ("The blaze in the mill was caused by faulty wiring", "The blaze in the mill was caused by a dropped cigarette", "differs: faulty wiring / dropped cigarette", "below the threshold, too"),
    ("Thefts fell by nine percent in all wards of Torvik", "Thefts fell by nine percent in all wards of Torvik, except in the port", "one says more: except in the port", "a clause that takes back"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "told", "reason"), TOLD, ids=[row[3] for row in TOLD])
def test_what_differs_is_told_in_the_words_that_matter(a, b, told, reason):
    assert told in compare(Statement(a), Statement(b)).differences
