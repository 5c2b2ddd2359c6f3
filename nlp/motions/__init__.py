"""The motion reader: openers, who moved, how it ended, which way it pointed.

Owns pure functions over folded text; the spaCy component that calls them lives in components.
"""
