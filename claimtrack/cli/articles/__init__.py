"""What comes in: ingest."""
