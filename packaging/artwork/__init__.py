"""The pictures and clips of the demo gates, drawn by code: one palette, one light, one line.

Every scene is drawn on a sheet of 1600 x 900 units in the manner of a screen print: flat inks in
layers that grow paler with distance, light from the upper left, bands of mist, a little paper
grain. Scenes hold no words, no flags and no maps; only the booklets of
the libraries (``leaf.py``, ``booklets.py``) are lettered. ``make_demo_media.py`` renders them.
"""
