"""Statements of the same words, of which each tells in a clause or only as whose it is what the other tells something of."""

from tests.tables import each_row

ROWS = [
    ("The guard who shot the cook in Malm was freed on Sunday", "The cook who was shot by the guard in Malm was freed on Sunday", "conflict", "whom the clause is of"),
    ("The guard who shot the cook in Malm was freed on Sunday", "The cook shot by the guard in Malm was freed on Sunday", "conflict", "a participle"),
    ("The guard who shot the cook in Malm was freed on Sunday", "The cook whom the guard shot in Malm was freed on Sunday", "conflict", "whom"),
    ("The brewer of Orsk, who sued the cook, has left Malm", "The cook, who was sued by the brewer of Orsk, has left Malm", "conflict", "behind commas"),
    ("The lawyer of the man who hit the judge was shot in Malm", "The man who hit the lawyer of the judge was shot in Malm", "conflict", "whose he is"),
    ("The guard who shot the cook in Malm was freed on Sunday", "On Sunday the guard who shot the cook in Malm was freed", "duplicate", "the same one"),
    ("The cook whom the guard shot in Malm had no licence to fish", "The cook who was shot by the guard in Malm had no licence to fish", "duplicate", "the same one in the passive"),
    ("The brewery that sold the well sued the bank that lent the money", "The bank that lent the money was sued by the brewery that sold the well", "duplicate", "each with a clause"),
    ("Cooks who fish in Malm earn less than guards who swim there", "Guards who swim in Malm earn more than cooks who fish there", "duplicate", "compared"),
    ("The price of malt that is shipped from Malm rose by 4 percent", "Malt that is shipped from Malm rose in price by 4 percent", "duplicate", "no person"),
    ("Cooks who watch more films sleep less in the summer", "Cooks who sleep less watch more films in the summer", "related", "told in the clause"),
    ("Cooks who fish and swim in Malm sleep less in summer", "Cooks who swim and fish in Malm sleep less in summer", "duplicate", "a list"),
    ("If the cook raises fares, the guards will raise rents in Malm", "If the guards raise rents, the cook will raise fares in Malm", "conflict", "a condition"),
    ("The parish will pay if the brewery closes its oldest well", "The brewery will close its oldest well if the parish pays", "conflict", "a condition behind it"),
    ("Unless the parish pays, the brewery will close its oldest well", "The brewery will close its oldest well unless the parish pays", "duplicate", "in another order"),
    ("Because rents rose, the cooks left the parish of Malm in 2022", "Because the cooks left, rents rose in the parish of Malm in 2022", "conflict", "a reason"),
    ("The father of the brewer's teacher was freed in Malm on Sunday", "The teacher of the brewer's father was freed in Malm on Sunday", "conflict", "of whose"),
    ("The head of the brewery's wife was freed in Malm on Sunday", "The wife of the head of the brewery was freed in Malm on Sunday", "duplicate", "of a body"),
    ("The brewery that burnt down in Malm will give its cooks 400 euros", "Cooks of the brewery that burnt down in Malm will get 400 euros", "duplicate", "behind the clause"),
    ("Guards who strike lose the trust of their cooks' parents in Malm", "Parents of cooks whose guards strike lose trust in them in Malm", "duplicate", "whose they are"),
    ("The police officer who shot the brewer was drunk in Malm", "The brewer who was shot by the police officer was drunk in Malm", "conflict", "with a word before it"),
    ("Wells in Malm stay shut until Sunday because of heavy rain", "Because of heavy rain, wells stay shut until Sunday in Malm", "duplicate", "until when"),
    ("The head of the bank of the church was found dead in Malm", "The head of the church of the bank was found dead in Malm", "conflict", "of of"),
    ("The cook's father's teacher was freed in Malm on Sunday night", "The cook's teacher's father was freed in Malm on Sunday night", "conflict", "two owners"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_whoever_it_is_told_of_stands_in_no_clause_of_the_other(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
