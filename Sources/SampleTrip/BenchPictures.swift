import Fixtures
import Foundation
import PhotoCore

/// Large JPEGs for measuring: the photographs enlarged to a camera's size, each several times with
/// other metadata, so that no two files are the same.
struct BenchPictures {
  let names: [String]
  let from: String
  let megapixels: Int

  private static let copies = 6

  func write(to folder: String) throws {
    // Three to two, as most cameras have it.
    let side = Int((Double(megapixels) * 1_000_000 * 1.5).squareRoot())
    for name in names.filter({ $0.hasSuffix(".jpg") }) {
      guard let data = FileManager.default.contents(atPath: "\(from)/\(name)") else {
        throw FixtureError.cannotRead(name)
      }
      let jpeg = try SourcePicture.jpeg(
        from: [UInt8](data), longestSide: side, quality: 90, enlarge: true)
      for copy in 0..<Self.copies {
        let fields = ExifFixture(
          orientation: 1, taken: "2014:06:12 15:30:12", model: "Bench \(copy)")
        try Data(fields.inserted(intoJPEG: jpeg))
          .write(to: URL(fileURLWithPath: "\(folder)/\(copy)-\(name)"))
      }
    }
    try "Made for measuring; may be deleted.\n"
      .write(toFile: folder + "/README.txt", atomically: true, encoding: .utf8)
  }
}
