"""What one statement says: its terms, numbers, dates, names, and what it denies."""
