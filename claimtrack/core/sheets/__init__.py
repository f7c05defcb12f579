"""Sheets: the files that the desk exports for spreadsheets and imports again, cell by cell."""
