"""Importing an edited sheet: plan its changes, report problems, then write all of it or nothing."""
