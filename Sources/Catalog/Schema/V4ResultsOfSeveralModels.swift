extension SchemaVersion {
  /// Results of several networks side by side: which have looked at which photo, and whose count.
  static let v4 = SchemaVersion(
    identifier: "4: results of several models",
    sql: """
      -- `is_silent` follows from the rest: another model speaks for the photo and the task. It is kept
      -- because it is asked of every box. Where each task has one model, the index is empty, and asking
      -- it costs next to nothing.
      CREATE TABLE photo_model (
        photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
        model_id INTEGER NOT NULL REFERENCES model (id),
        is_thorough INTEGER NOT NULL DEFAULT 0 CHECK (is_thorough IN (0, 1)),
        is_silent INTEGER NOT NULL DEFAULT 0 CHECK (is_silent IN (0, 1)),
        analysed_ms INTEGER NOT NULL CHECK (analysed_ms >= 0),
        PRIMARY KEY (photo_id, model_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX photo_model_silent ON photo_model (photo_id, model_id) WHERE is_silent = 1;
      -- Until now one detector and one classifier looked at each photo together: a photo with an embedding
      -- but no box was looked at by the detector as well. When, was not kept: 0.
      INSERT INTO photo_model (photo_id, model_id, analysed_ms)
        SELECT photo_id, model_id, 0 FROM object UNION SELECT photo_id, model_id, 0 FROM scene
        UNION SELECT photo_id, model_id, 0 FROM embedding;
      INSERT INTO photo_model (photo_id, model_id, analysed_ms)
        SELECT DISTINCT photo_id, (SELECT min(id) FROM model WHERE task = 'detection'), 0
        FROM embedding
        WHERE EXISTS (SELECT 1 FROM model WHERE task = 'detection') AND NOT EXISTS (
          SELECT 1 FROM photo_model JOIN model ON model.id = photo_model.model_id
          WHERE photo_model.photo_id = embedding.photo_id AND model.task = 'detection');
      -- What counts: the boxes and scenes of the models that speak. With a setting the model of that name
      -- speaks wherever it has looked; without, the first model of the task.
      CREATE VIEW spoken_object AS SELECT * FROM object WHERE NOT EXISTS (
        SELECT 1 FROM photo_model INDEXED BY photo_model_silent WHERE is_silent = 1
          AND photo_model.photo_id = object.photo_id AND photo_model.model_id = object.model_id);
      CREATE VIEW spoken_scene AS SELECT * FROM scene WHERE NOT EXISTS (
        SELECT 1 FROM photo_model INDEXED BY photo_model_silent WHERE is_silent = 1
          AND photo_model.photo_id = scene.photo_id AND photo_model.model_id = scene.model_id);
      CREATE VIEW chosen_model AS SELECT task, min(id) AS id FROM model
        WHERE name = ifnull(
          (SELECT value FROM setting WHERE setting.name = 'model.' || model.task), model.name)
        GROUP BY task;
      -- Of the models that have looked at a photo one of each task speaks: the chosen one, else the one
      -- that looked last.
      UPDATE photo_model SET is_silent = settled.is_silent FROM (SELECT photo_id, model_id, is_silent FROM (
        SELECT photo_id, model_id, photo_model.is_silent AS was_silent, row_number() OVER (
          PARTITION BY photo_id, model.task
          ORDER BY model_id IS chosen_model.id DESC, analysed_ms DESC, model_id DESC) > 1 AS is_silent
        FROM photo_model JOIN model ON model.id = model_id
        LEFT JOIN chosen_model ON chosen_model.task = model.task)
      WHERE is_silent <> was_silent) AS settled
      WHERE photo_model.photo_id = settled.photo_id AND photo_model.model_id = settled.model_id;
      -- The table of jobs anew, since a CHECK cannot be changed. `parameters` is JSON that the kind
      -- understands.
      CREATE TABLE job_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('add', 'import', 'refresh', 'retry', 'upload', 'analyse_again')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
        folders TEXT NOT NULL CHECK (json_valid(folders)),
        parameters TEXT CHECK (parameters IS NULL OR json_valid(parameters)),
        summary TEXT CHECK (summary IS NULL OR json_valid(summary)),
        message TEXT,
        created_ms INTEGER NOT NULL,
        finished_ms INTEGER
      ) STRICT;
      INSERT INTO job_anew (id, kind, state, folders, summary, message, created_ms, finished_ms) SELECT id, kind, state, folders, summary, message, created_ms, finished_ms FROM job;
      DROP TABLE job;
      ALTER TABLE job_anew RENAME TO job;
      """)
}
