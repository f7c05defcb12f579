"""News verbs in whole claims: those with one meaning do not conflict, and those with another are not duplicates."""

from itertools import combinations, product

from claimtrack.core.model import Suggestion
from tests.core.match.comparing import suggest
from tests.tables import each_row

FRAMES = (
    ("The number of patients in the island's hospitals {} by 12 percent last year, the ministry said.",
        ("rose", "increased", "grew", "went up", "climbed", "was up", "jumped", "swelled"),
        ("fell", "decreased", "dropped", "went down", "declined", "was down", "slipped", "slid", "tumbled")),
    ("The island's parliament {} the bill on fishing quotas on Tuesday after a long debate.",
        ("passed", "approved", "adopted", "voted through", "ratified"),
        ("rejected", "voted down", "threw out", "turned down", "defeated")),
    ("The government of the island will {} the tax on imported cars from January, the minister said.",
        ("raise", "increase", "put up", "hike"), ("cut", "lower", "reduce", "slash", "bring down")),
    ("The strike by the island's bus drivers {} on Monday morning after talks broke down.",
        ("began", "started", "got under way", "kicked off"), ("ended", "stopped", "finished", "was called off")),
    ("The island's largest employer {} 400 workers last year, according to its annual report.",
        ("hired", "recruited", "took on"), ("laid off", "dismissed", "fired", "sacked", "made redundant", "let go")),
    ("The island's team {} the match against the mainland's champions on Saturday evening.",
        ("won", "were victorious in"), ("lost", "were beaten in", "were defeated in")),
    ("The ministry {} that the vaccine had caused two deaths on the island last winter.",
        ("confirmed", "acknowledged", "admitted"), ("denied", "disputed", "refuted")),
    ("The mayor {} the plan to build a second bridge to the island at a meeting on Monday.",
        ("supports", "backs", "favours", "welcomed"), ("opposes", "is against", "is opposed to", "objects to", "criticised")),
    ("The island {} a trade deal with its northern neighbour last week, officials said.",
        ("signed", "concluded", "struck", "sealed", "reached"), ("cancelled", "terminated", "tore up"), ("pulled out of", "withdrew from", "quit")),
    ("The island's prime minister {} on Friday after only eight months in the office.",
        ("resigned", "stepped down", "quit"), ("was dismissed", "was sacked", "was fired"), ("refused to resign", "did not resign")),
    ("The tests {} traces of lead in the water of the island's two primary schools.",
        ("found", "detected", "revealed", "showed"), ("found no", "did not find", "detected no")),
    ("The bank {} its forecast for the island's growth this year to 2 percent on Thursday.",
        ("raised", "lifted", "increased", "revised up"), ("cut", "lowered", "reduced", "trimmed", "revised down"), ("kept",)),
    ("The drug {} the risk of a second heart attack, a trial with 9,000 patients shows.",
        ("lowers", "reduces", "cuts", "diminishes"), ("raises", "increases", "heightens", "adds to")),
)  # fmt: skip


@each_row(("frame", "groups"), [(frame, groups) for frame, *groups in FRAMES])
def test_synonymous_news_verbs_never_conflict_and_others_are_never_duplicates(frame, groups):
    for group in groups:
        apart = [
            two for two in combinations(group, 2) if suggest(*map(frame.format, two)) is Suggestion.CONFLICT
        ]
        assert apart == []
    for one, other in combinations(groups, 2):
        merged = [
            two for two in product(one, other) if suggest(*map(frame.format, two)) is Suggestion.DUPLICATE
        ]
        assert merged == []
