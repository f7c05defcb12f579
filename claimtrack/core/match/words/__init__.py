"""Words as claims are compared by them: one spelling, stems, and which words may stand for each other."""
