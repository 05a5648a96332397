internal import Foundation
internal import GRDB
internal import PhotoCore
package import Query

/// Facets counted by SQLite alone: exact, and slower the more photos there are.
extension SearchStore {
  /// The facets of the photos for which a query holds; nil for all photos.
  ///
  /// - Throws: ``CatalogError/notYetAvailable(term:)`` and the usual errors of the catalogue.
  package func facets(_ expression: ResolvedExpression?, _ scheme: FacetScheme) throws -> Facets {
    let sql = try expression.map { try QuerySQL($0) } ?? QuerySQL()
    return try read { db in
      sql.register(in: db)
      defer { sql.remove(from: db) }
      // Temporary tables are the connection's own; GRDB opens readers as read-only for the rest.
      try db.execute(sql: "DROP TABLE IF EXISTS temp.hit; DROP TABLE IF EXISTS temp.concept_class")
      try db.execute(
        sql: "CREATE TEMP TABLE hit AS SELECT photo.id AS photo_id \(sql.source)",
        arguments: StatementArguments(sql.arguments))
      try db.execute(sql: "CREATE UNIQUE INDEX temp.hit_by_photo ON hit (photo_id)")
      defer { try? db.execute(sql: "DROP TABLE temp.hit; DROP TABLE IF EXISTS temp.concept_class") }
      var facets = Facets()
      try Self.countClasses(scheme, &facets, db)
      try Self.countConcepts(scheme, &facets, db)
      try Self.countPlaces(&facets, db)
      try Self.countLabels(&facets, db)
      try Self.countFacts(&facets, db)
      return facets
    }
  }

  private static func countClasses(
    _ scheme: FacetScheme, _ facets: inout Facets, _ db: Database
  ) throws {
    let known = Set(scheme.classes)
    for (table, column, task) in tables {
      let least = try scheme.thresholds.least(task, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT vocabulary, name, count(DISTINCT photo_id) FROM \(table) JOIN hit USING (photo_id)
          JOIN label_class ON label_class.id = class_id
          WHERE \(column) >= \(least) GROUP BY class_id
          """)
      while let row = try rows.next() {
        let reference = ClassReference(vocabulary: row[0], task: task, className: row[1])
        if known.contains(reference) { facets.classes[reference] = row[2] }
      }
    }
  }

  private static let tables: [(table: String, column: String, task: RecognitionTask)] = [
    ("spoken_object", "confidence", .detection), ("spoken_scene", "probability", .classification),
  ]

  private static func countConcepts(
    _ scheme: FacetScheme, _ facets: inout Facets, _ db: Database
  ) throws {
    try db.execute(
      sql: "CREATE TEMP TABLE concept_class (concept INTEGER, task TEXT, class_id INTEGER)")
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO concept_class SELECT ?, ?, id FROM label_class WHERE vocabulary = ? AND name = ?
        """)
    for (number, concept) in scheme.concepts.enumerated() {
      for reference in concept.meaning.classes {
        try insert.execute(arguments: [
          number, reference.task.rawValue, reference.vocabulary, reference.className,
        ])
      }
    }
    var parts = try tables.map { table, column, task in
      """
      SELECT concept, photo_id FROM concept_class JOIN \(table) USING (class_id)
      JOIN hit USING (photo_id)
      WHERE task = '\(task.rawValue)' AND \(column) >= \(try scheme.thresholds.least(task, db))
      """
    }
    for (number, concept) in scheme.concepts.enumerated() where !concept.meaning.lights.isEmpty {
      let lights = concept.meaning.lights.map(LightSQL.condition).joined(separator: " OR ")
      parts.append(
        "SELECT \(number), photo_id FROM hit JOIN photo ON photo.id = photo_id WHERE \(lights)")
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT concept, count(*) FROM (\(parts.joined(separator: " UNION "))) GROUP BY concept
        """)
    while let row = try rows.next() {
      let number: Int = row[0]
      facets.concepts[scheme.concepts[number].name] = row[1]
    }
  }

  private static func countPlaces(_ facets: inout Facets, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT place.id, place.country, place.region, count(*) FROM hit
        JOIN photo ON photo.id = photo_id JOIN place ON place.id = place_id GROUP BY place.id
        """)
    while let row = try rows.next() {
      let (country, count): (String, Int) = (row[1], row[3])
      facets.cities[row[0]] = count
      facets.countries[country, default: 0] += count
      if let region: String = row[2] {
        facets.regions[RegionReference(country: country, name: region), default: 0] += count
      }
    }
  }

  private static func countLabels(_ facets: inout Facets, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, count(*) FROM label_in_use JOIN label_result ON label_id = label_in_use.id
        JOIN hit USING (photo_id) WHERE probability >= threshold GROUP BY label_in_use.id
        """)
    while let row = try rows.next() { facets.labels[row[0]] = row[1] }
  }

  private static func countFacts(_ facets: inout Facets, _ db: Database) throws {
    let photos = "FROM hit JOIN photo ON photo.id = photo_id"
    let months = try Row.fetchCursor(
      db,
      sql: """
        SELECT strftime('%Y', taken_wall_ms / 1000.0, 'unixepoch') * 12
          + strftime('%m', taken_wall_ms / 1000.0, 'unixepoch') - 1, count(*)
        \(photos) WHERE taken_wall_ms IS NOT NULL GROUP BY 1
        """)
    while let row = try months.next() { facets.months[YearMonth(number: row[0])] = row[1] }
    let cameras = try Row.fetchCursor(
      db,
      sql: """
        SELECT make, model, count(*) \(photos) JOIN camera ON camera.id = camera_id
        GROUP BY camera.id
        """)
    while let row = try cameras.next() {
      if let camera = Camera(make: row[0], model: row[1]) { facets.cameras[camera] = row[2] }
    }
    for light in Light.allCases {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) \(photos) WHERE \(LightSQL.condition(for: light))")
      if let count, count > 0 { facets.lights[light] = count }
    }
    try countMarks(photos, &facets, db)
  }

  private static func countMarks(
    _ photos: String, _ facets: inout Facets, _ db: Database
  ) throws {
    let stars = try Row.fetchCursor(
      db, sql: "SELECT stars, count(*) FROM hit JOIN rating USING (photo_id) GROUP BY stars")
    while let row = try stars.next() { facets.ratings[row[0]] = row[1] }
    let models = try Row.fetchCursor(
      db,
      sql: """
        SELECT model.name, count(*) FROM hit JOIN photo_model USING (photo_id)
        JOIN model ON model.id = model_id GROUP BY model.id
        """)
    while let row = try models.next() { facets.models[row[0]] = row[1] }
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    facets.favourites = try count("SELECT count(*) FROM hit JOIN favourite USING (photo_id)")
    facets.undated = try count("SELECT count(*) \(photos) WHERE taken_wall_ms IS NULL")
    facets.unplaced = try count("SELECT count(*) \(photos) WHERE latitude IS NULL")
  }
}
