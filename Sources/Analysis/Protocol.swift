package import PhotoCore

/// What a worker can be asked, one JSON object a line.
package enum WorkerRequest: Hashable, Sendable, Codable {
  /// Only the SHA-256, to see whether the bytes are known already.
  case identify(FilePath)
  /// Everything: hash, metadata, decoding, thumbnails, networks.
  case analyse(FilePath)
  /// Only what the worker's networks see on a photo that is known already.
  case recognise(RecogniseRequest)
  /// A picture for an export.
  case render(WorkerRenderRequest)
  /// Crops and embeddings for labels.
  case extractViews(ViewRequest)
}

/// What a worker answers, one JSON object a line, in the order of the requests.
package enum WorkerReply: Hashable, Sendable, Codable {
  /// The first line: the networks are loaded and the worker waits for requests.
  case ready
  /// The first line of a worker that cannot work, with a sentence for the user.
  case cannotStart(String)
  /// The answer to ``WorkerRequest/identify(_:)``, ``WorkerRequest/analyse(_:)`` and
  /// ``WorkerRequest/recognise(_:)``.
  case finding(Finding)
  /// The answer to ``WorkerRequest/render(_:)``.
  case rendered(RenderResult)
  /// The answer to ``WorkerRequest/extractViews(_:)``.
  case views(ViewReply)
  /// There is an answer, but it holds what JSON cannot (a number that is none), with what and where. The
  /// same request would come to the same again.
  case unencodable(String)
  /// Something of ours cannot be written (a full disk): no fault of the file, so the run stops.
  case storageFailed(String)
}

extension WorkerReply {
  /// The answer instead of one that cannot be written down: which value it is, and where.
  init(unencodable error: any Error) {
    guard case EncodingError.invalidValue(let value, let context) = error else {
      self = .unencodable("\(error)")
      return
    }
    let place = context.codingPath.map(\.stringValue).joined(separator: ".")
    self = .unencodable("\(place) is \(value)")
  }
}

/// A picture to be made for an export.
package struct WorkerRenderRequest: Hashable, Sendable, Codable {
  /// What it should show.
  package enum Style: Hashable, Sendable, Codable {
    /// The picture, losslessly where its format allows.
    case plain
    /// The picture with boxes and names drawn on it; the boxes are those before ``turn``.
    case annotated([DetectedObject])
  }

  /// The original, only read.
  package let source: FilePath
  /// The file to make; its folder exists.
  package let destination: FilePath
  /// What the picture should show.
  package let style: Style
  /// How far the upright picture is turned.
  package let turn: PhotoTurn
  /// Whether the position is left out of the copy's metadata.
  package let stripGPS: Bool

  package init(
    source: FilePath, destination: FilePath, style: Style, turn: PhotoTurn, stripGPS: Bool
  ) {
    self.source = source
    self.destination = destination
    self.style = style
    self.turn = turn
    self.stripGPS = stripGPS
  }
}

/// How a picture for an export came about.
package enum RenderResult: Hashable, Sendable, Codable {
  /// The bytes of the original.
  case copied
  /// The original's pixels, turned without decoding them.
  case lossless
  /// Decoded and encoded again.
  case reencoded
  /// Not at all, with a sentence why.
  case failed(String)
}
