extension SchemaVersion {
  /// Personal labels: what they are taught by, what was learnt, and what that says of each photo.
  static let v5 = SchemaVersion(
    identifier: "5: personal labels",
    sql: """
      -- Ids are never given twice, so that nothing of a deleted label can turn up under a new one.
      CREATE TABLE label (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        name_key TEXT NOT NULL UNIQUE,
        subject_class TEXT CHECK (subject_class <> ''),
        threshold REAL CHECK (threshold BETWEEN 0 AND 1),
        created_ms INTEGER NOT NULL
      ) STRICT;
      -- `label_action` is a mark as the user made it, of one box or of a thousand photos; its rows say
      -- what was there before, so that it can be undone. A box is four numbers or none.
      CREATE TABLE label_example (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        x REAL CHECK (x BETWEEN 0 AND 1), y REAL CHECK (y BETWEEN 0 AND 1),
        width REAL CHECK (width > 0 AND width <= 1), height REAL CHECK (height > 0 AND height <= 1)
        CHECK ((x IS NULL) = (y IS NULL) AND (x IS NULL) = (width IS NULL)
          AND (x IS NULL) = (height IS NULL)),
        answer INTEGER NOT NULL CHECK (answer IN (0, 1)),
        origin TEXT NOT NULL CHECK (origin IN ('grid', 'viewer', 'page', 'review', 'query', 'list', 'import')),
        marked_ms INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX label_example_by_box
        ON label_example (label_id, photo_id, ifnull(x, -1), ifnull(y, -1), ifnull(width, -1),
          ifnull(height, -1));
      CREATE INDEX label_example_by_photo ON label_example (photo_id);
      CREATE TABLE label_action (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
        made_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX label_action_by_label ON label_action (label_id);
      CREATE TABLE label_action_row (
        id INTEGER PRIMARY KEY,
        action_id INTEGER NOT NULL REFERENCES label_action (id) ON DELETE CASCADE,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        x REAL CHECK (x BETWEEN 0 AND 1), y REAL CHECK (y BETWEEN 0 AND 1),
        width REAL CHECK (width > 0 AND width <= 1), height REAL CHECK (height > 0 AND height <= 1)
        CHECK ((x IS NULL) = (y IS NULL) AND (x IS NULL) = (width IS NULL)
          AND (x IS NULL) = (height IS NULL)),
        answer INTEGER CHECK (answer IN (0, 1)),
        origin TEXT CHECK (origin IN ('grid', 'viewer', 'page', 'review', 'query', 'list', 'import')),
        marked_ms INTEGER,
        CHECK ((answer IS NULL) = (origin IS NULL) AND (answer IS NULL) = (marked_ms IS NULL))
      ) STRICT;
      CREATE INDEX label_action_row_by_action ON label_action_row (action_id);
      CREATE INDEX label_action_row_by_photo ON label_action_row (photo_id);
      -- One training gives a version to each learner, under one number. `parameters` is what transfer
      -- learnt, as JSON; what cnn3 learnt is a network in a folder.
      CREATE TABLE label_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        learner TEXT NOT NULL CHECK (learner IN ('cnn3', 'transfer')),
        seed INTEGER NOT NULL,
        positives INTEGER NOT NULL CHECK (positives >= 0),
        negatives INTEGER NOT NULL CHECK (negatives >= 0),
        threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 1),
        embedding_model TEXT,
        parameters TEXT CHECK (parameters IS NULL OR json_valid(parameters)),
        folder TEXT,
        metrics TEXT NOT NULL CHECK (json_valid(metrics)),
        created_ms INTEGER NOT NULL,
        UNIQUE (label_id, number, learner),
        CHECK ((parameters IS NULL) = (embedding_model IS NULL)),
        CHECK ((parameters IS NULL) = (folder IS NOT NULL))
      ) STRICT;
      CREATE TABLE label_use (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
        version_id INTEGER NOT NULL REFERENCES label_version (id) ON DELETE CASCADE,
        used_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX label_use_by_label ON label_use (label_id);
      CREATE INDEX label_use_by_version ON label_use (version_id);
      CREATE VIEW label_in_use AS
        SELECT label.id, name, name_key, subject_class, label.threshold AS chosen_threshold,
          coalesce(label.threshold, label_version.threshold, 0.5) AS threshold,
          label_version.id AS version_id, label.created_ms
        FROM label
        LEFT JOIN label_use ON label_use.id =
          (SELECT max(id) FROM label_use AS last WHERE last.label_id = label.id)
        LEFT JOIN label_version ON label_version.id = label_use.version_id;
      -- A result without a probability says that there was nothing on the photo to look at.
      -- `box_embedding` belongs to no label: what the scene network makes of a box is the same for all,
      -- and saves decoding the photo again for the next version or label.
      CREATE TABLE label_result (
        label_id INTEGER NOT NULL REFERENCES label (id) ON DELETE CASCADE,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        version_id INTEGER NOT NULL REFERENCES label_version (id) ON DELETE CASCADE,
        detector_id INTEGER REFERENCES model (id) ON DELETE CASCADE,
        probability REAL CHECK (probability BETWEEN 0 AND 1),
        x REAL CHECK (x BETWEEN 0 AND 1), y REAL CHECK (y BETWEEN 0 AND 1),
        width REAL CHECK (width > 0 AND width <= 1), height REAL CHECK (height > 0 AND height <= 1)
        CHECK ((x IS NULL) = (y IS NULL) AND (x IS NULL) = (width IS NULL)
          AND (x IS NULL) = (height IS NULL)),
        PRIMARY KEY (label_id, photo_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX label_result_by_photo ON label_result (photo_id);
      CREATE INDEX label_result_by_version ON label_result (version_id);
      CREATE TABLE box_embedding (
        id INTEGER PRIMARY KEY,
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
        x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
        vector BLOB NOT NULL CHECK (length(vector) > 0),
        UNIQUE (photo_id, model_id, x, y, width, height)
      ) STRICT;
      -- An index reads names and thresholds of labels with each change; photos whose results change are
      -- told by whoever writes the results.
      CREATE TRIGGER label_insert_version AFTER INSERT ON label
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      CREATE TRIGGER label_update_version AFTER UPDATE ON label
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      CREATE TRIGGER label_delete_version AFTER DELETE ON label
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      CREATE TRIGGER label_use_insert_version AFTER INSERT ON label_use
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      CREATE TRIGGER label_use_update_version AFTER UPDATE ON label_use
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      CREATE TRIGGER label_use_delete_version AFTER DELETE ON label_use
      BEGIN
        UPDATE catalogue_version SET value = value + 1;
      END;
      -- The table of jobs anew, with one more kind.
      CREATE TABLE job_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('add', 'import', 'refresh', 'retry', 'upload', 'analyse_again', 'train_label')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
        folders TEXT NOT NULL CHECK (json_valid(folders)),
        parameters TEXT CHECK (parameters IS NULL OR json_valid(parameters)),
        summary TEXT CHECK (summary IS NULL OR json_valid(summary)),
        message TEXT,
        created_ms INTEGER NOT NULL,
        finished_ms INTEGER
      ) STRICT;
      INSERT INTO job_anew (id, kind, state, folders, summary, message, created_ms, finished_ms, parameters) SELECT id, kind, state, folders, summary, message, created_ms, finished_ms, parameters FROM job;
      DROP TABLE job;
      ALTER TABLE job_anew RENAME TO job;
      """)
}
