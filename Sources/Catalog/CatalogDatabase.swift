internal import Derivation
internal import GRDB
package import Geography

#if canImport(Glibc)
  internal import Glibc
#endif

/// The catalogue: one SQLite file in WAL mode, the truth about everything that Meridian knows.
///
/// ## Concurrency model
/// One writer, many readers: GRDB's pool serialises writes and gives each reader a snapshot.
/// Calls block; they are made from threads of our own, never from Swift's cooperative pool.
package final class CatalogDatabase: Sendable {
  /// Where the file is.
  package let path: String
  let pool: DatabasePool
  let rules: PhotoRules

  /// Where places are looked up; nil for nowhere.
  package var gazetteer: Gazetteer? { rules.gazetteer }

  /// Opens the catalogue, making or upgrading it; an upgrade is preceded by a backup beside it.
  ///
  /// - Parameters:
  ///   - path: the file; its folder must exist.
  ///   - gazetteer: where places are looked up; nil leaves photos without.
  /// - Throws: ``CatalogError``; the file is then as it was.
  package init(path: String, gazetteer: Gazetteer? = nil) throws {
    self.path = path
    rules = PhotoRules(gazetteer: gazetteer)
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration())
      try Self.checkApplicationID(of: pool, path: path)
      try Self.migrate(pool, path: path)
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  /// 32 MiB, as SQLite wants it, instead of 2: the writer's hot pages are the indexes of a whole
  /// import.
  static let cacheSize = -32_768

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.label = "catalogue"
    configuration.prepareDatabase { db in
      GeographyFunctions.register(in: db)
      try db.execute(sql: "PRAGMA cache_size = \(cacheSize)")
    }
    return configuration
  }

  private static func checkApplicationID(of pool: DatabasePool, path: String) throws {
    let (id, tables) = try pool.read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    guard id == CatalogSchema.applicationID || tables == 0 else {
      throw CatalogError.notACatalogue(path: path, detail: "another program's SQLite file")
    }
  }

  private static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = CatalogSchema.migrator()
    let (newer, complete, empty) = try pool.read { db in
      (
        try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db),
        try migrator.appliedMigrations(db).isEmpty
      )
    }
    guard !newer else { throw CatalogError.newerVersion(path: path) }
    guard !complete else { return }
    if !empty { try copy(of: pool, to: path + ".before-upgrade") }
    try migrator.migrate(pool)
  }

  /// Writes a consistent copy, also while others read and write.
  ///
  /// - Throws: ``CatalogError``; an existing file at `destination` is then as it was.
  package func backup(to destination: String) throws {
    do {
      try Self.copy(of: pool, to: destination)
    } catch {
      throw Self.explained(error, path: destination)
    }
  }

  /// Copies into a temporary file first, so that a half-written backup never bears the name.
  private static func copy(of pool: DatabasePool, to destination: String) throws {
    let temporary = destination + ".incomplete"
    unlink(temporary)
    do {
      let target = try DatabaseQueue(path: temporary)
      try pool.backup(to: target)
      // A single file without a -wal beside it can be moved anywhere.
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, destination) == 0 else {
      let detail = String(cString: strerror(errno))
      unlink(temporary)
      throw CatalogError.notWritable(path: destination, detail: detail)
    }
  }

  /// SQLite's own check of the whole file: an empty array when all is well.
  package func integrityProblems() throws -> [String] {
    try explaining {
      try pool.read { db in
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        return pages + orphans.map { "broken reference: \($0)" }
      }
    }
  }

  /// The version of the last change: a few microseconds, to be asked often.
  package func version() throws -> Int64 {
    try read { try Self.version($0) }
  }

  static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT value FROM catalogue_version") ?? 0
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try explaining { try pool.read(body) }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    try explaining { try pool.write(body) }
  }

  func explaining<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw Self.explained(error, path: path) }
  }

  /// Runs one of the writes of a transaction. One that a constraint refuses is undone alone, so that a
  /// bad row does not take a whole batch with it; the transaction goes on.
  ///
  /// - Returns: what `body` returned, or ``CatalogError/refused(path:detail:)``.
  /// - Throws: any other error; the transaction is then to be rolled back.
  func unlessRefused<T>(_ db: Database, _ body: () throws -> T) throws -> Result<T, CatalogError> {
    try db.execute(sql: "SAVEPOINT part")
    do {
      let value = try body()
      try db.execute(sql: "RELEASE part")
      return .success(value)
    } catch let error as DatabaseError {
      // NULL where a value must be: a class that was not registered, which all other rows lack as well.
      guard error.extendedResultCode != .SQLITE_CONSTRAINT_NOTNULL,
        case CatalogError.refused(let path, let detail) = Self.explained(error, path: path)
      else { throw error }
      try db.execute(sql: "ROLLBACK TO part; RELEASE part")
      return .failure(.refused(path: path, detail: detail))
    }
  }

  /// SQLite's code as a sentence for the user; other errors stay what they are.
  private static func explained(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let detail = error.message ?? error.resultCode.description
    return switch error.resultCode {
    case .SQLITE_FULL: CatalogError.diskFull(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      CatalogError.notWritable(path: path, detail: detail)
    case .SQLITE_IOERR where errno == ENOSPC: CatalogError.diskFull(path: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: CatalogError.notACatalogue(path: path, detail: detail)
    case .SQLITE_CONSTRAINT: CatalogError.refused(path: path, detail: detail)
    default: error
    }
  }
}
