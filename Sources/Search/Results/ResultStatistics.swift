package import PhotoCore
package import Query

/// Numbers about all hits of a query. Boxes and scenes count from the default thresholds up unless it
/// says otherwise; days and hours are those of the camera's wall clock.
package struct ResultStatistics: Sendable {
  /// How many hits.
  package internal(set) var photos = 0
  /// Hits with at least one box.
  package internal(set) var withObjects = 0
  /// Hits with at least one scene.
  package internal(set) var withScenes = 0
  /// Hits with a position.
  package internal(set) var withPosition = 0
  /// Hits with at least one person.
  package internal(set) var withPersons = 0
  /// Persons on all hits together: a person on three photos counts three times.
  package internal(set) var persons = 0
  /// Hits without a time.
  package internal(set) var undated = 0
  /// The earliest and the latest time; nil where no hit has one.
  package internal(set) var first, last: WallTime?
  /// The days that have hits, as `2014-06-12`, in order.
  package internal(set) var days: [(day: String, count: Int)] = []
  /// Hits by hour of the day, 0...23.
  package internal(set) var hours = [Int](repeating: 0, count: 24)
  /// Hits by day of the week, Monday first.
  package internal(set) var weekdays = [Int](repeating: 0, count: 7)
  /// Hits by hour of the week: day of the week × 24 + hour, Monday first.
  package internal(set) var hoursOfWeek = [Int](repeating: 0, count: 168)
  /// The classes with boxes, those on most photos first, then those with most boxes.
  package internal(set) var objects: [(reference: ClassReference, photos: Int, boxes: Int)] = []
  /// The classes of scenes, those of most photos first.
  package internal(set) var scenes: [(reference: ClassReference, photos: Int)] = []
  /// All stored boxes, those below the threshold, too, by confidence in twentieths.
  package internal(set) var objectConfidences = [Int](repeating: 0, count: 20)
  /// All stored scenes, those below the threshold, too, by probability in twentieths.
  package internal(set) var sceneProbabilities = [Int](repeating: 0, count: 20)
}

extension SearchResult {
  /// The numbers about all hits.
  ///
  /// - Parameter personClass: the class whose boxes are persons; nil where no model knows any.
  package func statistics(personClass: ClassReference?) -> ResultStatistics {
    var statistics = ResultStatistics()
    statistics.photos = count
    var boxes = [ClassReference: ClassCount]()
    var scores = [ClassReference: ClassCount]()
    var times = TimeCount()
    for (segment, hits) in zip(state.segments, hits) where hits.population > 0 {
      statistics.withObjects += segment.withObjects.populationOfBoth(hits)
      statistics.withScenes += segment.withScenes.populationOfBoth(hits)
      statistics.withPosition += segment.placed.populationOfBoth(hits)
      statistics.undated += hits.population(in: segment.datedCount..<segment.count)
      times.add(segment.times(of: hits))
      segment.count(
        segment.objects, of: hits, into: &boxes, bins: &statistics.objectConfidences)
      segment.count(
        segment.scenes, of: hits, into: &scores, bins: &statistics.sceneProbabilities)
    }
    statistics.setTimes(times)
    statistics.setClasses(boxes, scores)
    let persons = personClass.flatMap { boxes[$0] }
    statistics.withPersons = persons?.photos ?? 0
    statistics.persons = persons?.entries ?? 0
    return statistics
  }
}

extension ResultStatistics {
  fileprivate mutating func setTimes(_ times: TimeCount) {
    first = times.first.map { WallTime(milliseconds: $0) }
    last = times.last.map { WallTime(milliseconds: $0) }
    days = times.days.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value) }
    hoursOfWeek = times.hoursOfWeek
    for (number, count) in hoursOfWeek.enumerated() {
      weekdays[number / 24] += count
      hours[number % 24] += count
    }
  }

  fileprivate mutating func setClasses(
    _ boxes: [ClassReference: ClassCount], _ scores: [ClassReference: ClassCount]
  ) {
    objects = boxes.map { ($0.key, $0.value.photos, $0.value.entries) }
      .sorted { ($1.1, $1.2, $0.0) < ($0.1, $0.2, $1.0) }
    scenes = scores.map { ($0.key, $0.value.photos) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
