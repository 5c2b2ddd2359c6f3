"""The transcript reader: turns of speakers, what each turn does, and the motions they make.

Owns pure functions over the reading copy of a transcript or of captions; minutes are nlp.motions'.
"""
