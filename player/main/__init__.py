"""One composition root per process: here long-lived objects are built and handed to each other.

What is of Qt is built by ``player.shell.application``. ``show`` is the player on screen, ``worker``
decodes video for it, ``tools`` serves the content team, ``inquiry`` answers questions about the
programme. The other modules here hold what the roots share: which screen and home are meant, demo
gates, logging.
"""
