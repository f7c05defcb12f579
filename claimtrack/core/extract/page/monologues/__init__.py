"""Texts that one person speaks or writes as a whole: speeches, statements, letters, e-mails, columns."""
