"""Many people at once: 200 clients that keep their connections, for a minute.

    web_load.py LIBRARY [CLIENTS] [SECONDS]

Counts answers that are not as they should be, and looks whether the server's memory grows.
"""

import asyncio
import random
import sys
import time

from support.program import Server

PATHS = [
    "/", "/assets/css/base.css", "/api/v1/session", "/api/v1/search?q=", "/api/v1/search?q=person",
    "/api/v1/search?q=dog%20and%20not%20person", "/api/v1/layout?q=dog",
    "/api/v1/photos?q=dog&offset=0&limit=50&fields=grid", "/api/v1/statistics?q=2014",
    "/api/v1/map?q=&zoom=3&west=-180&south=-85&east=180&north=85", "/tiles/3/4/2.png",
]


async def answer_of(reader):
    """The status and the length of one answer with a Content-Length or in chunks."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    fields = dict(
        line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if fields.get("transfer-encoding") == "chunked":
        length = 0
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
            length += size
        await reader.readexactly(2)
        return status, length
    length = int(fields.get("content-length", 0))
    await reader.readexactly(length)
    return status, length


class Load:
    def __init__(self, address, cookie, until):
        self.host, port = address.removeprefix("http://").split(":")
        self.port = int(port)
        self.cookie = cookie
        self.until = until
        self.times = []
        self.errors = []

    async def client(self, number):
        choice = random.Random(number)
        try:
            reader, writer = await asyncio.open_connection(self.host, self.port)
            while time.monotonic() < self.until:
                await self._ask(reader, writer, choice.choice(PATHS))
                await asyncio.sleep(choice.uniform(0, 0.5))
            writer.close()
        except (TimeoutError, OSError, EOFError, ValueError) as error:
            self.errors.append(f"{type(error).__name__} {error}")

    async def _ask(self, reader, writer, path):
        start = time.perf_counter()
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n"
            f"Cookie: {self.cookie}\r\n\r\n".encode())
        status, _ = await asyncio.wait_for(answer_of(reader), 30)
        self.times.append(time.perf_counter() - start)
        if status != 200:
            self.errors.append(f"{status} for {path}")


async def watch(server, seconds, clients, cookie):
    load = Load(server.address, cookie, time.monotonic() + seconds)
    work = [asyncio.create_task(load.client(number)) for number in range(clients)]
    memory = []
    while time.monotonic() < load.until:
        await asyncio.sleep(seconds / 6)
        memory.append(server.resident_megabytes())
    await asyncio.gather(*work)
    return load, memory


def main(library, clients=200, seconds=60):
    server = Server(library)
    try:
        client = server.set_up()
        cookie = "; ".join(f"{cookie.name}={cookie.value}" for cookie in client.cookies)
        before = server.resident_megabytes()
        load, memory = asyncio.run(watch(server, int(seconds), int(clients), cookie))
        times = sorted(load.times) or [0]
        print(f"{clients} clients for {seconds} s: {len(load.times)} answers, "
              f"{len(load.errors)} errors; p50 {times[len(times) // 2] * 1000:.0f} ms, "
              f"p95 {times[len(times) * 95 // 100] * 1000:.0f} ms")
        print(f"  memory {before:.0f} MB before; then "
              + ", ".join(f"{megabytes:.0f}" for megabytes in memory) + " MB")
        for error in sorted(set(load.errors))[:10]:
            print(f"  {load.errors.count(error)} × {error}")
    finally:
        server.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
