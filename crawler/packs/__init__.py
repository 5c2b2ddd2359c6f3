"""The built-in packs: data only, loaded by name."""
