"""Statements of the very same words, in which two parts or a number stand elsewhere; and who is told to say what is no telling."""

from tests.tables import each_row

ROWS = [
    ("Malt is under 2 euros in 13 towns, but 4 euros in Malm because of the mayor", "Malt is under 2 euros in Malm, but 4 euros in 13 towns because of the mayor", "conflict", "two places set apart"),
    ("The brewer gave 40 wells to the parish and nine to the church", "The brewer gave nine wells to the parish and 40 to the church", "conflict", "two numbers"),
    ("Fines paid — Orsk: 1,927, Malm: 26, says the guards' report", "Fines paid — Orsk: 26, Malm: 1,927, says the guards' report", "conflict", "numbers with a label"),
    ("The cook told the church that he spent 3 million and got nothing", "The cook told the church that he got 3 million and spent nothing", "conflict", "two verbs"),
    ("The mayor votes more with Ada Moor than he ever does with me", "The mayor votes more with me than he ever does with Ada Moor", "conflict", "a pronoun"),
    ("If you are born poor in Malm, you are more likely to stay poor", "If you are more likely to stay poor in Malm, you are born poor", "conflict", "a condition with the same words"),
    ("If the wells run dry, “the cooks are bound to leave the parish.”", "If “the cooks are bound to leave the parish,” the wells run dry.", "conflict", "a condition that is quoted"),
    ("The parish of Malm is on track for nine years of declines in fares", "The parish of Malm is on track for years of nine declines in fares", "conflict", "a number of another thing"),
    ("The brewer voted 14 times against the bill on malt in Malm", "The brewer voted against 14 bills on malt in Malm", "related", "a number of times"),
    ("The guards closed the bakery twice in the summer of 2022 in Malm", "The guards closed two bakeries in the summer of 2022 in Malm", "related", "twice"),
    ("The guards closed the bakery twice in the summer of 2022 in Malm", "The guards closed the bakery two times in the summer of 2022 in Malm", "duplicate", "two times"),
    ("Last year 40 wolves were shot in Malm, this year only nine", "This year 40 wolves were shot in Malm, last year only nine", "conflict", "two years"),
    ("Malm has as many cooks as Orsk has brewers, the list says", "Orsk has as many cooks as Malm has brewers, the list says", "conflict", "as many of another"),
    ("Rents fell while wages rose in Malm in the winter of 2022", "Wages rose while rents fell in Malm in the winter of 2022", "duplicate", "two at once"),
    ("Ada Moor met Kay Brune in the well house of Malm on Sunday", "Kay Brune met Ada Moor in the well house of Malm on Sunday", "duplicate", "each other, by name"),
    ("Moor traded Brune to Malm for 4 million in the summer of 2021", "Brune traded Moor to Malm for 4 million in the summer of 2021", "conflict", "not each other"),
    ("The guards took seven carts to pass the wells in the parish of Malm", "The guards took carts to pass seven wells in the parish of Malm", "conflict", "a number further on"),
    ("Of the 12 brewers in the parish of Malm only five survived the fire", "Only five of the 12 brewers in the parish of Malm survived the fire", "duplicate", "a part before its whole"),
    ("Rents rose by 12 percent in Malm, Orsk and Kell in the summer", "Rents rose by 12 percent in Kell, Orsk and Malm in the summer", "duplicate", "a list"),
    ("In the first half of the year, 1,200 brewers closed in Malm", "In Malm, 1,200 brewers closed in the first half of the year", "duplicate", "each with its preposition"),
    ("The parish took in as many cooks as the church in the first year", "The church took in as many cooks as the parish in the first year", "duplicate", "equal"),
    ("The largest brewery of the valley is the well house of old Malm", "The well house of old Malm is the largest brewery of the valley", "duplicate", "equated"),
    ("The mayor of Malm met the bishop of Orsk at the old well on Sunday", "The bishop of Orsk met the mayor of Malm at the old well on Sunday", "duplicate", "each other"),
    ("The parish is sending cooks to states with governors who fish", "The parish is sending guards to states with governors who fish", "conflict", "states say nothing"),
    ("The report states that the mayor of Malm resigned on Sunday evening", "The mayor of Malm resigned on Sunday evening, the report states.", "duplicate", "a report states"),
    ("Cooks got jobs in 2011, but 18,000 of them were in other states", "Cooks got jobs in other states, but 18,000 of them were in 2011", "conflict", "other states"),
    ("Malt tax cuts began showing up in the wages of the 900 cooks", "Malt wage cuts began showing up in the wages of the 900 cooks", "conflict", "what began says nothing"),
    ("The mayor will somehow manage to add 90 wells to the parish", "The bishop will somehow manage to add 90 wells to the parish", "conflict", "what is to be done"),
    ("Says the mayor “defunded the Malm State Guard and the prisons.”", "Says the mayor “defunded the Malm State Guard.”", "related", "a state in a name"),
    ("Ada Moor said that U.S. Sen. Kay Brune has voted nine times for it", "Olaf Rau said that U.S. Sen. Kay Brune has voted nine times for it", "conflict", "letters that both have"),
    ("Cooks in Malm have been out of work for almost 40 weeks on average", "Cooks in Malm have been out of work for almost 43 weeks on average", "conflict", "two numbers that are nearly reached"),
    ("Cooks can win a house in Malm by sharing the page of the brewery", "Cooks must win a house in Malm by sharing the page of the brewery", "conflict", "can, must"),
    ("The paper wrongly reported that guards arrested the brewer of Malm", "Guards arrested the brewer of Malm, the paper reported on Sunday", "conflict", "wrongly reported"),
    ("The parish incorrectly stated that 300 cooks had left", "The parish's statement that 300 cooks had left was incorrect", "duplicate", "incorrect"),
    ("A leaflet falsely says that cooks died of heat in Malm in the summer", "A leaflet wrongly claims that cooks died of heat in Malm in the summer", "duplicate", "wrongly is falsely"),
    ("Cooks earn more than registered guards and registered brewers do", "Cooks earn more than registered guards and reigstered brewers do", "duplicate", "a misprint beside the word"),
    ("The u.s. supreme court heard the cook of the brewery in April 2021", "The U.S. Supreme Court heard the cook of the brewery in April 2021", "duplicate", "dots in small letters"),
    ("The brewery of Malm has gutted its programme for temporary cooks", "The brewery of Malm has basically gutted its programme for temporary cooks (source: Reuters)", "duplicate", "where it is from"),
    ("No guard at any level is currently allowed to fish in the well of Malm", "No guard at any level is allowed to fish in the well of Malm", "duplicate", "allowed now"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_what_stands_in_another_place_is_another_fact(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
