"""The QML item that draws a clip: each frame an image node over the shared memory itself.

Works on the software and the OpenGL scene graph. ``updatePaintNode`` runs on the render thread
while the GUI thread waits; it is the only code of ours there.

The memory of a frame stays as it is until the next frame of *any* clip is taken, and the
software scene graph paints from it whenever it likes. So an item whose clip is no longer the
player's keeps a copy of its last frame.
"""

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QEnum, QPointF, QRectF, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGImageNode, QSGNode, QSGTexture
from shiboken6 import invalidate, isValid

from player.shell.video_player import VideoPlayer
from player.video.geometry import Fill

if TYPE_CHECKING:
    from player.video.frames import Frame

QML_IMPORT_NAME = "GatePlayer"
QML_IMPORT_MAJOR_VERSION = 1

_OPAQUE: Final = QQuickWindow.CreateTextureOption.TextureIsOpaque


@QmlElement
class VideoItem(QQuickItem):
    """Draws the frames of one clip of ``frameSource``; nothing before its first frame.

    One item for each clip: a frame is given out once.
    """

    @QEnum
    class FillMode(IntEnum):
        """What to do where the clip's shape is not the item's."""

        Fit = 0
        Crop = 1

    frameSourceChanged = Signal()
    clipIdChanged = Signal()
    fillModeChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__()
        self.setFlag(QQuickItem.Flag.ItemHasContents)
        self._source: VideoPlayer | None = None
        self._clip = 0
        self._fill = VideoItem.FillMode.Fit
        self._frame: Frame | None = None
        self._image: QImage | None = None
        self._is_replaced = False
        self._window: QQuickWindow | None = None
        self.frames_drawn = 0
        # WORKAROUND PySide6 6.12.0: until asking an item for its window(), after which the window's
        # wrapper dies with the item ("Internal C++ object already deleted"), no longer does that.
        self.windowChanged.connect(self._note_window)
        if parent is not None:
            self.setParent(parent)
            self.setParentItem(parent)

    def source(self) -> VideoPlayer | None:
        """Return where frames come from."""
        return self._source

    def set_source(self, source: VideoPlayer | None) -> None:
        """Take frames from ``source``; it must outlive this item."""
        if source is self._source:
            return
        if self._source is not None and isValid(self._source):
            self._source.frameReady.disconnect(self._request_frame)
            self._source.clipIdChanged.disconnect(self._keep_last_frame)
        self._source = source
        if source is not None:
            source.frameReady.connect(self._request_frame)
            source.clipIdChanged.connect(self._keep_last_frame)
        self.frameSourceChanged.emit()

    def clip_id(self) -> int:
        """Return the number of the clip drawn, as ``VideoPlayer.play`` gave it."""
        return self._clip

    def set_clip_id(self, clip: int) -> None:
        """Draw another clip: nothing, until its first frame comes."""
        if clip == self._clip:
            return
        self._clip = clip
        self._frame = self._image = None
        self.update()
        self.clipIdChanged.emit()

    def fill_mode(self) -> FillMode:
        """Return what is done where the clip's shape is not this item's."""
        return self._fill

    def set_fill_mode(self, fill: FillMode) -> None:
        """Choose it; frames asked for before keep their size."""
        if fill != self._fill:
            self._fill = VideoItem.FillMode(fill)
            self.update()
            self.fillModeChanged.emit()

    @Slot(QUrl, int, int)
    def play(self, file: QUrl, volume: int, startMs: int) -> None:  # noqa: N803 # seen by QML
        """Play a local file here, at this item's size and from now on as its clip.

        Args:
            file: of the clip.
            volume: 0 to 100; less than 0 for no sound at all.
            startMs: where in the clip to begin.
        """
        if self._source is not None:
            path = Path(file.toLocalFile())
            fill = Fill.CROP if self._fill is VideoItem.FillMode.Crop else Fill.FIT
            sound = volume if volume >= 0 else None
            self.set_clip_id(self._source.play(path, self.place_size(), sound, fill, startMs))

    @property
    def image(self) -> QImage | None:
        """The frame drawn last; looked at on the GUI thread, its memory may be another's soon."""
        return self._image

    def place_size(self) -> tuple[int, int]:
        """Return the size of this item in device pixels, at least one by one."""
        ratio = self._pixel_ratio()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    def updatePaintNode(  # type: ignore[override] # Qt takes and gives null, too
        self, old_node: QSGNode | None, _data: QQuickItem.UpdatePaintNodeData
    ) -> QSGNode | None:
        """Draw the newest frame; called by Qt on its render thread."""
        window = self._window
        if window is None:
            return old_node
        is_new = self._take_frame() or self._is_replaced
        self._is_replaced = False
        image = self._image
        if image is None and old_node is None:
            return None
        node = old_node if isinstance(old_node, QSGImageNode) else new_node(window)
        if image is None:
            node.setRect(QRectF())
            return node
        if is_new or node is not old_node:
            give_picture(node, window, image)
        self._place(node, image)
        return node

    def _take_frame(self) -> bool:
        frame = self._source.take_frame(self._clip) if self._source else None
        if frame is None:
            return False
        header = frame.header
        # QImage holds no reference to the memory; the frame does.
        self._frame = frame
        self._image = QImage(
            frame.pixels, header.width, header.height, header.stride, QImage.Format.Format_RGB32
        )
        self.frames_drawn += 1
        return True

    def _place(self, node: QSGImageNode, image: QImage) -> None:
        drawn, seen = placed(image.size().toSizeF(), self.size(), self._fill)
        node.setRect(drawn)
        node.setSourceRect(seen)
        pixels = drawn.size() * self._pixel_ratio()
        modes = QSGTexture.Filtering
        node.setFiltering(modes.Nearest if pixels.toSize() == image.size() else modes.Linear)

    def _pixel_ratio(self) -> float:
        return 1.0 if self._window is None else self._window.effectiveDevicePixelRatio()

    @Slot(QQuickWindow)
    def _note_window(self, window: QQuickWindow | None) -> None:
        self._window = window

    @Slot()
    def _request_frame(self) -> None:
        if self._source is not None and self._source.clip_id == self._clip:
            self.update()

    @Slot()
    def _keep_last_frame(self) -> None:
        if self._source is None or self._source.clip_id == self._clip or self._frame is None:
            return
        if self._image is not None:
            self._image = self._image.copy()
            self._is_replaced = True
            self.update()
        self._frame = None

    frameSource = Property(VideoPlayer, source, set_source, notify=frameSourceChanged)
    clipId = Property(int, clip_id, set_clip_id, notify=clipIdChanged)
    fillMode = Property(int, fill_mode, set_fill_mode, notify=fillModeChanged)


def new_node(window: QQuickWindow) -> QSGImageNode:
    """Return an empty image node that frees its picture when it gets another."""
    node = window.createImageNode()
    node.setOwnsTexture(True)
    return node


def give_picture(node: QSGImageNode, window: QQuickWindow, image: QImage) -> None:
    """Have a node of ``new_node`` draw an image; the picture is the node's from then on."""
    texture = window.createTextureFromImage(image, _OPAQUE)
    node.setTexture(texture)
    # WORKAROUND PySide6 6.12.0: until the window's wrapper no longer keeps that of each texture
    # made with it (250 bytes a frame, for good). Freed of its parent it would be Python's to
    # delete, and it is the node's: so it is made to forget the texture.
    texture.setParent(None)
    invalidate(texture)


def placed(image: QSizeF, item: QSizeF, fill: VideoItem.FillMode) -> tuple[QRectF, QRectF]:
    """Return where in an item an image is drawn, and which part of the image.

    Args:
        image: in pixels.
        item: in any unit.
        fill: FIT draws all of the image, CROP covers all of the item.

    Returns:
        A rectangle of the item, its corner on whole units so that pixels stay sharp, and a
        rectangle of the image.
    """
    whole = QRectF(QPointF(), image)
    if fill is VideoItem.FillMode.Crop:
        part = item.scaled(image, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF(), item), _centred(part, whole)
    size = image.scaled(item, Qt.AspectRatioMode.KeepAspectRatio)
    return _centred(size, QRectF(QPointF(), item)), whole


def _centred(size: QSizeF, place: QRectF) -> QRectF:
    left = round((place.width() - size.width()) / 2)
    top = round((place.height() - size.height()) / 2)
    return QRectF(QPointF(left, top), size)
