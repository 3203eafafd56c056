"""CAP alerts made to measure, as XML."""

from typing import Final

NAMESPACE: Final = "urn:oasis:names:tc:emergency:cap:1.2"

INFO: Final = """<info><language>vi-VN</language><category>Met</category><event>Mưa lớn</event>
<urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
<expires>2027-04-15T19:00:00+07:00</expires><senderName>Đài khí tượng</senderName>
<headline>Mưa lớn ở Lạng Sơn</headline></info>"""


def alert(*infos: str, namespace: str = NAMESPACE, head: str = "", **elements: str) -> str:
    """Return an alert; an element of an empty text is left out.

    Args:
        infos: in its end.
        namespace: of all its elements.
        head: before it, e.g. a document type.
        elements: instead of the usual ones, in the standard's order.
    """
    usual = {
        "identifier": "storm-1",
        "sender": "weather@example.vn",
        "sent": "2027-04-15T07:00:00+07:00",
        "status": "Actual",
        "msgType": "Alert",
        "scope": "Public",
    }
    said = "".join(
        f"<{name}>{text}</{name}>" for name, text in {**usual, **elements}.items() if text
    )
    return f'{head}<alert xmlns="{namespace}">{said}{"".join(infos or (INFO,))}</alert>'


def info(**elements: str) -> str:
    """Return the usual ``info`` with other texts in some of its elements."""
    text = INFO
    for name, value in elements.items():
        begin, end = text.index(f"<{name}>"), text.index(f"</{name}>")
        text = text[: begin + len(name) + 2] + value + text[end:]
    return text
