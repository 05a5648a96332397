internal import PhotoCore
internal import Query

extension Segment {
  /// Adds the facets of some photos of the segment.
  func count(_ hits: Bitmap, _ layout: FacetLayout, into result: inout Facets) {
    let population = hits.population
    guard population > 0 else { return }
    layout.add(facets.counts(in: hits, population: population), to: &result)
    addPlaces(of: hits, population: population, to: &result)
    for run in monthRuns {
      let count = hits.population(in: run.ordinals)
      if count > 0 { result.months[run.month, default: 0] += count }
    }
    func add(_ photos: Bitmap, _ key: (Int) -> Void) {
      let count = photos.populationOfBoth(hits)
      if count > 0 { key(count) }
    }
    for (light, photos) in byLight { add(photos) { result.lights[light, default: 0] += $0 } }
    for (name, photos) in byModel { add(photos) { result.models[name, default: 0] += $0 } }
    for (id, photos) in byCamera {
      guard let camera = dictionary.cameras[id] else { continue }
      add(photos) { result.cameras[camera, default: 0] += $0 }
    }
    for stars in 1...5 { add(byRating[stars]) { result.ratings[stars, default: 0] += $0 } }
    result.favourites += favourites.populationOfBoth(hits)
    result.undated += hits.population(in: datedCount..<count)
    result.unplaced += population - placed.populationOfBoth(hits)
  }

  private func addPlaces(of hits: Bitmap, population: Int, to result: inout Facets) {
    // Counting those that are not in the result is as good, where they are fewer.
    let isMost = population * 2 > count
    let set = isMost ? hits.inverted() : hits
    let places = places
    let numbers = dictionary.places.places.count + 1
    var counts = HalvedCount.sum(over: set, population: min(population, count - population)) {
      words in
      var counts = [UInt32](repeating: 0, count: numbers)
      counts.withUnsafeMutableBufferPointer { counts in
        places.withUnsafeBufferPointer { places in
          set.forEach(inWords: words) { counts[Int(places[$0])] += 1 }
        }
      }
      return counts
    }
    if isMost {
      for number in counts.indices.dropFirst() {
        counts[number] = byPlace.count(number) - counts[number]
      }
    }
    dictionary.places.add(counts, to: &result)
  }
}
