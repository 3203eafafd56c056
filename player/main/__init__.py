"""One composition root per process: the only places that build long-lived objects.

``show`` is the player on screen, ``worker`` decodes video for it, ``tools`` serves the content
team, ``inquiry`` answers questions about the programme. The other modules here hold what the
roots share: which screen and home are meant, demo gates, logging.
"""
