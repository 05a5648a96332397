internal import OrderedJSON

/// The shape of a body, as far as the API document tells it.
indirect enum Schema: Sendable {
  /// No body.
  case nothing
  case string, integer, number, boolean
  /// One of these words.
  case oneOf([String])
  /// The same, or null.
  case optional(Schema)
  /// One of these.
  case anyOf([Schema])
  case list(Schema)
  /// An object with these members and no others.
  case object([Member])
  /// An object with any keys and values of one kind.
  case map(Schema)
  /// A schema that is described once, under a name.
  case named(String, Schema)
  /// What is described elsewhere under this name.
  case reference(String)
  /// Bytes of a media type.
  case file(String)
  /// Any JSON.
  case any

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let schema: Schema
    /// Whether every object has it.
    let isRequired: Bool

    init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  /// The words of an enumeration.
  static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> Schema
  where Word.RawValue == String { .oneOf(type.allCases.map(\.rawValue)) }

  /// The media type of a body of this shape; nil for none.
  var mediaType: String? {
    switch self {
    case .nothing: nil
    case .file(let type): type
    default: "application/json"
    }
  }

  /// The schemas that this one is made of.
  var parts: [Schema] {
    switch self {
    case .optional(let schema), .list(let schema), .map(let schema), .named(_, let schema):
      [schema]
    case .anyOf(let schemas): schemas
    case .object(let members): members.map(\.schema)
    case .nothing, .string, .integer, .number, .boolean, .oneOf, .reference, .file, .any: []
    }
  }
}

/// JSON Schema, as OpenAPI 3.1 takes it.
extension Schema {
  /// In one line.
  var text: String { json.line }

  var json: JSONText {
    switch self {
    case .nothing, .any: .object([])
    case .string: Self.type("string")
    case .integer: Self.type("integer")
    case .number: Self.type("number")
    case .boolean: Self.type("boolean")
    case .oneOf(let words):
      .object([("type", .text("string")), ("enum", .array(words.map(JSONText.text)))])
    case .optional(let schema): .object([("anyOf", .array([schema.json, Self.type("null")]))])
    case .anyOf(let schemas): .object([("anyOf", .array(schemas.map(\.json)))])
    case .list(let schema): .object([("type", .text("array")), ("items", schema.json)])
    case .object(let members): Self.object(members)
    case .map(let schema):
      .object([("type", .text("object")), ("additionalProperties", schema.json)])
    case .named(let name, _), .reference(let name):
      .object([("$ref", .text("#/components/schemas/\(name)"))])
    case .file: .object([("type", .text("string")), ("format", .text("binary"))])
    }
  }

  private static func type(_ name: String) -> JSONText { .object([("type", .text(name))]) }

  private static func object(_ members: [Member]) -> JSONText {
    let required = members.filter(\.isRequired)
    let properties = JSONText.object(members.map { ($0.name, $0.schema.json) })
    return .object(
      [("type", .text("object")), ("properties", properties)]
        + (required.isEmpty ? [] : [("required", .array(required.map { .text($0.name) }))]))
  }
}
