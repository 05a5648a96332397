import Fixtures
import Foundation
import Testing

/// What the program says, held to files in `Snapshots`. `make snapshots` writes them anew.
@Suite(.timeLimit(.minutes(20)))
struct SnapshotTests {
  private static let kept = Snapshot(beside: #filePath)

  @Test(arguments: CommandTree.paths)
  func `the help of each command is as it was`(path: [String]) throws {
    let run = try ProgramRun(path + ["--help"], environment: ["COLUMNS": "80", "TZ": "UTC"])
    #expect(run.code == 0)
    let problem = try Self.kept.problem(with: run.output, Self.name(path))
    #expect(problem == nil, "\(problem ?? "")")
  }

  @Test(arguments: SnapshotScript.steps.map(\.name))
  func `the answers to a script of commands are as they were`(name: String) throws {
    let answer = try #require(try SnapshotTranscript.whole.get().answers[name])
    let problem = try Self.kept.problem(with: answer, name)
    #expect(problem == nil, "\(problem ?? "")")
  }

  @Test func `every snapshot belongs to a test, and no two tests share one`() throws {
    let names = CommandTree.paths.map(Self.name) + SnapshotScript.steps.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 100)
    #expect(try Self.kept.leftovers(except: Set(names)) == [], "make snapshots removes them")
  }

  private static func name(_ path: [String]) -> String {
    (["help"] + path).joined(separator: "-")
  }
}

/// The program's commands, as it tells them itself: a new command has a snapshot without being listed.
enum CommandTree {
  /// The words of each command; none for the program itself. Empty where it cannot be asked.
  static let paths: [[String]] = {
    let run = try? ProgramRun(["--experimental-dump-help"])
    let tree = (run?.output).flatMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    guard let root = tree?["command"] as? [String: Any] else { return [] }
    return [[]] + below(root)
  }()

  private static func below(_ command: [String: Any]) -> [[String]] {
    let commands = command["subcommands"] as? [[String: Any]] ?? []
    return commands.flatMap { command -> [[String]] in
      guard let name = command["commandName"] as? String, name != "help" else { return [] }
      return [[name]] + below(command).map { [name] + $0 }
    }
  }
}
