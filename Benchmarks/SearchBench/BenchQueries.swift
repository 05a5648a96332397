import Foundation
import PhotoCore

/// Two hundred varied queries, drawn from a seed: everyday ones, and combinations of every kind of term.
struct BenchQueries {
  private var random = SplitMix64(seed: 7)
  /// Frequent and rare classes, and concepts.
  private let names: [String]

  /// - Parameter names: names of classes; those at the beginning are the frequent ones.
  init(names: [String]) {
    self.names = names
  }

  mutating func all(_ count: Int) -> [String] { (0..<count).map { query($0) } }

  private mutating func query(_ number: Int) -> String {
    switch number % 10 {
    case 0: return name()
    case 1: return "\(name()) and \(name())"
    case 2: return "\(name()) or \(name()) or \(name())"
    case 3: return "\(name()) and not \(name())"
    case 4: return "\(dates()) and \(name())"
    case 5: return place()
    case 6: return "\(place()) and (\(name()) or \(name())) and not \(name())"
    case 7: return "\(measured()) and \(fact())"
    case 8: return "\(dates()) and \(place()) and \(fact())"
    default: return "not (\(name()) or \(fact())) or \(measured())"
    }
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[Int(random.unit() * Double(texts.count))]
  }

  private mutating func name() -> String {
    if random.unit() < 0.3 {
      return pick(["beach", "food", "vehicle", "animal", "mountain", "building", "water"])
    }
    let rank = Int(pow(random.unit(), 2) * Double(names.count))
    return "\"\(names[rank])\""
  }

  private mutating func measured() -> String {
    pick([
      "person >= \(2 + Int(random.unit() * 3))", "\(name()) @ \(30 + Int(random.unit() * 60))%",
      "person larger \(5 + Int(random.unit() * 30))%", "car = 0", "bicycle >= 2 @ 40%",
    ])
  }

  private mutating func dates() -> String {
    let year = 2005 + Int(random.unit() * 17)
    return pick([
      "\(year)", "\(year)-06..\(year)-08", "\(year)..", "..\(year)-03-12", "month:7", "hour:5..8",
      "weekday:sat..sun", "\(year)-02-03T10:00..\(year + 1)-05",
    ])
  }

  private mutating func place() -> String {
    let cities = [
      "Cusco", "Glasgow", "Paris", "Kyoto", "Sydney", "Marrakesh", "Reykjavik", "Berlin",
    ]
    let radius = [1, 10, 50, 300, 2000, 9000][Int(random.unit() * 6)]
    return pick([
      "near:\"\(pick(cities))\",\(radius)km", "country:PE", "country:FR", "country:JP",
      "city:\(pick(cities))", "region:Scotland",
      "within:\"-13.1,-72.6 -13.1,-71.2 -14.2,-71.2 -14.2,-72.6\"",
      "within:\"60,-12 60,30 35,30 35,-12\"", "near:0,179,3000km",
    ])
  }

  private mutating func fact() -> String {
    pick([
      "light:sunset", "light:golden-hour", "has:gps", "not has:time", "favourite", "rating >= 3",
      "camera:nikon", "file:dscn00012", "has:objects", "sunset or night",
    ])
  }
}
