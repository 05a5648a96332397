internal import GRDB
internal import PhotoCore

/// What the catalogue remembers about itself.
package struct SettingStore: CatalogStore, Sendable {
  let database: CatalogDatabase

  /// The names of the settings.
  enum Setting {
    /// The version of the gazetteer that places were looked up in.
    case gazetteer
    /// The catalogue's version when the order was last settled.
    case settledVersion
    /// The model that was chosen for a task; SQL composes the same name.
    case activeModel(RecognitionTask)
    /// `1` where imports look at tiles, too.
    case thorough

    var name: String {
      switch self {
      case .gazetteer: "gazetteer"
      case .settledVersion: "settled_version"
      case .activeModel(let task): "model.\(task.rawValue)"
      case .thorough: "thorough"
      }
    }
  }

  /// - Returns: nil for a setting that was never made.
  static func setting(_ setting: Setting, _ db: Database) throws -> String? {
    try self.setting(setting.name, db)
  }

  /// Makes a setting, or (nil) takes it back.
  static func set(_ setting: Setting, to value: String?, _ db: Database) throws {
    try set(setting.name, to: value, db)
  }

  private static func setting(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
  }

  private static func set(_ name: String, to value: String?, _ db: Database) throws {
    guard let value else {
      return try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
    }
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, arguments: [name, value])
  }

  /// The names under which the web's settings are kept, apart from the catalogue's own.
  private static let webPrefix = "web."

  /// A setting of the web server, whose meaning is its own; nil for one that was never made.
  package func web(_ name: String) throws -> String? {
    try read { try Self.setting(Self.webPrefix + name, $0) }
  }

  /// Makes a setting of the web server, or (nil) takes it back.
  package func setWeb(_ name: String, to value: String?) throws {
    try write { try Self.set(Self.webPrefix + name, to: value, $0) }
  }

  /// Whether imports also look at tiles of each photo, for tiny things.
  package func looksThoroughly() throws -> Bool {
    try read { try Self.setting(.thorough, $0) == "1" }
  }

  /// Says whether imports are also to look at tiles of each photo.
  package func setLooksThoroughly(_ isThorough: Bool) throws {
    try write { try Self.set(.thorough, to: isThorough ? "1" : nil, $0) }
  }
}
