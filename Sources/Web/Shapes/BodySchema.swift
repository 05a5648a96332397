/// The schema of a request's body, taken from the type that the body is decoded to.
///
/// The type decodes itself once from a decoder that has no text: whatever it asks for is noted, and a
/// sample of it is handed over. So the members that are described are those that are read, the ones that
/// may be left out are those that the type has a place for nil for, and nobody writes them down twice.
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
      (self.value, self.schema) = (value, schema)
      return
    }
    let decoder = SampleDecoder()
    value = try Value(from: decoder)
    schema = (type as? any SelfDescribing.Type)?.schema ?? decoder.notes.schema
  }
}

/// Samples of what is made of nothing else.
private enum Plain {
  static func sample<Value>(_ type: Value.Type) -> (Value, Schema)? {
    let samples: [(any Sendable, Schema)] = [
      ("", .string), (false, .boolean), (0, .integer), (Int64(0), .integer), (UInt64(0), .integer),
      (0.0, .number),
    ]
    for (sample, schema) in samples {
      if let value = sample as? Value, Swift.type(of: sample) == type { return (value, schema) }
    }
    guard let words = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
    return word(words)
  }

  private static func word<Word: CaseIterable & RawRepresentable, Value>(
    _ type: Word.Type
  ) -> (Value, Schema)? {
    let words = type.allCases.compactMap { $0.rawValue as? String }
    guard let first = type.allCases.first as? Value, !words.isEmpty else { return nil }
    return (first, .oneOf(words))
  }
}
