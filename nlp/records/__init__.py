"""The reader of vendors' vote records: answers in JSON to a readable sheet, the sheet to motions.

Owns pure functions; the spaCy components that call them live in nlp.components.
"""
