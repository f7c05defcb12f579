"""Who does what to whom in one statement."""

from claimtrack.core.match.reading.clauses import find_clauses, predicates
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
    ("Holm was the one to sell the mill", "sell", "Holm", "mill", "who is told to be the one"),
    ("The mayor himself sold the mill", "sold", "mayor", "mill", "himself, and nobody else"),
    ("The burglar shot himself at dawn", "shot", "burglar", "burglar", "done to whom did it"),
    ("Holm fled after selling the mill", "selling", "Holm", "mill", "who did the one did the other"),
    ("Having sold the mill, Holm fled", "sold", "Holm", "mill", "who is named behind"),
    ("The bank left, selling the mill", "selling", "bank", "mill", "behind a comma"),
    ("Holm was fined by Vale and sold the mill", "sold", "Holm", "mill", "what somebody did to whom another did it"),
    ("Holm sued Vale, Orlin and Moor over it", "sued", "Holm", "Vale Orlin Moor", "all of a list"),
    ("The bank sued Vale and Moor fled", "sued", "bank", "Vale", "another begins the next clause"),
    ("Its owner, Ada Moor, sold the mill", "sold", "owner Ada Moor", "mill", "a name between commas"),
    ("Vale gave the mill to Holm, who sold the house", "sold", "Holm", "house", "behind a comma and 'who'"),
    ("Holm gave its support to the mill", "gave", "Holm", "mill", "support, by a light verb"),
    ("The purchase of a mill by Holm, it is said, drew crowds", "purchase", "Holm", "mill", "told as a thing"),
    ("Holm's purchase of the mill, it is said, drew crowds", "purchase", "Holm", "mill", "told as a thing that is somebody's"),
    ("The heirs tore down the mill", "tore", "heirs", "mill", "behind a particle"),
    ("Soldiers at Ft. Vale ate oysters", "ate", "soldiers", "oysters", "the dot of a short word ends nothing"),
    ("United sold the mill", "sold", "United", "mill", "a name that looks like what is done"),
    ("By evening the heirs had sold the mill", "sold", "heirs", "mill", "a time, and nothing done"),
    ("Two thousand Holms were recalled by the maker", "recalled", "maker", "Holms", "goods are no firm"),
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
    ("The club owes its coach three million euros in wages", "euros", "a noun that no verb looks like"),
    ("The club owes its coach unpaid wages of a year", "wages", "behind the verb of its clause"),
    ("It was costly given the state of the mill", "given", "no more than in view of"),
    ("In May police searched the mill", "police", "a month is no helping verb"),
    ("Holm is the largest buyer of cashew nuts there", "nuts", "behind 'is'"),
    ("By evening the mill had burned", "evening", "a time"),
    ("The plan is subject to regulatory approval", "regulatory", "no verb behind 'to'"),
]  # fmt: skip


@each_row(("text", "word", "reason"), NO_VERBS)
def test_a_word_that_only_looks_like_a_verb_heads_no_clause(text, word):
    reading = read(text)
    assert word not in {reading.words[clause.at] for clause in find_clauses(reading, predicates(reading))}
