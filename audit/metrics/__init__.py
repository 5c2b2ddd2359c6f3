"""The open-meetings audit: one question per metric, asked of every meeting of a quarter.

Pure: what is held of a body comes in (`held`), answers go out (`values`). Reads no store.
"""
