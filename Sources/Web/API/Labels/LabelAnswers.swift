internal import Catalog
internal import HTTPTypes
internal import PhotoCore

/// An answer for photos, or for boxes as they were given.
struct MarkAnswer: Decodable {
  struct Mark: Decodable {
    let photo: Int64
    let box: [Double]?
  }

  let marks: [Mark]
  let answer: Bool?
  let origin: Sent<SentOrigin>?

  /// The marks of a label about this.
  ///
  /// - Throws: ``RequestProblem`` where one does not fit.
  func marks(about subject: LabelSubject) throws -> [LabelMark] {
    try marks.map { try $0.mark(about: subject) }
  }
}

/// An answer for whole photos of a selection.
struct PhotoAnswer: Decodable {
  let ids: [Int64]
  let answer: Bool?
  let largest: Bool?
  let origin: Sent<SentOrigin>?
}

extension MarkAnswer.Mark {
  fileprivate func mark(about subject: LabelSubject) throws -> LabelMark {
    guard let numbers = box else {
      guard subject == .photo else {
        throw RequestProblem(
          .unprocessableContent, "The label is about boxes. Say which box is meant.")
      }
      return LabelMark(photo: photo)
    }
    guard subject != .photo else {
      throw RequestProblem(
        .unprocessableContent, "The label is about whole photos. Leave out the box.")
    }
    return LabelMark(photo: photo, box: try Self.box(numbers))
  }

  private static func box(_ numbers: [Double]) throws -> UnitBox {
    guard numbers.count == 4 else { throw wrongBox }
    let box = UnitBox(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3])
    // Rounding may push an edge a hair outside; more is a mistake.
    guard box.left >= 0, box.top >= 0, box.width > 0, box.height > 0, box.right <= 1 + 1e-9,
      box.bottom <= 1 + 1e-9
    else { throw wrongBox }
    return box
  }

  private static var wrongBox: RequestProblem {
    RequestProblem(
      .unprocessableContent,
      "A box is left, top, width and height as fractions of the upright photo, inside it.")
  }
}

/// The ways by which people mark in the web app; the others are the program's own.
struct SentOrigin: CaseIterable, RawRepresentable {
  let origin: MarkOrigin

  static let allCases = [MarkOrigin.grid, .viewer, .page, .review].map(SentOrigin.init)

  private init(_ origin: MarkOrigin) { self.origin = origin }

  init?(rawValue: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = found
  }

  var rawValue: String { origin.rawValue }
}

extension MarkOrigin {
  /// What a client says of how it was marked; the page of labels where it says nothing.
  ///
  /// - Throws: ``RequestProblem`` for any other word.
  init(asSent sent: Sent<SentOrigin>?) throws {
    guard let sent else {
      self = .page
      return
    }
    guard let word = sent.word else {
      throw RequestProblem(.unprocessableContent, "origin must be grid, viewer, page or review.")
    }
    self = word.origin
  }
}
