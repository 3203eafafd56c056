"""The signed repository: who may say what, who said it, and what is on offer. Glue over TUF.

``tree`` is the folder, ``roles`` who there is, ``keys`` how they sign, ``offered`` what is public,
``release`` how it becomes so. What people do with them: ``founding``, ``proposal`` (after
``scrutiny``), ``offer``, ``reversion``, ``succession`` (by ``agreement``) and ``edition``.
"""
