"""Who does what to whom in one statement."""

from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.reading.syntax.phrases import clause_end, clause_start
from claimtrack.core.match.words.terms import stems_of
from tests.tables import each_row

READ = [
    ("At an Orlin rally Ada Moor urged voters to stay", "urged", "Ada Moor", "voters", "a name right before the verb"),
    ("In Orlin police searched the mill", "searched", "police", "mill", "a word right before the verb"),
    ("In May police in Orlin searched the mill", "searched", "police", "mill", "the agent before another place"),
    ("In the town hall residents booed the mayor", "booed", "residents", "mayor", "no comma after the place"),
    ("The mill was sold by a narrow margin", "sold", "", "mill", "an amount"),
    ("The mill was sold by mistake by the heirs", "sold", "heirs", "mill", "manner and agent"),
    ("The mill was hit by a power cut", "hit", "power cut", "mill", "a thing with the form of a verb"),
    ("The mill was bought by more than 100 farmers", "bought", "farmers", "mill", "an approximate number"),
    ("The council has decided to sue the builder", "sue", "council", "builder", "a decision"),
    ("The heir is said to have sold the mill", "sold", "heir", "mill", '"is said to have done" is not passive'),
    ("Teachers struck by illness were replaced by students", "replaced", "students", "teachers", "after a participle"),
    ("Holm or Vale will train pilots", "train", "Holm Vale", "pilots", "alternative agents"),
    ("The party re-elected its leader", "elected", "party", "leader", "a part of a verb before a hyphen"),
    ("A mill half-owned by the bank burned down", "owned", "bank", "mill", "a hyphen before a passive"),
    ("Farmers block the road", "block", "farmers", "road", "several agents"),
    ("Holm was the one to sell the mill", "sell", "Holm", "mill", "an identified agent"),
    ("The mayor himself sold the mill", "sold", "mayor", "mill", "an emphatic pronoun"),
    ("The burglar shot himself at dawn", "shot", "burglar", "burglar", "a reflexive object"),
    ("Holm fled after selling the mill", "selling", "Holm", "mill", "one agent of two acts"),
    ("Having sold the mill, Holm fled", "sold", "Holm", "mill", "an agent named afterwards"),
    ("The bank left, selling the mill", "selling", "bank", "mill", "after a comma"),
    ("Holm was fined by Vale and sold the mill", "sold", "Holm", "mill", "a passive verb, then an active one"),
    ("Holm sued Vale, Orlin and Moor over it", "sued", "Holm", "Vale Orlin Moor", "all of a list"),
    ("The bank sued Vale and Moor fled", "sued", "bank", "Vale", "another clause follows"),
    ("Its owner, Ada Moor, sold the mill", "sold", "owner Ada Moor", "mill", "a name between commas"),
    ("Vale gave the mill to Holm, who sold the house", "sold", "Holm", "house", "after a comma and 'who'"),
    ("Holm gave its support to the mill", "gave", "Holm", "mill", "support, by a light verb"),
    ("The purchase of a mill by Holm, it is said, drew crowds", "purchase", "Holm", "mill", "expressed as a noun"),
    ("Holm's purchase of the mill, it is said, drew crowds", "purchase", "Holm", "mill", "expressed as a noun with a possessor"),
    ("The heirs tore down the mill", "tore", "heirs", "mill", "after a particle"),
    ("Soldiers at Ft. Vale ate oysters", "ate", "soldiers", "oysters", "an abbreviation ends no sentence"),
    ("United sold the mill", "sold", "United", "mill", "a name that looks like a verb"),
    ("By evening the heirs had sold the mill", "sold", "heirs", "mill", "a time before the agent"),
    ("Two thousand Holms were recalled by the maker", "recalled", "maker", "Holms", "goods are not a company"),
]  # fmt: skip


@each_row(("text", "verb", "agent", "patient", "reason"), READ)
def test_a_clause_has_the_agent_and_the_patient_of_its_verb(text, verb, agent, patient):
    reading = read(text)
    found = next(
        clause for clause in find_clauses(reading, predicates(reading)) if reading.words[clause.at] == verb
    )
    patients = {"holms"} if patient == "Holms" else stems_of(patient.lower())
    assert (found.agent, found.patient) == (stems_of(agent.lower()), patients)


NO_VERBS = [
    ("The lesson-learned report is out", "learned", "a part of a compound"),
    ("A polish of its anti-drugs record", "drugs", "a part of a compound"),
    ("The club owes its coach three million euros in wages", "euros", "a noun unlike any verb"),
    ("The club owes its coach unpaid wages of a year", "wages", "after the verb of its clause"),
    ("It was costly given the state of the mill", "given", '"in view of"'),
    ("In May police searched the mill", "police", "a month is not an auxiliary"),
    ("Holm is the largest buyer of cashew nuts there", "nuts", "after 'is'"),
    ("By evening the mill had burned", "evening", "a time"),
    ("The plan is subject to regulatory approval", "regulatory", "no verb after 'to'"),
]  # fmt: skip


@each_row(("text", "word", "reason"), NO_VERBS)
def test_a_word_that_only_looks_like_a_verb_heads_no_clause(text, word):
    reading = read(text)
    assert word not in {reading.words[clause.at] for clause in find_clauses(reading, predicates(reading))}


def test_a_clause_reaches_from_punctuation_to_punctuation():
    words = (reading := read("Holm, who sold the mill, fled")).words
    bounds = {word: (clause_start(reading, at), clause_end(reading, at)) for at, word in enumerate(words)}
    assert bounds == dict.fromkeys(["holm"], (0, 1)) | dict.fromkeys(words[1:5], (1, 5)) | {"fled": (5, 6)}
