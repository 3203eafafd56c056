"""The signed repository: who may say what, who said it, and what is on offer. Glue over TUF.

``tree`` is the folder, ``roles`` who there is, ``keys`` how they sign; ``founding``, ``proposal``,
``release``, ``orders``, ``succession`` and ``edition`` are what people do with them.
"""
