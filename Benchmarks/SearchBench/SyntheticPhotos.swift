import Catalog
import Foundation
import Geography
import PhotoCore

/// An invented traveller's photos, drawn from a seed: trips with stops, bursts, two cameras, a long tail
/// of classes. `InventedPhotoWriter` takes them.
struct SyntheticPhotos {
  /// The travellers' cameras; most photos are of the first.
  static let cameras = [
    Camera(make: "Apple", model: "iPhone 12"),
    Camera(make: "NIKON CORPORATION", model: "NIKON D90"),
    Camera(make: "Canon", model: "Canon EOS 40D"), Camera(make: "SONY", model: "ILCE-7M3"),
    Camera(make: "GoPro", model: "HERO8 Black"),
  ].compactMap(\.self)

  /// Where people travel: their trips begin near one of these.
  private static let destinations: [(Double, Double)] = [
    (48.86, 2.35), (41.9, 12.5), (51.5, -0.12), (40.42, -3.7), (52.52, 13.4), (55.86, -4.25),
    (64.15, -21.94), (59.33, 18.07), (37.98, 23.73), (41.01, 28.98), (30.04, 31.24), (-1.29, 36.82),
    (-33.92, 18.42), (31.63, -8.0), (25.2, 55.27), (27.71, 85.32), (28.61, 77.21), (13.76, 100.5),
    (21.03, 105.85), (1.35, 103.82), (-8.65, 115.22), (35.68, 139.69), (35.01, 135.77),
    (37.57, 126.98), (39.9, 116.4), (-33.87, 151.21), (-36.85, 174.76), (-16.92, 145.77),
    (-17.71, 178.06), (21.31, -157.86), (37.77, -122.42), (36.1, -112.1), (40.71, -74.01),
    (45.5, -73.57), (19.43, -99.13), (20.68, -88.57), (9.93, -84.08), (-13.53, -71.97),
    (-16.5, -68.15), (-22.91, -43.17), (-34.6, -58.38), (-50.34, -72.26), (-0.18, -78.47),
  ]

  private let gazetteer: Gazetteer
  private let detectorClasses, classifierClasses: Int
  private var random: SplitMix64
  private var zones: [String: ZoneRules] = [:]
  private var photo = InventedPhoto(number: 0, camera: 0)
  private var instant: Int64 = 1_072_915_200_000
  private var left = (trip: 0, stop: 0, burst: 0)
  private var centre = (latitude: 0.0, longitude: 0.0)
  private var stop = (latitude: 0.0, longitude: 0.0)
  /// 1 photo of 600 begins a trip; the gaps between trips fill twenty years.
  private let gap: Double

  init(seed: UInt64, count: Int, gazetteer: Gazetteer, detectorClasses: Int, classifierClasses: Int)
  {
    random = SplitMix64(seed: seed)
    self.gazetteer = gazetteer
    self.detectorClasses = detectorClasses
    self.classifierClasses = classifierClasses
    gap = 20 * 365 * 86_400_000 / Double(max(1, count / 600))
  }

  mutating func next() -> InventedPhoto {
    photo.number += 1
    if left.burst > 0 {
      left.burst -= 1
      instant += Int64(random.unit() * 1500)
      return photo
    }
    move()
    if random.unit() < 0.15 { left.burst = Int(random.unit() * 6) + 1 }
    photo.camera = random.unit() < 0.6 ? 1 : 2 + Int(random.unit() * 4)
    setTime()
    setResults()
    return photo
  }

  private mutating func move() {
    if left.trip == 0 {
      left.trip = 200 + Int(random.unit() * 800)
      instant += Int64(random.unit() * 1.2 * gap)
      centre = Self.destinations[Int(pow(random.unit(), 1.5) * Double(Self.destinations.count))]
      left.stop = 0
    }
    left.trip -= 1
    if left.stop == 0 {
      left.stop = 10 + Int(random.unit() * 60)
      stop = (
        centre.latitude + (random.unit() - 0.5) * 4, centre.longitude + (random.unit() - 0.5) * 4
      )
    }
    left.stop -= 1
    instant += Int64(-log(max(1e-9, random.unit())) * 240_000)
  }

  private mutating func setTime() {
    let latitude = stop.latitude + (random.unit() - 0.5) * 0.05
    let longitude = stop.longitude + (random.unit() - 0.5) * 0.05
    let point = Coordinate(
      latitude: latitude, longitude: (longitude + 540).truncatingRemainder(dividingBy: 360) - 180)
    let place = point.flatMap { gazetteer.nearest(to: $0) }
    let hasPosition = random.unit() >= 0.4
    let isDated = random.unit() >= 0.1
    let rules = place.flatMap { zone($0.timeZone) }
    let offset = rules?.offset(atUTC: instant) ?? 0
    photo.coordinate = hasPosition ? point : nil
    photo.place = hasPosition ? place : nil
    photo.wallMilliseconds = isDated ? instant + Int64(offset) * 60_000 : nil
    photo.offsetMinutes = isDated && (hasPosition || photo.camera == 1) ? offset : nil
    photo.sun = nil
    if let point, hasPosition, isDated { photo.sun = Sun(atUTC: instant, seenFrom: point) }
  }

  private mutating func zone(_ id: String) -> ZoneRules? {
    if let known = zones[id] { return known }
    zones[id] = ZoneRules(id: id)
    return zones[id]
  }

  private mutating func setResults() {
    let boxes = min(12, Int(-log(max(1e-9, random.unit())) * 3.2))
    photo.objects = (0..<boxes).map { _ in
      InventedPhoto.Object(
        classNumber: zipf(detectorClasses),
        confidence: Double(Float(0.1 + 0.9 * pow(random.unit(), 1.3))),
        size: (
          width: Double(Float(0.03 + 0.7 * random.unit() * random.unit())),
          height: Double(Float(0.03 + 0.9 * random.unit() * random.unit()))
        ))
    }
    var rest = 1.0
    photo.scenes = (0..<5).map { _ in
      let probability = rest * random.unit() * 0.8
      rest -= probability
      return InventedPhoto.Scene(
        classNumber: zipf(classifierClasses), probability: Double(Float(probability)))
    }
  }

  /// A class number by Zipf's law, nearly: the first tenth of the classes has half of the photos.
  private mutating func zipf(_ classes: Int) -> Int {
    min(classes - 1, Int(pow(Double(classes + 1), random.unit())) - 1)
  }
}
