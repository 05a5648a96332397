"""Photos for the tests: some of the sample trip, a damaged one, and some with hostile texts."""

import struct

JPEG_START = b"\xff\xd8"


def trip_photos(trip):
    """The stamped photographs of the sample trip, in the order of the journey."""
    return sorted(trip.glob("*/DSCN*.JPG"), key=lambda path: path.name)


def damaged(photo):
    """A photo of which only the beginning arrived."""
    return photo.read_bytes()[:700]


def with_camera(jpeg, model):
    """The same picture with another camera name, and without all other metadata."""
    text = model.encode() + b"\0"
    # TIFF, little-endian, one directory with one entry: tag 0x110 (Model), ASCII.
    entry = struct.pack("<HHII", 0x110, 2, len(text), 8 + 2 + 12 + 4)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 1) + entry + bytes(4) + text
    payload = b"Exif\0\0" + tiff
    segment = b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
    return JPEG_START + segment + without_metadata(jpeg)[2:]


def without_metadata(jpeg):
    """Leaves out the segments APP1 (EXIF, XMP) at the beginning of a JPEG."""
    kept, position = [JPEG_START], 2
    while jpeg[position] == 0xFF and 0xE0 <= jpeg[position + 1] <= 0xEF:
        end = position + 2 + struct.unpack_from(">H", jpeg, position + 2)[0]
        if jpeg[position + 1] != 0xE1:
            kept.append(jpeg[position:end])
        position = end
    return b"".join(kept) + jpeg[position:]
