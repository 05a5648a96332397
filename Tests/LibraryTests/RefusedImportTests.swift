import Analysis
import Catalog
import Fixtures
import Library
import LibraryFixtures
import PhotoCore
import Testing

/// What the catalogue refuses does not end an import.
struct RefusedImportTests {
  @Test(.timeLimit(.minutes(20)))
  func `a finding that the tables refuse sets its file aside, and the import goes on`() throws {
    let files = try ImportFixture()
    for seed in 1...3 { try files.photo("\(seed).jpg", seed: UInt64(seed)) }
    let odd = try PictureFixture.scene(width: 66, height: 48, seed: 9).encoded(".jpg[strip]")
    try files.folder.write(odd, to: "trip/odd.jpg")
    let real = try files.settings()
    // The real worker, which says of the odd photo that it has no width.
    let command = #""$0" "$@" | sed -u 's/"width":66/"width":0/'"#
    let settings = ImportRun.Settings(
      launch: WorkerLaunch(
        executable: FilePath("/bin/sh"),
        arguments: ["-c", command, real.launch.executable.description] + real.launch.arguments,
        log: files.library.workerLog), workerCount: 1, models: real.models)
    let summary = try ImportRun(library: files.library, settings: settings, stop: StopSign())
      .run(.add([files.trip])) { _ in }
    #expect(summary.indexed == 3)
    #expect(
      try files.states() == [
        "1.jpg": .indexed, "2.jpg": .indexed, "3.jpg": .indexed, "odd.jpg": .setAside,
      ])
    // The next run, with a worker that is right, takes it in.
    #expect(try files.run().indexed == 1)
    #expect(try files.states()["odd.jpg"] == .indexed)
  }
}
