package import Catalog
internal import Foundation
internal import PhotoCore

/// A label's examples as a CSV file (RFC 4180), which another library reads by the photos' identity.
///
///     sha256,file,box,answer
///     9f86…,IMG_0001.jpg,"0.25,0.3,0.2,0.4",yes
///
/// `file` is for people and not read. An empty box is the whole photo.
package enum ExampleFile {
  /// What a file's rows came to.
  package struct Imported: Hashable, Sendable {
    /// Answers that changed.
    package var changed = 0
    /// Rows about photos that the library does not know.
    package var unknown = 0
    /// Rows that are not understood, by their number, from 1 with the header; with a sentence each.
    package var problems: [Int: String] = [:]
  }

  private static let header = ["sha256", "file", "box", "answer"]

  /// Writes examples.
  package static func text(of examples: [LabelExample]) -> String {
    let rows = examples.map { example in
      [
        example.sha256.hex, example.path?.name.description ?? "",
        example.mark.box?.numbers ?? "", example.answer ? "yes" : "no",
      ]
    }
    return ([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Marks what a file says; one undo takes all of it back. Rows that are not understood, or about
  /// unknown photos, are counted and left out.
  package static func read(
    _ text: String, into label: LabelRecord, _ catalogue: CatalogDatabase, at milliseconds: Int64
  ) throws -> Imported {
    var imported = Imported()
    var rows: [(mark: LabelMarkID, answer: Bool)] = []
    for (number, fields) in records(text).enumerated() {
      if number == 0, fields.first?.lowercased() == "sha256" { continue }
      if fields == [""] { continue }
      do throws(RowProblem) {
        rows.append(try row(fields, label.subject))
      } catch {
        imported.problems[number + 1] = error.sentence
      }
    }
    let known = try catalogue.photos.known(rows.map(\.mark.sha256))
    let answers: [(mark: LabelMark, answer: Bool?)] = rows.compactMap { row in
      known[row.mark.sha256].map { (LabelMark(photo: $0, box: row.mark.box), row.answer) }
    }
    imported.unknown = rows.count - answers.count
    imported.changed = try catalogue.labels.mark(
      answers, of: label.id, by: .imported, at: milliseconds)
    return imported
  }

  private struct RowProblem: Error {
    let sentence: String
  }

  private static func row(
    _ fields: [String], _ subject: LabelSubject
  ) throws(RowProblem) -> (LabelMarkID, Bool) {
    guard fields.count == 4 else {
      throw RowProblem(sentence: "It has \(fields.count) fields instead of 4.")
    }
    guard let hash = ContentHash(hex: fields[0]) else {
      throw RowProblem(sentence: "Its first field is not a SHA-256 of 64 hexadecimal digits.")
    }
    let box = UnitBox(numbers: fields[2])
    guard fields[2].isEmpty || box != nil else {
      throw RowProblem(sentence: "Its box is not left,top,width,height in fractions of the photo.")
    }
    guard (box == nil) == (subject == .photo) else {
      throw RowProblem(
        sentence: box == nil
          ? "It has no box, but the label is about boxes."
          : "It has a box, but the label is about whole photos.")
    }
    switch fields[3].trimmingCharacters(in: .whitespaces).lowercased() {
    case "yes", "y", "1", "true": return (LabelMarkID(sha256: hash, box: box), true)
    case "no", "n", "0", "false": return (LabelMarkID(sha256: hash, box: box), false)
    default: throw RowProblem(sentence: "Its answer is neither yes nor no.")
    }
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = !field.contains { "\",\r\n".contains($0) || $0 == "\r\n" }
    return isPlain ? field : "\"\(field.replacingOccurrences(of: "\"", with: "\"\""))\""
  }

  /// The fields of each record; quoted ones may hold commas and line ends.
  private static func records(_ text: String) -> [[String]] {
    var (records, fields, field): ([[String]], [String], String) = ([], [], "")
    var isQuoted = false
    var scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        records.append(fields + [field])
        fields = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
    }
    return field.isEmpty && fields.isEmpty ? records : records + [fields + [field]]
  }
}
