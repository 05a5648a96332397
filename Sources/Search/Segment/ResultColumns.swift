internal import PhotoCore
internal import Query

/// The columns of a segment that come from boxes and scenes.
struct ResultColumns {
  let objects: Postings<Segment.Box>
  let scenes: Postings<Segment.Score>
  let withObjects: Bitmap
  let withScenes: Bitmap
  let facets: FacetColumns

  /// - Parameters:
  ///   - ids: row ids of the photos by ordinal.
  ///   - lights: the photos of each light.
  init(
    objects boxes: consuming RawResults, scenes scores: consuming RawResults, ids: [UInt32],
    lights: [Light: Bitmap],
    layout: FacetLayout, dictionary: SegmentDictionary
  ) {
    let limit = Int(ids.max() ?? 0)
    let starts = [boxes.takeStarts(limit: limit), scores.takeStarts(limit: limit)]
    var parts = [(boxes, starts[0]), (scores, starts[1])]
    boxes = RawResults()
    scores = RawResults()
    let least = Self.least(layout.scheme.thresholds, dictionary)
    var some = [Bitmap](repeating: Bitmap(count: ids.count), count: 2)
    for (kind, (raw, starts)) in parts.enumerated() {
      for (ordinal, id) in ids.enumerated() {
        for row in raw.rows[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
        where row.confidence >= least[Int(row.classID)] {
          some[kind].insert(ordinal)
        }
      }
    }
    withObjects = some[0]
    withScenes = some[1]
    facets = Self.facets(parts, ids, lights, least, layout, dictionary)
    objects = Self.boxes(parts[0].0, parts[0].1, ids, dictionary)
    parts[0] = (RawResults(), [])
    scenes = Self.scores(parts[1].0, parts[1].1, ids, dictionary)
  }

  /// From which confidence each class counts, by row id of the class.
  private static func least(_ thresholds: Thresholds, _ dictionary: SegmentDictionary) -> [Double] {
    var least = [Double](repeating: .infinity, count: dictionary.classLimit)
    for (id, reference) in dictionary.classes { least[id] = thresholds.value(for: reference) }
    return least
  }

  private static func boxes(
    _ raw: RawResults, _ starts: [UInt32], _ ids: [UInt32], _ dictionary: SegmentDictionary
  ) -> Postings<Segment.Box> {
    Postings(
      values: dictionary.classLimit, filler: Segment.Box(photo: 0, confidence: 0, area: 0)
    ) { add in
      for (ordinal, id) in ids.enumerated() {
        for number in Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) {
          let row = raw.rows[number]
          add(
            Int(row.classID),
            Segment.Box(
              photo: UInt32(ordinal), confidence: row.confidence, area: raw.areas[number]))
        }
      }
    }
  }

  private static func scores(
    _ raw: RawResults, _ starts: [UInt32], _ ids: [UInt32], _ dictionary: SegmentDictionary
  ) -> Postings<Segment.Score> {
    Postings(
      values: dictionary.classLimit, filler: Segment.Score(photo: 0, probability: 0)
    ) { add in
      for (ordinal, id) in ids.enumerated() {
        for row in raw.rows[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])] {
          add(
            Int(row.classID), Segment.Score(photo: UInt32(ordinal), probability: row.confidence))
        }
      }
    }
  }

  /// Every photo's classes and concepts, by the default thresholds.
  private static func facets(
    _ parts: [(RawResults, [UInt32])], _ ids: [UInt32], _ lights: [Light: Bitmap],
    _ least: [Double], _ layout: FacetLayout, _ dictionary: SegmentDictionary
  ) -> FacetColumns {
    var properties = [[UInt16]](repeating: [], count: dictionary.classLimit)
    for (id, reference) in dictionary.classes { properties[id] = layout.properties(of: reference) }
    let lit = layout.conceptsOfLight.compactMap { light, concepts in
      lights[light].map { ($0, concepts) }
    }
    return FacetColumns(photos: ids.count, properties: layout.properties) { add in
      // Which photo each property was last added for: a class and its concept are found often.
      var seen = [UInt32](repeating: Segment.none, count: layout.properties)
      for (ordinal, id) in ids.enumerated() {
        for (raw, starts) in parts {
          for row in raw.rows[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
          where row.confidence >= least[Int(row.classID)] {
            for property in properties[Int(row.classID)]
            where seen[Int(property)] != UInt32(ordinal) {
              seen[Int(property)] = UInt32(ordinal)
              add(ordinal, Int(property))
            }
          }
        }
        for (photos, concepts) in lit where photos.contains(ordinal) {
          for property in concepts where seen[property] != UInt32(ordinal) {
            seen[property] = UInt32(ordinal)
            add(ordinal, property)
          }
        }
      }
    }
  }
}
