internal import Geography
internal import PhotoCore

/// A term as JSON: an object whose one key is the ``Term/kind``.
extension Term: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: TextKey.self)
    guard let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a term has a key"))
    }
    self = try Self.plainTerm(in: container, key) ?? Self.fieldTerm(in: container, key)
  }

  /// A term without a field; nil where the key is something else.
  private static func plainTerm(
    in container: KeyedDecodingContainer<TextKey>, _ key: TextKey
  ) throws -> Term? {
    switch key.stringValue {
    case "name": return .name(try container.decode(NameTerm.self, forKey: key))
    case "date": return .date(try container.decode(DateTerm.self, forKey: key))
    case "rating":
      let condition = try container.decode(NumberCondition.self, forKey: key)
      let isRating = (0...5).contains(condition.number)
      return .rating(try check(isRating ? condition : nil, forKey: key, in: container))
    case "favourite":
      return try check(
        container.decode(Bool.self, forKey: key) ? .favourite : nil, forKey: key, in: container)
    default: return nil
    }
  }

  private static func fieldTerm(
    in container: KeyedDecodingContainer<TextKey>, _ key: TextKey
  ) throws -> Term {
    let field = try check(Field(rawValue: key.stringValue), forKey: key, in: container)
    switch field {
    case .near: return .near(try container.decode(NearTerm.self, forKey: key))
    case .within:
      let corners = try container.decode([Corner].self, forKey: key).map(\.coordinate)
      return .within(try check(Polygon(corners: corners), forKey: key, in: container))
    case .country, .city, .region:
      let level = try check(PlaceTerm.Level(rawValue: field.rawValue), forKey: key, in: container)
      return .place(PlaceTerm(level: level, name: try container.decode(Name.self, forKey: key)))
    case .month, .weekday, .hour:
      let cycle = try check(
        CalendarTerm.Cycle(rawValue: field.rawValue), forKey: key, in: container)
      let range = try container.decode(Range.self, forKey: key)
      let term = CalendarTerm(cycle, from: range.first, to: range.last)
      return .calendar(try check(term, forKey: key, in: container))
    case .light: return .light(try container.decode(Light.self, forKey: key))
    case .label: return .label(try container.decode(LabelTerm.self, forKey: key))
    case .camera: return .camera(try container.decode(SearchText.self, forKey: key))
    case .file: return .file(try container.decode(SearchText.self, forKey: key))
    case .model: return .model(try container.decode(SearchText.self, forKey: key))
    case .like: return .like(try container.decode(SearchText.self, forKey: key))
    case .has: return .has(try container.decode(PhotoFact.self, forKey: key))
    }
  }

  private static func check<Value>(
    _ value: Value?, forKey key: TextKey, in container: KeyedDecodingContainer<TextKey>
  ) throws -> Value {
    guard let value else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "not a term that Meridian knows")
    }
    return value
  }

  /// Writes `{kind: value}`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: TextKey.self)
    let key = TextKey(stringValue: kind)
    switch self {
    case .name(let term): try container.encode(term, forKey: key)
    case .date(let term): try container.encode(term, forKey: key)
    case .near(let term): try container.encode(term, forKey: key)
    case .within(let polygon):
      try container.encode(polygon.corners.map(Corner.init), forKey: key)
    case .place(let term): try container.encode(term.name, forKey: key)
    case .light(let light): try container.encode(light, forKey: key)
    case .calendar(let term):
      try container.encode(Range(first: term.first, last: term.last), forKey: key)
    case .label(let term): try container.encode(term, forKey: key)
    case .favourite: try container.encode(true, forKey: key)
    case .rating(let condition): try container.encode(condition, forKey: key)
    case .camera(let text), .file(let text), .model(let text), .like(let text):
      try container.encode(text, forKey: key)
    case .has(let attribute): try container.encode(attribute, forKey: key)
    }
  }

  private struct Range: Codable {
    let first: Int
    let last: Int
  }
}

/// Any key of a JSON object.
struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}

/// A point as `[latitude, longitude]`, checked when read.
private struct Corner: Codable {
  let coordinate: Coordinate

  init(_ coordinate: Coordinate) {
    self.coordinate = coordinate
  }

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let latitude = try container.decode(Double.self)
    let longitude = try container.decode(Double.self)
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a point out of range")
    }
    self.coordinate = coordinate
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(coordinate.latitude)
    try container.encode(coordinate.longitude)
  }
}

extension NearTerm: Codable {
  private enum CodingKeys: CodingKey { case point, place, distance }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let distance = try container.decode(Distance.self, forKey: .distance)
    if let point = try container.decodeIfPresent(Corner.self, forKey: .point) {
      self.init(centre: .point(point.coordinate), distance: distance)
    } else {
      let place = try container.decode(Name.self, forKey: .place)
      self.init(centre: .place(place), distance: distance)
    }
  }

  /// Writes `{"point": [55.86, -4.25], "distance": {"value": 25, "unit": "km"}}`, or `"place"` with
  /// a name instead of the point.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch centre {
    case .point(let point): try container.encode(Corner(point), forKey: .point)
    case .place(let name): try container.encode(name, forKey: .place)
    }
    try container.encode(distance, forKey: .distance)
  }
}

extension Distance.Unit: Codable {}

extension Distance: Codable {
  private enum CodingKeys: CodingKey { case value, unit }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let value = try container.decode(Double.self, forKey: .value)
    guard let distance = Distance(value, try container.decode(Unit.self, forKey: .unit)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: container, debugDescription: "a distance out of range")
    }
    self = distance
  }

  /// Writes `{"value": 25, "unit": "km"}`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(value, forKey: .value)
    try container.encode(unit, forKey: .unit)
  }
}
