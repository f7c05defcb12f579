"""Claims of four to ten words, as people post them."""

from tests.tables import each_row

ROWS = [
    ("The pump can lift mud.", "The pump is incapable of lifting mud.", "conflict", "an adjective denies what can be done"),
    ("The pump is incapable of lifting mud.", "The pump cannot lift mud.", "related", "both deny it"),
    ("Moor is for a toll on trucks.", "Moor is against a toll on trucks.", "conflict", "for and against it"),
    ("The paper is pro Orsk and always was.", "The paper is anti Orsk and always was.", "conflict", "pro and anti"),
    ("Moor is a strong advocate of the toll.", "Moor was against the toll.", "conflict", "supporting and opposing it"),
    ("Moor is an opponent of the toll.", "Moor opposed the toll.", "related", "both against it"),
    ("The toll is lawful.", "The toll is unlawful.", "conflict", "two words, one of them negated"),
    ("The baker was insured.", "The baker was uninsured.", "conflict", "the same about a person"),
    ("Not every baker was insured.", "Some bakers were uninsured.", "related", "not all are, some are not"),
    ("The mill has several gates.", "The mill has only one gate.", "conflict", "several and only one"),
    ("The play was staged in a single town.", "The play was staged in numerous towns.", "conflict", "a single one, and many"),
    ("The roof leaked just once.", "The roof leaked repeatedly.", "conflict", "once and again and again"),
    ("The mill has only one gate.", "The mill has a single gate.", "related", "one in other words"),
    ("Only one of several mills has a gate.", "Several mills have one gate.", "related", "one of several in both"),
    ("The fair drew only about 900 visitors.", "The fair drew more than 900 visitors.", "conflict", "no more than, and more than"),
    ("The fair drew just over 900 visitors.", "The fair drew more than 900 visitors.", "related", "both more than"),
    ("Malm is in Oravia.", "Malm is far away from Oravia.", "conflict", "in it and far from it"),
    ("The mine lies on the border with Oravia.", "The mine lies a long way from the border with Oravia.", "conflict", "on it and far from it"),
    ("The mine is far from the coast.", "The mine is a long way from the coast.", "related", "both far from it"),
    ("The hearing was far from fair.", "The hearing was fair.", "conflict", '"far from" is a negation'),
    ("The hearing was far from fair.", "The hearing was not fair.", "related", "both deny it"),
    ("Moor drew the flag.", "Moor burned the flag.", "conflict", "another act, with two of three words the same"),
    ("The actor never had a dog.", "The actor had a dog.", "conflict", "never and once"),
    ("Rey Colby is associated with The Late Show with Rey Colby.", "Rey Colby is dissociated from The Late Show with Rey Colby.", "conflict", "a show's name is not a negation"),
    ("Fares rose last month.", "Fares stayed the same last month.", "conflict", "it changed and did not"),
    ("The size of the flock changed.", "The size of the flock remained constant.", "conflict", "it changed and did not"),
    ("Fares stayed the same last month.", "Fares did not rise last month.", "related", "neither changed"),
    ("The spray is harmful to bees.", "The spray is harmless to bees.", "conflict", "-ful and -less"),
    ("The firm only sold about 900 boats.", "The firm sold more than 900 boats.", "conflict", "only, before the verb"),
    ("The Kettle is a political party.", "The Kettle is a television series.", "conflict", "a contradiction"),
    ("Tornel is a river in Oravia.", "Tornel is a mountain in Oravia.", "conflict", "a contradiction"),
    ("Newts are reptiles.", "Newts are amphibians.", "conflict", "an impossible animal"),
    ("The Kettle is a play.", "The Kettle is a musical by Rey.", "related", "something that may be both"),
    ("Tornel is a town in Oravia.", "Tornel is a village.", "related", "two words for a place"),
    ("Moor is a senator.", "Moor is a politician from Malm.", "related", "one implies the other"),
    ("The bridge is open.", "The bridge is blocked.", "conflict", "two adjectives and nothing else"),
    ("The berry is edible.", "The berry is poisonous.", "conflict", "two adjectives and nothing else"),
    ("The berry is harmless.", "The berry is not harmful.", "related", "denied in two ways"),
    ("The mine is nowhere near the coast.", "The mine is a long way from the coast.", "related", "both far from it"),
    ("The mine is nowhere near the coast.", "The mine is near the coast.", "conflict", "near and far from it"),
    ("The hearing was anything but fair.", "The hearing was not fair.", "related", "both deny it"),
    ("The choir formed in 1991.", "The choir was formed in 1991.", "related", "forming is being formed"),
    ("The choir's debut album flopped.", "The choir's first album flopped.", "related", "a debut is the first"),
    ("Fares have stayed the same since 2010.", "Fares have remained unchanged since 2010.", "related", "one in other words"),
    ("Moor rarely votes.", "Moor hardly ever votes.", "related", "one in other words"),
    ("Some of the votes were lost.", "A number of votes were lost.", "related", "one in other words"),
    ("The mine lies on the border with Oravia.", "The mine is located on the border with Oravia.", "duplicate", "one in other words"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_short_claims_conflict_only_if_a_fact_is_changed(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
