internal import Foundation
internal import Geography
package import PhotoCore

/// One reason why a photo is among the hits.
package enum Reason: Hashable, Sendable {
  /// A box that counted.
  case object(DetectedObject)
  /// A scene that counted.
  case scene(SceneScore)
  /// A personal label that counted.
  case label(LabelScore)
  /// The number of boxes of a name that was counted.
  case count(String, Int)
  /// The time of capture.
  case time(WallTime)
  /// The distance in metres from the centre, and the centre.
  case distance(Double, from: Coordinate)
  /// The position, inside an area.
  case inside(Coordinate)
  /// The camera's name.
  case camera(String)
  /// The file.
  case file(FilePath)
  /// The place.
  case place(Place)
  /// What the sun was like: its altitude in degrees, and the lights.
  case sun(Sun)
  /// The cosine to the photo that the query names.
  case likeness(Double)
  /// A term without more to say: its canonical text.
  case fact(String)
  /// Something that was to be absent, and is: its canonical text.
  case absent(String)
}

extension Reason: CustomStringConvertible {
  /// For people, in one line.
  package var description: String {
    switch self {
    case .object(let object):
      "\(object.className) \(Self.percent(object.confidence)), a box of "
        + "\(Self.percent(object.box.area)) of the picture at "
        + "\(Self.percent(object.box.left)) from the left, \(Self.percent(object.box.top)) from the top"
    case .scene(let scene): "\(scene.className) \(Self.percent(scene.probability)), as a scene"
    case .label(let score): Self.text(of: score)
    case .count(let name, let count): "\(name): \(count) counted"
    case .time(let time): "taken \(time)"
    case .distance(let metres, let centre):
      "\(Self.length(metres)) from \(centre.latitude),\(centre.longitude)"
    case .inside(let point): "at \(point.latitude),\(point.longitude), inside the area"
    case .camera(let name): "camera \(name)"
    case .file(let path): "file \(path)"
    case .place(let place):
      ([place.city] + (place.region.map { [$0] } ?? []) + [place.countryName])
        .joined(separator: ", ")
    case .sun(let sun):
      sun.lights.sorted().map(\.rawValue).joined(separator: ", ")
        + String(format: ", the sun at %.1f°, ", sun.altitude)
        + (sun.isRising ? "rising" : "setting")
    case .likeness(let cosine): "similarity: \(String(format: "%.2f", cosine))"
    case .fact(let text): text
    case .absent(let text): "not \(text)"
    }
  }

  private static func text(of score: LabelScore) -> String {
    let place = score.box.map {
      ", the box of \(percent($0.area)) of the picture at \(percent($0.left)) from the left, "
        + "\(percent($0.top)) from the top"
    }
    return "label \(score.name) \(percent(score.probability))" + (place ?? "")
  }

  private static func percent(_ fraction: Double) -> String { Percent.text(fraction) }

  private static func length(_ metres: Double) -> String {
    metres < 1000 ? String(format: "%.0f m", metres) : String(format: "%.1f km", metres / 1000)
  }
}

extension ReferenceEvaluator {
  /// Why the query holds for `photo`, in the order of the query; empty where it does not hold.
  ///
  /// - Throws: ``NotYetAvailable`` as ``matches(_:_:)`` does.
  package static func why(
    _ expression: ResolvedExpression, _ photo: PhotoRecord
  ) throws(NotYetAvailable) -> [Reason] {
    guard try matches(expression, photo) else { return [] }
    switch expression {
    case .term(let term): return reasons(for: term, photo)
    case .not(let operand): return [.absent(operand.summary)]
    case .and(let operands), .or(let operands):
      var reasons: [Reason] = []
      for operand in operands {
        for reason in try why(operand, photo) where !reasons.contains(reason) {
          reasons.append(reason)
        }
      }
      return reasons
    }
  }

  /// The reasons of a term that holds.
  private static func reasons(for term: ResolvedTerm, _ photo: PhotoRecord) -> [Reason] {
    switch term.meaning {
    case .classes(let condition):
      let boxes = condition.boxes(of: photo)
      let count = condition.count.map { _ in Reason.count(term.source.description, boxes.count) }
      return (count.map { [$0] } ?? []) + boxes.map(Reason.object)
        + condition.scenes(of: photo).map(Reason.scene)
    case .label(let condition): return photo.score(of: condition).map { [.label($0)] } ?? []
    case .taken, .calendar, .hasTime:
      return photo.taken.map { [.time($0.wall)] } ?? []
    case .near(let centre, _):
      return photo.position.map {
        [.distance(GreatCircle.distance(from: centre, to: $0.coordinate), from: centre)]
      } ?? []
    case .within: return photo.position.map { [.inside($0.coordinate)] } ?? []
    case .camera: return photo.camera.map { [.camera($0.name)] } ?? []
    case .file: return [.file(photo.path)]
    case .country, .region, .city: return photo.place.map { [.place($0)] } ?? []
    case .light: return photo.sun.map { [.sun($0)] } ?? []
    case .similar(let photos): return photos[photo.id].map { [.likeness($0)] } ?? []
    default: return [.fact(term.source.description)]
    }
  }
}

extension ResolvedExpression {
  /// The text of the terms, as a reason shows it.
  fileprivate var summary: String {
    switch self {
    case .term(let term): term.source.description
    case .not(let operand): "not \(operand.summary)"
    case .and(let operands): "(" + operands.map(\.summary).joined(separator: " and ") + ")"
    case .or(let operands):
      // A name that means classes and a light is one term in two parts.
      operands.count > 1 && Set(operands.map(\.summary)).count == 1
        ? operands[0].summary : "(" + operands.map(\.summary).joined(separator: " or ") + ")"
    }
  }
}
