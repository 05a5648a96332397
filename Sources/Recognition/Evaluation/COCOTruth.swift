internal import Foundation
public import PhotoCore

/// Annotated pictures in the form of COCO's instances files.
public struct COCOTruth: Sendable {
  /// A picture.
  public struct Image: Hashable, Sendable {
    /// The id by which annotations refer to it.
    public let id: Int
    /// The file's name.
    public let fileName: String
    /// Its size in pixels.
    public let size: PixelSize
  }

  /// A box that a person drew.
  struct Annotation: Hashable, Sendable {
    let imageID: Int
    let categoryID: Int
    /// Left, top, width and height in pixels.
    let box: [Double]
    let area: Double
    let isCrowd: Bool
  }

  /// The pictures, by id.
  public let images: [Image]
  let annotations: [Annotation]
  /// Category id → name.
  let categories: [Int: String]

  /// Reads a file.
  ///
  /// - Throws: ``RecognitionError/badRecord(path:detail:)``.
  public init(contentsOf path: String) throws(RecognitionError) {
    do {
      let file = try JSONDecoder().decode(
        File.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
      self.init(file)
    } catch {
      throw .badRecord(path: path, detail: "\(error)")
    }
  }

  init(_ file: File) {
    images = file.images.map {
      Image(
        id: $0.id, fileName: $0.file_name,
        size: PixelSize(width: $0.width, height: $0.height))
    }.sorted { $0.id < $1.id }
    annotations = file.annotations.filter { $0.bbox.count == 4 }.map {
      Annotation(
        imageID: $0.image_id, categoryID: $0.category_id, box: $0.bbox,
        area: $0.area ?? $0.bbox[2] * $0.bbox[3], isCrowd: ($0.iscrowd ?? 0) != 0)
    }
    categories = Dictionary(
      file.categories.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names are the format's.
  struct File: Decodable {
    struct Picture: Decodable {
      let id: Int
      let file_name: String
      let width: Int
      let height: Int
    }
    struct Box: Decodable {
      let image_id: Int
      let category_id: Int
      let bbox: [Double]
      let area: Double?
      let iscrowd: Int?
    }
    struct Category: Decodable {
      let id: Int
      let name: String
    }
    let images: [Picture]
    let annotations: [Box]
    let categories: [Category]
  }
}

extension COCOTruth {
  /// Detections in the form of COCO's results files, for other programmes; classes that the truth
  /// does not know are left out.
  ///
  /// - Parameter found: for each picture's id what was detected, boxes in fractions.
  public func resultsJSON(_ found: [Int: [DetectedObject]]) -> String {
    let ids = Dictionary(
      categories.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    let lines = images.flatMap { image in
      (found[image.id] ?? []).compactMap { object -> String? in
        guard let id = ids[object.className] else { return nil }
        let (w, h) = (Double(image.size.width), Double(image.size.height))
        let box = [
          object.box.left * w, object.box.top * h, object.box.width * w, object.box.height * h,
        ]
        return """
          {"image_id":\(image.id),"category_id":\(id),"bbox":\(box),"score":\(object.confidence)}
          """
      }
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
