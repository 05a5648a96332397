package import Analysis
package import Catalog
internal import Crypto
internal import Foundation
internal import Learning
package import Library
package import PhotoCore
internal import Synchronization

/// The result of a label's training.
package struct LabelTrainingResult: Sendable {
  /// The versions that were kept, one for each learner that learnt.
  package let versions: [LabelVersion]
  /// The version that answers from now on.
  package let proposed: LabelLearner
  /// What was measured, by learner.
  package let metrics: [LabelLearner: LabelMetrics]
  /// Why a learner could not learn, in sentences.
  package let refused: [LabelLearner: String]
  /// The examples that could not be looked at.
  package let leftOut: LabelLeftOut
}

/// Teaches a label from its examples: looks at them, lets each learner be measured and learn, keeps the
/// versions and puts the better one to use.
///
/// It needs no lock, since it writes a few rows only, and takes one processor less than there are, at low
/// priority where the caller gave it a thread of that (see ``Background``): an import goes on beside it.
package struct LabelLearning: Sendable {
  /// How to train.
  package struct Settings: Sendable {
    /// How to start a worker.
    package var launch: WorkerLaunch
    /// What a worker may use up.
    package var limits: WorkerLimits
    /// How many workers look at photos at once.
    package var workerCount: Int
    /// How many threads train.
    package var threads: Int
    /// Who learns.
    package var learners: Set<LabelLearner>
    /// How many epochs cnn3 has at most.
    package var epochs = 60
    /// What is random is drawn from this: the same examples and seed give the same versions.
    package var seed: UInt64

    /// By default both learners, with seed 1, and one processor left free.
    package init(
      launch: WorkerLaunch, limits: WorkerLimits = WorkerLimits(), workerCount: Int? = nil,
      threads: Int? = nil, learners: Set<LabelLearner> = Set(LabelLearner.allCases),
      seed: UInt64 = 1
    ) {
      self.launch = launch
      self.limits = limits
      self.learners = learners
      self.seed = seed
      self.workerCount = workerCount ?? Background.processors
      self.threads = threads ?? Background.processors
    }
  }

  private let library: LibraryFolder
  private let catalogue: CatalogDatabase
  private let settings: Settings
  private let stop: StopSign

  /// - Parameter stop: raised by whoever wants the training to end early.
  package init(
    library: LibraryFolder, catalogue: CatalogDatabase, settings: Settings, stop: StopSign
  ) {
    self.library = library
    self.catalogue = catalogue
    self.settings = settings
    self.stop = stop
  }

  /// Trains. Blocks; call it on a thread that may.
  ///
  /// - Parameter progress: called often, on the calling thread.
  /// - Throws: ``LabelRunError``, `LearningError`, `WorkerFailure` and the usual errors of the catalogue:
  ///   in each case nothing of the label has changed.
  package func run(
    _ label: LabelRecord, progress: @escaping @Sendable (LabelProgress) -> Void = { _ in }
  ) throws -> LabelTrainingResult {
    let marked = try DistinctExamples.of(try catalogue.labels.examples(of: label.id))
    var refused = settings.learners.reduce(into: [LabelLearner: String]()) { refused, learner in
      refused[learner] = Self.problems(counting: marked, for: learner)
    }
    guard refused.count < settings.learners.count else { throw Self.refusal(refused) }
    let wanted = settings.learners.subtracting(refused.keys)
    let views = try extractViews(at: marked, wantsCrops: wanted.contains(.cnn3), progress)
    var trained: [Trained] = []
    for learner in LabelLearner.allCases where wanted.contains(learner) {
      do {
        trained.append(try train(learner, on: views, progress: progress))
      } catch LearningError.examples(let problems) {
        refused[learner] = problems.map(\.description).joined(separator: " ")
      } catch LearningError.cancelled {
        throw LabelRunError.cancelled
      }
    }
    guard !trained.isEmpty else { throw Self.refusal(refused) }
    return try keep(trained, of: label, views: views, refused: refused)
  }

  /// What is wrong with examples before anybody looks at their pictures; nil where nothing is.
  private static func problems(
    counting examples: [LabelExample], for learner: LabelLearner
  ) -> String? {
    let groups = BurstGroups(examples)
    let size = PixelSize(width: ViewRequest.leastSide, height: ViewRequest.leastSide)
    let known = examples.map { example in
      Example(
        id: LabelMarkID(sha256: example.sha256, box: example.mark.box).description,
        group: groups.group(of: example), isYes: example.answer, size: size)
    }
    let problems = ExampleProblem.all(in: known, for: learner.kind)
    return problems.isEmpty ? nil : problems.map(\.description).joined(separator: " ")
  }

  /// The sentences of the learner that needs least.
  private static func refusal(_ refused: [LabelLearner: String]) -> LabelRunError {
    .examples([refused[.transfer] ?? refused[.cnn3] ?? ""])
  }

  private func extractViews(
    at examples: [LabelExample], wantsCrops: Bool,
    _ progress: @escaping @Sendable (LabelProgress) -> Void
  ) throws -> ExampleViews {
    let pool = ViewWorkers(
      launch: settings.launch, limits: settings.limits, workerCount: settings.workerCount,
      stop: stop)
    let views = try ExampleViews(
      examples, wantsCrops: wantsCrops, catalogue: catalogue, pool: pool
    ) { done, total in progress(LabelProgress(stage: .looking, done: done, total: total)) }
    guard !stop.isRaised else { throw LabelRunError.cancelled }
    return views
  }
}

/// What one learner made of the examples.
private struct Trained {
  enum Model {
    case cnn3(CNN3Network)
    case transfer(TransferModel)
  }

  let model: Model
  let evaluation: LabelEvaluation
  let history: [EpochResult]
  let seconds: Double

  var learner: LabelLearner {
    switch model {
    case .cnn3: .cnn3
    case .transfer: .transfer
    }
  }
}

extension LabelLearning {
  private func train(
    _ learner: LabelLearner, on views: ExampleViews,
    progress: @escaping @Sendable (LabelProgress) -> Void
  ) throws -> Trained {
    let start = Date()
    let history = Mutex<[EpochResult]>([])
    let stop = stop
    let control = TrainingControl(isCancelled: { stop.isRaised }) { point in
      // Only the last part learns from all examples; its curve is the version's.
      if point.part + 1 == point.partCount, let result = point.result {
        history.withLock { $0.append(result) }
      }
      progress(
        LabelProgress(
          stage: .training, done: Int(point.share * 1000), total: 1000, training: point))
    }
    let (model, evaluation): (Trained.Model, LabelEvaluation)
    switch learner {
    case .cnn3:
      let cnn3 = CNN3Learner(
        seed: settings.seed, threads: settings.threads, epochCount: settings.epochs)
      let outcome = try LabelTraining.run(
        cnn3, views.crops, seed: settings.seed, control: control)
      model = .cnn3(outcome.model)
      evaluation = outcome.evaluation
    case .transfer:
      let transfer = TransferLearner(seed: settings.seed)
      let outcome = try LabelTraining.run(
        transfer, views.embeddings, seed: settings.seed, control: control)
      model = .transfer(outcome.model)
      evaluation = outcome.evaluation
    }
    return Trained(
      model: model, evaluation: evaluation, history: history.withLock { $0 },
      seconds: Date().timeIntervalSince(start))
  }

  private func keep(
    _ trained: [Trained], of label: LabelRecord, views: ExampleViews,
    refused: [LabelLearner: String]
  ) throws -> LabelTrainingResult {
    let comparison =
      trained.count == 2
      ? try LearnerComparison(trained[0].evaluation, trained[1].evaluation) : nil
    let proposed =
      comparison.flatMap { LabelLearner(rawValue: $0.proposed.rawValue) } ?? trained[0].learner
    let number = try catalogue.labelVersions.nextNumber(of: label.id)
    var (versions, metrics): ([NewLabelVersion], [LabelLearner: LabelMetrics]) = ([], [:])
    var folder: FilePath?
    for one in trained {
      let threshold = one.evaluation.curve.proposedThreshold
      let measured = LabelMetrics(
        evaluation: one.evaluation, threshold: threshold, comparison: comparison,
        history: one.history, seconds: one.seconds, leftOut: views.leftOut)
      metrics[one.learner] = measured
      let weights = try weights(
        of: one, for: label, number: number, threshold: threshold, views: views)
      if case .network(let name) = weights { folder = library.folder(of: label.id, version: name) }
      versions.append(
        NewLabelVersion(
          learner: one.learner, seed: Int64(bitPattern: settings.seed),
          positives: views.examples.count { $0.isYes },
          negatives: views.examples.count { !$0.isYes }, threshold: threshold, weights: weights,
          metricsJSON: measured.json))
    }
    do {
      let stored = try catalogue.labelVersions.add(
        versions, using: proposed, to: label.id, at: WallClock.now().milliseconds)
      return LabelTrainingResult(
        versions: stored, proposed: proposed, metrics: metrics, refused: refused,
        leftOut: views.leftOut)
    } catch {
      if let folder { try? FileManager.default.removeItem(atPath: folder.description) }
      // Where the label was deleted meanwhile, nothing of it stays.
      if error as? LabelError == .gone { try library.removeLabelFolder(label.id) }
      throw error
    }
  }

  private func weights(
    of trained: Trained, for label: LabelRecord, number: Int, threshold: Double,
    views: ExampleViews
  ) throws -> LabelWeights {
    switch trained.model {
    case .transfer(let model):
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let json = String(decoding: try encoder.encode(model), as: UTF8.self)
      return .linear(json: json, embeddingModel: views.embeddingModel ?? "")
    case .cnn3(let network):
      // Two trainings at once have the same number until one of them is stored.
      let name = "cnn3-\(number)-\(UUID().uuidString.prefix(8).lowercased())"
      let folder = library.folder(of: label.id, version: name)
      try library.makeLabelFolder(label.id)
      try network.write(
        to: folder.description,
        CNN3Description(
          id: "label-\(label.id)-\(name)", name: label.name, version: "\(number)",
          source: "\(views.examples.count) examples, seed \(settings.seed)", threshold: threshold)
      ) { path in
        FileManager.default.contents(atPath: path).map { hexadecimal(SHA256.hash(data: $0)) }
      }
      return .network(folder: name)
    }
  }
}

extension LabelLearner {
  /// As the module that learns calls it.
  var kind: LearnerKind {
    switch self {
    case .cnn3: .cnn3
    case .transfer: .transfer
    }
  }
}
