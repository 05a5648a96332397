import Catalog
import Fixtures
import Foundation
import Geography
import PhotoCore
import Query

/// A catalogue of invented photos with everything that queries ask for, drawn from a seed.
struct RandomCatalogue {
  let folder: TemporaryFolder
  let catalogue: CatalogDatabase
  let lexicon: Lexicon
  /// Two classes have thresholds of their own, one above and one below the usual one.
  var thresholds: Thresholds {
    Thresholds(detection: 0.25, classification: 0.3, own: lexicon.ownThresholds)
  }
  var random: SplitMix64

  static let gazetteer = Gazetteer(path: Installed.gazetteer)

  private static let models = [
    RegisteredModel(
      name: "detector",
      labels: LabelSet(
        vocabulary: "coco", task: .detection,
        classes: ["person", "dog", "car", "bottle", "kite"].map { LabelClass(name: $0) }),
      threshold: 0.25, recordJSON: "{}"),
    RegisteredModel(
      name: "classifier",
      labels: LabelSet(
        vocabulary: "imagenet", task: .classification,
        classes: ["seashore", "alp", "dog", "pizza"].map { LabelClass(name: $0) }),
      threshold: 0.3, recordJSON: "{}"),
  ]

  /// Look at some photos later: one has the detector's classes, one classes of its own, of which some
  /// are called like others.
  private static let laterModels = [
    RegisteredModel(
      name: "detector-2", labels: models[0].labels, threshold: 0.5, recordJSON: "{}"),
    RegisteredModel(
      name: "trees",
      labels: LabelSet(
        vocabulary: "trees", task: .classification,
        classes: ["palm", "dog", "alp"].map { LabelClass(name: $0) }),
      threshold: 0.4, recordJSON: "{}"),
  ]

  private static let sizes = [
    PixelSize(width: 40, height: 30), PixelSize(width: 30, height: 40),
    PixelSize(width: 12_000, height: 900), PixelSize(width: 1, height: 50),
    PixelSize(width: 16, height: 9),
  ]

  private static let vocabulary = """
    beach = seashore
    animal = coco:dog, imagenet:dog
    outdoors = beach, alp, kite
    sunset, dusk = light:sunset
    evening = light:sunset, light:blue-hour, pizza
    green = palm, coco:kite
    coco:dog @ 60%
    alp @ 0.15
    """

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    folder = try TemporaryFolder()
    catalogue = try CatalogDatabase(
      path: folder.path("catalogue.sqlite"), gazetteer: Self.gazetteer)
    try catalogue.models.register(Self.models + Self.laterModels)
    for name in ["me", "Dog"] { try Self.addLabel(name, to: catalogue) }
    let catalogue = catalogue
    lexicon = try Lexicon(
      labelSets: (Self.models + Self.laterModels.suffix(1)).map(\.labels),
      vocabulary: Self.vocabulary,
      labels: try catalogue.labels.personal(),
      context: LexiconContext(
        gazetteer: Self.gazetteer, models: (Self.models + Self.laterModels).map(\.name),
        similar: { text in (try? catalogue.search.similar(to: text)) ?? nil }))
  }

  var scheme: FacetScheme { lexicon.facetScheme(thresholds) }

  /// A label that has learnt something; `Dog` is called like a class and like a concept's member.
  private static func addLabel(_ name: String, to catalogue: CatalogDatabase) throws {
    let label = try catalogue.labels.make(LabelName(name), subject: .photo, at: 1)
    _ = try catalogue.labelVersions.add(
      [
        NewLabelVersion(
          learner: .cnn3, seed: 1, positives: 9, negatives: 9, threshold: 0.6,
          weights: .network(folder: "1"), metricsJSON: "{}")
      ], using: .cnn3, to: label.id, at: 1)
  }

  /// Lets the labels say something of some photos, or that there is nothing to look at, and chooses
  /// thresholds, which facets follow and queries that name a probability do not.
  mutating func judge(_ count: Int) throws {
    let ids = try catalogue.search.hits(nil).ids
    for label in try catalogue.labels.all() {
      let results = (0..<count).compactMap { _ in
        ids.randomElement(using: &random).map {
          LabelResult(
            photo: $0, probability: int(0...5) == 0 ? nil : Double(int(0...20)) / 20, box: nil,
            detector: nil)
        }
      }
      _ = try catalogue.labelResults.store(results, of: label.id, version: label.version?.id ?? 0)
      try catalogue.labels.setThreshold(pick([nil, 0.2, 0.45, 0.9]), of: label.id)
    }
  }

  /// Adds photos in a new folder of theirs.
  mutating func add(_ count: Int, folder name: String) throws {
    let listing = (0..<count).map { number in
      // Few modification times, so that the undated have many equals.
      ListedFile(
        name: FilePath(fileName(number)),
        kind: .regular(
          FileStamp(bytes: Int64(100 + number), modifiedNanoseconds: Int64(int(1...4)))))
    }
    _ = try catalogue.scans.recordFolder(
      FilePath("/Trip/\(name)"), listing: listing, role: .inPlace, at: 1)
    let pending = try catalogue.files.pending(after: 0, limit: count)
    let findings = pending.map { file in
      AnalysedFile(
        file: file,
        finding: Finding(
          path: file.path, bytes: nil,
          sha256: ContentHash(bytes: (0..<32).map { _ in UInt8(int(0...255)) }), outcome: photo()))
    }
    _ = try catalogue.findings.store(findings, at: 1)
    try catalogue.photos.settleOrder()
    try mark(count / 3)
    try judge(count / 2)
    try lookAgain(count / 3)
  }

  /// Lets a model look at some photos that came before, or a model of before look once more.
  mutating func lookAgain(_ count: Int) throws {
    let ids = try catalogue.search.hits(nil).ids
    let again = (0..<count).compactMap { _ in ids.randomElement(using: &random) }.map { id in
      RecognisedPhoto(
        photo: id,
        recognition: pick([
          recognition(detector: "detector-2", classifier: nil),
          recognition(detector: nil, classifier: "trees"),
          recognition(detector: "detector", classifier: nil),
        ]))
    }
    try catalogue.recognition.store(again, at: Int64(int(1...9)))
  }

  /// Chooses other models, or none.
  mutating func chooseSpeakers() throws {
    try catalogue.models.setActive(
      pick([nil, "detector", "detector-2", "never seen"]), for: .detection)
    try catalogue.models.setActive(pick([nil, "classifier", "trees"]), for: .classification)
  }

  /// Marks, rates and corrects some photos.
  mutating func mark(_ count: Int) throws {
    let ids = try catalogue.search.hits(nil).ids
    func some(_ random: inout SplitMix64) -> [Int64] {
      (0..<count).compactMap { _ in ids.randomElement(using: &random) }
    }
    _ = try catalogue.marks.setFavourite(true, of: some(&random), at: 1)
    _ = try catalogue.marks.setFavourite(false, of: Array(some(&random).prefix(count / 4)), at: 1)
    for stars in 0...5 {
      _ = try catalogue.marks.rate(
        Array(some(&random).prefix(max(1, count / 6))), stars: stars, at: 1)
    }
  }

  /// Turns some photos.
  mutating func turn(_ count: Int) throws {
    let ids = try catalogue.search.hits(nil).ids
    for _ in 0..<count {
      if let id = ids.randomElement(using: &random) {
        _ = try catalogue.photos.setTurn(pick(PhotoTurn.allCases), of: id)
      }
    }
  }

  private mutating func fileName(_ number: Int) -> String {
    let prefix = pick([
      "DSCN", "IMG_", "20110101 ", "PXL_20110101 ", "Été ", "ÀÉ\u{301}", "weißer ", "ΣΑΣ ",
    ])
    return "\(prefix)\(number)\(pick([".jpg", ".JPG", ""]))"
  }

  private mutating func recognition(detector: String?, classifier: String?) -> PhotoRecognition {
    func classes(_ model: String?) -> [String] {
      (Self.models + Self.laterModels).first { $0.name == model }?.labels.classes.map(\.name) ?? []
    }
    let detected = classes(detector)
    let classified = classes(classifier)
    let objects = (0..<(detected.isEmpty ? 0 : int(0...5))).map { _ in
      DetectedObject(
        className: pick(detected), confidence: Double(int(10...100)) / 100,
        box: UnitBox(
          left: 0, top: 0, width: Double(int(1...10)) / 10, height: Double(int(1...10)) / 10))
    }
    let scenes = classified.filter { _ in int(0...2) == 0 }.map {
      SceneScore(className: $0, probability: Double(int(1...100)) / 100)
    }
    return PhotoRecognition(
      detector: detector, objects: objects, classifier: classifier, scenes: scenes,
      embedding: classifier == nil ? nil : embedding())
  }

  private mutating func photo() -> Finding.Outcome {
    .photo(
      PhotoFinding(
        format: .jpeg, size: pick(Self.sizes), orientation: .upright,
        taken: int(0...6) == 0 ? nil : time(), position: int(0...2) == 0 ? nil : position(),
        camera: Camera(
          make: pick([nil, "NIKON", "Apple"]), model: pick([nil, "D90", "iPhone 5", "Ünïque"])),
        warning: int(0...9) == 0 ? .truncated : nil,
        recognition: recognition(detector: "detector", classifier: "classifier")))
  }

  private mutating func embedding() -> EmbeddingBytes {
    EmbeddingBytes(
      bytes: (0..<4).flatMap { _ -> [UInt8] in
        let bits = Float16(Float(int(-10...20)) / 10).bitPattern
        return [UInt8(bits & 255), UInt8(bits >> 8)]
      })
  }

  /// Few different days and seconds, so that photos meet at one instant and at borders.
  private mutating func time() -> CaptureTime? {
    let day = pick([1, 15, 30, 31])
    let wall =
      WallTime(
        year: pick([2013, 2014, 2014, 2014]), month: pick([3, 6, 7, 10, 12]), day: day,
        hour: pick([0, 1, 2, 5, 12, 18, 20, 23]), minute: pick([0, 30, 59]), second: pick([0, 59]),
        millisecond: pick([0, 0, 999])) ?? WallTime(milliseconds: 1_403_222_400_000)
    let offset = pick([nil, nil, 0, 60, 120, 345, -300, -660, 840, -720])
    return CaptureTime(
      wall: wall, utcOffsetMinutes: offset,
      source: offset == 0 ? pick([.gps, .exif]) : pick([.exif, .exifDigitized, .xmp]))
  }

  private mutating func position() -> Position? {
    let places: [(Double, Double)] = [
      (-13.53, -71.97), (55.86, -4.25), (0, 12), (51.48, 0), (-17, 179.9), (-17, -179.9),
      (89.9, 10),
      (-89.9, -100), (35.68, 139.69), (-33.87, 151.21), (27.7, 85.32), (42.36, -71.1),
      (64.1, -21.9),
    ]
    let (latitude, longitude) = pick(places)
    let spread = pick([0.0, 0.01, 0.5])
    return Coordinate(
      latitude: latitude + spread * Double(int(-10...10)) / 100,
      longitude: longitude + spread * Double(int(-10...10)) / 100
    ).map { Position(coordinate: $0, source: .exif) }
  }

  /// A random query, as text.
  mutating func query(depth: Int) -> String {
    switch depth > 0 ? int(0...5) : 0 {
    case 1: "not (\(query(depth: depth - 1)))"
    case 2, 3: "(\(query(depth: depth - 1))) and (\(query(depth: depth - 1)))"
    case 4, 5: "(\(query(depth: depth - 1))) or (\(query(depth: depth - 1)))"
    default: term()
    }
  }

  private mutating func term() -> String {
    switch int(0...11) {
    case 0, 1, 2: nameTerm()
    case 3:
      pick([
        "2014", "2014-06..2014-07", "2014-06-30..2014-07-01T00:00", "..2014-03", "2014-10-31..",
        "2013-12-31T23:59:59..2014-06-15T02", "2014-06-15T12:30", "2012",
      ])
    case 4: "near:\(point()),\(pick([0, 5, 700, 2000, 50_000, 3_000_000, 19_000_000]))m"
    case 5: "near:\(pick(["Cusco", "Glasgow", "\"Cambridge, US\"", "Tokyo"])),\(int(1...300))km"
    case 6: "within:\"\((0..<int(3...5)).map { _ in point() }.joined(separator: " "))\""
    case 7:
      pick([
        "country:PE", "country:\"United Kingdom\"", "city:Cusco", "region:Scotland", "country:AQ",
        "city:Sydney", "region:Massachusetts", "country:NP",
      ])
    case 8:
      pick(Light.allCases.map { "light:\($0.rawValue)" } + ["sunset", "dusk", "evening"])
    case 9:
      pick([
        "month:6", "month:10..3", "weekday:sat..mon", "weekday:tue", "hour:5..8", "hour:22..2",
        "month:july",
      ])
    case 10:
      pick([
        "camera:nikon", "camera:\"D90\"", "camera:ÜNÏ", "file:dscn1", "file:\"/trip/a/\"",
        "file:\"trip/B/img_\"", "file:été", "file:ß", "file:σα", "file:\"/dscn\"", "file:1",
        "file:zz",
        "file:\".jpg\"",
      ])
    default:
      pick([
        "has:gps", "has:time", "has:warning", "has:objects", "has:scenes", "favourite",
        "rating >= 3",
        "rating = 0", "rating < 2", "model:detector", "model:classifier", "model:detector-2",
        "model:trees",
        "like:\"DSCN1.jpg\"",
        "not favourite", "me", "label:dog", "me @ 85%", "label:Dog @ 5%", "not me", "me @ 0%",
      ])
    }
  }

  private mutating func nameTerm() -> String {
    let name = pick([
      "person", "dog", "coco:dog", "car", "beach", "animal", "outdoors", "imagenet:dog", "pizza",
      "green", "alp", "trees:alp", "trees:dog",
    ])
    switch int(0...5) {
    case 0: return "\(name) @ \(pick([10, 25, 50, 99]))%"
    case 1: return "coco:car \(pick([">=", "<=", "=", ">", "<"])) \(int(0...3))"
    case 2: return "person larger \(pick([1, 12, 30, 100]))%"
    case 3: return "animal >= \(int(1...2)) @ \(int(1...9) * 10)%"
    default: return name
    }
  }

  private mutating func point() -> String {
    if int(0...1) == 0 {
      return pick([
        "0,0", "90,0", "-90,5", "0,180", "-17,-180", "51.48,0", "-13.53,-71.97", "27.7,85.3",
        "55.86,-4.25", "60,170", "-80,100",
      ])
    }
    return "\(int(-89...89)),\(int(-180...180))"
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[int(0...values.count - 1)] }
}
