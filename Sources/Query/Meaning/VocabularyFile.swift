package import PhotoCore

/// The concepts of a vocabulary file, as they are written: nothing is looked up yet.
///
///     # a comment
///     beach, beaches = seashore, sandbar
///     sunset = light:sunset
///     pet = coco:dog, coco:cat,
///       hamster
///     coco:person @ 40%
///
/// A line that begins with white space continues the line before it.
package struct VocabularyFile: Hashable, Sendable {
  /// The concepts in the order of the file.
  package let concepts: [Definition]
  /// The thresholds in the order of the file.
  package let thresholds: [ThresholdLine]

  /// One concept as it is written.
  package struct Definition: Hashable, Sendable {
    /// The names of the concept, one at least; the first is the one that is shown.
    package let names: [Name]
    /// What it means, one at least.
    package let members: [Member]
    /// The number of its first line, from 1.
    package let line: Int
  }

  /// One of the things that a concept means.
  package enum Member: Hashable, Sendable {
    /// A class of any vocabulary, a concept, or both; with a vocabulary, its class only.
    case name(Name, vocabulary: VocabularyID?)
    /// A light.
    case light(Light)
  }

  /// The most bytes of a file that are read.
  package static let maximumLength = 1_000_000

  /// The vocabulary that Meridian comes with.
  package static let defaultText = String(
    decoding: PackageResources.Vocabulary_txt, as: UTF8.self)

  /// Reads the text of a file.
  ///
  /// - Throws: ``VocabularyError`` for the first line that is not understood.
  package init(parsing text: String) throws(VocabularyError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw VocabularyError(.tooLong(limit: Self.maximumLength), line: 1)
    }
    var concepts: [Definition] = []
    var thresholds = ThresholdLines()
    for (line, text) in try Self.logicalLines(of: text) {
      if ThresholdLine.isMeant(by: text) {
        try thresholds.add(ThresholdLine(parsing: text, line: line))
      } else {
        concepts.append(try Self.definition(in: text, line: line))
      }
    }
    self.concepts = concepts
    self.thresholds = thresholds.all
  }

  /// The lines without comments, each with its continuations and the number of its first line.
  private static func logicalLines(of text: String) throws(VocabularyError) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, raw) in all.enumerated() {
      let content = raw.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      guard content.first?.isWhitespace == true else {
        lines.append((index + 1, String(content)))
        continue
      }
      guard let last = lines.last else {
        throw VocabularyError(.nothingToContinue, line: index + 1)
      }
      lines[lines.count - 1] = (last.0, last.1 + " " + content)
    }
    return lines
  }

  private static func definition(
    in text: String, line: Int
  ) throws(VocabularyError) -> Definition {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw VocabularyError(.equalsSign, line: line) }
    var names: [Name] = []
    for part in sides[0].split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = Name(rawValue: String(part)) else {
        throw VocabularyError(.noName, line: line)
      }
      names.append(name)
    }
    var members: [Member] = []
    for part in sides[1].split(separator: ",") where part.contains(where: { !$0.isWhitespace }) {
      members.append(try member(String(part), line: line))
    }
    guard !members.isEmpty else { throw VocabularyError(.noMembers, line: line) }
    return Definition(names: names, members: members, line: line)
  }

  private static func member(_ text: String, line: Int) throws(VocabularyError) -> Member {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = Name(rawValue: String(parts[0])) else {
      throw VocabularyError(.prefix(text), line: line)
    }
    guard parts.count == 2 else { return .name(first, vocabulary: nil) }
    guard let name = Name(rawValue: String(parts[1])) else {
      throw VocabularyError(.prefix(text), line: line)
    }
    if first.key == Field.light.rawValue {
      guard let light = Light(rawValue: name.key) else {
        throw VocabularyError(.light(name.rawValue), line: line)
      }
      return .light(light)
    }
    guard let vocabulary = VocabularyID(rawValue: first.rawValue) else {
      throw VocabularyError(.prefix(text), line: line)
    }
    return .name(name, vocabulary: vocabulary)
  }
}

/// Why a vocabulary file was not understood, and where.
package struct VocabularyError: Error, Hashable, Sendable {
  /// What is wrong.
  package let problem: Problem
  /// The line, from 1.
  package let line: Int

  package init(_ problem: Problem, line: Int) {
    self.problem = problem
    self.line = line
  }

  /// What can be wrong with a vocabulary file.
  package enum Problem: Hashable, Sendable {
    /// The file has more bytes than the limit.
    case tooLong(limit: Int)
    /// The first line begins with white space.
    case nothingToContinue
    /// Not exactly one equals sign.
    case equalsSign
    /// A missing name to the left of the equals sign.
    case noName
    /// Nothing to the right of the equals sign.
    case noMembers
    /// A colon with something other than a vocabulary before it, or nothing after it.
    case prefix(String)
    /// No light of this name.
    case light(String)
    /// A name that an earlier line defines.
    case definedTwice(String, firstLine: Int)
    /// Concepts that mean each other, from the first back to itself.
    case cycle([String])
    /// Concepts within concepts, more than the limit.
    case tooDeep(limit: Int)
    /// Not a class, an `@` and a share from 0 to 1.
    case threshold(String)
    /// A class that an earlier line gives a threshold.
    case thresholdTwice(String, firstLine: Int)
  }
}

extension VocabularyError: CustomStringConvertible {
  /// Sentences for the user: what is wrong, and what to do.
  package var description: String { "Vocabulary, line \(line): \(sentence)" }

  private var sentence: String {
    switch problem {
    case .tooLong(let limit): "the file is longer than \(limit) bytes; shorten it."
    case .nothingToContinue:
      "a line that begins with a space continues the one before, but there is none; remove the space."
    case .equalsSign: "write one concept a line, as in: beach = seashore, sandbar"
    case .noName: "a name is missing before the equals sign; write one, or remove the comma."
    case .noMembers: "nothing follows the equals sign; write what the concept means."
    case .prefix(let text):
      "“\(text)” is not understood; before a colon comes a vocabulary such as coco, or light."
    case .light(let name):
      "unknown light “\(name)”; use one of "
        + Light.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .definedTwice(let name, let first):
      "“\(name)” is already defined in line \(first); combine the two."
    case .cycle(let names):
      "concepts refer to each other (\(names.joined(separator: " → "))); remove one of these."
    case .tooDeep(let limit): "more than \(limit) nested concepts; simplify them."
    case .threshold(let text):
      "“\(text)” is not understood; write a class and the confidence from which it counts, as in: "
        + "coco:person @ 40%"
    case .thresholdTwice(let name, let first):
      "“\(name)” already has a threshold in line \(first); keep one."
    }
  }
}
