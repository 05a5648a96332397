/// Holds JSON to the JSON Schema that the API document uses.
///
/// An object's members are all that its schema names: any other is a problem, so that none is
/// left out. A keyword that is not known here is one as well: nothing is taken for checked that is not.
struct SchemaCheck {
  /// The schemas that others refer to, by name.
  let named: [String: JSONValue]

  private static let keywords: Set = [
    "type", "properties", "required", "enum", "anyOf", "items", "additionalProperties", "$ref",
  ]

  /// What is wrong, each with its place; empty for a value that fits.
  func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard let rules = schema.members else { return ["\(place): the schema is no object"] }
    let unknown = rules.keys.filter { !Self.keywords.contains($0) }
    guard unknown.isEmpty else { return ["\(place): unknown keywords \(unknown.sorted())"] }
    if let reference = rules["$ref"]?.string {
      guard let schema = named[String(reference.split(separator: "/").last ?? "")] else {
        return ["\(place): there is no \(reference)"]
      }
      return problems(value, schema, at: place)
    }
    if let choices = rules["anyOf"]?.elements {
      let found = choices.map { problems(value, $0, at: place) }
      if found.contains([]) { return [] }
      // What was meant is told, not that it is no null.
      return zip(choices, found).filter { $0.0["type"] != .text("null") }.map(\.1)
        .min { $0.count < $1.count } ?? []
    }
    if let words = rules["enum"]?.elements, !words.contains(value) {
      return ["\(place): \(value) is none of the words"]
    }
    guard let type = rules["type"]?.string else { return [] }
    return problems(value, type, rules, at: place)
  }

  private func problems(
    _ value: JSONValue, _ type: String, _ rules: [String: JSONValue], at place: String
  ) -> [String] {
    switch (type, value) {
    case ("object", .object(let members)): problems(members, rules, at: place)
    case ("array", .list(let values)):
      values.enumerated().flatMap { number, value in
        problems(value, rules["items"] ?? .object([:]), at: "\(place)[\(number)]")
      }
    case ("integer", .number(let number)) where number == number.rounded(): []
    case ("number", .number), ("string", .text), ("boolean", .bool), ("null", .null): []
    default: ["\(place): \(String("\(value)".prefix(100))) is no \(type)"]
    }
  }

  private func problems(
    _ members: [String: JSONValue], _ rules: [String: JSONValue], at place: String
  ) -> [String] {
    let missing = (rules["required"]?.elements ?? []).compactMap(\.string)
      .filter { members[$0] == nil }.map { "\(place): \($0) is missing" }
    let known = rules["properties"]?.members ?? [:]
    let wrong = members.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
      let inside = "\(place).\(name)"
      guard let schema = known[name] ?? rules["additionalProperties"] else {
        return ["\(inside) is not described"]
      }
      return problems(value, schema, at: inside)
    }
    return missing + wrong
  }
}
