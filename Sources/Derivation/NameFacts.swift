internal import Metadata
package import PhotoCore

/// What the names of a photo's files say.
package struct NameFacts: Hashable, Sendable {
  /// The date and time in a name; nil where there is none.
  package let time: WallTime?
  /// Whether ``time`` is UTC, as in the names of some phones, rather than local time.
  package let isUTC: Bool
  /// A text that sorts names as people do, 1, 2, 10.
  package let order: String

  package init(time: WallTime?, isUTC: Bool = false, order: String) {
    self.time = time
    self.isUTC = isUTC
    self.order = order
  }

  /// Reads one name.
  ///
  /// - Parameter now: the present in UTC; a time more than a day later is not believed.
  package init(of name: FilePath, now: WallTime) {
    self.init(
      time: FileNameDate.time(in: name, now: now), isUTC: FileNameDate.isUTC(name),
      order: FileNameOrder.key(for: name))
  }

  /// Reads the names of all files of one photo: it is sorted by the first, and dated by the first that
  /// holds a date.
  ///
  /// - Parameters:
  ///   - names: the photo's first place first; may be empty.
  ///   - now: as for a single name.
  package init(ofPhotoAt names: [FilePath], now: WallTime) {
    let facts = names.map { NameFacts(of: $0, now: now) }
    let dated = facts.first { $0.time != nil }
    self.init(
      time: dated?.time, isUTC: dated?.isUTC ?? false, order: facts.first?.order ?? "")
  }

  /// ``time`` as a photo's own, with an offset where the name tells one; nil without a date.
  package var taken: CaptureTime? {
    time.map { CaptureTime(wall: $0, utcOffsetMinutes: isUTC ? 0 : nil, source: .fileName) }
  }
}
