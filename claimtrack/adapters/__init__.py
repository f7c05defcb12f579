"""Extractors and encoders that use models of other packages. Each is an optional extra; imports happen inside functions."""
