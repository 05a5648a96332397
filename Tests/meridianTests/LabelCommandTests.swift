import Fixtures
import Foundation
import PhotoCore
import Testing

/// Personal labels as the user teaches them on the command line.
@Suite(.timeLimit(.minutes(20)))
struct LabelCommandTests {
  private let folder: TemporaryFolder

  /// Twelve pictures with a red square and twelve with a blue one.
  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<24 {
      let isRed = number < 12
      let name = "trip/\(isRed ? "red" : "blue")\(number).png"
      try folder.write(
        try Self.picture(isRed ? [220, 30, 30] : [30, 30, 220], seed: number).encoded(".png"),
        to: name)
    }
  }

  private static func picture(_ colour: [UInt8], seed: Int) -> PictureFixture {
    let size = PixelSize(width: 96, height: 64)
    var random = SplitMix64(seed: UInt64(seed))
    var pixels = (0..<size.area * 3).map { _ in UInt8.random(in: 110...140, using: &random) }
    let left = Int.random(in: 5...50, using: &random)
    let top = Int.random(in: 5...25, using: &random)
    for y in top..<top + 32 {
      for x in left..<left + 32 {
        for band in 0..<3 { pixels[(y * size.width + x) * 3 + band] = colour[band] }
      }
    }
    return PictureFixture(size: size, pixels: pixels)
  }

  @discardableResult
  private func meridian(
    _ arguments: String..., input: String = "", code: Int32 = 0
  ) throws -> ProgramRun {
    let run = try ProgramRun(
      arguments, input: Array(input.utf8),
      environment: ["MERIDIAN_LIBRARY": folder.path("library")])
    #expect(run.code == code, "\(arguments): \(run.errors)")
    return run
  }

  @Test func `a label is made, marked, trained, asked for, reviewed, kept and forgotten`() throws {
    try meridian("add", folder.path("trip"))
    let name = "my \"red\" <b>"
    let term = "label:\"my \\\"red\\\" <b>\""
    try meridian("label", "make", name)
    try meridian("label", "make", name.uppercased(), code: 1)
    #expect(try meridian("label", "list").output.contains("whole photos, 0 yes, 0 no, not trained"))
    let refused = try meridian("label", "train", name, code: 1)
    #expect(refused.errors.contains("No examples are marked yes"))
    try meridian("label", "mark", name, "--yes", "file:red")
    let marked = try meridian("label", "mark", name, "--no", "file:blue")
    #expect(marked.output.hasPrefix("12 answers changed."))
    #expect(try meridian("label", "undo", name).output.contains("12 yes, 0 no"))
    let list = (12..<24).map { folder.path("trip/blue\($0).png") }.joined(separator: "\n")
    try folder.write(Array(list.utf8), to: "list.txt")
    try meridian("label", "mark", name, "--no", "--files", folder.path("list.txt"))
    let trained = try meridian("label", "train", name, "--learner", "transfer")
    #expect(trained.output.contains("average precision") && trained.output.contains("transfer"))
    #expect(trained.output.contains("24 photos analysed."))
    #expect(try meridian("find", "\(term) and file:red", "--count").output == "12\n")
    #expect(try meridian("find", "\(term) @ 0%", "--count").output == "24\n")
    #expect(try meridian("find", term, "--why", "--limit", "1").output.contains("label \(name)"))
    #expect(try meridian("find", "--json", "--facets").output.contains("\"labels\":{\"my"))
    let uncertainPhotos = try meridian("label", "review", name, "--json")
    #expect(uncertainPhotos.output.isEmpty, "all photos were answered")
    try meridian("label", "export", name, "-o", folder.path("examples.csv"))
    #expect(String(decoding: folder.read("examples.csv"), as: UTF8.self).contains(",red0.png,,yes"))
    try meridian("label", "threshold", name, "30")
    #expect(try meridian("label", "list").output.contains("at 30 % (chosen)"))
    try meridian("label", "rename", name, "--to", "red")
    try meridian("label", "delete", "red", code: 64)
    try meridian("label", "delete", "red", "--yes")
    try meridian("find", "label:red", code: 1)
    try meridian("label", "make", "again")
    let read = try meridian("label", "import", "again", folder.path("examples.csv"))
    #expect(read.output.contains("12 yes, 12 no"))
  }

  @Test func `a review asks for each until it is answered, skipped or ended`() throws {
    try meridian("add", folder.path("trip"))
    try meridian("label", "make", "red")
    // The last two of each colour are nobody's examples.
    for (colour, first, answer) in [("red", 0, "--yes"), ("blue", 12, "--no")] {
      let paths = (first..<first + 10).map { folder.path("trip/\(colour)\($0).png") }
      let list = try folder.write(Array(paths.joined(separator: "\n").utf8), to: "list.txt")
      try meridian("label", "mark", "red", answer, "--files", list)
    }
    try meridian("label", "train", "red", "--learner", "transfer")
    func state() throws -> String { try meridian("label", "list").output }
    #expect(try state().contains("10 yes, 10 no"))

    // Not understood, yes; taken back, and asked again, skipped; no; ended before the last one.
    let asked = try meridian("label", "review", "red", "--ask", input: "maybe\ny\nu\ns\nN\nq\n")
    #expect(asked.output.components(separatedBy: "red? [y/n/s/u/q]").count - 1 == 6)
    #expect(asked.output.contains("1 answer undone."))
    #expect(asked.output.components(separatedBy: ".png").count - 1 == 4)
    #expect(try state().contains("10 yes, 11 no"))
    let examples = try meridian("label", "examples", "red").output
    #expect(examples.components(separatedBy: "(review)").count - 1 == 1)

    // What was answered is asked no more; the end of the input is the end of the questions.
    let left = try meridian("label", "review", "red", "--ask", input: "y\ny")
    #expect(left.output.components(separatedBy: ".png").count - 1 == 3)
    #expect(try state().contains("12 yes, 11 no"))
    let last = try meridian("label", "review", "red", "--ask", "--limit", "1", input: "")
    #expect(last.output.components(separatedBy: ".png").count - 1 == 1)
    #expect(try state().contains("12 yes, 11 no"))
  }

  @Test func `what cannot be is refused in a sentence`() throws {
    try meridian("add", folder.path("trip"))
    #expect(try meridian("label", "make", "x", "--of", "persn", code: 64).errors.contains("persn"))
    #expect(try meridian("label", "make", " ", code: 1).errors.contains("Enter a name"))
    #expect(try meridian("label", "train", "nobody", code: 1).errors.contains("“nobody”"))
    try meridian("label", "make", "me", "--of", "person")
    try meridian("label", "mark", "me", "file:red", code: 64)
    let none = try meridian("label", "mark", "me", "--yes", "file:red0")
    #expect(none.output.contains("1 photo without a box of person."))
    try meridian("label", "use", "me", "--before", code: 64)
    #expect(try meridian("label", "review", "me", code: 64).errors.contains("not trained yet"))
  }
}
