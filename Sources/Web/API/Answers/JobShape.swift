internal import Foundation
internal import Jobs
internal import Library
internal import PhotoCore

/// Jobs as the API shows them.
extension Job {
  static let shape = Shape<Job>.object(fields + ReanalysisJob.fields + LabelJob.fields)
    .named("Job")

  private static let fields: [ShapeField<Job>] = [
    .field("id", .integer) { $0.id }, .field("kind", .word) { $0.kind },
    .field("state", .word) { $0.state },
    .field("stage", .optional(.word)) { $0.progress?.stage },
    .field("done", .integer) { $0.progress?.done ?? 0 },
    .field("total", .optional(.integer)) { $0.progress?.total },
    .field("rate", .optional(.number)) { $0.rate },
    .field("remaining_seconds", .optional(.number)) { $0.remainingSeconds },
    .field("title", .string) { $0.title },
    .field("folders", .list(.string)) { $0.folders.map(\.description) },
    .field("message", .optional(.string)) { $0.message },
    .field("summary", JobSummary.shape) { $0.summary },
    .field("created_ms", .integer) { $0.createdMilliseconds },
    .field("finished_ms", .optional(.integer)) { $0.finishedMilliseconds },
  ]
}

extension JobSummary {
  static let shape = Shape<JobSummary>.object([
    .field("indexed", .integer) { $0.indexed }, .field("duplicates", .integer) { $0.duplicates },
    .field("moved", .integer) { $0.moved }, .field("unsupported", .integer) { $0.unsupported },
    .field("set_aside", .map(.integer)) { $0.setAside }, .field("missing", .integer) { $0.missing },
    .field("copied", .integer) { $0.copied }, .field("unchanged", .integer) { $0.unchanged },
    .field("scanned", .integer) { $0.scanned },
    .field("unreadable_folders", .map(.string)) { $0.unreadableFolders },
    .field("analysed", .integer) { $0.reanalysis?.analysed ?? 0 },
    .field("skipped", .integer) { $0.reanalysis?.skipped ?? 0 },
    .field("failed", .integer) { $0.reanalysis?.failed ?? 0 },
    .field("training", .optional(LabelJob.learnt)) { $0.training },
    .field("seconds", .number) { ($0.seconds * 10).rounded() / 10 },
  ]).named("JobSummary")
}
