"""Chance that is the same every time: hashed value noise; two runs draw the same picture."""

from collections.abc import Iterator
from math import floor

_WORD = 0xFFFFFFFF


def chance(seed: int, index: int) -> float:
    """Return the ``index``-th number of the series ``seed``, 0..1 (1 excluded)."""
    word = (index * 374761393 + seed * 668265263 + 1013904223) & _WORD
    word = ((word ^ (word >> 13)) * 1274126177) & _WORD
    word = ((word ^ (word >> 15)) * 2246822519) & _WORD
    return (word ^ (word >> 16)) / (_WORD + 1)


def between(seed: int, index: int, low: float, high: float) -> float:
    """Return the ``index``-th number of the series ``seed``, ``low``..``high``."""
    return low + (high - low) * chance(seed, index)


def swell(seed: int, at: float) -> float:
    """Return a smooth curve through one chance number per unit of ``at``, -1..1."""
    left = floor(at)
    share = at - left
    share = share * share * (3 - 2 * share)
    low, high = chance(seed, left), chance(seed, left + 1)
    return (low + (high - low) * share) * 2 - 1


def rough(seed: int, at: float, octaves: int = 4) -> float:
    """Return ``swell`` with finer swells on it, about -1..1: the line of a rock or a ridge."""
    total, weight = 0.0, 0.5
    for octave in range(octaves):
        total += weight * swell(seed + octave * 101, at * 2**octave)
        weight *= 0.5
    return total


def series(seed: int, count: int, low: float = 0.0, high: float = 1.0) -> Iterator[float]:
    """Yield ``count`` chance numbers, ``low``..``high``."""
    for index in range(count):
        yield between(seed, index, low, high)
