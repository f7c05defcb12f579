"""Transcripts and interviews: who speaks in which turn, and who asks."""
