import Fixtures
import GRDB
import PhotoCore
import Testing

@testable import Catalog

/// What the program can say, the tables can store: every case of an enum is in the CHECK of its column.
struct EnumCheckTests {
  /// The columns whose CHECK lists words or numbers, and what the program stores there.
  private static let lists: [String: Set<String>] = [
    "photo.format": words(PictureFormat.self),
    "photo.time_source": words(TimeSource.self),
    "photo.content_time_source": words(TimeSource.self),
    "photo.position_source": words(PositionSource.self),
    "photo.content_position_source": words(PositionSource.self),
    "photo.offset_source": words(OffsetSource.self),
    "photo.warning": words(PhotoWarning.self),
    "photo.turn": Set(PhotoTurn.allCases.map { "\($0.rawValue)" }),
    "file.role": words(FileRole.self),
    // A file of a photo is `photo`; whether it is the first, a duplicate or missing is derived.
    "file.state": words(FileState.self).subtracting(["indexed", "duplicate", "missing"])
      .union(["photo"]),
    "file.reason": words(SetAsideReason.self),
    "model.task": words(RecognitionTask.self),
    "change.kind": words(Change.Kind.self),
    "given_position.source": words(PositionSource.self),
    "user.role": words(UserRole.self),
    "api_token.scope": words(TokenScope.self),
    "job.kind": words(JobKind.self),
    "job.state": words(JobState.self),
    "label_example.origin": words(MarkOrigin.self),
    "label_action_row.origin": words(MarkOrigin.self),
    "label_version.learner": words(LabelLearner.self),
  ]

  private static func words<Value: RawRepresentable<String> & CaseIterable>(
    _: Value.Type
  ) -> Set<String> {
    Set(Value.allCases.map(\.rawValue))
  }

  /// The lists of the CHECKs of a new catalogue, by table and column. A yes or no, 0 or 1, is no list.
  private func checks() throws -> [String: Set<String>] {
    let folder = try TemporaryFolder()
    var found: [String: Set<String>] = [:]
    for (name, text) in try CatalogueFile(OldCatalogue.new(in: folder)).schema() {
      guard let table = name.split(separator: " ").last, name.hasPrefix("table ") else { continue }
      for match in text.matches(of: /CHECK \((\w+) IN \(([^)]*)\)\)/) {
        let values = Set(match.2.split(separator: ", ").map { "\($0.trimming("'"))" })
        if values != ["0", "1"] { found["\(table).\(match.1)"] = values }
      }
    }
    return found
  }

  @Test func `every case of an enum can be stored`() throws {
    let checks = try checks()
    #expect(
      Set(checks.keys) == Set(Self.lists.keys),
      "A column has a CHECK with a list, and this test does not know what is stored there: add it.")
    for (column, cases) in Self.lists {
      #expect(
        checks[column] == cases,
        """
        The CHECK of \(column) is not the list of the enum's cases. A case that is added needs a new \
        version of the schema, which makes the table anew: never edit one that has shipped. See \
        "Adding a case to an enum that is stored" in docs/architecture.md.
        """)
    }
  }
}

extension Substring {
  fileprivate func trimming(_ character: Character) -> Substring {
    let rest = drop { $0 == character }
    return rest.last == character ? rest.dropLast() : rest
  }
}
