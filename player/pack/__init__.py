"""What a content pack says: frozen, validated values; bytes in, values out, no files touched.

``manifest.py`` names every file of a built pack, ``content.py`` is the root of what it says.
A pack's *source* (TOML written by the content team) and its *built* form share these models;
the build fills in the fields marked "set by the build".
"""
