"""Reads who signed a 287(g) agreement, as what and when, for the agency and for ICE.

Owns the signature page and its two blocks. Judges no date: that is the audit's.
"""
