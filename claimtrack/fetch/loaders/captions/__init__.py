"""Subtitles: `cues` parses them, `cue_names` recognises the names of speakers in them, `captions` makes paragraphs of them."""

from claimtrack.fetch.loaders.captions.captions import load

__all__ = ["load"]
