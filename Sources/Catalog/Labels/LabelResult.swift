package import PhotoCore

/// What a label's version says of one photo.
package struct LabelResult: Hashable, Sendable {
  /// The photo's row id.
  package let photo: Int64
  /// 0...1, of the best box; nil where there is nothing on the photo to look at.
  package let probability: Double?
  /// The best box; nil for a label about whole photos, and where there is none.
  package let box: UnitBox?
  /// Row id of the detector whose boxes were looked at; nil for whole photos, and where no detector
  /// has looked.
  package let detector: Int64?

  package init(photo: Int64, probability: Double?, box: UnitBox?, detector: Int64?) {
    self.photo = photo
    self.probability = probability
    self.box = box
    self.detector = detector
  }
}

/// A photo as far as a label concerns it.
package struct LabelCandidate: Hashable, Sendable {
  /// The photo's row id.
  package let photo: Int64
  /// The photo's identity.
  package let sha256: ContentHash
  /// Size of the upright picture.
  package let size: PixelSize
  /// The boxes of the label's class that count, surest first; empty for whole photos.
  package let boxes: [UnitBox]
  /// Row id of the detector that the boxes are of; nil for whole photos, and where none has looked.
  package let detector: Int64?

  /// What there is to look at: each box, or the photo.
  package func marks(_ subject: LabelSubject) -> [LabelMark] {
    switch subject {
    case .photo: [LabelMark(photo: photo)]
    case .boxes: boxes.map { LabelMark(photo: photo, box: $0) }
    }
  }
}

/// A photo that a label is unsure of.
package struct UncertainPhoto: Hashable, Sendable {
  /// The photo, and the box that the probability is of.
  package let mark: LabelMark
  /// 0...1.
  package let probability: Double
}
