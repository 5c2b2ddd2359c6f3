"""Who was there: the attendance record of minutes.

Owns pure functions over the joined text; the spaCy component that calls them lives in components.
"""
