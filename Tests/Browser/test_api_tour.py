"""The script of the documentation does what it says."""

import subprocess

from support.program import ROOT


def test_the_tour_with_curl_uploads_finds_and_marks_a_photo(new_atlas, trip):
    client = new_atlas.set_up()
    token = client.send("POST", "account/tokens", {"name": "tour", "scope": "edit"})["token"]
    photo = next(trip.rglob("DSCN0010.JPG"))
    for _ in range(2):  # The second time the photo is there already.
        done = subprocess.run(
            [ROOT / "docs" / "api-tour.sh", new_atlas.address, token, photo],
            capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stdout + done.stderr
        lines = done.stdout.splitlines()
        assert "The upload is indexed." in lines
        assert "5" in lines
        assert lines[-2].startswith("path,taken,")
        assert "DSCN0010.JPG" in lines[-1]
    searches = client.get("searches")["searches"]
    assert [(search["name"], search["count"]) for search in searches] == [("The best", 1)]


def test_the_tour_says_what_is_wrong_with_a_token(new_atlas, trip):
    new_atlas.set_up()
    photo = next(trip.rglob("DSCN0010.JPG"))
    done = subprocess.run(
        [ROOT / "docs" / "api-tour.sh", new_atlas.address, "mrd_nothing", photo],
        capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "Sign in first." in done.stdout + done.stderr
