import Analysis
import ArgumentParser
import Catalog
import Foundation
import Labels
import Library
import PhotoCore
import Query

struct LabelMarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark examples as yes or no, from a query or a list of files.",
    discussion: """
      Examples:
        meridian label mark me --yes 'person = 1 and file:IMG_01'
        meridian label mark me --no --files strangers.txt
        meridian label mark me --forget 'file:IMG_0113'

      If a label is about boxes, --no marks every box of its class on the photos, and --yes marks the \
      only one. Photos with several boxes are reported and skipped unless --largest is given. A list \
      has one full path per line. Undo with `meridian label undo`.
      """)

  @OptionGroup var arguments: LabelArguments

  @Argument(help: "The query.")
  var query: [String] = []

  @Flag(name: .long, help: "The photos show it.")
  var yes = false

  @Flag(name: .long, help: "The photos do not show it.")
  var no = false

  @Flag(name: .long, help: "Remove their answers.")
  var forget = false

  @Flag(name: .long, help: "If there are several boxes, --yes marks the largest.")
  var largest = false

  @Option(help: "A file with one photo path per line; - for standard input.")
  var files: String?

  func validate() throws {
    guard [yes, no, forget].count(where: { $0 }) == 1 else {
      throw ValidationError("Pass one of --yes, --no and --forget.")
    }
    guard query.isEmpty != (files == nil) else {
      throw ValidationError("Give a query, or a list with --files.")
    }
  }

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      let photos = try files.map { try listed($0, catalogue) } ?? found()
      let answer = forget ? nil : yes
      let meant = try arguments.options.folder.marking(
        photos, as: answer, for: label, takesLargest: largest, in: catalogue)
      let changed = try catalogue.labels.mark(
        meant.marks, as: answer, of: label.id, by: files == nil ? .query : .list,
        at: WallClock.now().milliseconds)
      report(changed, of: meant, for: try catalogue.labels.label(label.id) ?? label)
    }
  }

  private func found() throws -> [Int64] {
    try QuerySession(query.joined(separator: " "), arguments.options).hits.ids
  }

  private func listed(_ list: String, _ catalogue: CatalogDatabase) throws -> [Int64] {
    let data =
      list == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: list)
    guard let data else {
      throw ValidationError("The list \(list) cannot be read: check its name.")
    }
    var photos: [Int64] = []
    var unknown = 0
    for line in Array(data).split(separator: 0x0A) {
      let bytes = line.last == 0x0D ? line.dropLast() : line
      guard !bytes.isEmpty else { continue }
      if let id = try catalogue.files.file(at: FilePath(bytes: Array(bytes)))?.photoID {
        photos.append(id)
      } else {
        unknown += 1
      }
    }
    if unknown > 0 {
      Terminal.note("Not in the library: \(Terminal.count(unknown, "file")) of the list.")
    }
    return photos
  }

  private func report(_ changed: Int, of meant: LabelMarking, for label: LabelRecord) {
    print("\(Terminal.count(changed, "answer")) changed.")
    let className = label.subject.className ?? ""
    if !meant.without.isEmpty {
      print("\(Terminal.count(meant.without.count, "photo")) without a box of \(className).")
    }
    if !meant.ambiguous.isEmpty {
      print(
        "\(Terminal.count(meant.ambiguous.count, "photo")) with several boxes of \(className): mark "
          + "the right one in the web app, or pass --largest.")
    }
    print(LabelText.line(label))
  }
}

struct LabelUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo the label's last mark, however many photos it covered.")

  @OptionGroup var arguments: LabelArguments

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      let changed = try catalogue.labels.undoMark(of: label.id).count
      print(
        changed == 0
          ? "Nothing to undo."
          : "\(Terminal.count(changed, "answer")) as before.")
      if let now = try catalogue.labels.label(label.id) { print(LabelText.line(now)) }
    }
  }
}

struct LabelExamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "examples", abstract: "List a label's examples.")

  @OptionGroup var arguments: LabelArguments

  @Flag(name: .long, help: "Print JSON lines.")
  var json = false

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      for example in try catalogue.labels.examples(of: label.id) {
        print(json ? LabelText.json(example) : LabelText.line(example))
      }
    }
  }
}

struct LabelExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a label's examples as CSV: sha256, file, box, answer.")

  @OptionGroup var arguments: LabelArguments

  @Option(name: .shortAndLong, help: "The file to write. Default: standard output.")
  var output: String?

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      let text = ExampleFile.text(of: try catalogue.labels.examples(of: label.id))
      guard let output else {
        FileHandle.standardOutput.write(Data(text.utf8))
        return
      }
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw LibraryError.notWritable(
          path: output, detail: (error as NSError).localizedDescription)
      }
    }
  }
}

struct LabelImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import marks from a CSV file written by `export`.",
    discussion: "Photos are identified by their SHA-256, wherever their files are.")

  @OptionGroup var arguments: LabelArguments

  @Argument(help: "The CSV file; - for standard input.")
  var file: String

  func run() throws {
    try Failure.explained {
      let (label, catalogue) = try arguments.open()
      let data =
        file == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : FileManager.default.contents(atPath: file)
      guard let data, let text = String(data: data, encoding: .utf8) else {
        throw ValidationError("\(file) cannot be read as UTF-8 text: check its name.")
      }
      let read = try ExampleFile.read(
        text, into: label, catalogue, at: WallClock.now().milliseconds)
      print("\(Terminal.count(read.changed, "answer")) changed.")
      if read.unknown > 0 { print("\(read.unknown) about photos that are not in the library.") }
      for (row, sentence) in read.problems.sorted(by: { $0.key < $1.key }).prefix(10) {
        print("Skipped row \(row). \(sentence)")
      }
      if let now = try catalogue.labels.label(label.id) { print(LabelText.line(now)) }
      if !read.problems.isEmpty { throw ExitCode(1) }
    }
  }
}
