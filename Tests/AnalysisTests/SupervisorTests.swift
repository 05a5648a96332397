@testable import Analysis
import Fixtures
import Foundation
import PhotoCore
import Testing

/// A worker that is a shell script: it crashes, hangs or talks nonsense on demand, which no real
/// decoder does on demand.
private struct ScriptedWorker {
  let folder: TemporaryFolder
  let launch: WorkerLaunch

  /// - Parameter body: shell code that answers `$line`; `answer` prints an unsupported finding.
  init(_ body: String, start: String = "echo '{\"ready\":{}}'") throws {
    folder = try TemporaryFolder()
    let script = """
      #!/bin/sh
      cd "\(folder.path)"
      answer() { echo '{"finding":{"_0":{"path":"/a","outcome":"unsupported"}}}'; }
      \(start)
      while IFS= read -r line; do
      \(body)
      done
      """
    let path = try folder.write(Array(script.utf8), to: "worker.sh")
    launch = WorkerLaunch(executable: FilePath("/bin/sh"), arguments: [path], log: nil)
  }
}

@Suite(.timeLimit(.minutes(20)))
struct SupervisorTests {
  private let limits = WorkerLimits(secondsPerFile: 30, secondsToStart: 30)
  private let path = FilePath("/a")

  @Test func `a file that crashes two workers is set aside, and the next one is answered`() throws {
    let worker = try ScriptedWorker("case $line in *bad*) kill -SEGV $$ ;; *) answer ;; esac")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    let bad = FilePath("/bad")
    let finding = try supervisor.finding(for: .analyse(bad), path: bad)
    #expect(finding.outcome == .setAside(.decoderCrashed, detail: "signal 11"))
    #expect(supervisor.startCount == 2)
    #expect(
      try supervisor.finding(for: .analyse(path), path: path).outcome == .unsupported(kind: nil))
  }

  @Test func `a worker that somebody ends is replaced and the file is not blamed`() throws {
    let worker = try ScriptedWorker(
      "if [ -e killed ]; then answer; else touch killed; kill -KILL $$; fi")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    let finding = try supervisor.finding(for: .analyse(path), path: path)
    #expect(finding.outcome == .unsupported(kind: nil))
    #expect(supervisor.startCount == 2)
  }

  @Test func `a file that takes too long is set aside, and the worker ended`() throws {
    let worker = try ScriptedWorker("case $line in *slow*) sleep 60 ;; *) answer ;; esac")
    var short = limits
    short.secondsPerFile = 2
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: short)
    let slow = FilePath("/slow")
    #expect(
      try supervisor.finding(for: .analyse(slow), path: slow).outcome
        == .setAside(.decoderTimedOut, detail: nil))
    #expect(
      try supervisor.finding(for: .analyse(path), path: path).outcome == .unsupported(kind: nil))
  }

  @Test func `an answer that nobody understands is a crash`() throws {
    let worker = try ScriptedWorker("echo nonsense")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    let finding = try supervisor.finding(for: .analyse(path), path: path)
    guard case .setAside(.decoderCrashed, _) = finding.outcome else {
      Issue.record("\(finding.outcome)")
      return
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `an answer that cannot be written down sets the file aside at once, with why`() throws {
    let reply = WorkerReply.views(
      .seen(
        [
          LabelView(
            size: PixelSize(width: 64, height: 64), crop: nil, embedding: nil,
            probability: .nan)
        ], model: nil))
    let line = String(decoding: WorkerLoop.line(reply), as: UTF8.self)
    let worker = try ScriptedWorker("cat answer.json")
    try worker.folder.write(Array((line + "\n").utf8), to: "answer.json")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    let finding = try supervisor.finding(for: .analyse(path), path: path)
    guard case .setAside(.decoderCrashed, let detail) = finding.outcome else {
      Issue.record("\(finding.outcome)")
      return
    }
    #expect(detail?.contains("cannot be stored") == true && detail?.contains("probability") == true)
    let order = ViewRequest(
      source: path, sha256: try #require(ContentHash(bytes: [UInt8](repeating: 1, count: 32))),
      boxes: [nil])
    guard case .failed(let why) = try supervisor.extractViews(order) else {
      Issue.record("looked at")
      return
    }
    #expect(why.contains("cannot be stored"))
    // The worker is well, and asked but once.
    #expect(supervisor.startCount == 1)
  }

  @Test(.timeLimit(.minutes(20)))
  func `a request that cannot be written down fails, and the worker lives`() throws {
    let worker = try ScriptedWorker("answer")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    let box = UnitBox(left: .nan, top: 0, width: 1, height: 1)
    let object = DetectedObject(className: "cat", confidence: 1, box: box)
    let order = WorkerRenderRequest(
      source: path, destination: path, style: .annotated([object]), turn: .none, stripGPS: false)
    guard case .failed(let why) = try supervisor.render(order) else {
      Issue.record("rendered")
      return
    }
    #expect(why.contains("cannot be stored"))
    #expect(
      try supervisor.finding(for: .analyse(path), path: path).outcome == .unsupported(kind: nil))
    #expect(supervisor.startCount == 1)
  }

  @Test func `a worker that grows too large is replaced between two files`() throws {
    let worker = try ScriptedWorker("answer")
    var small = limits
    small.residentBytes = 1
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: small)
    for _ in 0..<3 { _ = try supervisor.finding(for: .analyse(path), path: path) }
    #expect(supervisor.startCount == 3)
  }

  @Test func `a worker that cannot start says why`() throws {
    let worker = try ScriptedWorker(
      "answer", start: "echo '{\"cannotStart\":{\"_0\":\"No networks.\"}}'")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    #expect(throws: WorkerFailure.cannotStart("No networks.")) { try supervisor.start() }
  }

  @Test func `a program that is not there is an error with what to do`() {
    let launch = WorkerLaunch(executable: FilePath("/nonexistent"), arguments: [], log: nil)
    #expect {
      try WorkerSupervisor(launch: launch).start()
    } throws: { "\($0)".contains("meridian doctor") }
  }

  @Test func `trouble with our own storage is no fault of the file`() throws {
    let worker = try ScriptedWorker("echo '{\"storageFailed\":{\"_0\":\"The disk is full.\"}}'")
    let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
    #expect(throws: WorkerFailure.storage("The disk is full.")) {
      _ = try supervisor.finding(for: .analyse(path), path: path)
    }
  }

  @Test func `no descriptor and no process is left behind`() throws {
    func descriptors() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
    let worker = try ScriptedWorker("answer")
    let before = try descriptors()
    var pids: [Int32] = []
    for _ in 0..<60 {
      let supervisor = WorkerSupervisor(launch: worker.launch, limits: limits)
      _ = try supervisor.finding(for: .analyse(path), path: path)
      pids.append(try #require(supervisor.workerPID))
    }
    // Other tests open files meanwhile; a leak of two ends each would be 120.
    #expect(try descriptors() < before + 60)
    #expect(pids.allSatisfy { kill($0, 0) != 0 })
  }
}
