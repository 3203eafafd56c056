"""Limestone: towers with a lit and a shaded side, fissures and bushes, alone and in rows."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath

from artwork.noise import between, chance, rough
from artwork.palette import CREAM, ink, mix
from artwork.shape import Point, blot, oval, stroke, through, within
from artwork.sheet import WIDTH

_SUNNY: Final = 0.11
"""Across a tower, -1..1: left of it the light falls."""


@dataclass(frozen=True, slots=True)
class Rock:
    """The inks of one layer of limestone.

    Attributes:
        lit: the side towards the light.
        shade: the other side.
        green: what grows on it.
        foot: the air at its foot, into which it grades.
    """

    lit: str
    shade: str
    green: str
    foot: str

    def paler(self, share: float) -> "Rock":
        """Return the same rock behind ``share`` (0..1) of the air at its foot."""
        return Rock(
            mix(self.lit, self.foot, share),
            mix(self.shade, self.foot, share),
            mix(self.green, self.foot, share),
            self.foot,
        )


@dataclass(frozen=True, slots=True)
class Tower:
    """A limestone tower.

    Attributes:
        x: its middle.
        base: level of its foot.
        half: half its width.
        high: its height.
        seed: series of chance.
    """

    x: float
    base: float
    half: float
    high: float
    seed: int

    def draw(self, p: QPainter, rock: Rock) -> None:
        """Draw the tower with light from the left."""
        body = self.outline()
        p.fillPath(body, self._grade(rock.lit, rock.foot))
        with within(p, body):
            stroke(p, body, mix(rock.lit, CREAM, 0.5), 7, 0.5)
            self._shade(p, rock)
            self._fissures(p, rock)
        with within(p, body.united(body.translated(0, -self.half * 0.05))):
            self._growth(p, rock)

    def skirt(self, p: QPainter, colour: str) -> None:
        """Draw the bushes its foot stands in."""
        for index in range(int(self.half / 9)):
            s = self.seed * 71 + index
            x = self.x + self.half * between(s, 1, -1.08, 1.08)
            clump(p, x, self.base + between(s, 2, 2, 9), between(s, 3, 6, 13), colour, s)

    def outline(self) -> QPainterPath:
        """Return the silhouette: steep flanks, a rounded head, a broken edge."""
        power = between(self.seed, 2, 1.9, 3.0)
        points: list[Point] = []
        for step in range(-26, 27):
            t = step / 26
            rise = (1 - abs(t) ** power) ** 0.6
            edge = rough(self.seed, t * 3.4 + 40, 4)
            x = self.x + self.half * t * (1 + 0.05 * edge) + self._lean() * rise
            points.append((x, self.base - self.high * rise * (1 + 0.13 * edge)))
        return through(points)

    def _lean(self) -> float:
        return between(self.seed, 1, -0.28, 0.28) * self.half

    def _grade(self, colour: str, foot: str) -> QBrush:
        grade = QLinearGradient(0, self.base - self.high, 0, self.base)
        grade.setColorAt(0.0, ink(colour))
        grade.setColorAt(0.45, ink(colour))
        grade.setColorAt(1.0, ink(mix(colour, foot, 0.75)))
        return QBrush(grade)

    def _shade(self, p: QPainter, rock: Rock) -> None:
        top = self.base - self.high * 1.2
        edge: list[Point] = []
        for step in range(13):
            s = step / 12
            x = self.x + self._lean() * (1 - s) + self.half * (0.02 + 0.30 * s)
            x += self.half * 0.20 * rough(self.seed + 7, s * 5, 3)
            edge.append((x, top + s * (self.base - top)))
        right = self.x + self.half * 1.6
        area = through([*edge, (right, self.base), (right, top)])
        p.fillPath(area, self._grade(rock.shade, rock.foot))

    def _fissures(self, p: QPainter, rock: Rock) -> None:
        for index in range(int(self.half / 6)):
            s = self.seed * 31 + index
            t = between(s, 1, -0.94, 0.94)
            long = between(s, 2, 0.12, 0.42) * self.high
            top = self.base - self.high * (1 - abs(t) ** 2.2) * between(s, 3, 0.5, 1.0)
            x = self.x + self.half * t * 0.94 + self._lean() * 0.6
            wide = between(s, 4, 1.2, 4.2) * (self.half / 120)
            lit = mix(rock.lit, rock.shade, 0.5)
            blot(
                p,
                lit if t < _SUNNY else mix(rock.shade, rock.lit, 0.22),
                (x, top),
                (x + wide * 2, top + long * 0.4, x + t * long * 0.16, top + long),
                (x - wide, top + long * 0.6, x, top),
                alpha=0.75,
            )

    def _growth(self, p: QPainter, rock: Rock) -> None:
        for index in range(int(self.half / 2.6)):
            s = self.seed * 57 + index
            t = between(s, 1, -0.96, 0.96)
            rise = (1 - abs(t) ** 2.4) ** 0.6
            y = self.base - self.high * rise * (1.08 - 0.62 * chance(s, 2) ** 2.0)
            x = self.x + self.half * t * 0.95 + self._lean() * rise
            size = between(s, 3, 3.6, 7.6) * (self.half / 130) ** 0.5
            tone = rock.green if t < _SUNNY else mix(rock.green, rock.shade, 0.6)
            low = max(0.0, 1 - (self.base - y) / (self.high * 0.4))
            clump(p, x, y, size, mix(tone, rock.foot, 0.7 * low), s)


def clump(p: QPainter, x: float, y: float, size: float, colour: str, seed: int) -> None:
    """Draw a bush: a few crowns on one level, the largest ``size`` units across half."""
    for index in range(4):
        crown = size * between(seed, 20 + index, 0.55, 1.05)
        oval(p, x + (index - 1.5) * size * 0.8, y - crown * 0.6, crown, crown, colour)


def karst(
    p: QPainter,
    seed: int,
    base: float,
    rock: Rock,
    *,
    count: int,
    high: float,
    half: float,
    left: float = -60.0,
    right: float = WIDTH + 60.0,
    dip: float = 0.0,
) -> None:
    """Draw a row of limestone towers standing on the level ``base``.

    Args:
        p: painter in sheet units.
        seed: series of chance.
        base: level of their feet.
        rock: inks.
        count: towers.
        high: height of the tallest.
        half: half width of the widest.
        left: where the row begins.
        right: where it ends.
        dip: 0..1, how much lower the middle of the row is than its ends: a valley to look through.
    """
    for index in sorted(range(count), key=lambda i: chance(seed, i * 7 + 3)):
        share = (index + between(seed, index * 7, 0.15, 0.85)) / count
        valley = 1 - dip * (1 - abs(2 * share - 1) ** 1.5)
        tall = high * valley * between(seed, index * 7 + 1, 0.5, 1.0)
        wide = half * between(seed, index * 7 + 2, 0.55, 1.0) * (0.6 + 0.4 * valley)
        Tower(left + (right - left) * share, base, wide, tall, seed * 13 + index).draw(p, rock)
