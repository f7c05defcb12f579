"""The verdict: drafted, signed, published, and what stands between a claim and that."""
