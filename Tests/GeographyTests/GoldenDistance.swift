import Testing

/// Two points and their great-circle distance, as mpmath gives it with 50 digits from
/// `R * acos(sin p * sin q + cos p * cos q * cos(turn))`.
struct GoldenDistance: CustomTestStringConvertible {
  let testDescription: String
  let from: (Double, Double)
  let to: (Double, Double)
  let metres: Double

  static let all = [
    GoldenDistance(
      testDescription: "Glasgow, London", from: (55.8642, -4.2518), to: (51.5074, -0.1278),
      metres: 555151.42638125891),
    GoldenDistance(
      testDescription: "Machu Picchu, Cusco", from: (-13.1631, -72.545), to: (-13.517, -71.9785),
      metres: 72837.571926285468),
    GoldenDistance(
      testDescription: "Auckland, Fiji", from: (-36.8485, 174.7633), to: (-17.7134, 178.065),
      metres: 2152186.1561173145),
    GoldenDistance(
      testDescription: "across the antimeridian", from: (-16.5, 179.9), to: (-16.5, -179.9),
      metres: 21323.206596378441),
    GoldenDistance(
      testDescription: "across Greenwich", from: (51.4779, -0.0015), to: (51.4779, 0.0015),
      metres: 207.76237743614932),
    GoldenDistance(
      testDescription: "across the pole", from: (89.9999, 0.0), to: (89.9999, 180.0),
      metres: 22.239016047444841),
    GoldenDistance(
      testDescription: "near the South Pole", from: (-89.99, 45.0), to: (-89.98, -100.0),
      metres: 3198.9818060163876),
    GoldenDistance(
      testDescription: "a millimetre", from: (10.0, 20.0), to: (10.0, 20.00000001),
      metres: 0.0010950578617134636),
    GoldenDistance(
      testDescription: "a few metres", from: (48.8584, 2.2945), to: (48.8584, 2.2946),
      metres: 7.3157712086219580),
    GoldenDistance(
      testDescription: "nearly antipodal", from: (0.0, 0.0), to: (0.00001, 179.99999),
      metres: 20015112.869500019),
    GoldenDistance(
      testDescription: "nearly antipodal, oblique", from: (33.3, 44.4),
      to: (-33.2999999, -135.6000001),
      metres: 20015114.427543943),
    GoldenDistance(
      testDescription: "at the antimeridian", from: (0.0, -180.0), to: (0.0, 179.999),
      metres: 111.19508023406385),
  ]
}
