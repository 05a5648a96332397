internal import Foundation
internal import PhotoCore
internal import Recognition

/// The worker's side of the line protocol: a request a line in, an answer a line out.
package struct WorkerLoop {
  private let analysis: PhotoAnalysis
  private let renderer: PhotoRendering
  private let looks: PhotoLook

  package init(analysis: PhotoAnalysis) {
    self.analysis = analysis
    renderer = PhotoRendering()
    looks = PhotoLook(classifier: analysis.recogniser?.classifier)
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
      case .look(let order): return .looked(looks.look(order))
      }
    } catch {
      return .storageFailed(error.description)
    }
  }

  private static func reply(_ reply: WorkerReply) {
    guard let line = try? JSONEncoder().encode(reply) else { return }
    FileHandle.standardOutput.write(line + [0x0A])
  }
}
