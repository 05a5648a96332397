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
    var parts = [PhotoRows(&boxes, limit: limit), PhotoRows(&scores, limit: limit)]
    boxes = RawResults()
    scores = RawResults()
    let arrangement = ResultArrangement(ids: ids, layout: layout, dictionary: dictionary)
    withObjects = arrangement.photos(with: parts[0])
    withScenes = arrangement.photos(with: parts[1])
    facets = arrangement.facets(of: parts, lights: lights)
    objects = arrangement.boxes(of: parts[0])
    // Boxes and scenes are not both held twice; see `SegmentBuilder.build`.
    parts[0] = PhotoRows()
    scenes = arrangement.scores(of: parts[1])
  }
}

/// Boxes or scenes, and which of them are each photo's.
private struct PhotoRows {
  let raw: RawResults
  /// Where each photo's rows begin, by row id; one more than there are.
  private let starts: [UInt32]

  init() {
    raw = RawResults()
    starts = []
  }

  /// - Parameter limit: the largest row id of a photo.
  init(_ raw: inout RawResults, limit: Int) {
    starts = raw.takeStarts(limit: limit)
    self.raw = raw
  }

  /// The numbers of a photo's rows.
  @inline(__always)
  func numbers(of photo: UInt32) -> Range<Int> {
    Int(starts[Int(photo)])..<Int(starts[Int(photo) + 1])
  }
}

/// Arranges boxes and scenes by photo, and by what they show.
private struct ResultArrangement {
  /// Row ids of the photos by ordinal.
  let ids: [UInt32]
  let layout: FacetLayout
  let dictionary: SegmentDictionary
  /// From which confidence each class counts by the default thresholds, by row id of the class.
  private let least: [Double]

  init(ids: [UInt32], layout: FacetLayout, dictionary: SegmentDictionary) {
    self.ids = ids
    self.layout = layout
    self.dictionary = dictionary
    var least = [Double](repeating: .infinity, count: dictionary.classLimit)
    for (id, reference) in dictionary.classes {
      least[id] = layout.scheme.thresholds.value(for: reference)
    }
    self.least = least
  }

  /// The photos with a row that counts.
  func photos(with part: PhotoRows) -> Bitmap {
    var photos = Bitmap(count: ids.count)
    for (ordinal, id) in ids.enumerated() {
      for row in part.raw.rows[part.numbers(of: id)]
      where row.confidence >= least[Int(row.classID)] {
        photos.insert(ordinal)
      }
    }
    return photos
  }

  func boxes(of part: PhotoRows) -> Postings<Segment.Box> {
    Postings(
      values: dictionary.classLimit, filler: Segment.Box(photo: 0, confidence: 0, area: 0)
    ) { add in
      for (ordinal, id) in ids.enumerated() {
        for number in part.numbers(of: id) {
          let row = part.raw.rows[number]
          add(
            Int(row.classID),
            Segment.Box(
              photo: UInt32(ordinal), confidence: row.confidence, area: part.raw.areas[number]))
        }
      }
    }
  }

  func scores(of part: PhotoRows) -> Postings<Segment.Score> {
    Postings(
      values: dictionary.classLimit, filler: Segment.Score(photo: 0, probability: 0)
    ) { add in
      for (ordinal, id) in ids.enumerated() {
        for row in part.raw.rows[part.numbers(of: id)] {
          add(
            Int(row.classID), Segment.Score(photo: UInt32(ordinal), probability: row.confidence))
        }
      }
    }
  }

  /// Every photo's classes and concepts, by the default thresholds.
  ///
  /// - Parameter lights: the photos of each light.
  func facets(of parts: [PhotoRows], lights: [Light: Bitmap]) -> FacetColumns {
    var properties = [[UInt16]](repeating: [], count: dictionary.classLimit)
    for (id, reference) in dictionary.classes { properties[id] = layout.properties(of: reference) }
    let lit = layout.conceptsOfLight.compactMap { light, concepts in
      lights[light].map { ($0, concepts) }
    }
    return FacetColumns(photos: ids.count, properties: layout.properties) { add in
      // Which photo each property was last added for: a class and its concept are found often.
      var seen = [UInt32](repeating: Segment.none, count: layout.properties)
      for (ordinal, id) in ids.enumerated() {
        for part in parts {
          for row in part.raw.rows[part.numbers(of: id)]
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
