/// The tree as JSON: each node is an object with one key.
///
///     {"and": [{"name": {"name": "beach"}}, {"not": {"date": {"from": "2014-06", "to": "2014-07"}}}]}
///
/// What is read is checked as strictly as text: numbers out of range and trees that are deeper than
/// ``QueryParser/maximumNesting`` are errors.
extension QueryExpression: Codable {
  private enum JoinKey: String, CodingKey { case and, or, not }

  package init(from decoder: any Decoder) throws {
    guard try decoder.container(keyedBy: TextKey.self).allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a node has exactly one key"))
    }
    let container = try decoder.container(keyedBy: JoinKey.self)
    switch container.allKeys.first {
    case nil:
      self = .term(try Term(from: decoder))
      return
    case .not: self = .not(try container.decode(QueryExpression.self, forKey: .not))
    case .and: self = .and(try Self.operands(in: container, .and))
    case .or: self = .or(try Self.operands(in: container, .or))
    }
    guard nesting <= QueryParser.maximumNesting else {
      let limit = QueryParser.maximumNesting
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "deeper than \(limit)"))
    }
  }

  private static func operands(
    in container: KeyedDecodingContainer<JoinKey>, _ key: JoinKey
  ) throws -> Operands {
    guard let operands = Operands(try container.decode([QueryExpression].self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "fewer than two operands")
    }
    return operands
  }

  /// Writes the node and all below it.
  package func encode(to encoder: any Encoder) throws {
    if case .term(let term) = self { return try term.encode(to: encoder) }
    var container = encoder.container(keyedBy: JoinKey.self)
    switch self {
    case .term: break
    case .not(let operand): try container.encode(operand, forKey: .not)
    case .and(let operands): try container.encode(operands.expressions, forKey: .and)
    case .or(let operands): try container.encode(operands.expressions, forKey: .or)
    }
  }
}
