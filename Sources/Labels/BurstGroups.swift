internal import Catalog
internal import PhotoCore

/// Which examples were taken together: they look alike, so they must not be in training and testing at once.
///
/// A burst is a row of pictures of one camera, each at most ten seconds after the one before. A photo
/// without a time is a group of its own, with all its boxes.
struct BurstGroups {
  /// Ten seconds: people take several pictures of one scene within a few seconds of each other, and
  /// need longer to walk to the next.
  static let gapMilliseconds: Int64 = 10_000

  private var groupOfPhoto: [Int64: String] = [:]

  init(_ examples: [LabelExample]) {
    var photos: [Int64: LabelExample] = [:]
    for example in examples { photos[example.mark.photo] = example }
    let dated = photos.values.filter { $0.takenMilliseconds != nil }
      .sorted { Self.key($0) < Self.key($1) }
    var previous: LabelExample?
    for example in dated {
      if let previous, previous.camera == example.camera,
        let before = previous.takenMilliseconds, let now = example.takenMilliseconds,
        now - before <= Self.gapMilliseconds
      {
        groupOfPhoto[example.mark.photo] = groupOfPhoto[previous.mark.photo]
      } else {
        groupOfPhoto[example.mark.photo] = example.sha256.hex
      }
      previous = example
    }
    for example in photos.values where example.takenMilliseconds == nil {
      groupOfPhoto[example.mark.photo] = example.sha256.hex
    }
  }

  /// The name of an example's group.
  func group(of example: LabelExample) -> String {
    groupOfPhoto[example.mark.photo] ?? example.sha256.hex
  }

  private static func key(_ example: LabelExample) -> (Int64, Int64, String) {
    (example.camera ?? -1, example.takenMilliseconds ?? 0, example.sha256.hex)
  }
}
