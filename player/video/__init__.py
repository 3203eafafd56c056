"""Video: a worker process that plays one clip with libvlc, and the client that minds it.

No Qt here. ``client`` is what the show process uses; ``worker`` is what the child runs; ``frames``,
``slots`` and ``protocol`` are what the two agree on.
"""
