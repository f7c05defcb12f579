"""What repeats what: claims are looked up, joined where they are the same, suggested and judged."""
