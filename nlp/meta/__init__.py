"""What a document says about itself: kind, body, date, status, whose minutes it approves.

Owns pure functions over folded text; the spaCy component that calls them lives in components.
"""
