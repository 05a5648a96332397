import Foundation
import PhotoCore
import Query

/// Photos as lines of a terminal: when, where, what, which file.
struct PhotoTable {
  let width: Int
  /// From which confidence objects and scenes are shown.
  let thresholds: Thresholds

  private var whatWidth: Int { max(16, (width - 42) / 2) }

  var header: String { cells(taken: "taken", place: "position", what: "what", file: "file") }

  func row(_ photo: PhotoRecord) -> String {
    cells(
      taken: photo.taken.map { String($0.wall.description.prefix(16)).replacing("T", with: " ") }
        ?? "–",
      place: photo.position.map {
        String(format: "%.3f,%.3f", $0.coordinate.latitude, $0.coordinate.longitude)
      } ?? "–", what: what(photo), file: Terminal.printable(photo.path.description))
  }

  /// `2 person, dog; seashore`.
  private func what(_ photo: PhotoRecord) -> String {
    var counts: [(name: String, count: Int)] = []
    for object in photo.objects where photo.counts(object, thresholds) {
      if let index = counts.firstIndex(where: { $0.name == object.className }) {
        counts[index].count += 1
      } else {
        counts.append((object.className, 1))
      }
    }
    let objects = counts.map { $0.count > 1 ? "\($0.count) \($0.name)" : $0.name }
    let surest = photo.scenes.first { photo.counts($0, thresholds) }
    let scene = surest.map { "; \($0.className)" } ?? ""
    let text = objects.joined(separator: ", ") + scene
    return text.hasPrefix("; ") ? String(text.dropFirst(2)) : text
  }

  private func cells(taken: String, place: String, what: String, file: String) -> String {
    let left = fit(taken, 17) + fit(place, 18) + fit(what, whatWidth)
    let rest = max(10, width - 17 - 18 - whatWidth)
    // The end of a path tells more than its beginning.
    return left + (file.count > rest && Terminal.isInteractive ? "…" + file.suffix(rest - 1) : file)
  }

  private func fit(_ text: String, _ width: Int) -> String {
    let cut = text.count > width - 1 ? text.prefix(width - 2) + "…" : text[...]
    return String(cut).padding(toLength: width, withPad: " ", startingAt: 0)
  }
}
