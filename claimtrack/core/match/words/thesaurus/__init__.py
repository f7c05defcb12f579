"""Words of the news that stand for each other, by part of speech. Data only."""
