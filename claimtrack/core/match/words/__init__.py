"""Words as claims are compared by them: spellings, stems, synonyms, antonyms and kinds."""
