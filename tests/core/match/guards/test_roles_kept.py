"""The place of an act is not its agent, and synonyms in each other's place are not exchanged roles."""

from tests.tables import each_row

ROWS = [
    ("The man was calmly driving a tractor by the lake in Malm", "The man was driving a tractor by the lake in Malm", "related", "an adverb"),
    ("The boy was eating a pear by a tree when he was shot", "The boy was eating a pear when he was shot", "related", "beside a tree"),
    ("The bill is being blocked by the senate in Norland this week", "The senate is blocking the bill in Norland this week", "duplicate", "the passive"),
    ("The senate is being blocked by the bill in Norland this week", "The senate is blocking the bill in Norland this week", "conflict", "the other way round"),
    ("Twenty boats are competing in the race round the island", "Twenty boats are racing in the competition round the island", "duplicate", "one thing mentioned twice"),
    ("The mill on the Vale was hit by an air raid at noon on Friday", "An airaid hit the mill on the Vale at noon on Friday", "related", "two words with one misspelt"),
    ("Holm recalled two million cars over a faulty belt", "Over a faulty belt two million Holms were recalled", "related", "a thing named after its maker"),
    ("The new bill passed the senate on Monday", "The senate passed the new bill on Monday", "duplicate", "a bill passes the body that passes it"),
    ("Nurses at the clinic in Orlin reported two surgeons to the ministry", "Two surgeons at the clinic in Orlin reported nurses to the ministry", "conflict", "the person reported"),
    ("Rich nations helped poor countries adapt to the heat", "Wealthy countries helped poor nations adapt to the heat", "related", "both named in other words"),
    ("The throne went to Prince Karl, who handed it to his daughter", "Prince Karl's daughter was handed the throne by him", "duplicate", "done by the possessor"),
    ("Teachers struck by illness were replaced by students", "Students replaced teachers who were struck by illness", "duplicate", "two acts, one twice in the passive"),
    ("The bank won its case against the heirs of the mill in Vale", "The heirs of the mill in Vale won the case that the bank had brought", "conflict", "the defeated side"),
    ("The bank won its case against the heirs of the mill in Vale", "The bank won the case that it had brought against the heirs of the mill in Vale", "duplicate", "won by the same"),
    ("Spain's women beat England 1-0 in the final of the cup", "England's women went down 1-0 to Spain in the final of the cup", "related", "lost in other words"),
    ("Morocco exported 20,000 tonnes of figs to Malta last year", "Malta imported 20,000 tonnes of figs from Morocco last year", "duplicate", "stated from both ends"),
    ("The town pays students about 900 euros a month in Vale", "You receive about 900 euros a month as a student in Vale", "duplicate", "the recipient"),
    ("Holm has never sold gas to the army of Norland", "The army of Norland bought gas from Holm in the past", "conflict", "denied from the other end"),
    ("The deputy warned the mayor about the raid in advance", "The mayor himself alerted the deputy to the raid in advance", "conflict", "an emphatic pronoun"),
    ("Norland's envoy was summoned by the Marlish minister over the remark", "The Marlish minister summoned Norland's envoy over the remark", "duplicate", "the passive"),
    ("Ukraine's envoy was summoned by Hungary's minister over the remark", "Hungary's minister summoned the Ukrainian envoy over the remark", "duplicate", "two countries, each with its own"),
    ("The town has deported 25 Swedes to Norway without a hearing", "The town has deported 25 Norwegians to Sweden without a hearing", "conflict", "who was sent, and where to"),
    ("Holm lent Vale six million dollars to pay for the mill", "Vale provided Holm with a six-million-dollar loan for the mill", "conflict", "provided with it"),
    ("The army retook the town of Orlin from the rebels in May", "The army lost the town of Orlin to the rebels in May", "conflict", "lost by the person it was taken from"),
    ("The town pays its students about 900 euros a month", "Students in the town have to pay some 900 euros each month in fees", "conflict", "as much, but from them"),
    ("The gunman shot himself when police entered the flat in Vale", "The gunman was shot by police when they entered the flat in Vale", "conflict", "by himself"),
    ("The bishop's criticism of the minister drew applause in Vale", "The criticism of the minister by the bishop drew applause in Vale", "duplicate", "expressed as a noun"),
    ("The party supported the union in the strike on Monday", "The union gave its support to the party in the strike on Monday", "conflict", "a light verb"),
    ("A Marlish jet was shot down by a Norlandic drone near the border", "A Norlandic drone shot down a Marlish jet near the border", "duplicate", "the passive, with a particle"),
    ("The town leases the mill to the brewery until 2040", "The brewery leases the mill from the town until 2040", "related", "one verb for both ends"),
    ("The town leases the mill to the brewery until 2040", "The town leases the mill from the brewery until 2040", "conflict", "one verb, and the other end"),
    ("A Kenyan runner was beaten by an Ethiopian rival in Berlin", "An Ethiopian runner beat a Kenyan rival in Berlin", "related", "each is the other's rival"),
    ("A Kenyan runner was beaten by an Ethiopian rival in Berlin", "A Kenyan runner beat an Ethiopian rival in Berlin", "conflict", "the other rival"),
    ("The Danish firm sold its Swedish rival a ship for 5 million euros", "The Swedish firm sold its Danish rival a ship for 5 million euros", "conflict", "sold by the other"),
    ("Farmers are suing the fishers over the lake in Malm", "Fishers are suing the farmers over the lake in Malm", "conflict", "two parties"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_only_exchanged_roles_are_a_conflict(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
