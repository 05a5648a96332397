package import Inference

extension InstalledModel {
  /// The network alone, compiled as a detector or classifier compiles it, for measuring.
  ///
  /// - Throws: as ``ObjectDetector/init(model:threads:precision:)``.
  package func bareNetwork(
    threads: Int = 1, precision: Precision = .automatic
  ) throws(RecognitionError) -> Network {
    try NetworkCheck.load(self, threads: threads, precision: precision)
  }
}
