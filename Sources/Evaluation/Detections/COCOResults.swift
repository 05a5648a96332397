internal import Foundation
package import PhotoCore

extension COCOTruth {
  /// A network's class names as the annotations' categories: equal but for case, or by a synonym.
  ///
  /// - Throws: ``EvaluationError/noSharedClass(model:)``.
  package func categoryIDs(
    of labels: LabelSet, model: String
  ) throws(EvaluationError) -> [String: Int] {
    let ids = Dictionary(
      categories.map { ($0.value.lowercased(), $0.key) }, uniquingKeysWith: { min($0, $1) })
    var found: [String: Int] = [:]
    for label in labels.classes {
      let names = [label.name] + label.synonyms
      found[label.name] = names.lazy.compactMap { ids[$0.lowercased()] }.first
    }
    guard !found.isEmpty else { throw .noSharedClass(model: model) }
    return found
  }

  /// What a network found on a picture, as it is measured; other classes are left out.
  package func scored(
    _ objects: [DetectedObject], on image: Image, categoryIDs: [String: Int]
  ) -> [ScoredBox] {
    objects.compactMap { object in
      categoryIDs[object.className].map { id in
        ScoredBox(
          imageID: image.id, categoryID: id, confidence: object.confidence,
          box: PixelBox(object.box, in: image.size))
      }
    }
  }
}

/// Boxes in the form of COCO's results files, for other programs and from them.
package enum COCOResults {
  /// The text of a file.
  package static func text(of boxes: [ScoredBox]) -> String {
    let lines = boxes.map { one in
      let corners = [one.box.left, one.box.top, one.box.width, one.box.height]
      return """
        {"image_id":\(one.imageID),"category_id":\(one.categoryID),"bbox":\(corners),\
        "score":\(one.confidence)}
        """
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// The boxes of a file.
  ///
  /// - Throws: ``EvaluationError/unreadable(path:detail:)``.
  package static func boxes(ofFile path: String) throws(EvaluationError) -> [ScoredBox] {
    try EvaluationFile.decode([Entry].self, from: path).compactMap { entry in
      PixelBox(entry.bbox).map { box in
        ScoredBox(
          imageID: entry.image_id, categoryID: entry.category_id, confidence: entry.score, box: box)
      }
    }
  }

  /// The names are the format's.
  private struct Entry: Decodable {
    let image_id: Int
    let category_id: Int
    let bbox: [Double]
    let score: Double
  }
}
