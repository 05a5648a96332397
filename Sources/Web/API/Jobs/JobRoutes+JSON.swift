internal import Foundation
internal import Jobs
internal import Library
internal import OrderedJSON
internal import PhotoCore

/// Jobs as the API shows them.
extension JobRoutes {
  @Sendable static func json(_ job: Job) -> JSONText {
    let members: [(String, JSONText)] = [
      ("id", .integer(job.id)), ("kind", .text(job.kind.rawValue)),
      ("state", .text(job.state.rawValue)), ("stage", .text(orNull: job.progress?.stage.rawValue)),
      ("done", .count(job.progress?.done ?? 0)),
      ("total", job.progress?.total.map(JSONText.count) ?? .null),
      ("rate", .number(orNull: job.rate)),
      ("remaining_seconds", .number(orNull: job.remainingSeconds)), ("title", .text(job.title)),
      ("folders", .texts(job.folders.map(\.description))), ("message", .text(orNull: job.message)),
      ("summary", summary(job.summary)), ("created_ms", .integer(job.createdMilliseconds)),
      ("finished_ms", .integer(orNull: job.finishedMilliseconds)),
    ]
    return .object(members + ReanalysisJob.members(job) + LabelJob.members(job))
  }

  private static func summary(_ summary: JobSummary) -> JSONText {
    let reasons = summary.setAside.sorted { $0.key < $1.key }.map {
      ($0.key, JSONText.count($0.value))
    }
    let folders = summary.unreadableFolders.sorted { $0.key < $1.key }
      .map { ($0.key, JSONText.text($0.value)) }
    return .object([
      ("indexed", .count(summary.indexed)), ("duplicates", .count(summary.duplicates)),
      ("moved", .count(summary.moved)), ("unsupported", .count(summary.unsupported)),
      ("set_aside", .object(reasons)), ("missing", .count(summary.missing)),
      ("copied", .count(summary.copied)), ("unchanged", .count(summary.unchanged)),
      ("scanned", .count(summary.scanned)), ("unreadable_folders", .object(folders)),
      ("analysed", .count(summary.reanalysis?.analysed ?? 0)),
      ("skipped", .count(summary.reanalysis?.skipped ?? 0)),
      ("failed", .count(summary.reanalysis?.failed ?? 0)),
      ("training", LabelJob.summary(summary.training)),
      ("seconds", .number((summary.seconds * 10).rounded() / 10)),
    ])
  }
}
