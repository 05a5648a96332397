"""How long the web app takes to answer each step of filtering, over HTTP.

    web_answers.py LIBRARY [ROUNDS]

A step is what Explore asks for after each change: the search with its facets, the layout of the
grid, and the first photos. Each is timed alone; a step is their sum.
"""

import http.client
import sys
import time
import urllib.parse

from support.program import Server

# What somebody looking for photos does, one filter after the other.
WAYS = [
    ["", "dog", "dog and not person", "2012..2014 and dog and not person"],
    ["person", "person and country:FR", "person and country:FR and 2010", "city:Paris and person"],
    ['near:"Cusco",50km', 'near:"Cusco",200km', 'near:"Cusco",200km and light:sunset'],
    ["2015", "2015-06", "2015-06..2015-08", "2015-06..2015-08 and not has:gps"],
    ["beach", "beach or mountain", "(beach or mountain) and person >= 2"],
    ["car", "car and camera:nikon", "car and camera:nikon and hour:5..8"],
    ["food or drink", "(food or drink) and weekday:sat..sun", "animal", "animal and not bird"],
    ["light:golden-hour", "light:golden-hour and has:gps", "near:0,179,3000km", "rating >= 3"],
]
PARTS = {
    "search": "search?q={q}",
    "layout": "layout?q={q}",
    "photos": "photos?q={q}&offset=0&limit=120&fields=grid",
}


def ask(connection, headers, path):
    """Milliseconds from the question to the last byte."""
    start = time.perf_counter()
    connection.request("GET", f"/api/v1/{path}", headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {body[:200]!r}")
    return (time.perf_counter() - start) * 1000


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def measure(server, rounds):
    client = server.set_up()
    host, port = server.address.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    headers = {"Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in client.cookies)}
    times = {name: [] for name in [*PARTS, "step"]}
    for _ in range(rounds):
        for query in (query for way in WAYS for query in way):
            quoted = urllib.parse.quote(query)
            step = {name: ask(connection, headers, path.format(q=quoted))
                    for name, path in PARTS.items()}
            for name, time_taken in step.items():
                times[name].append(time_taken)
            times["step"].append(sum(step.values()))
    return client.get("search", q="")["count"], times


def main(library, rounds=6):
    # The first time, places of all photos are looked up.
    server = Server(library, patience=600)
    try:
        count, times = measure(server, int(rounds))
        print(f"{count:,} photos, {len(times['step'])} steps of filtering; milliseconds")
        for name, values in times.items():
            print(f"  {name:8}  p50 {percentile(values, 0.5):7.1f}   p95 {percentile(values, 0.95):7.1f}"
                  f"   max {max(values):7.1f}")
        print(f"  memory of the server {server.resident_megabytes():.0f} MB")
    finally:
        server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
