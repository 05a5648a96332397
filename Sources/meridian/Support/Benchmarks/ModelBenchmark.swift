import Analysis
import Dispatch
import Evaluation
import Foundation
import Imaging
import Inference
import PhotoCore
import Recognition
import Synchronization

/// Measures each network through Meridian beside the same network alone, in one run.
///
/// Through Meridian: from a decoded picture to named objects or scenes. Alone: OpenVINO on an input that is
/// there already. One thread for each processor, each with networks of its own, as in an import. Both take
/// short turns, so that a machine that is busy for a while slows both.
struct ModelBenchmark {
  let store: ModelStore
  /// A folder of pictures; a few of them are decoded once, before the clock starts.
  let pictures: String
  /// How long each takes at a turn.
  var seconds = 1.0
  /// How often each has its turn.
  var turns = 9

  struct Result {
    let alone: Double
    let whole: Double
  }

  func measure(_ id: String) throws -> Result {
    let model = try store.model(id)
    let paths = try picturePaths()
    let seconds = seconds
    let turns = turns
    let results = Mutex([Result]())
    let failure = Mutex<(any Error)?>(nil)
    let start = StartBarrier(Installation.coreCount)
    DispatchQueue.concurrentPerform(iterations: Installation.coreCount) { _ in
      do {
        let pair = try WorkPair(model, try paths.map { try EvaluationPicture.scales($0) })
        try pair.warmUp()
        start.wait()
        let result = try pair.alternate(seconds: seconds, turns: turns)
        results.withLock { $0.append(result) }
      } catch {
        start.giveUp()
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return results.withLock { all in
      Result(
        alone: all.reduce(0) { $0 + $1.alone }, whole: all.reduce(0) { $0 + $1.whole })
    }
  }

  private func picturePaths() throws -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: pictures)) ?? []
    let endings: Set<String> = ["jpg", "jpeg", "png", "webp", "tif"]
    let paths = names.sorted().filter { endings.contains(FilePath($0).fileExtension) }
      .prefix(8).map { "\(pictures)/\($0)" }
    guard !paths.isEmpty else { throw BenchmarkError.noPhotos(pictures) }
    return paths
  }
}

/// Both ways to use a network, for one thread.
private struct WorkPair {
  private let alone: Network
  private let whole: (Int) throws -> Void

  init(_ model: InstalledModel, _ scales: [PhotoScales]) throws {
    alone = try model.bareNetwork()
    switch model.record.task {
    case .detection:
      let detector = try ObjectDetector(model: model)
      whole = { turn in
        let inputs = try NetworkInputs(scales[turn % scales.count])
        _ = try detector.objects(in: try inputs.view(for: detector.recipe))
      }
    case .classification:
      let classifier = try SceneClassifier(model: model)
      whole = { turn in
        let inputs = try NetworkInputs(scales[turn % scales.count])
        _ = try classifier.scenes(in: try inputs.view(for: classifier.recipe))
      }
    }
  }

  func warmUp() throws {
    for turn in 0..<3 { try whole(turn) }
  }

  /// How many runs a second this thread does of each.
  func alternate(seconds: Double, turns: Int) throws -> ModelBenchmark.Result {
    var alone = 0.0
    var whole = RunCount()
    for _ in 0..<turns {
      alone += try self.alone.bareRate(for: .seconds(seconds)) / Double(turns)
      try whole.run(for: seconds, self.whole)
    }
    return ModelBenchmark.Result(alone: alone, whole: whole.perSecond)
  }
}

/// Runs and the time that they took.
private struct RunCount {
  private var count = 0
  private var duration = Duration.zero

  var perSecond: Double { Double(count) / max(0.001, duration / .seconds(1)) }

  mutating func run(for seconds: Double, _ work: (Int) throws -> Void) throws {
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      try work(count)
      count += 1
    } while start.duration(to: clock.now) < .seconds(seconds)
    duration += start.duration(to: clock.now)
  }
}

/// Where threads wait until all are ready.
private final class StartBarrier: Sendable {
  private let missing: Mutex<Int>

  init(_ count: Int) { missing = Mutex(count) }

  func wait() {
    giveUp()
    while missing.withLock({ $0 }) > 0 { usleep(1000) }
  }

  /// Lets the others go without this one.
  func giveUp() { missing.withLock { $0 -= 1 } }
}
