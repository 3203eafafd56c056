"""The notice that takes another back."""

from datetime import datetime

from player.pack.notice import Notice


def cancel_of(notice: Notice, id_: str, now: datetime, by: str) -> Notice:
    """Return the notice of that id that takes ``notice`` back."""
    return notice.model_copy(
        update={
            "id": id_,
            "sent": now,
            "message": "cancel",
            "references": (notice.id,),
            "text": {},
            "windows": (),
            "expires": None,
            "effective": None,
            "ordered_by": by,
        }
    )
