internal import Foundation
internal import PhotoCore
internal import Recognition

/// The worker's side of the line protocol: a request a line in, an answer a line out.
package struct WorkerLoop {
  private let analysis: PhotoAnalysis
  private let renderer: PhotoRendering
  private let extractor: ViewExtractor

  package init(analysis: PhotoAnalysis) {
    self.analysis = analysis
    renderer = PhotoRendering()
    extractor = ViewExtractor(classifier: analysis.recogniser?.classifier)
  }

  /// Answers requests until the standard input ends.
  package func run() {
    Self.reply(.ready)
    while let line = readLine() {
      guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8))
      else { return }
      Self.reply(answer(request))
    }
  }

  /// Tells the supervisor that this worker cannot work.
  package static func refuse(_ sentence: String) {
    reply(.cannotStart(sentence))
  }

  private func answer(_ request: WorkerRequest) -> WorkerReply {
    do throws(StorageFailure) {
      switch request {
      case .identify(let path): return .finding(try analysis.identification(of: path))
      case .analyse(let path): return .finding(try analysis.finding(for: path))
      case .recognise(let order): return .finding(analysis.recognition(of: order))
      case .render(let order): return .rendered(try renderer.render(order))
      case .extractViews(let order): return .views(extractor.extractViews(order))
      }
    } catch {
      return .storageFailed(error.description)
    }
  }

  private static func reply(_ reply: WorkerReply) {
    FileHandle.standardOutput.write(line(reply) + [0x0A])
  }

  /// A reply as it is sent. One that cannot be written down is replaced by a word about that: the
  /// supervisor would else wait for it, and blame the file for the time.
  static func line(_ reply: WorkerReply) -> Data {
    do {
      return try JSONEncoder().encode(reply)
    } catch {
      // A text is always encoded; an empty line would be an answer that nobody understands.
      return (try? JSONEncoder().encode(WorkerReply(unencodable: error))) ?? Data()
    }
  }
}
