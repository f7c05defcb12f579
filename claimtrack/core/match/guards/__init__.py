"""Guards: what tells two statements apart that share their words, a package for each question.

quantities   how much, how many, how often
comparison   more than what, the first and the most of which
time         when, and whether it is done, to come, possible
polarity     whether it is so or not: denials, prefixes, opposites
scope        of how many it holds: none, some, all, all but one
entities     who or what is meant, and who says it
place        where, and which way
roles        who does what to whom

`phrased.py` is a table of those that are no more than phrases on either side; `guards.py` is the one list of all, in the order in which they are asked.
"""
