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
  case list(Schema)
  /// An object with these members, all of which are there.
  case object([(String, Schema)])
  /// An object with these members, each of which may be left out.
  case partial([(String, Schema)])
  /// An object with any keys and values of one kind.
  case map(Schema)
  /// A schema with a name of its own, described once.
  case named(String)
  /// Bytes of a media type.
  case file(String)
  /// Any JSON.
  case any

  /// The media type of a body of this shape; nil for none.
  var mediaType: String? {
    switch self {
    case .nothing: nil
    case .file(let type): type
    default: "application/json"
    }
  }

  /// JSON Schema, as OpenAPI 3.1 takes it.
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
    case .list(let schema): .object([("type", .text("array")), ("items", schema.json)])
    case .object(let members):
      .object([
        ("type", .text("object")), ("properties", Self.properties(members)),
        ("required", .array(members.map { .text($0.0) })),
      ])
    case .partial(let members):
      .object([("type", .text("object")), ("properties", Self.properties(members))])
    case .map(let schema):
      .object([("type", .text("object")), ("additionalProperties", schema.json)])
    case .named(let name): .object([("$ref", .text("#/components/schemas/\(name)"))])
    case .file: .object([("type", .text("string")), ("format", .text("binary"))])
    }
  }

  private static func type(_ name: String) -> JSONText { .object([("type", .text(name))]) }

  private static func properties(_ members: [(String, Schema)]) -> JSONText {
    .object(members.map { ($0.0, $0.1.json) })
  }
}
