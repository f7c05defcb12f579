"""Different people in nearly the same words: somebody and the people around them, or a man and a woman with similar names."""

from tests.tables import each_row

DIFFERENT_PEOPLE = [
    ("Sources in the ministry said the contract with the mill was signed in March", "Sources in the company said the contract with the mill was signed in March", "the organisation of the source"),
    ("The union says 3,000 workers joined the walkout at the mill on Thursday", "The company says 3,000 workers joined the walkout at the mill on Thursday", "the union, the company"),
    ("The shadow health secretary said the list would reach 8 million by spring", "The health secretary said the list would reach 8 million by spring", "a shadow office"),
    ("A senior guard told the paper that the miller had been called back in March", "A former guard told the paper that the miller had been called back in March", '"former" without a name'),
    ("Orme told the court that the brewers had hidden the leak for ten years", "Rey Kane Jr. told the court that the brewers had hidden the leak for ten years", 'the full stop after "Jr" ends no sentence'),
    ("Sources close to the abbot say that he will sell the mill before Easter", "The abbot says that he will sell the mill before Easter", "close to"),
    ("The queen will sell the mill in Malm, according to people close to the queen", "The queen will sell the mill in Malm, according to the queen", "according to"),
    ("People around the abbot say that he will sell the mill before Easter", "The abbot says that he will sell the mill before Easter", "around"),
    ("Daniel Orme was made head of the harbour board in Malm", "Daniella Orme was made head of the harbour board in Malm", "a doubled letter"),
    ("Paul Orme was made head of the harbour board in March", "In March, Pauline Orme was made head of the harbour board", "in another order"),
    ("The brewers met Simon Orme on the ferry to Malm in May", "The brewers met Simone Orme on the ferry to Malm in May", "a final e"),
    ("The brewers say that Martin burned the ledger in Malm", "The brewers say that Martina burned the ledger in Malm", "without a surname"),
]  # fmt: skip
OTHER_SOURCES = [
    ("Scientists say the river in Malm will be dead in ten years unless the mill closes", "Campaigners say the river in Malm will be dead in ten years unless the mill closes", "scientists, campaigners"),
    ("The river in Malm will be dead in ten years unless the mill closes, residents say", "The river in Malm will be dead in ten years unless the mill closes, officials say", "residents, officials"),
    ("Experts say the river in Malm will be dead in ten years unless the mill closes", "Farmers say the river in Malm will be dead in ten years unless the mill closes", "experts, farmers"),
    ("The river in Malm will be dead in ten years unless the mill closes, teachers say", "The river in Malm will be dead in ten years unless the mill closes, Democrats say", "teachers, a party"),
    ("The abbot of Malm has sold the mill to a brewer", "The abbot of Malm has sold the mill to a brewer, his neighbours allege", "alleged"),
    ("The mayor's spokesman said that the mill will be sold before Easter", "The mayor said that the mill will be sold before Easter", "a spokesman"),
    ("The mill will be sold before Easter, the office of the mayor said", "The mill will be sold before Easter, the mayor said", "an office"),
    ("The abbot of Malm has sold the mill to a brewer", "It is alleged that the abbot of Malm has sold the mill to a brewer", "alleged without a source"),
    ("The abbot of Malm sold the mill to a brewer in May", "The abbot of Malm is said to have sold the mill to a brewer in May", "said to"),
    ("The abbot of Malm has sold the mill to a brewer", "The abbot of Malm has sold the mill to a brewer, a film suggests", "a film"),
    ("The abbot of Malm has sold the mill to a brewer", "The abbot of Malm has sold the mill to a brewer, a comedian joked", "a joke"),
    ("The abbot of Malm has sold the mill to a brewer", "The abbot of Malm has sold the mill to a brewer, a claim that the brewer rejects", "rejected"),
]  # fmt: skip
SAME_SOURCES = [
    ("Scientists say the river in Malm will be dead in ten years unless the mill closes", "Researchers say the river in Malm will be dead in ten years unless the mill closes", "scientists, researchers"),
    ("Officials say the river in Malm will be dead in ten years unless the mill closes", "The river in Malm will be dead in ten years unless the mill closes, authorities say", "officials, authorities"),
    ("Former mayor Kay Orme told the paper that the miller had been called back", "Mayor Kay Orme told the paper that the miller had been called back", '"former" beside a name'),
    ("The parents of the accused guard said they had been told nothing by the parish", "The accused guard's parents said they had been told nothing by the parish", '"accused" is not a source'),
    ("The brewers allege that the abbot of Malm has sold the mill", "The abbot of Malm has sold the mill, the brewers allege", "alleged in both"),
    ("The brewers allege that the abbot of Malm has sold the mill", "The brewers say that the abbot of Malm has sold the mill", "the source in the other statement"),
    ("A novel study shows that the abbots of Malm drink less beer than wine", "A study shows that the abbots of Malm drink less beer than wine", '"novel" as an adjective'),
    ("It is said that the abbot of Malm sold the mill to a brewer", "The abbot of Malm is said to have sold the mill to a brewer", "said in both"),
]  # fmt: skip
POSSIBLY_ONE_PERSON = [
    ("Bert Moor won the race through Malm on Sunday", "Bertie Moor won the race through Malm on Sunday", "a short form of a man's name"),
    ("Frank Moor won the race through Malm on Sunday", "Frankie Moor won the race through Malm on Sunday", "the same with another name"),
    ("Eli Moor won the race through Malm on Sunday", "Elie Moor won the race through Malm on Sunday", "another spelling"),
    ("The bank's spokesman said that the mill will be sold before Easter", "The bank said that the mill will be sold before Easter", "an organisation"),
    ("Sources close to the abbot say that he will sell the mill before Easter", "People close to the abbot say that he will sell the mill before Easter", "two close sources"),
    ("People close to the abbot say that he will sell the mill before Easter", "Aides to the abbot say that he will sell the mill before Easter", "aides"),
    ("A farm close to the mill burned on Monday, the abbot said", "A farm near the mill burned on Monday, the abbot said", "a place"),
    ("Ann Orme was made head of the harbour board in Malm", "Anne Orme was made head of the harbour board in Malm", "two spellings of a woman's name"),
]  # fmt: skip


@each_row(("a", "b", "reason"), DIFFERENT_PEOPLE)
def test_statements_that_name_different_people_conflict(a, b, assert_suggested):
    assert_suggested(a, b, "conflict")


@each_row(("a", "b", "reason"), POSSIBLY_ONE_PERSON)
def test_names_that_may_be_one_persons_do_not_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)


@each_row(("a", "b", "reason"), OTHER_SOURCES)
def test_another_source_or_a_mere_allegation_is_reported(assert_told_apart, a, b):
    assert_told_apart(a, b)


@each_row(("a", "b", "reason"), SAME_SOURCES)
def test_interchangeable_sources_are_duplicates(assert_duplicate, a, b):
    assert_duplicate(a, b)
