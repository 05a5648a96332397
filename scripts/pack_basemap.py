"""Packs the tiles of a world map (MBTiles) into one file that Meridian reads in place.

    pack_basemap.py BASEMAP.db BASEMAP.bin

The file, little-endian: 8 bytes "MRDTILE1", u32 highest zoom, u32 zero; then an entry of 16 bytes
for each tile, by zoom, row from the north, column: u64 offset from the start of the file,
u32 length (0: no tile), u32 zero; then the pictures (PNG), each different one once.
"""

import sqlite3
import struct
import sys

MAGIC = b"MRDTILE1"
HEADER = struct.Struct("<8sII")
ENTRY = struct.Struct("<QII")
PNG = b"\x89PNG\r\n\x1a\n"


def read_tiles(path):
    """The pictures by (zoom, row from the north, column). MBTiles counts rows from the south."""
    tiles = {}
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    query = "SELECT zoom_level, tile_row, tile_column, tile_data FROM tiles"
    for zoom, row, column, picture in database.execute(query):
        if not picture.startswith(PNG):
            raise SystemExit(f"The tile {zoom}/{column}/{row} is not a PNG.")
        tiles[zoom, 2**zoom - 1 - row, column] = picture
    return tiles


def pack(tiles):
    highest = max(zoom for zoom, _, _ in tiles)
    places = [
        (zoom, row, column)
        for zoom in range(highest + 1)
        for row in range(2**zoom)
        for column in range(2**zoom)
    ]
    offset = HEADER.size + ENTRY.size * len(places)
    entries, pictures, offsets = [], [], {}
    for place in places:
        picture = tiles.get(place)
        if picture is None:
            entries.append(ENTRY.pack(0, 0, 0))
            continue
        if picture not in offsets:
            offsets[picture] = offset
            pictures.append(picture)
            offset += len(picture)
        entries.append(ENTRY.pack(offsets[picture], len(picture), 0))
    return b"".join([HEADER.pack(MAGIC, highest, 0), *entries, *pictures])


def main(source, target):
    packed = pack(read_tiles(source))
    with open(target, "wb") as file:
        file.write(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])
