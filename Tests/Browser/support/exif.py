"""Writes the few EXIF fields that the tests need into a JPEG."""

import struct

JPEG_START = b"\xff\xd8"
ASCII, LONG, RATIONAL = 2, 4, 5
MODEL, EXIF_DIRECTORY, GPS_DIRECTORY, TAKEN = 0x110, 0x8769, 0x8825, 0x9003


def stamped(jpeg, model, taken=None, position=None):
    """The same picture with this camera, time ("2014:06:09 16:38:00") and position, and no other
    metadata."""
    payload = b"Exif\0\0" + tiff(model, taken, position)
    segment = b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
    return JPEG_START + segment + without_metadata(jpeg)[2:]


def tiff(model, taken, position):
    """Directories one after the other: the main one, that of the exposure, that of the position."""
    exposure = [text(TAKEN, taken)] if taken else []
    place = gps(*position) if position else []
    main_length = directory_length([text(MODEL, model)] + [(0, LONG, 1, b"")] * (bool(exposure) + bool(place)))
    exposure_at = 8 + main_length
    place_at = exposure_at + (directory_length(exposure) if exposure else 0)
    main = [text(MODEL, model)]
    if exposure:
        main.append((EXIF_DIRECTORY, LONG, 1, struct.pack("<I", exposure_at)))
    if place:
        main.append((GPS_DIRECTORY, LONG, 1, struct.pack("<I", place_at)))
    parts = [b"II*\0" + struct.pack("<I", 8), directory(main, 8)]
    if exposure:
        parts.append(directory(exposure, exposure_at))
    if place:
        parts.append(directory(place, place_at))
    return b"".join(parts)


def text(tag, value):
    encoded = value.encode() + b"\0"
    return tag, ASCII, len(encoded), encoded


def gps(latitude, longitude):
    return [
        text(1, "N" if latitude >= 0 else "S"), angle(2, abs(latitude)),
        text(3, "E" if longitude >= 0 else "W"), angle(4, abs(longitude)),
    ]


def angle(tag, degrees):
    """Degrees, minutes and seconds, as three fractions."""
    minutes = degrees % 1 * 60
    seconds = round(minutes % 1 * 60 * 1000)
    return tag, RATIONAL, 3, struct.pack("<6I", int(degrees), 1, int(minutes), 1, seconds, 1000)


def directory_length(entries):
    return 2 + 12 * len(entries) + 4 + sum(len(value) for *_, value in entries if len(value) > 4)


def directory(entries, start):
    """Values longer than four bytes stand behind the entries."""
    behind, offset = b"", start + 2 + 12 * len(entries) + 4
    lines = [struct.pack("<H", len(entries))]
    for tag, kind, count, value in entries:
        where = value.ljust(4, b"\0")
        if len(value) > 4:
            where = struct.pack("<I", offset + len(behind))
            behind += value
        lines.append(struct.pack("<HHI", tag, kind, count) + where)
    return b"".join(lines) + bytes(4) + behind


def without_metadata(jpeg):
    """Leaves out the segments APP1 (EXIF, XMP) at the beginning of a JPEG."""
    kept, position = [JPEG_START], 2
    while jpeg[position] == 0xFF and 0xE0 <= jpeg[position + 1] <= 0xEF:
        end = position + 2 + struct.unpack_from(">H", jpeg, position + 2)[0]
        if jpeg[position + 1] != 0xE1:
            kept.append(jpeg[position:end])
        position = end
    return b"".join(kept) + jpeg[position:]
