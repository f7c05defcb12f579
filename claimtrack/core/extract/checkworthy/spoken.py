"""What people say of themselves and their like when a paper quotes them, as classes of words for the points alone."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import word_set

TRYING = word_set(
    "try tries trying tried struggle struggles struggled struggling strive strives striving effort efforts work works working worked"
)
OUR = word_set("our this my your")
HOMELAND = word_set("america americans nation economy")
LIKENESS = word_set("like if though such")
STAND = word_set(
    "oppose opposed support supported supporting back welcome welcomed condemn condemned call calling called recognise recognize "
    "reject rejected stand standing urge urged respect appreciate applaud commend encourage deplore regret reiterate "
    "insist demand ask asking remain strive value denounce denounced pray praying"
)
NOTHING = word_set("no nothing")
