"""Transcripts and interviews: which turn is whose, and who asks."""
