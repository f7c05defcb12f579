"""Two quantities, dates or directions that change places: a different fact, and reported as such."""

from itertools import combinations, permutations

from claimtrack.core.match import compare
from claimtrack.core.model import Statement, Suggestion
from tests.tables import each_row

IN_PLACE = [
    ("The council spent £2m on consultants and £1m on repairs", "The council spent £1m on consultants and £2m on repairs", "£2m / £1m", "sums, each of two words"),
    ("Their salary rose from £30,000 to £45,000 in two years", "Their salary rose from £45,000 to £30,000 in two years", "£30,000 / £45,000", "from one sum to another"),
    ("One in five men and one in three women have no pension", "One in three men and one in five women have no pension", "One in five / one in three", "shares of several words, of which the first is the same"),
]  # fmt: skip


@each_row(("a", "b", "swapped", "reason"), IN_PLACE)
def test_swapped_items_are_reported_as_written(a, b, swapped):
    comparison = compare(Statement(a), Statement(b))
    assert (comparison.suggestion, comparison.differences) == (Suggestion.CONFLICT, (f"swapped: {swapped}",))


QUANTITIES = {
    "currency": ("£2m", "£1m", "$3.5bn", "€40,000", "30 million euros"),
    "percent": ("5%", "40 percent", "3.5 per cent", "half a percent"),
    "one in so many": ("one in five", "one in three", "two in three", "three out of ten"),
    "plain numbers": ("12", "40", "1,100", "2.5 million", "three dozen"),
    "years": ("2019", "2021", "1998"),
    "clock times": ("9.15am", "9.40am", "5 pm", "17:30"),
    "number words": ("five", "forty", "two hundred", "three"),
}
PLACES = (
    "The council spent {} on consultants and {} on repairs last year",
    "Wages at the old mill went from {} to {} within two years",
    "Of those asked in the town {} men and {} women have no pension",
    "The old mill had {} in the spring while the new one had {} in the autumn",
    "Figures of {} for the north and {} for the south were given by the agency",
    "The law was passed in {} and repealed in {} by the same parliament",
    "Rents were up {} in Ghent, and wages were up {} in Antwerp",
    "The first train left at {} and the second at {} on Sunday morning",
)


@each_row("kind", QUANTITIES)
@each_row("place", PLACES)
def test_no_swap_of_two_quantities_goes_unnoticed(kind, place, assert_told_apart):
    for one, other in combinations(QUANTITIES[kind], 2):
        assert_told_apart(place.format(one, other), place.format(other, one))


REBUILT = [
    ("Five people were killed and 40 injured when a tram derailed in Lisbon", "Forty people were killed and five were injured when a tram derailed in Lisbon", "Forty people were injured and five were killed when a tram derailed in Lisbon", "the fate of each number"),
    ("When a tram derailed in Lisbon, five people died and 40 were hurt", "Forty people were killed and five were injured when a tram derailed in Lisbon", "Five people were killed and 40 were injured when a tram derailed in Lisbon", "the same in other words"),
    ("Of the 30 drones that Russia launched overnight, Ukraine shot down 24", "Overnight Russia launched 24 drones, of which Ukraine shot down 30", "Overnight Russia launched 30 drones, of which Ukraine shot down 24", "the whole before the part"),
    ("Of the 30 drones that Russia launched overnight, Ukraine shot down 24", "Russia launched 24 drones overnight and Ukraine shot down 30 of them", "Russia launched 30 drones overnight and Ukraine shot down 24 of them", "a number of them"),
    ("The council has 48 seats, of which Labour holds 31", "Labour holds 48 of the council's 31 seats", "Labour holds 31 of the council's 48 seats", "the whole after the part"),
    ("Unemployment is 4 percent in the north and 9 percent in the south", "In the south unemployment is 4 percent, in the north it is 9 percent", "In the south unemployment is 9 percent, in the north it is 4 percent", "the place before and after the number"),
    ("The earthquake killed 230 people in Syria and 1,100 in Turkey", "In Turkey the earthquake killed 230 people, in Syria 1,100", "In Turkey the earthquake killed 1,100 people, in Syria 230", "places, with the second noun left out"),
    ("The museum had 2.1 million visitors in 2019 and 1.4 million in 2022", "In 2022 the museum had 2.1 million visitors, and 1.4 million in 2019", "In 2022 the museum had 1.4 million visitors, and 2.1 million in 2019", "times, with the second noun left out"),
    ("In 2019 the company had 300 staff and in 2023 it had 450", "The company had 450 staff in 2019 and 300 in 2023", "The company had 450 staff in 2023 and 300 in 2019", "times, each with its own verb"),
    ("The firm paid £8m in dividends and £3m in tax last year", "Last year the firm paid £3m in dividends and £8m in tax", "Last year the firm paid £3m in tax and £8m in dividends", "for what"),
    ("Wages rose 2 percent in Lyon while rents rose 8 percent", "In Lyon wages rose 8 percent while rents rose 2 percent", "In Lyon rents rose 8 percent while wages rose 2 percent", "the subject of each clause"),
    ("Police killed four protesters and protesters killed one policeman in Nairobi", "In Nairobi, police killed one protester and protesters killed four policemen", "In Nairobi, protesters killed one policeman and police killed four protesters", "people on both sides"),
    ("Mali's army killed 20 rebels and lost 8 soldiers in the fighting near Gao", "In the fighting near Gao Mali's army killed 8 rebels and lost 20 soldiers", "In the fighting near Gao Mali's army lost 8 soldiers and killed 20 rebels", "the verb and the noun"),
    ("In the blaze 40 homes were destroyed and almost 300 damaged", "The fire destroyed nearly 300 homes and damaged 40", "The fire destroyed 40 homes and damaged nearly 300", "the verb, in active and passive"),
    ("The hospital treated 40 children and 12 adults after the crash", "After the crash, 40 adults and 12 children were treated at the hospital", "After the crash, 12 adults and 40 children were treated at the hospital", "the people counted"),
    ("The school has 62 teachers and 1,100 pupils", "There are 62 pupils and 1,100 teachers at the school", "There are 1,100 pupils and 62 teachers at the school", "the people counted, with another verb"),
    ("Labour won 40 seats and the Greens won 12 seats in Bristol", "In Bristol the Greens won 40 seats and Labour won 12 seats", "In Bristol the Greens won 12 seats and Labour won 40 seats", "the winner, each with its own clause"),
    ("In Bristol, 12 seats went to Labour and 40 to the Greens", "Labour won 40 seats and the Greens 12 seats in Bristol", "The Greens won 40 seats and Labour 12 seats in Bristol", "the winner after a preposition and before the verb"),
    ("The plane took off at 9.15 and crashed at 9.40, the agency said", "The agency said the plane crashed at 9.15 and took off at 9.40", "The agency said the plane crashed at 9.40 and took off at 9.15", "times of day"),
    ("Passed in 1998, the law was repealed in 2012", "The law, passed in 2012, was repealed in 1998", "The law, passed in 1998, was repealed in 2012", "years of acts"),
    ("The senator voted for the pipeline in 2011 and against it in 2015", "In 2011 the senator voted against the pipeline, and in 2015 she voted for it", "In 2011 the senator voted for the pipeline, and in 2015 she voted against it", "years of two sides taken"),
    ("In April the fund gained 9%, after it had lost 4% in March", "The fund gained 4% in April, after it had lost 9% in March", "The fund gained 9% in April, after it had lost 4% in March", "months and shares"),
    ("The mine opened in May and closed in August of the same year", "Opened in August, the mine closed in May of the same year", "Opened in May, the mine closed in August of the same year", "months of acts"),
    ("The party won 40 seats in Leeds, 12 in Bristol and 8 in York", "In York the party won 12 seats, in Bristol 8 and in Leeds 40", "In York the party won 8 seats, in Bristol 12 and in Leeds 40", "two of three"),
    ("Interest rates fell from 5 percent in May to 4 percent in June", "Interest rates were 5 percent in June, down from 4 percent in May", "Interest rates were 4 percent in June, down from 5 percent in May", "from one number to another"),
    ("The north had 40 mm of rain in May and the south had 12 mm in June", "In June the north had 12 mm of rain, and in May the south had 40 mm", "In June the south had 12 mm of rain, and in May the north had 40 mm", "places, but not times"),
    ("Apple sold 3 million phones in China and Samsung 2 million in India in May", "In May Samsung sold 3 million phones in India and Apple sold 2 million in China", "In May Samsung sold 2 million phones in India and Apple sold 3 million in China", "two names after a month"),
    ("The reactor was built in 1975 by Siemens and shut down in 2011 by the state", "In 1975 the state shut down the reactor that Siemens had built in 2011", "In 2011 the state shut down the reactor that Siemens had built in 1975", "two clauses of which one is relative"),
    ("Of those polled in May 60 percent were for the tax and 30 percent against it", "In a poll in May 30 percent were for the tax and 60 percent against it", "In a poll in May 30 percent were against the tax and 60 percent for it", "two sides that are prepositions"),
    ("Exports to China fell and imports from China rose in 2023", "In 2023 imports from China fell and exports to China rose", "In 2023 imports from China rose and exports to China fell", "two directions instead of two numbers"),
    ("A 35 percent tariff on Chinese cars was imposed by the EU", "China imposed a tariff of 35 percent on cars from the EU", "The EU imposed a tariff of 35 percent on cars from China", "the agent: a country and a union of countries"),
    ("The EU imposed sanctions on Russia over the war in 2014", "Sanctions were imposed on the EU by Russia over the war in 2014", "Sanctions were imposed on Russia by the EU over the war in 2014", "the recipient before the agent"),
    ("In Michigan, Mr Trump was two points ahead of Ms Harris", "Ms Harris led Mr Trump by two points in Michigan", "Mr Trump led Ms Harris by two points in Michigan", "who was ahead"),
    ("In the poll in Ohio Mr Vance led Ms Brown by four points", "In the poll in Ohio Mr Vance trailed Ms Brown by four points", "In the poll in Ohio Ms Brown trailed Mr Vance by four points", "who was behind"),
]  # fmt: skip
"""A statement, another fact in the same content words, and the same fact in another order."""


@each_row(("a", "changed", "same", "reason"), REBUILT)
def test_quantities_keep_their_nouns_in_another_sentence_structure(
    a, changed, same, assert_told_apart, assert_duplicate
):
    assert_told_apart(a, changed)
    assert_duplicate(a, same)


FORMS = {
    ("230", "1,100"): (
        "The earthquake killed {} people in Syria and {} in Turkey",
        "In Turkey the earthquake killed {1} people, in Syria {0}",
        "In Syria {} people were killed by the earthquake and in Turkey {}",
        "The earthquake left {} people dead in Syria, and {} dead in Turkey",
    ),
    ("2.1 million", "1.4 million"): (
        "The museum had {} visitors in 2019 and {} in 2022",
        "In 2019, {} people visited the museum; in 2022, {} did",
        "The museum was visited by {1} people in 2022, compared with {0} in 2019",
        "Visitors to the museum numbered {} in 2019 and {} in 2022",
        "The museum had {1} visitors in 2022, down from {0} in 2019",
    ),
    ("five", "40"): (
        "A tram crash in Lisbon killed {} people and injured {}",
        "In Lisbon, {} people died and {} were hurt in a tram crash",
        "{1} people were hurt and {0} were killed when a tram crashed in Lisbon",
        "A tram crash in Lisbon left {} people dead and {} injured",
    ),
    ("£12", "£9"): (
        "Drivers in Leeds are paid {} an hour and cleaners {}",
        "In Leeds drivers earn {} an hour while cleaners earn {}",
        "Cleaners in Leeds get {1} an hour, drivers get {0}",
    ),
    ("40", "12"): (
        "Labour won {} seats and the Greens {} seats in Bristol",
        "In Bristol {1} seats went to the Greens and {0} to Labour",
        "In Bristol, Labour took {} seats while the Greens took {}",
        "Labour has {} seats in Bristol, the Greens {}",
    ),
    ("1998", "2012"): (
        "The law was passed in {} and repealed in {} by the same parliament",
        "In {1} the same parliament repealed the law that it had passed in {0}",
        "The same parliament passed the law in {} and repealed it in {}",
    ),
    ("40 percent", "15 percent"): (
        "Rents rose {} in Porto and {} in Braga between 2015 and 2020",
        "Between 2015 and 2020 rents rose {1} in Braga and {0} in Porto",
        "From 2015 to 2020 Braga's rents rose {1} and Porto's {0}",
    ),
}


def both_orders():
    for (one, other), forms in FORMS.items():
        for form, form_b in permutations(forms, 2):
            yield form.format(one, other), form_b.format(one, other), form_b.format(other, one)


@each_row(("a", "same", "changed"), list(both_orders()))
def test_in_any_sentence_structure_only_swapped_numbers_are_reported(a, same, changed):
    assert compare(Statement(a), Statement(changed)).suggestion is not Suggestion.DUPLICATE
    assert compare(Statement(a), Statement(same)).suggestion is not Suggestion.CONFLICT
