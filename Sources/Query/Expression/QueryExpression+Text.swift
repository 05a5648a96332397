internal import Geography
internal import PhotoCore

extension QueryExpression: CustomStringConvertible {
  /// The canonical text: parsing it gives this tree again.
  package var description: String {
    switch self {
    case .term(let term): term.description
    case .not(let operand): "not \(operand.bracketed(if: operand.isJoined))"
    case .and(let operands):
      operands.expressions.map { $0.bracketed(if: $0.isJoined) }.joined(separator: " and ")
    case .or(let operands):
      operands.expressions.map { $0.bracketed(if: $0.isOr) }.joined(separator: " or ")
    }
  }

  private func bracketed(if needed: Bool) -> String {
    needed ? "(\(description))" : description
  }
}

extension Term: CustomStringConvertible {
  /// The canonical text.
  package var description: String {
    switch self {
    case .name(let term): term.description
    case .date(let term): term.description
    case .near(let term): term.description
    case .within(let polygon):
      "within:\"\(polygon.corners.map(TermText.pair).joined(separator: " "))\""
    case .place(let term): "\(kind):\(TermText.value(term.name.rawValue))"
    case .light(let light): "light:\(light.rawValue)"
    case .calendar(let term): term.description
    case .label(let term): term.description
    case .favourite: "favourite"
    case .rating(let condition): "rating \(condition.description)"
    case .camera(let text), .file(let text), .model(let text), .like(let text):
      "\(kind):\(TermText.value(text.rawValue))"
    case .has(let attribute): "has:\(attribute.rawValue)"
    }
  }
}

extension NameTerm: CustomStringConvertible {
  /// The canonical text.
  package var description: String {
    let plain = vocabulary == nil ? Word.isPlainName(name.rawValue) : Word.isPlain(name.rawValue)
    var text = vocabulary.map { "\($0.rawValue):" } ?? ""
    text += plain ? name.rawValue : TermText.quoted(name.rawValue)
    if let count { text += " \(count.description)" }
    if let confidence { text += " @ \(confidence.description)" }
    if let larger { text += " larger \(larger.description)" }
    return text
  }
}

extension LabelTerm: CustomStringConvertible {
  /// The canonical text.
  package var description: String {
    "label:\(TermText.value(name.rawValue))" + (confidence.map { " @ \($0.description)" } ?? "")
  }
}

extension NumberCondition: CustomStringConvertible {
  /// As in `>= 3`.
  package var description: String { "\(comparison.rawValue) \(number)" }
}

extension Fraction: CustomStringConvertible {
  /// As per cent where that is exact, as in `80%`; else as the fraction itself.
  package var description: String {
    let hundredths = (rawValue * 100).rounded()
    let tenths = (rawValue * 1000).rounded() / 10
    for percent in [hundredths, tenths] where percent / 100 == rawValue {
      return TermText.number(percent) + "%"
    }
    return TermText.number(rawValue)
  }
}

extension DateTerm: CustomStringConvertible {
  /// One date where both ends are the same, else a range.
  package var description: String {
    guard from != to else { return from?.rawValue ?? "" }
    return "\(from?.rawValue ?? "")..\(to?.rawValue ?? "")"
  }
}

extension Distance: CustomStringConvertible {
  /// As in `25km`.
  package var description: String { TermText.number(value) + unit.rawValue }
}

extension NearTerm: CustomStringConvertible {
  /// The canonical text.
  package var description: String {
    switch centre {
    case .point(let point): "near:\(TermText.pair(point)),\(distance.description)"
    case .place(let name): "near:\(TermText.quoted(name.rawValue)),\(distance.description)"
    }
  }
}

extension CalendarTerm: CustomStringConvertible {
  /// The canonical text: months and hours as numbers, weekdays as words.
  package var description: String {
    let range = first == last ? word(first) : "\(word(first))..\(word(last))"
    return "\(cycle.rawValue):\(range)"
  }

  private func word(_ number: Int) -> String {
    cycle == .weekday ? CalendarNames.weekdays[number - 1] : String(number)
  }
}

/// The small pieces that canonical texts are made of.
enum TermText {
  /// A value after a colon: plain if it is a plain word, else in quotes.
  static func value(_ text: String) -> String {
    Word.isPlain(text) ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// The shortest digits that read back as the same number, whole numbers without a point.
  static func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func pair(_ point: Coordinate) -> String {
    "\(number(point.latitude)),\(number(point.longitude))"
  }
}
