internal import Foundation
package import PhotoCore
package import Query

/// Makes the pictures of an export; whoever does it decodes untrusted bytes.
package protocol PhotoRenderer {
  /// Makes one picture at `destination`.
  ///
  /// - Throws: only what must stop the whole export, such as a full disk.
  func render(_ request: RenderRequest) throws -> RenderOutcome
}

/// A picture to be made.
package struct RenderRequest: Hashable, Sendable {
  /// The original, only read.
  package let source: FilePath
  /// The file to make.
  package let destination: FilePath
  /// Boxes to draw, those of the picture before ``turn``; nil for the plain picture.
  package let objects: [DetectedObject]?
  /// How far the upright picture is turned.
  package let turn: PhotoTurn
  /// Whether the position is left out.
  package let stripGPS: Bool
}

/// How a picture came about.
package enum RenderOutcome: Hashable, Sendable {
  /// The bytes of the original.
  case copied
  /// Turned without decoding.
  case lossless
  /// Decoded and encoded again.
  case reencoded
  /// Not at all, with a sentence why.
  case failed(String)
}

/// The ancestor's folders of pictures, numbered in chronological order.
package struct ImageFolder {
  /// Which pictures.
  package enum Kind: String, Sendable, CaseIterable {
    /// All, upright and as the user turned them.
    case images
    /// All, with boxes and names.
    case annotated
    /// Those with a person, upright and as the user turned them.
    case persons

    /// The folder's name.
    package var folderName: String {
      switch self {
      case .images: "images"
      case .annotated: "images_yolo"
      case .persons: "images_personal"
      }
    }
  }

  /// What an export came to.
  package struct Summary: Hashable, Sendable {
    /// Pictures that are the original's bytes.
    package var copied = 0
    /// Pictures that were turned without loss.
    package var lossless = 0
    /// Pictures that were encoded again.
    package var reencoded = 0
    /// Photos that could not be shown, with a sentence why.
    package var failed: [FilePath: String] = [:]

    /// Pictures made.
    package var made: Int { copied + lossless + reencoded }
  }

  private let kind: Kind
  private let folder: FilePath
  private let thresholds: Thresholds
  private let stripGPS: Bool

  /// The list that every export leaves in its folder, by which a later one knows it.
  static let manifest = "manifest.csv"

  /// - Parameters:
  ///   - output: the folder in which the kind's own folder is made.
  ///   - thresholds: from which confidence persons and the boxes that are drawn count.
  package init(kind: Kind, output: FilePath, thresholds: Thresholds, stripGPS: Bool) {
    self.kind = kind
    folder = output.appending(kind.folderName)
    self.thresholds = thresholds
    self.stripGPS = stripGPS
  }

  /// Makes the folder. A photo that cannot be shown is left out, and its number stays free.
  ///
  /// - Parameters:
  ///   - photos: in chronological order.
  ///   - progress: called after each photo with its number.
  /// - Throws: ``PublishingError``, and what the renderer throws.
  package func export(
    _ photos: [PhotoRecord], renderer: any PhotoRenderer, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Summary {
    let chosen = kind == .persons ? photos.filter { $0.persons(counting: thresholds) > 0 } : photos
    try prepare()
    let list = try OutputFile(folder.appending(Self.manifest).description, overwrite: true)
    try list.write("number,path,sha256,taken,outcome\r\n")
    let width = max(4, String(chosen.count).count)
    var summary = Summary()
    for (index, photo) in chosen.enumerated() {
      let name = Self.name(index + 1, width: width)
      let outcome = try renderer.render(request(photo, name: name))
      count(outcome, of: photo, in: &summary)
      try list.write(Self.line(of: photo, name: name, outcome: outcome))
      progress(index + 1, chosen.count)
    }
    try list.finish()
    return summary
  }

  private func request(_ photo: PhotoRecord, name: String) -> RenderRequest {
    RenderRequest(
      source: photo.path, destination: folder.appending(name),
      objects: kind == .annotated ? photo.objects(counting: thresholds) : nil,
      turn: photo.turn, stripGPS: stripGPS)
  }

  /// `0001.jpg`, as wide as the largest number, so that every program sorts them right.
  static func name(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits + ".jpg"
  }

  private static func line(
    of photo: PhotoRecord, name: String, outcome: RenderOutcome
  ) -> String {
    let cells: [TableCell] = [
      .text(name), .text(photo.path.description), .text(photo.sha256.hex),
      photo.taken.map { .time($0.wall) } ?? .empty, .text(outcome.word),
    ]
    return cells.map(TextTables.csv).joined(separator: ",") + "\r\n"
  }

  private func count(
    _ outcome: RenderOutcome, of photo: PhotoRecord, in summary: inout Summary
  ) {
    switch outcome {
    case .copied: summary.copied += 1
    case .lossless: summary.lossless += 1
    case .reencoded: summary.reencoded += 1
    case .failed(let why): summary.failed[photo.path] = why
    }
  }

  /// Makes the folder, or clears an earlier export out of it: nothing that is not ours is touched.
  private func prepare() throws(PublishingError) {
    let path = folder.description
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      let names = try files.contentsOfDirectory(atPath: path)
      guard !names.isEmpty else { return }
      guard names.contains(Self.manifest), names.allSatisfy(Self.isOurs) else {
        throw PublishingError.foreignFiles(path)
      }
      for name in names { try files.removeItem(atPath: path + "/" + name) }
    } catch let error as PublishingError {
      throw error
    } catch {
      throw .notWritable(path, detail: (error as NSError).localizedDescription)
    }
  }

  private static func isOurs(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    return name == manifest
      || (name.hasSuffix(".jpg") && stem.count >= 4 && stem.allSatisfy(\.isNumber))
  }
}

extension RenderOutcome {
  fileprivate var word: String {
    switch self {
    case .copied: "copied"
    case .lossless: "lossless"
    case .reencoded: "reencoded"
    case .failed: "failed"
    }
  }
}
