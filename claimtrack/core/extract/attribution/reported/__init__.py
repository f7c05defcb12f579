"""Where reported content begins and ends, and what surrounds it: addressee, time, place and other adjuncts."""
