/// Hands out samples, and notes of what.
struct SampleDecoder: Decoder {
  /// Shared with the containers, which are values.
  final class Notes {
    var members: [Schema.Member]?
    var whole: Schema?
    var schema: Schema { members.map(Schema.object) ?? whole ?? .any }
  }

  let notes = Notes()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    if notes.members == nil { notes.members = [] }
    return KeyedDecodingContainer(SampleMembers<Key>(notes: notes))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer { SampleList(notes: notes) }
  func singleValueContainer() -> any SingleValueDecodingContainer { SampleValue(notes: notes) }

  /// What no body of ours is made of.
  static var unsupported: DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "no sample of this"))
  }
}

/// An object that has every member that it is asked for.
private final class SampleMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let notes: SampleDecoder.Notes
  private var omittable: Set<String> = []

  init(notes: SampleDecoder.Notes) { self.notes = notes }

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  /// Asked by `decodeIfPresent` alone, before it decodes: the member may be left out, or be null.
  func contains(_ key: Key) -> Bool {
    omittable.insert(key.stringValue)
    return true
  }

  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    let sample = try Sample(type)
    let mayBeMissing = omittable.contains(key.stringValue)
    notes.members?.append(
      Schema.Member(
        Self.snakeCase(key.stringValue), mayBeMissing ? .optional(sample.schema) : sample.schema,
        isRequired: !mayBeMissing))
    return sample.value
  }

  /// As names are in JSON: the other way round than the decoder of bodies takes them.
  private static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw SampleDecoder.unsupported }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw SampleDecoder.unsupported
  }
  func superDecoder() throws -> any Decoder { throw SampleDecoder.unsupported }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw SampleDecoder.unsupported }
}

/// A list of one element.
private struct SampleList: UnkeyedDecodingContainer {
  let notes: SampleDecoder.Notes
  var currentIndex = 0

  init(notes: SampleDecoder.Notes) { self.notes = notes }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { 1 }
  var isAtEnd: Bool { currentIndex == 1 }

  mutating func decodeNil() -> Bool { false }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let sample = try Sample(type)
    notes.whole = .list(sample.schema)
    currentIndex += 1
    return sample.value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { throw SampleDecoder.unsupported }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw SampleDecoder.unsupported
  }
  mutating func superDecoder() throws -> any Decoder { throw SampleDecoder.unsupported }
}

/// One value.
private struct SampleValue: SingleValueDecodingContainer {
  let notes: SampleDecoder.Notes

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let sample = try Sample(type)
    notes.whole = sample.schema
    return sample.value
  }
}
