"""Pictures that a label can be learnt from: discs and squares, in the same colours, on noise."""

import math
import random
import struct
import zlib
from datetime import datetime, timedelta

WIDTH, HEIGHT = 160, 120
FIRST = datetime(2014, 6, 1, 9, 0, 0)


def shape_photos(folder, each, seed=1):
    """Writes so many discs and as many squares into the folder, by turns and a disc first, each an hour
    after the one before, as their names say."""
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    for number in range(2 * each):
        (folder / name(number)).write_bytes(picture("square" if number % 2 else "disc", chance))


def shape_names(each):
    """What `shape_photos` calls them: the discs, and the squares."""
    names = [name(number) for number in range(2 * each)]
    return names[0::2], names[1::2]


def name(number):
    return f"IMG_{FIRST + timedelta(hours=number):%Y%m%d_%H%M%S}.png"


def picture(kind, chance):
    """A bright shape somewhere on a dark, noisy ground."""
    size = chance.randint(22, 34)
    middle = chance.randint(size, WIDTH - size), chance.randint(size, HEIGHT - size)
    ground = [chance.randint(20, 90) for _ in range(3)]
    colour = [chance.randint(170, 255) for _ in range(3)]
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)
        noise = chance.randbytes(WIDTH)
        for x in range(WIDTH):
            light = noise[x] // 8
            base = colour if covers(kind, x - middle[0], y - middle[1], size) else ground
            rows += bytes(min(255, channel + light) for channel in base)
    return png(WIDTH, HEIGHT, bytes(rows))


def covers(kind, x, y, size):
    return math.hypot(x, y) <= size if kind == "disc" else max(abs(x), abs(y)) <= size * 0.8


def png(width, height, rows):
    """A PNG of 8-bit RGB; each row begins with its filter, 0."""
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b""))
