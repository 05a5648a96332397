import Catalog
import Fixtures
import Foundation
import Library
import LibraryFixtures
import PhotoCore
import Publishing
import Testing

/// kill -9 at random moments loses nothing: the finished catalogue is that of a quiet run.
@Suite(.timeLimit(.minutes(20)))
struct KillTests {
  /// What a catalogue holds, without times of runs and row ids.
  private func contents(_ fixture: ImportFixture) throws -> [String] {
    let root = fixture.folder.path
    let catalogue = try fixture.library.openCatalogue()
    #expect(try catalogue.integrityProblems() == [])
    let photos = try catalogue.photos.records(try catalogue.search.hits(nil).ids)
    let lines =
      try fixture.files().map { RecordJSON.line(for: $0) }
      + photos.map { RecordJSON.line(for: $0) }
    return lines.map { $0.replacing(root, with: "") }
  }

  private func fill(_ fixture: ImportFixture) throws {
    for seed in 1...40 {
      try fixture.photo(
        "day \(seed % 4)/\(seed).jpg", seed: UInt64(seed % 30),
        exif: ExifFixture(taken: "2014:06:12 15:30:\(10 + seed % 30)"))
    }
    try fixture.folder.write([], to: "trip/empty.jpg")
    try fixture.folder.write(Array("x".utf8), to: "trip/notes.txt")
  }

  /// Starts a run in a process of its own.
  private func start(_ fixture: ImportFixture) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Installed.program())
    process.arguments = [
      "add", fixture.trip.description, "--library", fixture.library.path.description,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The processes that `pid` started and that still run.
  private func children(of pid: Int32) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { Int32($0) }.filter { child in
      let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
      let fields = status.split(separator: ")").last?.split(separator: " ") ?? []
      return fields.count > 1 && Int32(fields[1]) == pid
    }
  }

  @Test func `ten kills of the run and of its workers leave what a quiet run leaves`() throws {
    let quiet = try ImportFixture()
    try fill(quiet)
    let process = try start(quiet)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)

    let disturbed = try ImportFixture()
    try fill(disturbed)
    var random = SplitMix64(seed: 20_141)
    var kills = 0
    while kills < 10 {
      let process = try start(disturbed)
      usleep(UInt32.random(in: 300_000...1_500_000, using: &random))
      if kills % 2 == 0 {
        kill(process.processIdentifier, SIGKILL)
      } else if let worker = children(of: process.processIdentifier).randomElement(using: &random) {
        kill(worker, SIGKILL)
        usleep(200_000)
        kill(process.processIdentifier, SIGKILL)
      } else {
        kill(process.processIdentifier, SIGKILL)
      }
      process.waitUntilExit()
      kills += 1
    }
    let last = try start(disturbed)
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    #expect(try contents(disturbed) == contents(quiet))
  }

  @Test func `workers end when the run is killed`() throws {
    let fixture = try ImportFixture()
    try fill(fixture)
    let process = try start(fixture)
    var workers: [Int32] = []
    for _ in 0..<200 where workers.isEmpty {
      usleep(10_000)
      workers = children(of: process.processIdentifier)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    for _ in 0..<300 where workers.contains(where: { kill($0, 0) == 0 }) { usleep(10_000) }
    #expect(!workers.isEmpty)
    #expect(workers.allSatisfy { kill($0, 0) != 0 })
  }
}
