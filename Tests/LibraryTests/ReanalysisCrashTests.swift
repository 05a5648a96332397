import Analysis
import Fixtures
import Foundation
import Library
import LibraryFixtures
import PhotoCore
import Recognition
import Testing

/// Looks of a network whose worker dies.
@Suite(.timeLimit(.minutes(20)))
struct ReanalysisCrashTests {
  private static let target = ReanalysisTarget(model: ModelStore.defaultDetector)
  private let files: ImportFixture

  init() throws {
    files = try ImportFixture()
    for seed in 1...5 { try files.photo("\(seed).jpg", seed: UInt64(seed)) }
    try files.run()
  }

  /// The real worker, behind a shell that hands it its orders and crashes at one photo.
  private func settings(crashingAt name: String) throws -> ImportRun.Settings {
    let usual = try ImportFixture.settings(for: Self.target, in: files.library)
    let script = """
      while IFS= read -r line; do
        case $line in
          *"/\(name)"*) kill -SEGV $$; exit ;;
          *) printf '%s\\n' "$line" ;;
        esac
      done | "\(try Installed.program())" "$@"
      """
    let path = try files.folder.write(Array(script.utf8), to: "worker.sh")
    return ImportRun.Settings(
      launch: WorkerLaunch(
        executable: FilePath("/bin/sh"), arguments: [path] + usual.launch.arguments,
        log: files.library.workerLog),
      workerCount: 2, models: usual.models)
  }

  @Test func `a photo at which workers crash is counted and named, and the run goes on`() throws {
    let summary = try ReanalysisRun(
      library: files.library, settings: try settings(crashingAt: "3.jpg"), stop: StopSign()
    ).run(Self.target, asked: 1)
    #expect(summary.failed == 1 && summary.analysed == 4 && summary.skipped == 0)
    #expect(!summary.interrupted)
    #expect(summary.problems.map(\.path) == [files.trip.appending("3.jpg")])
    #expect(summary.problems.map(\.sentence) == [SetAsideReason.decoderCrashed.sentence])
    #expect(try files.states()["3.jpg"] == .indexed, "what is known of it stays")
    #expect(try files.lookAgain(Self.target).analysed == 1, "it is not held against the photo")
  }
}
