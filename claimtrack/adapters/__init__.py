"""Extractors and encoders that other packages' models do the work of. Each is an optional extra; imports happen inside functions."""
