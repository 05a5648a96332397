internal import Foundation
internal import HTTPTypes
internal import Jobs
internal import Library
internal import PhotoCore

/// Running a model on the photos that lack its results.
enum ReanalysisJob {
  /// Begins the job, when it could do anything.
  ///
  /// - Parameter query: which photos; all of them where it is nil or empty.
  /// - Throws: ``RequestProblem``, `QueryError`.
  static func start(
    model: String?, isThorough: Bool, query: String?, _ app: WebApp
  ) throws -> Job {
    guard let model, ModelID.isValid(model),
      let network = app.webModels.installed().first(where: { $0.id == model })
    else { throw RequestProblem(.notFound, "Give an installed model with model.") }
    guard let task = network.facts?.task, network.problem == nil else {
      throw RequestProblem(.conflict, network.problem ?? "The record of “\(model)” cannot be used.")
    }
    guard !isThorough || task == .detection else {
      throw RequestProblem(
        .unprocessableContent, "Only models that find objects can be thorough.")
    }
    // Says at once what the job would fail with.
    let query = query.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if let query { _ = try app.queries.find(query) }
    return try app.jobs.start(
      ReanalysisTarget(
        model: model, isThorough: isThorough, includesAnalysed: false, query: query))
  }

  /// What the API tells of such a job beside what every job has.
  static let fields: [ShapeField<Job>] = [
    .field("model", .optional(.string)) { $0.reanalysis?.model },
    .field("thorough", .boolean) { $0.reanalysis?.isThorough ?? false },
    .field("query", .optional(.string)) { $0.reanalysis?.query },
  ]
}
