internal import GRDB
internal import PhotoCore

/// On which side of a comparison a photo is. The raw values are part of the contract.
package enum ComparisonSide: String, Hashable, Sendable, CaseIterable {
  /// Only the first network sees the class.
  case onlyFirst = "only_first"
  /// Both do.
  case both
  /// Only the second does.
  case onlySecond = "only_second"
}

/// A photo of a comparison.
package struct ComparedPhoto: Hashable, Sendable {
  /// The catalogue's row id.
  package let id: Int64
  /// The first network's best confidence, 0...1, whether or not it counts; nil for nothing stored.
  package let first: Double?
  /// The second network's.
  package let second: Double?

  package init(id: Int64, first: Double?, second: Double?) {
    self.id = id
    self.first = first
    self.second = second
  }
}

/// Some photos of a comparison.
package struct ComparedPage: Hashable, Sendable {
  /// All photos of this kind.
  package let total: Int
  /// Those of the page, surest first by the surer of the two networks, then by row id.
  package let photos: [ComparedPhoto]

  package init(total: Int, photos: [ComparedPhoto]) {
    self.total = total
    self.photos = photos
  }
}

extension RegisteredModelStore {
  /// The photos on which two networks agree or disagree about a class. For the boxes see
  /// ``photoResults(_:)``.
  ///
  /// - Parameters:
  ///   - className: the canonical name of a class of both; one that is not known finds nothing.
  ///   - limit: the most photos of the page.
  /// - Throws: as ``comparison(_:_:)``.
  package func comparedPhotos(
    _ first: String, _ second: String, className: String, side: ComparisonSide, offset: Int = 0,
    limit: Int
  ) throws -> ComparedPage {
    try read { db in
      let pair = try ComparedPair(first, second, db)
      let condition =
        switch side {
        case .onlyFirst: "first AND NOT second"
        case .both: "first AND second"
        case .onlySecond: "second AND NOT first"
        }
      let source = """
        (\(pair.seen)) WHERE \(condition) AND class_id =
          (SELECT id FROM label_class WHERE vocabulary = :vocabulary AND name = :name)
        """
      return try Self.page(
        of: source, pair.arguments + ["vocabulary": pair.vocabulary, "name": className],
        offset: offset, limit: limit, db)
    }
  }

  /// The photos whose surest scene is another for each of two classifiers, with its probability; none
  /// for detectors.
  ///
  /// - Throws: as ``comparison(_:_:)``.
  package func topDifferences(
    _ first: String, _ second: String, offset: Int = 0, limit: Int
  ) throws -> ComparedPage {
    try read { db in
      let pair = try ComparedPair(first, second, db)
      guard pair.task == .classification else { return ComparedPage(total: 0, photos: []) }
      return try Self.page(
        of: "(\(pair.differing))", pair.arguments, offset: offset, limit: limit, db)
    }
  }

  private static func page(
    of source: String, _ arguments: StatementArguments, offset: Int, limit: Int,
    _ db: Database
  ) throws -> ComparedPage {
    let total = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(source)", arguments: arguments)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT photo_id, best_first, best_second FROM \(source)
        ORDER BY max(ifnull(best_first, 0), ifnull(best_second, 0)) DESC, photo_id
        LIMIT :limit OFFSET :offset
        """, arguments: arguments + ["limit": max(0, limit), "offset": max(0, offset)])
    return ComparedPage(
      total: total ?? 0,
      photos: rows.map {
        ComparedPhoto(id: $0["photo_id"], first: $0["best_first"], second: $0["best_second"])
      })
  }
}
