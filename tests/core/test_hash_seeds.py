"""Answers are the same under every hash seed, which changes the order in which Python walks a set."""

import os
import subprocess
import sys

PROGRAM = '''
from claimtrack.core.extract import extract
from claimtrack.core.match import compare
from claimtrack.core.match.ranking import Retrieved, rank
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Article, Statement

# Two words differ in the same way: which is reported?
print(compare(Statement("Few members had little hope."), Statement("A few members had a little hope.")).differences)

# Two names begin with the same words: who answers?
interview = """Interview with Ada Moor Lee

By Tom Rudd

We talked with Ada Moor Lee about the harbour of Vale. Ada Moor, who is her cousin, could not come.

Q: How many ships came last year?

A: There were 412 ships in the harbour last year, which is 20 percent more than in 2022.

Q: And how many people work there?

A: The harbour employs 3,100 people, and 200 of them came last year.
"""
print([row.speaker for row in extract(Article(interview))])

# The weights of many terms are added up: is the sum the same?
text = """The harbour of Vale handled forty million tonnes of grain, coal, timber and steel last year, which the port authority
calls a record since its foundation in the nineteenth century."""
asked = Statement("The harbour of Vale handled a record forty million tonnes of grain last year, its port said")
counts = {term: 1 + at / 7 for at, term in enumerate(sorted(read(asked.text).terms))}
print(rank(asked, counts, [Retrieved([text], 1.0)], lambda term: 1 / (1 + len(term) + ord(term[0]) / 77)))
'''
# Each of the three answers used to differ under some of these seeds, before loops over sets were ordered.
SEEDS = ("0", "1", "2", "7")


def test_answers_are_the_same_under_every_hash_seed():
    command = [sys.executable, "-c", PROGRAM]
    runs = [
        subprocess.Popen(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True
        )
        for seed in SEEDS
    ]
    answers = [run.communicate(timeout=60)[0].splitlines() for run in runs]
    assert answers[0][:2] == [
        "('differs: few / a few',)",
        "['outlet', 'outlet', 'Ada Moor Lee', 'Ada Moor Lee']",
    ]
    assert answers[1:] == answers[:-1]
