/// The schema of a request's body, taken from the type that the body is decoded to.
///
/// The type decodes itself once from a decoder that has no text: whatever it asks for is noted, and a
/// sample of it is handed over. So the members that are described are those that are read, the ones that
/// may be left out are those that the type has a place for nil for, and nobody writes them down twice.
/// No body may hold others of its own type: the samples would have no end.
enum BodySchema {
  /// - Returns: any JSON for a type that does not take the samples; a test sees to it that there is none.
  static func of<Body: Decodable>(_ type: Body.Type) -> Schema {
    (try? Sample(type).schema) ?? .any
  }
}

/// A part of a body whose schema says more than what it is decoded from.
protocol SelfDescribing {
  static var schema: Schema { get }
}

/// A word that a client sends. One that is none of them is decoded as well, so that whoever takes it can
/// say in a sentence which there are.
struct Sent<Word: CaseIterable & RawRepresentable>: Decodable, Sendable, SelfDescribing
where Word.RawValue == String {
  /// As it came.
  let text: String

  /// nil for none of the words.
  var word: Word? { Word(rawValue: text) }

  init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  static var schema: Schema { .words(Word.self) }
}

/// A value of a type, as good as any, and the schema of all.
struct Sample<Value: Decodable> {
  let value: Value
  let schema: Schema

  init(_ type: Value.Type) throws {
    if let (value, schema) = Plain.sample(type) {
      self.value = value
      self.schema = schema
      return
    }
    let decoder = SampleDecoder()
    value = try Value(from: decoder)
    schema = (type as? any SelfDescribing.Type)?.schema ?? decoder.notes.schema
  }
}

/// Samples of what is made of nothing else.
private enum Plain {
  /// - Returns: nil for a type that is made of others.
  static func sample<Value>(_ type: Value.Type) -> (Value, Schema)? {
    let found: (Any?, Schema)? =
      switch type {
      case is String.Type: ("", .string)
      case is Bool.Type: (false, .boolean)
      case let type as any FixedWidthInteger.Type: (zero(type), .integer)
      case let type as any BinaryFloatingPoint.Type: (zero(type), .number)
      case let type as any (CaseIterable & RawRepresentable).Type: first(type)
      default: nil
      }
    guard let found, let value = found.0 as? Value else { return nil }
    return (value, found.1)
  }

  private static func zero<Number: Numeric>(_ type: Number.Type) -> Number { 0 }

  private static func first<Word: CaseIterable & RawRepresentable>(
    _ type: Word.Type
  ) -> (Any?, Schema) {
    (type.allCases.first, .oneOf(type.allCases.compactMap { $0.rawValue as? String }))
  }
}
