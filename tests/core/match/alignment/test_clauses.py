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
    ("The firm whose owner fled in May owes the bank 3 million crowns", "The firm owes the bank whose owner fled in May 3 million crowns", "conflict", "whose owner"),
    ("The cook who met the guard resigned over the theft on Sunday", "The cook met the guard who resigned over the theft on Sunday", "conflict", "who resigned"),
    ("Cooks who had been trained in Malm shot the guards near the well", "Cooks shot the guards near the well who had been trained in Malm", "conflict", "who was trained"),
    ("The brewery that paid the singer sued the bank for 3 million crowns", "The brewery sued the bank that paid the singer 3 million crowns", "conflict", "who paid"),
    ("The head of the union said that the strike would go on until May", "The union said that the head of the strike would go on until May", "conflict", "whose head"),
    ("The cook's lawyer said that the contract with the firm was forged", "The cook said that the contract with the lawyer's firm was forged", "conflict", "whose lawyer, the lawyer's what"),
    ("The bank is owed 3 million crowns by the firm whose owner fled in May", "The firm whose owner fled in May owes the bank 3 million crowns", "duplicate", "in the passive"),
    ("On Sunday the cook who met the guard resigned over the theft", "The cook, who met the guard, resigned over the theft on Sunday", "duplicate", "behind a clause"),
    ("The clerk, who is said to have sold the stamps, was freed in Malm", "The clerk said to have sold the stamps was freed in Malm in May", "duplicate", "a participle that goes on"),
    ("The man the police shot in Malm on Monday was armed with a knife", "The man who was shot by the police in Malm on Monday was armed with a knife", "duplicate", "the same one with no word for which"),
    ("A clerk who said that the vault was empty was arrested in Malm", "A clerk in Malm was arrested who had said that the vault was empty", "duplicate", "what was so is nobody"),
    ("The prison's doctor was freed by the judge in Malm on Sunday night", "The doctor of the prison was freed by the judge in Malm on Sunday night", "duplicate", "of and 's"),
    ("The prison lifted its ban on visits in the wells of Malm in May", "The prison's ban on visits in the wells of Malm was lifted in May", "duplicate", "its own"),
    ("The guard who slept in the mill says the cook broke four wells", "The cook broke four wells, says the guard who slept in the mill", "duplicate", "what somebody with a clause says"),
    ("A guard who slept in the mill said on Sunday the cook had broken four wells", "The cook had broken four wells, a guard who slept in the mill said on Sunday", "duplicate", "says on a day"),
    ("A brewer who was on the ferry told guards the cook had been drunk", "The cook had been drunk, a brewer who was on the ferry told guards", "duplicate", "tells somebody"),
    ("The mill that ran the well was sued by a brewer whose cooks had died", "A brewer whose cooks had died sued the mill that ran the well", "duplicate", "whose they are that did it"),
    ("The mill that owned the cart is being sued by the fathers of cooks hurt in Malm", "Fathers whose cooks were hurt in Malm are suing the mill that owned the cart", "duplicate", "a participle behind another verb"),
    ("Two men who said they were brewers robbed the cook who opened the mill", "The cook who opened the mill was robbed by two men who said they were brewers", "duplicate", "what they say that they are"),
    ("The mill that sold carts made in the parish collapsed in May", "In May the mill collapsed that sold carts made in the parish", "duplicate", "what was made"),
    ("The brewer's former cook, who taped the talks, gave the notes to guards", "Guards got the notes from the brewer's former cook, who taped the talks", "duplicate", "from whom"),
    ("The guard, who had slept for two hours, misread the map that showed the well", "The map that showed the well was misread by the guard, who had slept for two hours", "duplicate", "by whom"),
    ("The brewer whose dog bit the cook was fined 400 euros in Malm", "The brewer of the dog that bit the cook was fined 400 euros in Malm", "related", "whose it is, and of what he is"),
    ("The brewer whose father is bankrupt was freed in Malm on Sunday", "The father whose brewer is bankrupt was freed in Malm on Sunday", "conflict", "whose, both times"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_whoever_it_is_told_of_stands_in_no_clause_of_the_other(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
