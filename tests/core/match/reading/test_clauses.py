"""Who does what to whom, as read of one statement. Each row: the statement, the verb, who does it, to whom it is done, and why."""

from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.terms import stems_of
from tests.tables import each_row

READ = [
    ("At an Orlin rally Ada Moor urged voters to stay", "urged", "Ada Moor", "voters", "a name right before the verb"),
    ("In Orlin police searched the mill", "searched", "police", "mill", "a word right before the verb"),
    ("In May police in Orlin searched the mill", "searched", "police", "mill", "who does it, before another place"),
    ("In the town hall residents booed the mayor", "booed", "residents", "mayor", "no comma behind where it was"),
    ("The mill was sold by a narrow margin", "sold", "", "mill", "by how much"),
    ("The mill was sold by mistake by the heirs", "sold", "heirs", "mill", "how, and by whom"),
    ("The mill was hit by a power cut", "hit", "power cut", "mill", "a thing with the form of a verb"),
    ("The mill was bought by more than 100 farmers", "bought", "farmers", "mill", "about how many"),
    ("The council has decided to sue the builder", "sue", "council", "builder", "who decided to"),
    ("The heir is said to have sold the mill", "sold", "heir", "mill", "what somebody is said to have done is none of the passive"),
    ("Teachers struck by illness were replaced by students", "replaced", "students", "teachers", "behind a participle"),
    ("Holm or Vale will train pilots", "train", "Holm Vale", "pilots", "one or the other"),
    ("The party re-elected its leader", "elected", "party", "leader", "a part of a verb before a hyphen"),
    ("A mill half-owned by the bank burned down", "owned", "bank", "mill", "a hyphen before what was done by somebody"),
    ("Farmers block the road", "block", "farmers", "road", "several who do it"),
    ("Two thousand Holms were recalled by the maker", "recalled", "maker", "Holms", "goods are no firm"),
]  # fmt: skip


@each_row(("text", "verb", "agent", "patient", "reason"), READ)
def test_who_does_what_to_whom(text, verb, agent, patient):
    reading = read(text)
    found = next(
        clause for clause in clauses(reading, predicates(reading)) if reading.words[clause.at] == verb
    )
    patients = {"holms"} if patient == "Holms" else stems_of(patient.lower())
    assert (found.agent, found.patient) == (stems_of(agent.lower()), patients)


NO_VERBS = [
    ("The lesson-learned report is out", "learned", "a part of a compound"),
    ("A polish of its anti-drugs record", "drugs", "a part of a compound"),
    ("The club owes its coach three million euros in wages", "euros", "a noun that no verb looks like"),
    ("The club owes its coach unpaid wages of a year", "wages", "behind the verb of its clause"),
    ("It was costly given the state of the mill", "given", "no more than in view of"),
    ("In May police searched the mill", "police", "a month is no helping verb"),
    ("The plan is subject to regulatory approval", "regulatory", "no verb behind 'to'"),
]  # fmt: skip


@each_row(("text", "word", "reason"), NO_VERBS)
def test_what_only_looks_like_a_verb(text, word):
    reading = read(text)
    assert word not in {reading.words[clause.at] for clause in clauses(reading, predicates(reading))}
