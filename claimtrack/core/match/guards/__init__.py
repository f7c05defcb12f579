"""Guards: what distinguishes two statements of much the same words, one package per question.

quantities   how much, how many, how often
comparison   more or less than what, the first and the most of which
time         when, and whether it is done, to come or possible
polarity     whether it is so: negation, affixes, antonyms
scope        how many it covers: none, some, all, all but one
entities     who or what is meant, and who is quoted
place        where, and in which direction
roles        who does what to whom

`phrase_guards.py` is a table of those that only compare phrases; `guards.py` lists all guards in the order in which they run.
"""
