import Foundation
import Geography
import PhotoCore
import Query

/// A resolved query as JSON of numbers, for the same question in Python.
enum QueryForPandas {
  static func json(_ expression: ResolvedExpression, _ classID: [ClassReference: Int64]) -> Any {
    switch expression {
    case .term(let term): return json(term.meaning, classID)
    case .not(let operand): return ["not": json(operand, classID)]
    case .and(let operands): return ["and": operands.map { json($0, classID) }]
    case .or(let operands): return ["or": operands.map { json($0, classID) }]
    }
  }

  private static func json(
    _ meaning: ResolvedTerm.Meaning, _ classID: [ClassReference: Int64]
  ) -> [String: Any] {
    switch meaning {
    case .classes(let condition):
      return [
        "classes": [
          "objects": condition.objectClasses.compactMap { classID[$0] },
          "scenes": condition.sceneClasses.compactMap { classID[$0] },
          "confidence": condition.least.detection, "probability": condition.least.classification,
          "count": condition.count.map { [$0.comparison.rawValue, $0.number] as [Any] } ?? [],
          "area": condition.minimumArea ?? 0,
        ] as [String: Any]
      ]
    case .taken(let interval):
      return [
        "taken": [
          interval.from.map { $0.milliseconds as Any } ?? NSNull(),
          interval.toExclusive.map { $0.milliseconds as Any } ?? NSNull(),
        ]
      ]
    case .calendar(let term):
      return [
        "calendar": [
          term.cycle.rawValue,
          term.cycle.numbers.filter { term.contains($0) },
        ] as [Any]
      ]
    case .near(let centre, let metres):
      return ["near": [centre.latitude, centre.longitude, metres]]
    case .within(let area):
      return ["within": area.corners.map { [$0.latitude, $0.longitude] }]
    case .country(let codes): return ["country": codes.sorted()]
    case .region(let regions): return ["region": regions.sorted().map { [$0.country, $0.name] }]
    case .city(let ids): return ["city": ids.sorted()]
    case .light(let lights): return ["light": lights.sorted().map(\.rawValue)]
    case .camera(let text): return ["camera": text.rawValue.lowercased()]
    case .file(let text): return ["file": text.rawValue.lowercased()]
    case .hasPosition: return ["has": "position"]
    case .hasTime: return ["has": "time"]
    case .hasObjects(let thresholds): return ["hasObjects": thresholds.detection]
    case .favourite: return ["favourite": true]
    case .rating(let condition):
      return ["rating": [condition.comparison.rawValue, condition.number]]
    default: return ["unknown": true]
    }
  }
}
