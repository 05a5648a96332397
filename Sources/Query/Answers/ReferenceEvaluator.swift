internal import Geography
package import PhotoCore

/// Says for one photo whether a query holds: the plainest statement of what each term means.
///
/// Slow by design; faster evaluators are tested against it. A record that does not say which networks
/// its objects and scenes are of is taken to use the vocabularies that are asked for.
package enum ReferenceEvaluator {
  /// Whether the query holds for `photo`.
  ///
  /// - Throws: ``NotYetAvailable`` for a term about something that a ``PhotoRecord`` does not hold.
  package static func matches(
    _ expression: ResolvedExpression, _ photo: PhotoRecord
  ) throws(NotYetAvailable) -> Bool {
    switch expression {
    case .term(let term): return try holds(term, for: photo)
    case .not(let operand): return try !matches(operand, photo)
    case .and(let operands):
      for operand in operands where try !matches(operand, photo) { return false }
      return true
    case .or(let operands):
      for operand in operands where try matches(operand, photo) { return true }
      return false
    }
  }

  static func holds(_ term: ResolvedTerm, for photo: PhotoRecord) throws(NotYetAvailable) -> Bool {
    switch term.meaning {
    case .classes(let condition): condition.holds(for: photo)
    case .taken(let interval): photo.taken.map { interval.contains($0.wall) } ?? false
    case .calendar(let calendar): photo.taken.map { calendar.contains($0.wall) } ?? false
    case .near(let centre, let metres):
      photo.position.map { GreatCircle.distance(from: centre, to: $0.coordinate) <= metres }
        ?? false
    case .within(let area): photo.position.map { area.contains($0.coordinate) } ?? false
    case .camera(let part): TextMatch.text(photo.camera?.name ?? "", holds: part.rawValue)
    case .file(let part): photo.path.holds(part)
    case .hasPosition: photo.position != nil
    case .hasTime: photo.taken != nil
    case .hasWarning: photo.warning != nil
    case .hasObjects(let thresholds): photo.objects.contains { photo.counts($0, thresholds) }
    case .hasScenes(let thresholds): photo.scenes.contains { photo.counts($0, thresholds) }
    case .country(let codes): photo.place.map { codes.contains($0.country) } ?? false
    case .region(let regions): photo.place?.regionReference.map(regions.contains) ?? false
    case .city(let ids): photo.place.map { ids.contains($0.id) } ?? false
    case .light(let lights): photo.sun.map { !lights.isDisjoint(with: $0.lights) } ?? false
    case .favourite: photo.isFavourite
    case .rating(let condition): condition.holds(for: photo.rating)
    case .model(let name): photo.models.contains(name)
    case .similar(let photos): photos[photo.id] != nil
    case .label(let condition): photo.score(of: condition) != nil
    }
  }
}

extension ClassCondition {
  /// The boxes that count.
  package func boxes(of photo: PhotoRecord) -> [DetectedObject] {
    let wanted = least(of: objectClasses, in: photo.detector)
    return photo.objects.filter { object in
      wanted[object.className].map { object.confidence >= $0 } == true
        && object.box.area >= minimumArea ?? 0
    }
  }

  /// The scenes that count: none where boxes are asked for.
  package func scenes(of photo: PhotoRecord) -> [SceneScore] {
    let wanted = least(of: sceneClasses, in: photo.classifier)
    return photo.scenes.filter { scene in
      wanted[scene.className].map { scene.probability >= $0 } == true
    }
  }

  /// What is asked of each class that the network of a photo's results knows.
  private func least(
    of classes: [ClassReference], in source: ResultSource?
  ) -> [String: Double] {
    let known = classes.filter { source == nil || $0.vocabulary == source?.vocabulary }
    return Dictionary(
      known.map { ($0.className, least.value(for: $0)) }, uniquingKeysWith: min)
  }

  fileprivate func holds(for photo: PhotoRecord) -> Bool {
    let boxes = boxes(of: photo)
    if let count { return count.holds(for: boxes.count) }
    return !boxes.isEmpty || !scenes(of: photo).isEmpty
  }
}

extension FilePath {
  /// Whether the name, or the whole path where the text has a slash, holds the text.
  fileprivate func holds(_ part: SearchText) -> Bool {
    let whole = part.rawValue.contains("/")
    return TextMatch.text(whole ? description : name.description, holds: part.rawValue)
  }
}

/// A term that is understood, but that the evaluator cannot answer yet.
package struct NotYetAvailable: Error, Hashable, Sendable, CustomStringConvertible {
  /// The term.
  package let term: Term

  package init(term: Term) {
    self.term = term
  }

  /// A sentence for the user.
  package var description: String {
    "Meridian understands “\(term.description)”, but cannot search by \(term.kind) yet. "
      + "Leave it out."
  }
}
