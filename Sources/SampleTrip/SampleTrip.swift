import ArgumentParser
import Fixtures
import Foundation
import PhotoCore

/// Makes the sample trip: real photographs with an invented journey.
@main
struct SampleTrip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample-trip",
    abstract: "Stamp real photographs with an invented journey, for trying Meridian out.")

  @Argument(help: "The folder of the photographs.")
  var photographs: String

  @Argument(help: "The folder to make.")
  var output: String

  @Flag(help: "Make large pictures for measuring instead of a trip.")
  var bench = false

  @Option(help: "Megapixels of the pictures for measuring.")
  var megapixels = 12

  func run() throws {
    guard !FileManager.default.fileExists(atPath: output + "/README.txt") else { return }
    let temporary = output + ".incomplete"
    try? FileManager.default.removeItem(atPath: temporary)
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: photographs)
      .filter { $0.hasSuffix(".jpg") || $0.hasSuffix(".png") }.sorted()
    if bench {
      try BenchPictures(names: names, from: photographs, megapixels: megapixels)
        .write(to: temporary)
    } else {
      try Journey(names: names, from: photographs).write(to: temporary)
      print("Sample trip: \(names.count) real photographs with invented dates and places.")
    }
    try? FileManager.default.removeItem(atPath: output)
    try FileManager.default.moveItem(atPath: temporary, toPath: output)
  }
}
