/// One section of a `.cfg` as text: its options by name, each with its line.
struct DarknetSection {
  /// The section's name, layer number and line.
  let place: DarknetPlace
  /// Of an option that is repeated the first counts, as in Darknet.
  private(set) var options: [String: Option] = [:]

  struct Option {
    let value: String
    let line: Int
  }

  /// The sections of a text. White space has no meaning, `#` and `;` begin comment lines.
  static func sections(of text: String) throws(DarknetError) -> [DarknetSection] {
    var sections: [DarknetSection] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, raw) in lines.enumerated() {
      let line = String(raw.filter { !$0.isWhitespace })
      guard let first = line.first, first != "#", first != ";" else { continue }
      if first == "[" {
        guard line.last == "]", line.count > 2 else {
          throw .syntax(line: index + 1, text: String(raw))
        }
        let layer = sections.isEmpty ? nil : sections.count - 1
        let name = String(line.dropFirst().dropLast())
        let place = DarknetPlace(section: name, layer: layer, line: index + 1)
        sections.append(DarknetSection(place: place))
      } else {
        guard let equals = line.firstIndex(of: "="), equals != line.startIndex, !sections.isEmpty
        else { throw .syntax(line: index + 1, text: String(raw)) }
        let value = String(line[line.index(after: equals)...])
        sections[sections.count - 1].add(
          String(line[..<equals]), Option(value: value, line: index + 1))
      }
    }
    return sections
  }

  private mutating func add(_ name: String, _ option: Option) {
    if options[name] == nil { options[name] = option }
  }

  /// Where an option stands, for errors about it.
  func place(of option: String) -> DarknetPlace {
    DarknetPlace(
      section: place.section, layer: place.layer, line: options[option]?.line ?? place.line)
  }

  /// A whole number.
  ///
  /// - Parameter fallback: the value where the option is missing; nil where it must be there.
  func integer(
    _ name: String, default fallback: Int? = nil, in range: ClosedRange<Int>
  ) throws(DarknetError) -> Int {
    guard let option = options[name] else {
      guard let fallback else { throw .missingOption(place, option: name) }
      return fallback
    }
    guard let number = Int(option.value), range.contains(number) else {
      throw bad(name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number above 0.
  func positive(_ name: String, default fallback: Double) throws(DarknetError) -> Double {
    guard let option = options[name] else { return fallback }
    guard let number = Double(option.value), number.isFinite, number > 0 else {
      throw bad(name, "a number above 0")
    }
    return number
  }

  /// Numbers with commas between; nil where the option is missing.
  func list<Number>(
    _ name: String, wanted: String, number: (String) -> Number?
  ) throws(DarknetError) -> [Number]? {
    guard let option = options[name] else { return nil }
    var numbers: [Number] = []
    var parts = option.value.split(separator: ",", omittingEmptySubsequences: false)
    // Some files end their lists with a comma.
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    for part in parts {
      guard let value = number(String(part)) else { throw bad(name, wanted) }
      numbers.append(value)
    }
    return numbers
  }

  /// Refuses options that change what is computed, unless they have the value that changes nothing.
  func refuse(unless harmless: KeyValuePairs<String, String>) throws(DarknetError) {
    for (name, value) in harmless {
      guard let option = options[name], option.value != value else { continue }
      if let number = Double(option.value), number == Double(value) { continue }
      throw .unsupportedOption(place(of: name), option: name, value: option.value)
    }
  }

  /// The error about an option's value.
  func bad(_ name: String, _ wanted: String) -> DarknetError {
    .badOption(
      place(of: name), option: name, value: options[name]?.value ?? "missing", wanted: wanted)
  }
}
