public import PhotoCore

/// Mean average precision (mAP) by the rules of pycocotools (`COCOeval`, area all, 100 detections).
///
/// For each class and each IoU of 0.50, 0.55 … 0.95, detections are matched to boxes from the surest
/// on; precision is read at 101 recalls; a class without a box does not count. Crowds take any
/// number of detections and count for nothing.
public struct COCOEvaluation {
  /// The figures, 0...1.
  public struct Result: Hashable, Sendable {
    /// Mean over classes and IoU 0.50:0.95.
    public let meanAP: Double
    /// Mean over classes at IoU 0.50.
    public let meanAP50: Double
    /// Mean over IoU 0.50:0.95 for each class that has boxes.
    public let perClass: [String: Double]
  }

  /// The figures.
  public let result: Result

  private static let thresholds = (0..<10).map { 0.5 + 0.05 * Double($0) }

  /// - Parameter found: for each picture's id what was detected, boxes in fractions.
  public init(truth: COCOTruth, found: [Int: [DetectedObject]]) {
    var perClass: [String: Double] = [:]
    var at50: [Double] = []
    for (id, name) in truth.categories {
      let cases = truth.images.map { image in
        Case(
          truth: truth.annotations.filter { $0.imageID == image.id && $0.categoryID == id },
          found: (found[image.id] ?? []).filter { $0.className == name }, size: image.size)
      }
      guard cases.contains(where: { $0.hasCountingTruth }) else { continue }
      let precisions = Self.thresholds.map { Self.averagePrecision(cases, threshold: $0) }
      perClass[name] = precisions.reduce(0, +) / Double(precisions.count)
      at50.append(precisions[0])
    }
    let count = Double(max(1, perClass.count))
    result = Result(
      meanAP: perClass.values.reduce(0, +) / count, meanAP50: at50.reduce(0, +) / count,
      perClass: perClass)
  }

  /// One class on one picture.
  private struct Case {
    let truth: [COCOTruth.Annotation]
    let found: [(confidence: Double, box: [Double])]

    init(truth: [COCOTruth.Annotation], found: [DetectedObject], size: PixelSize) {
      // Crowds last, as pycocotools sorts them, so that real boxes are matched first.
      self.truth = truth.filter { !$0.isCrowd } + truth.filter(\.isCrowd)
      let (w, h) = (Double(size.width), Double(size.height))
      self.found = found.map { object in
        let box = object.box
        return (object.confidence, [box.left * w, box.top * h, box.width * w, box.height * h])
      }.enumerated().sorted {
        $0.element.0 != $1.element.0 ? $0.element.0 > $1.element.0 : $0.offset < $1.offset
      }.map(\.element)
    }

    var hasCountingTruth: Bool { truth.contains { !$0.isCrowd } }
  }

  private struct Judged {
    let confidence: Double
    let isTrue: Bool
  }

  private static func averagePrecision(_ cases: [Case], threshold: Double) -> Double {
    let total = cases.reduce(0) { $0 + $1.truth.count { !$0.isCrowd } }
    let judged = cases.flatMap { judge($0, threshold) }.enumerated().sorted {
      $0.element.confidence != $1.element.confidence
        ? $0.element.confidence > $1.element.confidence : $0.offset < $1.offset
    }.map(\.element)
    var (right, wrong) = (0.0, 0.0)
    var curve = judged.map { detection in
      if detection.isTrue { right += 1 } else { wrong += 1 }
      return (recall: right / Double(total), precision: right / (right + wrong))
    }
    for index in curve.indices.reversed().dropFirst() {
      curve[index].precision = max(curve[index].precision, curve[index + 1].precision)
    }
    var at = 0
    let sum = (0...100).reduce(0.0) { sum, step in
      while at < curve.count, curve[at].recall < Double(step) / 100 { at += 1 }
      return at < curve.count ? sum + curve[at].precision : sum
    }
    return sum / 101
  }

  /// Matches the detections of one picture; those that a crowd takes are left out.
  private static func judge(_ one: Case, _ threshold: Double) -> [Judged] {
    var taken = [Bool](repeating: false, count: one.truth.count)
    return one.found.prefix(100).compactMap { detection in
      var best = min(threshold, 1 - 1e-10)
      var match: Int?
      for (index, annotation) in one.truth.enumerated() {
        if taken[index] && !annotation.isCrowd { continue }
        // A real match is not given up for a crowd.
        if let match, !one.truth[match].isCrowd, annotation.isCrowd { break }
        let overlap = Self.overlap(detection.box, annotation)
        if overlap >= best {
          (best, match) = (overlap, index)
        }
      }
      guard let match else { return Judged(confidence: detection.confidence, isTrue: false) }
      taken[match] = true
      if one.truth[match].isCrowd { return nil }
      return Judged(confidence: detection.confidence, isTrue: true)
    }
  }

  /// IoU; for a crowd the share of the detection that lies in it.
  private static func overlap(_ box: [Double], _ annotation: COCOTruth.Annotation) -> Double {
    let other = annotation.box
    let across = min(box[0] + box[2], other[0] + other[2]) - max(box[0], other[0])
    let down = min(box[1] + box[3], other[1] + other[3]) - max(box[1], other[1])
    guard across > 0, down > 0 else { return 0 }
    let shared = across * down
    let own = box[2] * box[3]
    return shared / (annotation.isCrowd ? own : own + other[2] * other[3] - shared)
  }
}
