"""The rules of the desk: who may sign, what a claim lacks, what its rating is called."""
