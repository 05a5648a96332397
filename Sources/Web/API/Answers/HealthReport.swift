internal import Foundation

/// What `meridian doctor` finds, as it prints it with `--json`.
struct HealthReport: Decodable {
  /// One thing that was looked at.
  struct Check: Decodable {
    let name: String
    let ok: Bool
    /// What was found; where that is not good, what to do.
    let detail: String
  }

  let checks: [Check]
  let ok: Bool

  /// - Throws: where the text is no such report.
  init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  static let shape = Shape<HealthReport>.object([
    .field("checks", .list(check)) { $0.checks }, .field("ok", .boolean) { $0.ok },
  ])

  private static let check = Shape<Check>.object([
    .field("name", .string) { $0.name }, .field("ok", .boolean) { $0.ok },
    .field("detail", .string) { $0.detail },
  ])
}
