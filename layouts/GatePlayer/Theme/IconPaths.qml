pragma Singleton

import QtQml

// The icons, each one path on a grid of 24: one line of two units with round ends, no areas, no letters.
// Drawn for this player. The names are those a pack may use (player/pack/icons.py).
QtObject {
    // Name -> path.
    function paths(): var {
        return {
            "ambulance": "M4.5 17H2V6h13v11H8.5M15 10h4l3 4v3h-2.5M15.5 17h-7M6.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
                + "M17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 8v5M6 10.5h5",
            "animal": "M5 4l4 3h6l4-3v9a7 7 0 0 1-14 0zM9.5 12v.01M14.5 12v.01M12 16v.01",
            "baby-care": "M4 10h16a8 8 0 0 1-16 0zM12 10V3a8 8 0 0 1 8 7M4 10L3.2 6H2M8.5 20.5v.01M15.5 20.5v.01",
            "back": "M20 12H4M10 6l-6 6 6 6",
            "books": "M4 5c3-1.3 5.5-1 8 1 2.5-2 5-2.3 8-1v14c-3-1.3-5.5-1-8 1-2.5-2-5-2.3-8-1zM12 6v14",
            "border-pass": "M3 5h18v14H3zM8.5 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5.5 16a3 3 0 0 1 6 0M14.5 10H18"
                + "M14.5 14H18",
            "border-zone": "M9 21V7l3-4 3 4v14M5 21h14M9 11h6M9 15h6",
            "bus": "M5 4h14a1 1 0 0 1 1 1v12H4V5a1 1 0 0 1 1-1zM4 11h16M12 4v7M7.5 14v.01M16.5 14v.01M7 17v3M17 17v3",
            "camera": "M3 8h4l2-3h6l2 3h4v11H3zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
            "car-park": "M3 8l9-5 9 5M6 20v-4l1.8-4h8.4L18 16v4M6 16h12M6 20h12",
            "cash": "M2 6h20v12H2zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5.5 9v.01M18.5 15v.01",
            "cash-machine": "M3 4h18v8H3zM7 8h10M8 12v9h8v-9M12 15v3",
            "charging": "M3 7h15v10H3zM21 10.5v3M11.5 9l-2.5 3.2h3.5L10 15.2",
            "clock": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
            "complaint": "M4 4h16v12h-9l-5 4v-4H4zM12 7.5v3.5M12 13.2v.01",
            "contrast": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M15 6.5v11M18 9v6",
            "crossing": "M4 21V11a8 8 0 0 1 16 0v10M8 16h8M13 13l3 3-3 3",
            "customs": "M3 8h18v12H3zM9 8V5h6v3M3 13h7M14 13h7M10 11.5h4v3h-4z",
            "disaster": "M4 13l8-8 8 8M7 11.5V15M17 11.5V15"
                + "M2 18.5c1.7 0 1.7 1.5 3.3 1.5s1.7-1.5 3.4-1.5S10.3 20 12 20s1.7-1.5 3.3-1.5 1.7 1.5 3.4 1.5 1.6-1.5 3.3-1.5",
            "drone": "M9 10h6v4H9zM9 10L6 7M15 10l3-3M9 14l-3 3M15 14l3 3M3 7h6M15 7h6M3 17h6M15 17h6",
            "duty-free": "M7 3h4v4l2 3v11H5V10l2-3zM5 14h8M16 11h5l-.6 4a2 2 0 0 1-3.8 0zM18.5 17v4M17 21h3",
            "embassy": "M3 9l9-6 9 6zM6 9v8M10 9v8M14 9v8M18 9v8M3 21h18M5 17h14",
            "emergency": "M6 17v-4a6 6 0 0 1 12 0v4M4 17h16v4H4zM12 3v1.5M4.5 6l1 1M19.5 6l-1 1",
            "entry": "M14 3h6v18h-6M3 12h11M10 8l4 4-4 4",
            "exchange": "M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4",
            "exit": "M10 3H4v18h6M10 12h11M17 8l4 4-4 4",
            "fees": "M12 9c4 0 7-1.2 7-3s-3-3-7-3-7 1.2-7 3 3 3 7 3zM5 6v6c0 1.8 3 3 7 3s7-1.2 7-3V6"
                + "M5 12v6c0 1.8 3 3 7 3s7-1.2 7-3v-6",
            "festival": "M8 7h8c3.3 2 3.3 8 0 10H8c-3.3-2-3.3-8 0-10zM9 7V4h6v3M10 17v2h4v-2M12 19v3M12 7v10",
            "fire": "M12 21c-4 0-6.5-2.7-6.5-6.2C5.5 10 10 8.5 10 3c4 1.8 4.5 5 4.2 7.2 1.6-.4 1.8-1.7 1.8-2.2 1.7 1.8 2.5 4 2.5 6.5 0 3.8-2.5 6.5-6.5 6.5z",
            "first-aid": "M3 8h18v12H3zM9 8V5h6v3M12 11v6M9 14h6",
            "food": "M3 11h18a9 9 0 0 1-6 8.5V21H9v-1.5A9 9 0 0 1 3 11zM13 8l6-5M9 8l5-5",
            "health": "M12 20.5C6 16 3 12.7 3 9a4.7 4.7 0 0 1 9-2 4.7 4.7 0 0 1 9 2c0 3.7-3 7-9 11.5zM12 9.5v5"
                + "M9.5 12h5",
            "help": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 1.9"
                + "M12 16.8v.01",
            "home": "M3 12l9-8 9 8M5 10.5V21h14V10.5M10 21v-6h4v6",
            "hours": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M12 13v3l2.5 1.5",
            "information": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.3v.01",
            "investment": "M3 21h18M6 21v-5M11 21v-8M16 21V11M4 10l6-4 4 1.5L21 3M17 3h4v4",
            "landscape": "M2 19l6.5-10 4 6 2.5-3.5L22 19zM17 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
            "language": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3.3 3 3.3 15 0 18"
                + "M12 3c-3.3 3-3.3 15 0 18",
            "large-text": "M2 19L8 5l6 14M4.2 14h7.6M15 19l3.5-8 3.5 8M16.3 16h4.4",
            "larger": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.2 15.2L21 21M10.5 8v5M8 10.5h5",
            "listen": "M4 9.5h4L13 5v14l-5-4.5H4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
            "lockers": "M4 3h16v18H4zM12 3v18M4 12h16M9 6.5v2M17 6.5v2M9 15.5v2M17 15.5v2",
            "lost-property": "M12 4a9 9 0 0 1 9 9H3a9 9 0 0 1 9-9zM12 13v6a2 2 0 0 1-4 0M12 4V2.5",
            "low-reach": "M3 4h18M3 20h18M12 8v8M8.5 12.5L12 16l3.5-3.5",
            "no-e-cigarette": "M3 14h8M3 17h11M3 14v3M17 14h2v3M19 10.5c0-2.5-3-2-3-5M4 4l17 17",
            "no-smoking": "M3 14h7M3 18h11M3 14v4M18 14v2.5M21 14v4M20.5 11c0-3-3.5-2.5-3.5-5M4 3l17 18",
            "passport": "M5 3h14v18H5zM12 14a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM9 17.5h6",
            "phone": "M6 3h3l2 5-2.5 1.8a11 11 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z",
            "place": "M12 21c4.5-5 7-8.4 7-11.5a7 7 0 0 0-14 0C5 12.6 7.5 16 12 21z"
                + "M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
            "plan": "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
            "plant": "M12 21v-9M12 14c0-4 3-7 8-7 0 4-3 7-8 7zM12 12c0-3.5-2.5-6-7-6 0 3.5 2.5 6 7 6z",
            "play": "M7 4l12 8-12 8z",
            "police": "M12 3l8 3v6c0 4.5-3.3 7.6-8 9-4.7-1.4-8-4.5-8-9V6z"
                + "M12 7.5l1.3 2.9 3.1.3-2.4 2.1.7 3.1-2.7-1.6-2.7 1.6.7-3.1-2.4-2.1 3.1-.3z",
            "prohibited": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.7 5.7l12.6 12.6",
            "prohibited-camera": "M9.5 5H15l2 3h4v9M17 19H3V8h3.5M9.3 11.5a3.5 3.5 0 0 0 4.7 4.7M3 3l18 18",
            "quarantine": "M12 3l8 3v6c0 4.5-3.3 7.6-8 9-4.7-1.4-8-4.5-8-9V6zM12 8.5v6M9 11.5h6",
            "quiet-room": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
            "receipt": "M5 3h14v18l-2.4-1.8-2.3 1.8-2.3-1.8L9.7 21l-2.3-1.8L5 21zM9 8h6M9 12h6",
            "rules": "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
            "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.2 15.2L21 21",
            "sim": "M6 3h8l4 4v14H6zM9 12h6v5H9zM12 12v5",
            "smaller": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.2 15.2L21 21M8 10.5h5",
            "smoking": "M3 14h14v4H3zM13 14v4M20.5 14v4M20.5 11c0-3-3.5-2.5-3.5-5s1.5-2 1.5-3.5",
            "stop": "M6 6h12v12H6z",
            "taxi": "M3 17v-4l2-4h14l2 4v4M3 13h18M3 17h18M6 17v2.5M18 17v2.5M9 9V5h6v4",
            "toilets": "M6.5 7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM4 10h5v5.5H8V21H5v-5.5H4z"
                + "M17.5 7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM16.5 10h2l2.5 6.5h-2V21h-3v-4.5h-2z"
                + "M12 3.5v17.5",
            "touch": "M9 12V5.5a1.8 1.8 0 0 1 3.6 0V11l5 1.2a2 2 0 0 1 1.5 2.3L18 21h-7l-4.5-6a1.6 1.6 0 0 1 2.5-2z",
            "trade": "M3 13h8v8H3zM13 13h8v8h-8zM8 4h8v9H8zM12 4v3",
            "truck": "M4.5 17H2V6h12v11H8.5M14 10h4l4 4v3h-2.5M15.5 17h-7M6.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
                + "M17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
            "turn-back": "M15 5l-7 7 7 7",
            "turn-down": "M5 9l7 7 7-7",
            "turn-on": "M9 5l7 7-7 7",
            "turn-up": "M5 15l7-7 7 7",
            "vehicle": "M3 16v-4l2-5h14l2 5v4M3 12h18M3 16h18M6 16v3M18 16v3M6.5 14v.01M17.5 14v.01",
            "visa": "M5 3h9l5 5v13H5zM14 3v5h5M8.5 14.5l2.5 2.5 4.5-4.5",
            "water": "M12 3c4 5 6.5 8.2 6.5 11.5a6.5 6.5 0 0 1-13 0C5.5 11.2 8 8 12 3zM9 15a3 3 0 0 0 3 3",
            "weather": "M8 6.8A4 4 0 0 1 15.3 8M11 2v1M5 4.5l.8.7M17 4.5l-.8.7"
                + "M7 20h10a4 4 0 0 0 .5-8A6 6 0 0 0 6.2 13.2 3.5 3.5 0 0 0 7 20z",
            "weighing": "M4 21h16l-2-9H6zM12 12V8.5M12 8.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM9 17h6",
            "wifi": "M3 9a13 13 0 0 1 18 0M6 12.5a8.5 8.5 0 0 1 12 0M9 16a4.2 4.2 0 0 1 6 0M12 19.5v.01",
            "wildlife": "M12 20c-3.5 0-5.5-1-5.5-3s2.5-5 5.5-5 5.5 3 5.5 5-2 3-5.5 3zM5 11v-1M9.3 7.5V6M14.7 7.5V6"
                + "M19 11v-1"
        };
    }

    // What stands on keys of the touch keyboard; no pack names these.
    function keyPaths(): var {
        return {
            "key-backspace": "M8.5 5H21v14H8.5L2.5 12zM11.5 9.5l5 5M16.5 9.5l-5 5",
            "key-clear": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4",
            "key-more": "M5 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM12 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2z"
                + "M19 13a1 1 0 1 0 0-2 1 1 0 0 0 0 2z",
            "key-shift": "M12 3l8.5 9.5H16V20H8v-7.5H3.5z",
            "key-space": "M3 9.5V15h18V9.5"
        };
    }

    // The path of an icon; of a name this player does not know, a plain dot.
    function of(name: string): string {
        return paths()[name] ?? keyPaths()[name] ?? "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z";
    }
}
