import Geography
import PhotoCore
import Testing

struct SunTests {
  /// Computed with Astropy 8.0 (`get_sun`, `AltAz` without refraction): seconds since 1970 UTC,
  /// latitude, longitude, altitude of the sun's centre in degrees, and whether it rises.
  private static let golden: [(Int64, Double, Double, Double, Bool)] = [
    (-602591747, 90.0, 95.9433, -21.0933, false),
    (-571088022, -90.0, 48.8613, 20.9742, true),
    (-507919232, 0.0, 180.0, -21.3632, false),
    (-499580092, -15.9258, 177.7817, 22.0594, true),
    (-438593577, -32.555, 162.0141, -25.373, true),
    (-396054897, -52.4425, -65.9146, -39.5655, false),
    (-318500459, -29.5976, -26.1462, 60.3284, false),
    (-264202162, 55.0053, -2.8391, -16.0455, true),
    (-249891688, 13.1778, -167.365, -0.3153, true),
    (-186407860, -55.7392, 69.6378, 26.5409, false),
    (-148826813, 34.245, -121.1942, -27.6439, true),
    (-90982710, -85.7979, 74.0821, 11.2915, true),
    (-4443023, -50.4602, -94.475, 30.2331, true),
    (409340, 26.0745, -71.7314, 39.84, false),
    (67388404, 26.4372, 35.9041, -67.6823, true),
    (108803245, -62.4576, 49.9214, 2.3583, true),
    (175290618, -12.0778, -120.7182, 57.305, true),
    (218594115, 65.3707, 68.329, -24.5857, true),
    (283870729, 14.4651, -55.8801, 34.4313, true),
    (319201965, 19.3834, 7.0158, 55.7263, true),
    (360918680, 88.6743, 122.2137, 23.7718, false),
    (413848524, 69.1585, -179.2801, 3.4635, true),
    (462307838, -33.2412, 82.7226, -66.8205, true),
    (534960778, 5.4627, 94.6506, -63.2392, false),
    (569707880, 30.1221, -137.6835, 36.947, true),
    (613971933, -29.9651, -153.6832, -5.4528, false),
    (686252920, -73.2127, -87.3679, 19.5768, false),
    (696933515, 29.2102, -71.6368, -38.854, true),
    (758780108, -85.114, -100.931, 16.9968, false),
    (836431805, -87.8124, -171.4374, -20.8195, true),
    (873097820, 4.9137, -131.3529, -62.8903, false),
    (924990976, -67.3137, -80.9853, -3.9707, false),
    (958922010, -50.7596, -108.8873, 1.7499, true),
    (1016982772, -35.7447, 19.8079, 17.9787, false),
    (1069325721, 26.6345, -18.5333, 34.7693, true),
    (1104639822, -56.0588, 48.3142, 31.7269, true),
    (1180383831, 62.4754, 147.1784, 20.7127, true),
    (1208495467, -24.3915, -72.6405, -75.6541, true),
    (1283636761, -72.238, -80.5592, 0.3787, false),
    (1321544923, -22.8177, 169.1755, -25.6286, true),
    (1369483581, 60.6459, -13.493, 49.6114, true),
    (1423204233, 13.9769, -103.9303, -80.3774, false),
    (1480553356, 36.1628, 10.5361, -63.553, true),
    (1543859380, 8.4731, 168.012, -14.2793, true),
    (1568843687, -57.7871, -74.1557, 5.9325, false),
    (1636137988, -72.0205, 173.3564, 17.9106, true),
    (1673831650, 44.948, 42.5768, -36.5942, true),
    (1716873644, 18.2251, 29.6141, 25.0729, true),
    (1778569495, -39.0675, -162.0429, -38.3641, false),
    (1819419013, 68.5004, -44.6574, -11.174, false),
    (1888978249, -18.4833, -88.4284, -48.4177, false),
    (1918706145, 76.7614, -146.9864, -17.8623, false),
    (1984005622, -32.5537, 98.8022, 28.6202, true),
    (2028924331, 88.2427, -58.8051, 10.6564, false),
    (2057736648, -80.5709, -131.4392, -7.9676, true),
    (2117258263, 57.6005, -172.7346, -26.1833, false),
    (2149636474, -46.8788, -128.9942, 25.9868, false),
    (2233448090, -88.7975, 65.287, 7.0796, true),
    (2283181984, -63.6019, -97.3009, 7.9111, true),
    (2320284614, -45.505, -39.182, -64.5325, true),
    (2379081951, 6.4909, 72.7891, -38.2343, false),
    (2407542439, 19.6338, 77.3685, 16.8377, true),
    (2470800077, 47.548, -150.0502, -5.1578, false),
    (2538147756, -26.5471, -134.768, 14.7463, true),
  ]

  @Test func `the sun stands where Astropy has it, from 1950 to 2050`() throws {
    #expect(Self.golden.count == 64)
    for (seconds, latitude, longitude, altitude, isRising) in Self.golden {
      let point = try #require(Coordinate(latitude: latitude, longitude: longitude))
      let sun = Sun(atUTC: seconds * 1000, seenFrom: point)
      #expect(abs(sun.altitude - altitude) < 0.03, "\(seconds) \(latitude),\(longitude)")
      if abs(latitude) < 89 { #expect(sun.isRising == isRising, "\(seconds)") }
    }
  }

  @Test(arguments: [
    (-90.0, [Light.night]), (-8.01, [.night]), (-8, [.blueHour]), (-6.01, [.blueHour]),
    (-6, [.blueHour, .sunset]), (-4, [.goldenHour, .sunset]), (0, [.goldenHour, .sunset]),
    (4, [.goldenHour, .sunset]), (4.01, [.goldenHour]), (6, [.day]), (90, [.day]),
  ])
  func `the altitude makes the light`(altitude: Double, lights: [Light]) {
    #expect(Sun(altitude: altitude, isRising: false).lights == Set(lights))
    let rising = lights.map { $0 == .sunset ? Light.sunrise : $0 }
    #expect(Sun(altitude: altitude, isRising: true).lights == Set(rising))
  }

  /// Sunsets as almanacs give them, to the minute, UTC.
  @Test(arguments: [
    // Stonehenge, midsummer 2014: sunset 21:26 BST, sunrise 4:52 BST.
    (51.1789, -1.8262, 1_403_382_360, Light.sunset),
    (51.1789, -1.8262, 1_403_322_720, .sunrise),
    // Sydney, January 1, 2020: sunset 20:09 local time.
    (-33.8688, 151.2093, 1_577_869_740, .sunset),
  ])
  func `at sunset the light is that of sunset`(
    latitude: Double, longitude: Double, seconds: Int64, light: Light
  ) throws {
    let point = try #require(Coordinate(latitude: latitude, longitude: longitude))
    let sun = Sun(atUTC: seconds * 1000, seenFrom: point)
    // The upper rim at the horizon, with refraction: the centre is 0.83° below.
    #expect(abs(sun.altitude + 0.833) < 0.3, "\(sun)")
    #expect(sun.lights.contains(light))
  }
}
