/// How fast the runtime alone is, for comparing what the rest of a program costs.
extension Network {
  /// Inferences a second of this network on the input it holds, all on this thread's call, with
  /// nothing before or after: neither are values copied in nor outputs read.
  ///
  /// - Parameter duration: how long it is measured, after one run that is not; at least one run is.
  /// - Throws: ``InferenceError/failed(detail:)``.
  package func bareRate(for duration: Duration) throws(InferenceError) -> Double {
    try runAgain()
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0.0
    var elapsed = Duration.zero
    repeat {
      try runAgain()
      count += 1
      elapsed = clock.now - start
    } while elapsed < duration
    return count / (elapsed / .seconds(1))
  }

  /// Inferences a second of several copies of a network side by side, as an analysis with so many
  /// workers runs them.
  ///
  /// - Parameters:
  ///   - workers: how many copies, each on a thread of its own; 1 at least.
  ///   - threads: how many threads one run of one copy uses.
  ///   - duration: how long it is measured.
  /// - Throws: ``InferenceError``.
  package static func bareRate(
    path: String, device: String = InferenceDevice.chosen, workers: Int, threads: Int = 1,
    precision: Precision = .automatic, conversion: InputConversion? = nil, for duration: Duration
  ) async throws(InferenceError) -> Double {
    let results = await withTaskGroup(of: Result<Double, InferenceError>.self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          Result { () throws(InferenceError) in
            let network = try Network(
              path: path, device: device, threads: threads, precision: precision,
              conversion: conversion)
            return try network.bareRate(for: duration)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    var sum = 0.0
    for result in results { sum += try result.get() }
    return sum
  }
}
