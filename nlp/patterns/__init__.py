"""Data files of the reader: topics, sections, motion words. A new topic is one file here."""
