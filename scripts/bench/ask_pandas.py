"""Asks pandas the queries that the index answered, on the same catalogue, and prints the table.

Usage: ask_pandas.py FOLDER COUNT...

FOLDER holds, for each COUNT, COUNT.sqlite, COUNT.index.json and COUNT.sql.json. Tables are loaded
and all that a careful notebook would prepare once is prepared before the clock starts: only queries and
facets are timed.
"""

import json
import sqlite3
import sys
import time

import numpy
import pandas

RADIUS = 6371008.8
OPERATORS = {
    ">=": numpy.greater_equal, "<=": numpy.less_equal, "=": numpy.equal, ">": numpy.greater,
    "<": numpy.less,
}
LIGHTS = ["night", "blue-hour", "golden-hour", "day", "sunrise", "sunset"]


class Tables:
    def __init__(self, path, concepts):
        db = sqlite3.connect(path)

        def read(sql):
            return pandas.read_sql_query(sql, db)

        photos = read(
            """SELECT photo.id, order_ms, file_mtime_ns, name_order, taken_wall_ms, latitude, longitude,
            place_id, sun_altitude, sun_is_rising, warning, camera.make || ' ' || camera.model AS camera,
            stars, favourite.photo_id IS NOT NULL AS favourite, city, region, country
            FROM photo LEFT JOIN camera ON camera.id = camera_id LEFT JOIN rating ON
            rating.photo_id = photo.id LEFT JOIN favourite ON favourite.photo_id = photo.id
            LEFT JOIN place ON place.id = place_id""")
        photos["dated"] = photos.order_ms.notna()
        photos["key"] = photos.order_ms.fillna(photos.file_mtime_ns)
        photos = photos.sort_values(
            ["dated", "key", "name_order"], ascending=[False, True, True]).reset_index(drop=True)
        row = pandas.Series(photos.index, index=photos.id)
        self.count = len(photos)
        wall = pandas.to_datetime(photos.taken_wall_ms, unit="ms")
        photos["month"] = wall.dt.month
        photos["weekday"] = wall.dt.day_of_week + 1
        photos["hour"] = wall.dt.hour
        photos["year_month"] = (wall.dt.year * 12 + wall.dt.month - 1).astype("Int32")
        photos["lower_name"] = photos.name_order.str.lower()
        photos["lower_camera"] = photos.camera.str.lower()
        for column in ["camera", "city", "region", "country"]:
            photos[column] = photos[column].astype("category")
        altitude, rising = photos.sun_altitude, photos.sun_is_rising == 1
        near = altitude.between(-6, 4)
        photos["night"] = altitude < -8
        photos["blue-hour"] = (altitude >= -8) & (altitude < -4)
        photos["golden-hour"] = (altitude >= -4) & (altitude < 6)
        photos["day"] = altitude >= 6
        photos["sunrise"], photos["sunset"] = near & rising, near & ~rising
        self.photos = photos
        self.vectors = vectors(photos.latitude.to_numpy(), photos.longitude.to_numpy())
        self.objects = read(
            "SELECT photo_id, class_id, confidence, width * height AS area FROM object")
        self.scenes = read("SELECT photo_id, class_id, probability FROM scene")
        for table in [self.objects, self.scenes]:
            table["row"] = table.photo_id.map(row).to_numpy()
        thresholds = dict(db.execute("SELECT task, threshold FROM model"))
        pairs = pandas.concat([
            self.objects.loc[self.objects.confidence >= thresholds["detection"], ["row", "class_id"]],
            self.scenes.loc[
                self.scenes.probability >= thresholds["classification"], ["row", "class_id"]],
        ]).drop_duplicates()
        pairs["class_id"] = pairs.class_id.astype("category")
        self.class_pairs = pairs
        members = pandas.DataFrame(
            [(name, number) for name, concept in concepts.items() for number in concept["classes"]],
            columns=["concept", "class_id"])
        found = pairs.astype({"class_id": "int64"}).merge(members, on="class_id")[["row", "concept"]]
        lit = [
            pandas.DataFrame({"row": numpy.flatnonzero(photos[light]), "concept": name})
            for name, concept in concepts.items() for light in concept["lights"]
        ]
        found = pandas.concat([found, *lit]).drop_duplicates()
        found["concept"] = found.concept.astype("category")
        self.concept_pairs = found

    def mask(self, query):
        (kind, value), = query.items()
        if kind == "and":
            return numpy.logical_and.reduce([self.mask(part) for part in value])
        if kind == "or":
            return numpy.logical_or.reduce([self.mask(part) for part in value])
        if kind == "not":
            return ~self.mask(value)
        return getattr(self, "term_" + kind)(value)

    def rows(self, rows):
        mask = numpy.zeros(self.count, bool)
        mask[rows] = True
        return mask

    def term_classes(self, value):
        boxes = self.objects
        chosen = boxes.row[
            boxes.class_id.isin(value["objects"]) & (boxes.confidence >= value["confidence"])
            & (boxes.area >= value["area"])]
        if value["count"]:
            comparison, number = value["count"]
            return OPERATORS[comparison](numpy.bincount(chosen, minlength=self.count), number)
        scores = self.scenes
        seen = scores.row[
            scores.class_id.isin(value["scenes"]) & (scores.probability >= value["probability"])]
        return self.rows(chosen) | self.rows(seen)

    def term_taken(self, value):
        wall = self.photos.taken_wall_ms
        mask = wall.notna()
        if value[0] is not None:
            mask &= wall >= value[0]
        if value[1] is not None:
            mask &= wall < value[1]
        return mask.to_numpy()

    def term_calendar(self, value):
        return self.photos[value[0]].isin(value[1]).to_numpy()

    def term_near(self, value):
        latitude, longitude, metres = value
        p, q = numpy.radians(latitude), numpy.radians(self.photos.latitude.to_numpy())
        turn = numpy.radians(self.photos.longitude.to_numpy() - longitude)
        a = numpy.sin((q - p) / 2) ** 2 + numpy.cos(p) * numpy.cos(q) * numpy.sin(turn / 2) ** 2
        return 2 * RADIUS * numpy.arcsin(numpy.sqrt(numpy.minimum(1, a))) <= metres

    def term_within(self, corners):
        # The queries' areas are convex: inside is on the same side of every edge as the middle.
        points = vectors(*numpy.array(corners).T)
        edges = numpy.array([
            numpy.cross(points[i], points[(i + 1) % len(points)]) for i in range(len(points))
        ])
        edges *= numpy.sign(edges @ points.mean(axis=0))[:, None]
        return (self.vectors @ edges.T > 0).all(axis=1)

    def term_country(self, value):
        return self.photos.country.isin(value).to_numpy()

    def term_region(self, value):
        mask = numpy.zeros(self.count, bool)
        for country, region in value:
            mask |= ((self.photos.country == country) & (self.photos.region == region)).to_numpy()
        return mask

    def term_city(self, value):
        return self.photos.place_id.isin(value).to_numpy()

    def term_light(self, value):
        return self.photos[value].any(axis=1).to_numpy()

    def term_camera(self, value):
        return self.photos.lower_camera.str.contains(value, regex=False).to_numpy(bool)

    def term_file(self, value):
        return self.photos.lower_name.str.contains(value, regex=False).to_numpy(bool)

    def term_has(self, value):
        column = {"position": "latitude", "time": "taken_wall_ms"}[value]
        return self.photos[column].notna().to_numpy()

    def term_hasObjects(self, value):
        return self.rows(self.objects.row[self.objects.confidence >= value])

    def term_favourite(self, _):
        return self.photos.favourite.to_numpy(bool)

    def term_rating(self, value):
        return OPERATORS[value[0]](self.photos.stars.fillna(0).to_numpy(), value[1])

    def facets(self, mask):
        found = self.photos[mask]
        return {
            "classes": self.class_pairs.class_id[mask[self.class_pairs.row]].value_counts(),
            "concepts": self.concept_pairs.concept[mask[self.concept_pairs.row]].value_counts(),
            "cities": found.place_id.value_counts(), "months": found.year_month.value_counts(),
            "countries": found.country.value_counts(), "cameras": found.camera.value_counts(),
            "regions": found.groupby(["country", "region"], observed=True).size(),
            "lights": found[LIGHTS].sum(), "ratings": found.stars.value_counts(),
            "favourites": found.favourite.sum(), "unplaced": found.latitude.isna().sum(),
        }


def vectors(latitude, longitude):
    p, q = numpy.radians(latitude), numpy.radians(longitude)
    return numpy.stack(
        [numpy.cos(p) * numpy.cos(q), numpy.cos(p) * numpy.sin(q), numpy.sin(p)], axis=1)


def ask(path, index):
    tables = Tables(path, index["concepts"])
    times = []
    for answer in index["answers"]:
        start = time.perf_counter()
        mask = tables.mask(answer["query"])
        page = tables.photos.id[mask].head(200)
        facets = tables.facets(mask)
        times.append((time.perf_counter() - start) * 1000)
        found = {name: int(facets[name].sum()) for name in ["classes", "concepts", "cities", "months"]}
        found["hits"], found["shown"] = int(mask.sum()), len(page)
        for name, value in found.items():
            if value != answer[name]:
                raise SystemExit(
                    f"{answer['text']}: pandas finds {name} {value}, the index {answer[name]}")
    return times


def main(folder, counts):
    print("photos     load s   memory MB  peak MB   median ms   95th ms   worst ms   "
          "pandas median   SQLite median   times pandas   times SQLite")
    for count in counts:
        with open(f"{folder}/{count}.index.json", encoding="utf-8") as file:
            index = json.load(file)
        with open(f"{folder}/{count}.sql.json", encoding="utf-8") as file:
            sql = json.load(file)
        frames = ask(f"{folder}/{count}.sqlite", index)
        own = index["times_ms"]
        for asked, answer in zip(sql["hits"], index["answers"], strict=True):
            if asked != answer["hits"]:
                raise SystemExit(f"{answer['text']}: SQLite finds {asked}, the index {answer['hits']}")
        same = own[:len(sql["times_ms"])]
        percentile = numpy.percentile(own, [50, 95, 100])
        print(f"{index['photos']:<9,} {index['load_s']:>7.2f} {index['rss_mb']:>11.0f} "
              f"{index['peak_mb']:>8.0f} {percentile[0]:>11.2f} {percentile[1]:>9.2f} "
              f"{percentile[2]:>10.2f} {numpy.median(frames):>15.1f} "
              f"{numpy.median(sql['times_ms']):>15.1f} {sum(frames) / sum(own):>14.0f} "
              f"{sum(sql['times_ms']) / sum(same):>14.0f}")
    print(f"Times are of one query with all facets and the first 200 photos; {len(own)} queries, of which "
          "SQLite was asked the first at each size. All answers agree.")


main(sys.argv[1], sys.argv[2:])
