extension SchemaVersion {
  /// What several people need who look at one library through their browsers: accounts, the jobs that
  /// they start, and how a photo is to be shown.
  static let v3 = SchemaVersion(
    identifier: "3: accounts, jobs, pictures",
    sql: """
      -- Only hashes of passwords and tokens are kept: who reads the file can sign in as nobody.
      -- A sign-in has one `id`; its rows are the tokens that followed each other in it.
      CREATE TABLE user (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
        role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'administrator')),
        password_hash TEXT NOT NULL CHECK (password_hash <> ''),
        is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
        created_ms INTEGER NOT NULL,
        last_seen_ms INTEGER
      ) STRICT;
      CREATE TABLE session (
        token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
        id INTEGER NOT NULL,
        user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
        created_ms INTEGER NOT NULL,
        last_seen_ms INTEGER NOT NULL,
        expires_ms INTEGER NOT NULL,
        agent TEXT NOT NULL,
        is_replaced INTEGER NOT NULL DEFAULT 0 CHECK (is_replaced IN (0, 1))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX session_by_id ON session (id);
      CREATE INDEX session_by_user ON session (user_id);
      CREATE INDEX session_by_end ON session (expires_ms);
      CREATE TABLE api_token (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (name <> ''),
        scope TEXT NOT NULL CHECK (scope IN ('read', 'edit', 'administer')),
        token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
        created_ms INTEGER NOT NULL,
        last_used_ms INTEGER
      ) STRICT;
      CREATE INDEX api_token_by_user ON api_token (user_id);
      -- `folders` is a JSON array of paths, each the hexadecimal digits of its bytes.
      CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('add', 'import', 'refresh', 'retry', 'upload')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
        folders TEXT NOT NULL CHECK (json_valid(folders)),
        summary TEXT CHECK (summary IS NULL OR json_valid(summary)),
        message TEXT,
        created_ms INTEGER NOT NULL,
        finished_ms INTEGER
      ) STRICT;
      ALTER TABLE photo ADD COLUMN turn INTEGER NOT NULL DEFAULT 0
        CHECK (turn IN (0, 90, 180, 270));
      ALTER TABLE photo ADD COLUMN colour INTEGER CHECK (colour BETWEEN 0 AND 16777215);
      """)
}
