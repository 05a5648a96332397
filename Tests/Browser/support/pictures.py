"""Photos for the tests: ten for the story, one of them damaged."""

from support.exif import stamped

LIMA, CUSCO, PISAC, UYUNI = (-12.05, -77.04), (-13.52, -71.97), (-13.42, -71.85), (-20.46, -66.82)

# Number in the sample trip, time, position; what the networks see is in the comment.
STORY = [
    (3, "2014:04:03 10:10:00", LIMA),  # bird
    (5, "2014:04:20 11:00:00", None),  # bed, cup
    (6, "2014:05:02 19:30:00", CUSCO),  # bottle, dining table
    (8, "2014:05:03 09:15:00", CUSCO),  # person, mouse
    (9, "2014:05:03 16:45:00", PISAC),  # person
    (10, "2014:06:09 16:38:00", None),  # cat, bed
    (12, "2014:06:11 08:52:00", PISAC),  # cup, dining table
    (23, "2014:09:18 12:09:00", UYUNI),  # sheep, bird
    (25, "2014:09:20 08:23:00", None),  # birds
]


def trip_photos(trip):
    """The stamped photographs of the sample trip, in the order of the journey."""
    return sorted(trip.glob("*/DSCN*.JPG"), key=lambda path: path.name)


def damaged(photo):
    """A photo of which only the beginning arrived."""
    return photo.read_bytes()[:700]


def ten_photos(trip, folder):
    """Nine photos from four months and four places, and a damaged one. Gives their paths."""
    folder.mkdir()
    photos = {int(path.stem[-4:]): path for path in trip_photos(trip)}
    for number, taken, position in STORY:
        picture = stamped(photos[number].read_bytes(), "Story Camera", taken, position)
        (folder / f"holiday {number:02}.jpg").write_bytes(picture)
    (folder / "damaged.jpg").write_bytes(damaged(photos[1]))
    return sorted(folder.iterdir())
