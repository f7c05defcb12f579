"""Questions that one statement answers with yes and the other with no, in any words."""

from claimtrack.core.model import Suggestion
from tests.core.match.comparing import both_ways
from tests.tables import each_row

OPPOSITE = [
    ("Anglers under 12 are not allowed to use the pier of Malm.", "In Malm, anglers younger than 12 may fish from the pier.", "not allowed, may"),
    ("The parish of Malm voted to recognise the guild of brewers in June.", "In June, recognition of the brewers' guild was rejected by the parish of Malm.", "voted to, rejected"),
    ("The outbreak of mumps in Malm is over, the doctors said on Friday.", "On Friday the doctors said that mumps had broken out in Malm.", "over, broken out"),
    ("The harbour master of Malm never attended the meetings on the pier.", "The harbour master of Malm went to all the meetings on the pier.", "never attended, went to"),
    ("The letter that promises free ferry tickets in Malm is a hoax, the brewers say.", "The letter that promises free ferry tickets in Malm is genuine, the brewers say.", "hoax, genuine"),
    ("The mill of Malm is the only brewery visible from the pier.", "The mill of Malm can't be seen from the pier.", "visible, can't be seen"),
    ("A leak at the mill could be smelled in the port of Malm.", "Nobody in the port of Malm could smell the leak at the mill.", "could, nobody could"),
    ("The brewers of Malm were freed on Monday, the clerk said.", "The clerk said that the brewers of Malm were still being held on Monday.", "freed, still held"),
    ("The missing cook is alive, the brewers of Malm said.", "The brewers of Malm said that the missing cook's body has been found.", "alive, body found"),
    ("The truce of Malm is over, the brewers said on Friday.", "On Friday the brewers said that the truce of Malm was holding.", "over, holding"),
    ("The strike at the mill in Malm has ended, the cooks said.", "The cooks said that the strike at the mill in Malm would go on.", "ended, would go on"),
    ("The strike at the mill in Malm has been called off, the cooks said.", "The cooks said that a strike at the mill in Malm had begun.", "called off, begun"),
]  # fmt: skip
ALIKE = [
    ("The parish of Malm voted to reject the plan for a new pier in May.", "The parish of Malm rejected the plan for a new pier in May.", "voted to reject"),
    ("The brewer attended neither of the two hearings on the flood in Malm.", "The brewer missed both hearings on the flood in Malm.", "neither, both"),
    ("Fishing is no longer banned on the pier of Malm.", "On the pier of Malm people may fish.", "no longer banned, may"),
    ("The drought in Malm is not over, the farmers say.", "Malm's drought continues, the farmers say.", "not over, continues"),
    ("The parish may not hear the case of the mill before June.", "The parish cannot hear the case of the mill before June.", "may not, cannot"),
    ("Cooks in Malm are not allowed to work more than 15 hours.", "Cooks in Malm may work up to 15 hours.", "not more than, up to"),
    ("The senate refused to lift the ban on nets off Malm in March.", "The senate voted to keep the ban on nets off Malm in March.", "refused to lift, voted to keep"),
    ("Brewers in Malm may see their files only with the consent of a clerk.", "Without the consent of a clerk brewers in Malm are not allowed to see their files.", "only with, not without"),
    ("Not all ferries in Malm are accessible.", "Several ferries in Malm are not accessible.", "not all, some not"),
    ("The results of the vote on the pier were released in May.", "The vote on the pier was held in May.", "held, not held captive"),
    ("It is illegal for brewers in Malm to refuse cash.", "In Malm you can pay with cash at every brewer.", "a prohibited refusal"),
]  # fmt: skip


@each_row(("a", "b", "reason"), OPPOSITE)
def test_opposite_answers_contradict_each_other(a, b):
    for comparison in both_ways(a, b):
        assert comparison.suggestion is Suggestion.CONFLICT
        assert any(
            difference.startswith(("opposite: ", "negated: ")) for difference in comparison.differences
        ), comparison


@each_row(("a", "b", "reason"), ALIKE)
def test_the_same_answer_in_other_words_is_not_a_conflict(a, b, assert_no_conflict):
    assert_no_conflict(a, b)
