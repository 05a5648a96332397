extension SchemaVersion {
  /// What finding needs: places, light, marks, corrections that can be undone, and a trace of changes.
  ///
  /// `\u{20}` is a space at the end of a line, which an editor would take away: SQLite keeps the text as it is
  /// written here.
  static let v2 = SchemaVersion(
    identifier: "2: places, light, marks, changes",
    sql: """
      CREATE TABLE place (
        id INTEGER PRIMARY KEY,
        city TEXT NOT NULL CHECK (city <> ''),
        region TEXT,
        country TEXT NOT NULL CHECK (length(country) = 2),
        country_name TEXT NOT NULL,
        time_zone TEXT NOT NULL
      ) STRICT;
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      -- `content_…` is what the file's bytes say and never changes; the columns without the prefix are
      -- what holds after corrections, and are computed anew from the former whenever one is made.
      ALTER TABLE photo ADD COLUMN content_latitude REAL CHECK (content_latitude BETWEEN -90 AND 90);
      ALTER TABLE photo ADD COLUMN content_longitude REAL
        CHECK (content_longitude BETWEEN -180 AND 180);
      ALTER TABLE photo ADD COLUMN content_altitude REAL;
      ALTER TABLE photo ADD COLUMN content_position_source TEXT
        CHECK (content_position_source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours'));
      ALTER TABLE photo ADD COLUMN name_wall_ms INTEGER;
      ALTER TABLE photo ADD COLUMN name_offset_minutes INTEGER;
      ALTER TABLE photo ADD COLUMN clock_shift_ms INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE photo ADD COLUMN offset_source TEXT
        CHECK (offset_source IN ('camera', 'place'));
      ALTER TABLE photo ADD COLUMN order_ms INTEGER;
      ALTER TABLE photo ADD COLUMN place_id INTEGER REFERENCES place (id);
      ALTER TABLE photo ADD COLUMN sun_altitude REAL CHECK (sun_altitude BETWEEN -90 AND 90);
      ALTER TABLE photo ADD COLUMN sun_is_rising INTEGER CHECK (sun_is_rising IN (0, 1));
      ALTER TABLE photo ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
      UPDATE photo SET content_latitude = latitude, content_longitude = longitude,
        content_altitude = altitude, content_position_source = position_source,
        name_wall_ms = iif(time_source = 'file_name', taken_wall_ms, NULL),
        offset_source = iif(utc_offset_minutes IS NULL, NULL, 'camera'),
        order_ms = taken_wall_ms - coalesce(utc_offset_minutes, 0) * 60000;
      CREATE INDEX photo_by_order ON photo (order_ms, name_order, sha256);
      CREATE INDEX photo_undated ON photo (file_mtime_ns, name_order, sha256)
        WHERE order_ms IS NULL;
      CREATE INDEX photo_by_version ON photo (version);
      CREATE INDEX photo_by_place ON photo (place_id) WHERE place_id IS NOT NULL;
      CREATE INDEX photo_by_camera ON photo (camera_id, content_wall_ms);
      CREATE TABLE favourite (
        photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
        marked_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE rating (
        photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
        stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
        rated_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE saved_search (
        name TEXT PRIMARY KEY COLLATE NOCASE CHECK (name <> ''),
        query TEXT NOT NULL,
        saved_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('clock', 'position')),
        summary TEXT NOT NULL,
        photos INTEGER NOT NULL CHECK (photos >= 0),
        made_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE clock_shift (
        change_id INTEGER PRIMARY KEY REFERENCES change (id) ON DELETE CASCADE,
        camera_id INTEGER REFERENCES camera (id),
        shift_ms INTEGER NOT NULL CHECK (shift_ms <> 0),
        from_wall_ms INTEGER,
        to_wall_ms INTEGER
      ) STRICT;
      CREATE TABLE given_position (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
        latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
        altitude REAL,
        source TEXT NOT NULL CHECK (source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours')),
        PRIMARY KEY (photo_id, change_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX given_position_by_change ON given_position (change_id);
      -- Whoever keeps a copy of the catalogue in memory asks for the photos whose version is above the
      -- last one it saw. Triggers, so that no writer can forget. Boxes and scenes have none, for speed:
      -- who writes them updates the photo's row in the same transaction.
      CREATE TABLE catalogue_version (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        value INTEGER NOT NULL
      ) STRICT;
      INSERT INTO catalogue_version VALUES (1, 0);
      CREATE TRIGGER photo_insert_version AFTER INSERT ON photo\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.id;
      END;
      CREATE TRIGGER photo_update_version AFTER UPDATE ON photo WHEN NEW.version = OLD.version
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.id;
      END;
      CREATE TRIGGER favourite_insert_version AFTER INSERT ON favourite\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
      END;
      CREATE TRIGGER favourite_update_version AFTER UPDATE ON favourite\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
      END;
      CREATE TRIGGER favourite_delete_version AFTER DELETE ON favourite\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = OLD.photo_id;
      END;
      CREATE TRIGGER rating_insert_version AFTER INSERT ON rating\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
      END;
      CREATE TRIGGER rating_update_version AFTER UPDATE ON rating\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
      END;
      CREATE TRIGGER rating_delete_version AFTER DELETE ON rating\u{20}
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
        UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = OLD.photo_id;
      END;
      """)
}
