internal import PhotoCore

extension VocabularyFile {
  /// A line such as `coco:person @ 40%`: from which confidence a class counts.
  package struct ThresholdLine: Hashable, Sendable {
    /// The class, by its name or a synonym.
    package let name: Name
    /// The only vocabulary in which the class is looked up; nil for all.
    package let vocabulary: VocabularyID?
    /// The least confidence.
    package let confidence: Fraction
    /// The number of the line, from 1.
    package let line: Int

    /// The class as it is written.
    var text: String { (vocabulary.map { "\($0.rawValue):" } ?? "") + name.rawValue }

    /// A line without an equals sign is no concept.
    static func isMeant(by text: String) -> Bool { text.contains("@") && !text.contains("=") }

    /// - Throws: ``VocabularyError`` for anything else than a class, `@` and a share.
    init(parsing text: String, line: Int) throws(VocabularyError) {
      let sides = text.split(separator: "@", omittingEmptySubsequences: false)
      let names = sides[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let vocabulary = names.count == 2 ? VocabularyID(rawValue: Self.trimmed(names[0])) : nil
      guard sides.count == 2, let name = Name(rawValue: names.last.map(String.init) ?? ""),
        (vocabulary != nil) == (names.count == 2), let confidence = Self.share(sides[1])
      else { throw VocabularyError(.threshold(Self.trimmed(text[...])), line: line) }
      self.name = name
      self.vocabulary = vocabulary
      self.confidence = confidence
      self.line = line
    }

    /// `40%`, `40 %` or `0.4`.
    private static func share(_ text: Substring) -> Fraction? {
      var digits = trimmed(text)
      let isPercentage = digits.hasSuffix("%")
      if isPercentage { digits = trimmed(digits.dropLast()) }
      // Double would also take signs, exponents and `nan`.
      guard digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
        let number = Double(digits)
      else { return nil }
      return Fraction(rawValue: isPercentage ? number / 100 : number)
    }

    private static func trimmed(_ text: Substring) -> String {
      Name(rawValue: String(text))?.rawValue ?? ""
    }
  }

  /// The lines with thresholds, each class once.
  struct ThresholdLines {
    private(set) var all: [ThresholdLine] = []
    private var lineOfText: [String: Int] = [:]

    mutating func add(_ line: ThresholdLine) throws(VocabularyError) {
      if let first = lineOfText.updateValue(line.line, forKey: line.text.lowercased()) {
        throw VocabularyError(.thresholdTwice(line.text, firstLine: first), line: line.line)
      }
      all.append(line)
    }
  }
}

/// What the lines with thresholds mean with the installed models.
struct ThresholdResolution {
  /// The least confidence of each class that has its own.
  private(set) var own: [ClassReference: Double] = [:]
  /// Lines about classes that no installed model knows.
  private(set) var unknown: [UnknownMember] = []

  /// A line for the class of one vocabulary says more than one for all classes of a name.
  init(_ lines: [VocabularyFile.ThresholdLine], _ index: ClassIndex) {
    let general = lines.filter { $0.vocabulary == nil }
    for line in general + lines.filter({ $0.vocabulary != nil }) {
      let classes = index.classes(named: line.name, in: line.vocabulary)
      if classes.isEmpty,
        let unknown = index.unknownMember(line.name, in: line.vocabulary, line.line)
      {
        self.unknown.append(unknown)
      }
      for reference in classes { own[reference] = line.confidence.rawValue }
    }
  }
}
