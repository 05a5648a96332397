extension SchemaUpgradeTests {
  /// What was put into the catalogues of `Schemas`: the first version that could hold it, how it is asked
  /// for today, and the answer.
  static let known: [(since: Int, sql: String, lines: [String])] = [
    (
      1,
      """
      SELECT CAST(file.name AS TEXT), photo.bytes, format, content_wall_ms, time_source, warning, model
      FROM photo JOIN file ON file.id = primary_file_id JOIN folder ON folder.id = folder_id
      LEFT JOIN camera ON camera.id = camera_id
      WHERE folder.path <> CAST('/photos/more' AS BLOB) ORDER BY file.name
      """,
      [
        "DSCN0001.JPG|31883|jpeg|1401780900100|exif|NULL|Sample Phone",
        "DSCN0002.JPG|92199|jpeg|1401842533101|exif|NULL|Sample Phone",
        "DSCN0003.JPG|351135|jpeg|1401904166102|exif|NULL|Sample Phone",
        "IMG_20140621_184500.jpg|350875|jpeg|NULL|file_name|NULL|Sample Scanner",
        "ROCKET.JPG|112525|jpeg|NULL|NULL|NULL|NULL",
        "copy of undated.jpg|31571|jpeg|NULL|NULL|NULL|NULL",
        "transfer broke off.jpg|210493|jpeg|NULL|NULL|truncated|NULL",
      ]
    ),
    (
      1, "SELECT CAST(name AS TEXT), reason FROM file WHERE state = 'set_aside' ORDER BY name",
      ["empty.jpg|empty_file", "not a photo.jpg|not_an_image", "only the beginning.jpg|truncated"]
    ),
    (
      1, "SELECT CAST(name AS TEXT) FROM file WHERE state = 'unsupported' ORDER BY name",
      ["README.txt", "clip.mp4", "notes.txt"]
    ),
    (
      1, "SELECT CAST(name AS TEXT), role FROM file WHERE role <> 'in_place' ORDER BY role",
      ["ROCKET.JPG|import_source", "ROCKET.JPG|library_copy"]
    ),
    (
      1,
      """
      SELECT CAST(file.name AS TEXT), label_class.name, count(*) FROM spoken_object AS object
      JOIN photo ON photo.id = object.photo_id JOIN file ON file.id = primary_file_id
      JOIN label_class ON label_class.id = class_id
      WHERE file.name = CAST('DSCN0001.JPG' AS BLOB) AND confidence > 0.25 GROUP BY class_id ORDER BY 2
      """, ["DSCN0001.JPG|bed|2", "DSCN0001.JPG|cat|1"]
    ),
    (
      2,
      """
      SELECT CAST(file.name AS TEXT) FROM favourite JOIN photo ON photo.id = favourite.photo_id
      JOIN file ON file.id = primary_file_id
      """, ["DSCN0001.JPG"]
    ),
    (
      2,
      """
      SELECT CAST(file.name AS TEXT), stars FROM rating JOIN photo ON photo.id = rating.photo_id
      JOIN file ON file.id = primary_file_id
      """, ["DSCN0002.JPG|4"]
    ),
    (2, "SELECT name, query FROM saved_search", ["cats|cat"]),
    (
      2, "SELECT id, kind, photos FROM change ORDER BY id", ["1|clock|2", "2|position|1"]
    ),
    (
      2, "SELECT taken_wall_ms - content_wall_ms FROM photo WHERE taken_wall_ms <> content_wall_ms",
      ["3600000", "3600000"]
    ),
    (
      2, "SELECT city FROM photo JOIN place ON place.id = place_id WHERE position_source = 'gpx'",
      ["Uyuni"]
    ),
    (3, "SELECT name, role FROM user ORDER BY name", ["Ada|administrator", "Bob|viewer"]),
    (3, "SELECT name, scope FROM api_token", ["script|read"]),
    (3, "SELECT count(*) FROM session", ["1"]),
    (3, "SELECT id, kind, state, parameters FROM job", ["1|refresh|done|NULL"]),
    (3, "SELECT turn FROM photo WHERE turn <> 0", ["90"]),
    (5, "SELECT name, subject_class FROM label ORDER BY name", ["my cat|NULL", "pet|cat"]),
    (
      5, "SELECT label_id, answer, count(*) FROM label_example GROUP BY 1, 2 ORDER BY 1, 2",
      ["1|0|9", "1|1|8", "2|1|1"]
    ),
    (5, "SELECT number, learner, positives FROM label_version", ["1|transfer|8"]),
    (5, "SELECT count(*) FROM label_result", ["18"]),
  ]

  /// What holds in every catalogue of today, also where an upgrade had to work it out.
  static let derived: [(sql: String, lines: [String])] = [
    (
      """
      SELECT count(*) FROM photo WHERE position_source = 'exif'
        AND (content_latitude IS NOT latitude OR content_longitude IS NOT longitude)
      """, ["0"]
    ),
    (
      "SELECT count(*) FROM photo WHERE position_source = 'exif' AND content_position_source = 'exif'",
      ["3"]
    ),
    ("SELECT name_wall_ms FROM photo WHERE time_source = 'file_name'", ["1403376300000"]),
    ("SELECT count(*) FROM photo WHERE order_ms IS NOT NULL", ["4"]),
    (
      "SELECT count(*) FROM photo WHERE (offset_source IS NULL) <> (utc_offset_minutes IS NULL)",
      ["0"]
    ),
    (
      """
      SELECT count(*) FROM photo
      WHERE (SELECT count(*) FROM photo_model WHERE photo_id = photo.id) <> 2
      """, ["0"]
    ),
    ("SELECT count(*) FROM photo_model WHERE is_silent = 1", ["0"]),
    (
      "SELECT (SELECT count(*) FROM object) - (SELECT count(*) FROM spoken_object)", ["0"]
    ),
    (
      "SELECT (SELECT count(*) FROM scene) - (SELECT count(*) FROM spoken_scene)", ["0"]
    ),
  ]
}
