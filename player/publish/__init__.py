"""From a folder the content team writes to a pack a gate can play: checked, then built.

``source.py`` reads the folder, ``check.py`` finds everything that is wrong with it, ``build.py``
writes the pack. What needs the tools of the ``[publish]`` extra is bound in ``workshop.py`` and
handed to the rest as protocols. Every sentence is in ``messages/<language>.json``.
"""
