internal import GRDB

/// A part of the catalogue: the statements about one subject. Stores are values without a state of
/// their own; all of one catalogue share its connections, and each of their writes is a transaction.
protocol CatalogStore: Sendable {
  var database: CatalogDatabase { get }
}

extension CatalogStore {
  func read<T>(_ body: (Database) throws -> T) throws -> T { try database.read(body) }
  func write<T>(_ body: (Database) throws -> T) throws -> T { try database.write(body) }
  func explaining<T>(_ body: () throws -> T) throws -> T { try database.explaining(body) }

  /// As ``CatalogDatabase/unlessRefused(_:_:)``.
  func unlessRefused<T>(
    _ db: Database, _ body: () throws -> T
  ) throws -> Result<T, CatalogError> {
    try database.unlessRefused(db, body)
  }
}
