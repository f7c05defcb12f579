"""Two statements put alike where grammar, names and spelling only tell one thing in two ways: `harmonise.py` lists the steps in order."""
