internal import GRDB
package import PhotoCore

/// Which boxes of a photo a label is about: those of its class, of the active detector.
enum SubjectBoxes {
  /// The row id of the detector whose boxes count for `photo.id`; NULL where none has looked.
  static let detectorOfPhoto = """
    SELECT look.model_id FROM photo_model AS look JOIN model ON model.id = look.model_id
    WHERE look.photo_id = photo.id AND model.task = 'detection' AND look.is_silent = 0
    """
}

/// Photos as labels look at them.
extension LabelResultStore {
  /// What a label concerns on some photos, in the order of `photos`; one that is not known is left out.
  ///
  /// - Parameter confidence: the least confidence of a box that counts, 0...1.
  package func targets(
    of subject: LabelSubject, on photos: [Int64], confidence: Double
  ) throws -> [LabelCandidate] {
    try read { db in
      let wanted = BoundIDs(photos).json
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT photo.id, sha256, width, height, (\(SubjectBoxes.detectorOfPhoto)) AS detector
          FROM photo WHERE photo.id IN (SELECT value FROM json_each(?))
          """, arguments: [wanted])
      let boxes = try Self.boxes(of: subject, wanted, confidence, db)
      var found: [Int64: LabelCandidate] = [:]
      for row in rows {
        guard let hash = row.contentHash("sha256") else { continue }
        let id: Int64 = row["id"]
        found[id] = LabelCandidate(
          photo: id, sha256: hash, size: PixelSize(width: row["width"], height: row["height"]),
          boxes: boxes[id] ?? [], detector: subject == .photo ? nil : row["detector"])
      }
      return photos.compactMap { found[$0] }
    }
  }

  private static func boxes(
    of subject: LabelSubject, _ photos: String, _ confidence: Double, _ db: Database
  ) throws -> [Int64: [UnitBox]] {
    guard let className = subject.className else { return [:] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT spoken_object.* FROM spoken_object JOIN label_class ON label_class.id = class_id
        WHERE photo_id IN (SELECT value FROM json_each(?)) AND label_class.name = ?
          AND confidence >= ?
        ORDER BY photo_id, rank
        """, arguments: [photos, className, confidence])
    var boxes: [Int64: [UnitBox]] = [:]
    for row in rows {
      // As it is stored, so that marks and boxes that are shown are the same numbers; only one that
      // rounding pushed out of the photo is cut.
      guard let stored = UnitBox(row: row) else { continue }
      let isInside = min(stored.left, stored.top) >= 0 && max(stored.right, stored.bottom) <= 1
      if let box = isInside ? stored : stored.clamped {
        boxes[row["photo_id"], default: []].append(box)
      }
    }
    return boxes
  }
}
