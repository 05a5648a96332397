extension SchemaVersion {
  /// What a folder holds, what became of each file, and what the networks saw.
  static let v1 = SchemaVersion(
    identifier: "1: sources, files, photos, recognition",
    sql: """
      -- `MERI`, so that `file` and other tools tell a catalogue from any other SQLite file.
      PRAGMA application_id = 1296388681;
      CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE CHECK (length(path) > 0),
        added_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE folder (
        id INTEGER PRIMARY KEY,
        path BLOB NOT NULL UNIQUE CHECK (length(path) > 0)
      ) STRICT;
      CREATE TABLE camera (
        id INTEGER PRIMARY KEY,
        make TEXT NOT NULL,
        model TEXT NOT NULL,
        UNIQUE (make, model),
        CHECK (make <> '' OR model <> '')
      ) STRICT;
      CREATE TABLE photo (
        id INTEGER PRIMARY KEY,
        sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        format TEXT NOT NULL CHECK (format IN ('jpeg', 'png', 'webp', 'tiff', 'gif', 'heic', 'avif', 'raw')),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        orientation INTEGER NOT NULL CHECK (orientation BETWEEN 1 AND 8),
        content_wall_ms INTEGER,
        content_offset_minutes INTEGER CHECK (content_offset_minutes BETWEEN -720 AND 840),
        content_time_source TEXT CHECK (content_time_source IN ('exif', 'exif_digitized', 'xmp', 'gps', 'file_name')),
        taken_wall_ms INTEGER,
        utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -720 AND 840),
        time_source TEXT CHECK (time_source IN ('exif', 'exif_digitized', 'xmp', 'gps', 'file_name')),
        latitude REAL CHECK (latitude BETWEEN -90 AND 90),
        longitude REAL CHECK (longitude BETWEEN -180 AND 180),
        altitude REAL,
        direction REAL CHECK (direction >= 0 AND direction < 360),
        position_source TEXT CHECK (position_source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours')),
        camera_id INTEGER REFERENCES camera (id),
        warning TEXT CHECK (warning IN ('truncated', 'corrupt_pixels')),
        primary_file_id INTEGER REFERENCES file (id) ON DELETE SET NULL,
        name_order TEXT NOT NULL DEFAULT '',
        file_mtime_ns INTEGER NOT NULL DEFAULT 0,
        CHECK ((content_wall_ms IS NULL) = (content_time_source IS NULL)),
        CHECK ((taken_wall_ms IS NULL) = (time_source IS NULL)),
        CHECK (taken_wall_ms IS NOT NULL OR utc_offset_minutes IS NULL),
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
        CHECK ((latitude IS NULL) = (position_source IS NULL))
      ) STRICT;
      CREATE INDEX photo_by_time ON photo (taken_wall_ms, name_order, sha256);
      CREATE INDEX photo_by_size ON photo (bytes);
      CREATE INDEX photo_by_primary_file ON photo (primary_file_id);
      CREATE INDEX photo_by_position ON photo (latitude, longitude) WHERE latitude IS NOT NULL;
      CREATE TABLE file (
        id INTEGER PRIMARY KEY,
        folder_id INTEGER NOT NULL REFERENCES folder (id),
        name BLOB NOT NULL CHECK (length(name) > 0),
        role TEXT NOT NULL CHECK (role IN ('in_place', 'import_source', 'library_copy')),
        bytes INTEGER CHECK (bytes >= 0),
        mtime_ns INTEGER,
        state TEXT NOT NULL CHECK (state IN ('pending', 'photo', 'unsupported', 'set_aside')),
        reason TEXT CHECK (reason IN ('empty_file', 'not_an_image', 'truncated', 'corrupt_pixels', 'too_many_pixels', 'too_large', 'cannot_be_read', 'decoder_crashed', 'decoder_timed_out', 'changed_while_reading')),
        detail TEXT,
        sha256 BLOB CHECK (length(sha256) = 32),
        photo_id INTEGER REFERENCES photo (id),
        missing_since_ms INTEGER,
        UNIQUE (folder_id, name),
        CHECK ((state = 'set_aside') = (reason IS NOT NULL)),
        CHECK ((state = 'photo') = (photo_id IS NOT NULL))
      ) STRICT;
      CREATE INDEX file_by_photo ON file (photo_id) WHERE photo_id IS NOT NULL;
      CREATE INDEX file_by_state ON file (state, id) WHERE state <> 'photo';
      CREATE TABLE model (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        task TEXT NOT NULL CHECK (task IN ('detection', 'classification')),
        vocabulary TEXT NOT NULL,
        threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 1),
        record TEXT NOT NULL CHECK (json_valid(record))
      ) STRICT;
      CREATE TABLE label_class (
        id INTEGER PRIMARY KEY,
        vocabulary TEXT NOT NULL,
        name TEXT NOT NULL,
        synonyms TEXT NOT NULL CHECK (json_valid(synonyms)),
        UNIQUE (vocabulary, name)
      ) STRICT;
      CREATE TABLE object (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        model_id INTEGER NOT NULL REFERENCES model (id),
        rank INTEGER NOT NULL CHECK (rank >= 0),
        class_id INTEGER NOT NULL REFERENCES label_class (id),
        confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
        x REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
        y REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
        width REAL NOT NULL CHECK (width > 0 AND width <= 1),
        height REAL NOT NULL CHECK (height > 0 AND height <= 1),
        PRIMARY KEY (photo_id, model_id, rank)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX object_by_class ON object (class_id, confidence, photo_id);
      CREATE TABLE scene (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        model_id INTEGER NOT NULL REFERENCES model (id),
        rank INTEGER NOT NULL CHECK (rank >= 0),
        class_id INTEGER NOT NULL REFERENCES label_class (id),
        probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
        PRIMARY KEY (photo_id, model_id, rank)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX scene_by_class ON scene (class_id, probability, photo_id);
      CREATE TABLE embedding (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        model_id INTEGER NOT NULL REFERENCES model (id),
        vector BLOB NOT NULL CHECK (length(vector) % 2 = 0),
        PRIMARY KEY (photo_id, model_id)
      ) STRICT;
      """)
}
