import Fixtures
import Foundation
import Geography
import PhotoCore
import Testing

/// With the gazetteer that `make` installs.
struct GazetteerTests {
  private let gazetteer: Gazetteer

  init() throws {
    gazetteer = try #require(Gazetteer(path: Installed.gazetteer), "run make, which installs it")
  }

  private func nearest(_ latitude: Double, _ longitude: Double) throws -> Place? {
    gazetteer.nearest(to: try #require(Coordinate(latitude: latitude, longitude: longitude)))
  }

  @Test(arguments: [
    (-13.5322, -71.9672, "Cusco", "Cuzco Department", "PE", "America/Lima"),
    (55.8609, -4.2514, "Glasgow", "Scotland", "GB", "Europe/London"),
    (27.7172, 85.324, "Kathmandu", "Bagmati Province", "NP", "Asia/Kathmandu"),
    (42.3751, -71.1056, "Cambridge", "Massachusetts", "US", "America/New_York"),
    (1.29, 103.85, "Singapore", nil, "SG", "Asia/Singapore"),
  ])
  func `a position is in its city`(
    latitude: Double, longitude: Double, city: String, region: String?, country: String,
    zone: String
  ) throws {
    let place = try #require(try nearest(latitude, longitude))
    #expect(place.city == city)
    #expect(place.region == region)
    #expect(place.country == country && place.timeZone == zone)
  }

  @Test func `nothing is near the middle of the ocean and the pole`() throws {
    #expect(try nearest(-40, -120) == nil)
    #expect(try nearest(90, 0) == nil)
    #expect(try nearest(-90, 0) == nil)
  }

  @Test func `both sides of the antimeridian have the same neighbour`() throws {
    let west = try #require(try nearest(-16.8, 179.999))
    #expect(try nearest(-16.8, -179.999) == west)
    #expect(try nearest(-16.8, 180) == west)
    #expect(west.country == "FJ")
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `no city is nearer than the nearest`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let point = try HardPlaces.point(&random)
      let naive = gazetteer.nearestByLookingAtAll(to: point)
      #expect(gazetteer.nearest(to: point) == naive, "\(point)")
    }
  }

  @Test(arguments: [
    ("Cusco", "PE", -13.53), ("cuzco", "PE", -13.53), ("Köln", "DE", 50.93),
    ("Cologne", "DE", 50.93),
    ("Cambridge", "GB", 52.2), ("Cambridge, US", "US", 42.37),
    ("Cambridge, Massachusetts", "US", 42.37),
    ("Cambridge, MA, US", "US", 42.37), ("Cambridge, United Kingdom", "GB", 52.2),
    ("Paris", "FR", 48.85), ("Paris, Texas", "US", 33.66), ("東京", "JP", 35.69),
    ("Москва", "RU", 55.75),
    ("san  FRANCISCO", "US", 37.77), ("Saint Denis, Réunion", "RE", -20.88),
    ("München", "DE", 48.14),
  ])
  func `names are found with the place that is meant`(
    name: String, country: String, latitude: Double
  ) throws {
    let found = try #require(gazetteer.find(name))
    #expect(found.place.country == country)
    #expect(abs(found.coordinate.latitude - latitude) < 0.05)
  }

  @Test(arguments: ["", ",", "Cusco, DE", "Nowhereville", "zzzz", "  "])
  func `what is no place is none`(name: String) {
    #expect(gazetteer.find(name) == nil)
    #expect(gazetteer.cities(named: name).isEmpty)
  }

  @Test func `countries go by code and name`() {
    #expect(gazetteer.countries(named: "PE") == ["PE"])
    #expect(gazetteer.countries(named: "peru") == ["PE"])
    #expect(gazetteer.countries(named: "United Kingdom") == ["GB"])
    #expect(
      gazetteer.countries(named: "côte d'ivoire").isEmpty
        == gazetteer.countries(named: "Cote d'Ivoire").isEmpty)
    #expect(gazetteer.countries(named: "Atlantis").isEmpty)
  }

  @Test func `regions go by name, with and without the word for their kind`() {
    #expect(
      gazetteer.regions(named: "Scotland") == [RegionReference(country: "GB", name: "Scotland")])
    #expect(gazetteer.regions(named: "La Paz").contains { $0.country == "BO" })
    #expect(gazetteer.regions(named: "La Paz, HN").allSatisfy { $0.country == "HN" })
    #expect(gazetteer.regions(named: "Nowhere").isEmpty)
  }

  @Test func `a mistyped place has suggestions`() {
    #expect(gazetteer.suggestions(for: "Cuscoo").contains("Cusco"))
    #expect(gazetteer.suggestions(for: "Glasgo").first == "Glasgow")
  }

  @Test func `a file that is no gazetteer is none`() throws {
    let folder = try TemporaryFolder()
    #expect(Gazetteer(path: folder.path("missing")) == nil)
    #expect(Gazetteer(path: try folder.write(Array("MERIGAZ1".utf8), to: "short")) == nil)
    let data = try Data(contentsOf: URL(fileURLWithPath: Installed.gazetteer))
    let half = Array(data.prefix(data.count / 2))
    #expect(Gazetteer(path: try folder.write(half, to: "half")) == nil)
    #expect(Gazetteer(path: try folder.write(Array(data.dropFirst(8)), to: "headless")) == nil)
  }
}
