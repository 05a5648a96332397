internal import Foundation
internal import Geography
internal import GRDB
internal import PhotoCore
internal import Query

/// A query as a condition of SQL over `photo`, `file` and `folder`.
///
/// Every term is 0 or 1, never NULL, so that `not` also finds photos of which nothing is known. All
/// values are bound; the text of a query never becomes SQL. What SQL cannot express (calendars,
/// polygons, texts in any case) is a function made for this one query.
struct QuerySQL {
  private(set) var condition = "1"
  private(set) var arguments: [any DatabaseValueConvertible] = []
  private(set) var functions: [DatabaseFunction] = []

  /// All photos.
  init() {}

  /// The tables and the condition, to put behind a SELECT of columns of `photo`.
  var source: String {
    """
    FROM photo
    JOIN file ON file.id = photo.primary_file_id
    JOIN folder ON folder.id = file.folder_id
    LEFT JOIN camera ON camera.id = photo.camera_id
    WHERE \(condition)
    """
  }

  /// Makes the query's functions known; ``remove(from:)`` must follow.
  func register(in db: Database) { functions.forEach { db.add(function: $0) } }

  /// Forgets the query's functions.
  func remove(from db: Database) { functions.forEach { db.remove(function: $0) } }

  /// - Throws: ``CatalogError/notYetAvailable(term:)``.
  init(_ expression: ResolvedExpression) throws(CatalogError) {
    condition = try sql(expression)
  }

  private mutating func sql(_ expression: ResolvedExpression) throws(CatalogError) -> String {
    switch expression {
    case .term(let term): return try sql(term)
    case .not(let operand): return "NOT \(try sql(operand))"
    case .and(let operands): return try join(operands, " AND ")
    case .or(let operands): return try join(operands, " OR ")
    }
  }

  private mutating func join(
    _ operands: [ResolvedExpression], _ word: String
  ) throws(CatalogError) -> String {
    var parts: [String] = []
    for operand in operands { parts.append(try sql(operand)) }
    return "(" + parts.joined(separator: word) + ")"
  }

  private mutating func sql(_ term: ResolvedTerm) throws(CatalogError) -> String {
    switch term.meaning {
    case .classes(let condition): return sql(condition)
    case .taken(let interval): return sql(interval)
    case .near(let centre, let metres): return near(centre, metres)
    case .hasPosition: return "(photo.latitude IS NOT NULL)"
    case .hasTime: return "(photo.taken_wall_ms IS NOT NULL)"
    case .hasWarning: return "(photo.warning IS NOT NULL)"
    case .hasObjects(let thresholds):
      return exists("spoken_object", "confidence >= \(least(thresholds, .detection))")
    case .hasScenes(let thresholds):
      return exists("spoken_scene", "probability >= \(least(thresholds, .classification))")
    case .calendar(let calendar):
      return call("photo.taken_wall_ms") { values in
        Int64.fromDatabaseValue(values[0])
          .map { calendar.contains(WallTime(milliseconds: $0)) } ?? false
      }
    case .within(let area):
      return call("photo.latitude, photo.longitude") { values in
        guard let latitude = Double.fromDatabaseValue(values[0]),
          let longitude = Double.fromDatabaseValue(values[1])
        else { return false }
        return Coordinate(latitude: latitude, longitude: longitude).map(area.contains) ?? false
      }
    case .camera(let part):
      return call("camera.make, camera.model") { values in
        let camera = Camera(
          make: String.fromDatabaseValue(values[0]), model: String.fromDatabaseValue(values[1]))
        return TextMatch.text(camera?.name ?? "", holds: part.rawValue)
      }
    case .file(let part):
      return call("folder.path, file.name") { values in
        let folder = FilePath(bytes: Data.fromDatabaseValue(values[0]) ?? Data())
        let name = FilePath(bytes: Data.fromDatabaseValue(values[1]) ?? Data())
        let text = part.rawValue.contains("/") ? folder.appending(name) : name
        return TextMatch.text(text.description, holds: part.rawValue)
      }
    case .country(let codes): return place("country IN (\(bind(codes.sorted())))")
    case .region(let regions): return place(any(of: regions))
    case .city(let ids): return "ifnull(photo.place_id IN (\(bind(ids.sorted()))), 0)"
    case .light(let lights): return any(of: lights)
    case .favourite: return "(photo.id IN (SELECT photo_id FROM favourite))"
    case .rating(let condition):
      let stars = "ifnull((SELECT stars FROM rating WHERE photo_id = photo.id), 0)"
      return "(\(stars) \(condition.comparison.rawValue) \(bind(condition.number)))"
    case .model(let name):
      return exists(
        "photo_model", "model_id = (SELECT id FROM model WHERE name = \(bind(name)))")
    case .similar(let photos):
      return call("photo.id") { values in
        Int64.fromDatabaseValue(values[0]).map { photos[$0] != nil } ?? false
      }
    case .label(let condition):
      return exists(
        "label_result",
        "label_id = \(bind(condition.label)) AND probability >= \(bind(condition.probability))")
    }
  }

  private mutating func bind(_ value: any DatabaseValueConvertible) -> String {
    arguments.append(value)
    return "?"
  }

  private mutating func bind(_ values: [any DatabaseValueConvertible]) -> String {
    values.map { bind($0) }.joined(separator: ", ")
  }

  private func place(_ condition: String) -> String {
    "ifnull(photo.place_id IN (SELECT id FROM place WHERE \(condition)), 0)"
  }

  private mutating func any(of regions: Set<RegionReference>) -> String {
    let conditions = regions.sorted().map {
      "(country = \(bind($0.country)) AND region = \(bind($0.name)))"
    }
    return conditions.isEmpty ? "0" : conditions.joined(separator: " OR ")
  }

  private mutating func any(of lights: Set<Light>) -> String {
    let conditions = lights.sorted().map { LightSQL.condition(for: $0) }
    return conditions.isEmpty ? "0" : "ifnull(\(conditions.joined(separator: " OR ")), 0)"
  }

  /// What a box or scene must reach, whatever its class.
  private mutating func least(_ thresholds: Thresholds, _ task: RecognitionTask) -> String {
    let own = thresholds.own.filter { $0.key.task == task }.sorted { $0.key < $1.key }
    guard !own.isEmpty else { return bind(thresholds.usual(for: task)) }
    var cases = ""
    for (reference, confidence) in own {
      cases += " WHEN class_id IN \(classIDs([reference])) THEN \(bind(confidence))"
    }
    return "CASE\(cases) ELSE \(bind(thresholds.usual(for: task))) END"
  }

  private mutating func call(
    _ columns: String, _ body: @escaping @Sendable ([DatabaseValue]) -> Bool
  ) -> String {
    let name = "query_term_\(functions.count)"
    let function = DatabaseFunction(name, pure: true) { body($0) }
    functions.append(function)
    return "\(name)(\(columns))"
  }

  private mutating func sql(_ interval: WallInterval) -> String {
    var parts = ["photo.taken_wall_ms IS NOT NULL"]
    if let from = interval.from {
      parts.append("photo.taken_wall_ms >= \(bind(from.milliseconds))")
    }
    if let end = interval.toExclusive {
      parts.append("photo.taken_wall_ms < \(bind(end.milliseconds))")
    }
    return "(" + parts.joined(separator: " AND ") + ")"
  }

  /// A box finds the few photos for which the distance is worth computing.
  private mutating func near(_ centre: Coordinate, _ metres: Double) -> String {
    let box = BoundingBox(around: centre, radius: metres)
    let latitudes =
      "photo.latitude BETWEEN \(bind(box.latitudes.lowerBound)) "
      + "AND \(bind(box.latitudes.upperBound))"
    var ranges: [String] = []
    for range in box.longitudes {
      ranges.append(
        "photo.longitude BETWEEN \(bind(range.lowerBound)) AND \(bind(range.upperBound))")
    }
    let distance =
      "great_circle_metres(photo.latitude, photo.longitude, \(bind(centre.latitude)), "
      + "\(bind(centre.longitude))) <= \(bind(metres))"
    return "ifnull(\(latitudes) AND (\(ranges.joined(separator: " OR "))) AND \(distance), 0)"
  }

  private mutating func sql(_ condition: ClassCondition) -> String {
    if let count = condition.count { return sql(condition, count: count) }
    var parts: [String] = []
    if !condition.objectClasses.isEmpty {
      parts.append(exists("spoken_object", boxes(condition)))
    }
    if !condition.sceneClasses.isEmpty {
      let sure = sure(condition.sceneClasses, "probability", condition.least)
      parts.append(exists("spoken_scene", sure))
    }
    return parts.isEmpty ? "0" : "(" + parts.joined(separator: " OR ") + ")"
  }

  private mutating func sql(_ condition: ClassCondition, count: NumberCondition) -> String {
    guard !condition.objectClasses.isEmpty else { return count.holds(for: 0) ? "1" : "0" }
    let number =
      "(SELECT count(*) FROM spoken_object WHERE photo_id = photo.id AND \(boxes(condition)))"
    return "(\(number) \(count.comparison.rawValue) \(bind(count.number)))"
  }

  private mutating func boxes(_ condition: ClassCondition) -> String {
    let sure = sure(condition.objectClasses, "confidence", condition.least)
    guard let area = condition.minimumArea else { return sure }
    return "\(sure) AND width * height >= \(bind(area))"
  }

  /// Classes of one least value together, so that the index by class and confidence serves.
  private mutating func sure(
    _ classes: [ClassReference], _ column: String, _ least: Thresholds
  ) -> String {
    let groups = Dictionary(grouping: classes) { least.value(for: $0) }
    var parts: [String] = []
    for (confidence, classes) in groups.sorted(by: { $0.key < $1.key }) {
      parts.append("class_id IN \(classIDs(classes)) AND \(column) >= \(bind(confidence))")
    }
    return "(" + parts.joined(separator: " OR ") + ")"
  }

  private mutating func classIDs(_ classes: [ClassReference]) -> String {
    var pairs: [String] = []
    for reference in classes {
      pairs.append("(\(bind(reference.vocabulary)), \(bind(reference.className)))")
    }
    return "(SELECT id FROM label_class WHERE (vocabulary, name) IN "
      + "(VALUES \(pairs.joined(separator: ", "))))"
  }

  /// As a set of photos rather than a look into each: the index by class finds them at once.
  private func exists(_ table: String, _ condition: String) -> String {
    "(photo.id IN (SELECT photo_id FROM \(table) WHERE \(condition)))"
  }
}
