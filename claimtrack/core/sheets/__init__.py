"""Sheets: what the desk writes for spreadsheets and reads back, cell by cell."""
