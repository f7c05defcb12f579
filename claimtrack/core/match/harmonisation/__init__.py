"""Making two statements uniform where grammar, names and spelling allow the same to be expressed in two ways: `harmonise.py` lists the steps in order."""
