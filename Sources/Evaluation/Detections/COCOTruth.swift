internal import Foundation
package import PhotoCore

/// Annotated pictures in the form of COCO's instances files.
package struct COCOTruth: Sendable {
  /// A picture.
  package struct Image: Hashable, Sendable {
    /// The id by which annotations refer to it.
    package let id: Int
    /// The file's name.
    package let fileName: String
    /// Its size in pixels.
    package let size: PixelSize
  }

  /// A box that a person drew.
  package struct Annotation: Hashable, Sendable {
    /// The picture.
    package let imageID: Int
    /// The class.
    package let categoryID: Int
    /// Around the thing.
    package let box: PixelBox
    /// Square pixels of the thing itself (of its mask where the file says so), by which COCO tells
    /// small things from large ones.
    package let area: Double
    /// Whether the box is around many things that nobody counted.
    package let isCrowd: Bool
  }

  /// The pictures, by id.
  package let images: [Image]
  /// All boxes, in the order of the file.
  package let annotations: [Annotation]
  /// Category id → name.
  package let categories: [Int: String]

  /// Reads a file.
  ///
  /// - Throws: ``EvaluationError/unreadable(path:detail:)``.
  package init(contentsOf path: String) throws(EvaluationError) {
    self.init(try EvaluationFile.decode(File.self, from: path))
  }

  init(_ file: File) {
    let sized = file.images.map {
      Image(
        id: $0.id, fileName: $0.file_name,
        size: PixelSize(width: $0.width, height: $0.height))
    }
    // An id that comes twice is its last picture, as in pycocotools.
    images = Dictionary(sized.map { ($0.id, $0) }, uniquingKeysWith: { $1 }).values
      .sorted { $0.id < $1.id }
    annotations = file.annotations.compactMap { annotation in
      PixelBox(annotation.bbox).map { box in
        Annotation(
          imageID: annotation.image_id, categoryID: annotation.category_id, box: box,
          area: annotation.area ?? box.area, isCrowd: (annotation.iscrowd ?? 0) != 0)
      }
    }
    categories = Dictionary(
      file.categories.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names are the format's.
  struct File: Decodable {
    struct TruthPicture: Decodable {
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
    let images: [TruthPicture]
    let annotations: [Box]
    let categories: [Category]
  }
}

/// Reads files of numbers and names for an evaluation.
enum EvaluationFile {
  static func decode<Value: Decodable>(
    _ type: Value.Type, from path: String
  ) throws(EvaluationError) -> Value {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, detail: "it cannot be opened")
    }
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let DecodingError.keyNotFound(key, _) {
      throw .unreadable(path: path, detail: "`\(key.stringValue)` is missing")
    } catch let DecodingError.typeMismatch(_, context) {
      let place = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw .unreadable(path: path, detail: "`\(place)` is not of the right kind")
    } catch {
      throw .unreadable(path: path, detail: "it is not JSON of that form")
    }
  }
}
