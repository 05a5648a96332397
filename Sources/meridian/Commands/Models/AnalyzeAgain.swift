import Analysis
import ArgumentParser
import Foundation
import Library
import PhotoCore

struct AnalyzeAgain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze-again",
    abstract: "Run a model on photos that are already in the library.",
    discussion: """
      Examples:
        meridian analyze-again --model yolov3
        meridian analyze-again "2014 and country:PE" --model ssd-mobilenet-v2 --thorough

      Only photos that the model has not analysed yet, so the same command continues an interrupted \
      run. Results of other models stay. Choose the active model with `meridian models use`.
      """)

  @Argument(help: "Only the photos of this query; empty for all.")
  var query: [String] = []

  @Option(help: "The model; see `meridian models`.")
  var model: String

  @Flag(name: .long, help: "Also use overlapping tiles, including on photos analysed without them.")
  var thorough = false

  @Flag(name: .long, help: "Also re-analyse photos that the model has analysed before.")
  var all = false

  @OptionGroup var options: LibraryOptions
  @OptionGroup var running: RunOptions

  func run() throws {
    try Failure.explained {
      let target = ReanalysisTarget(
        model: model, isThorough: thorough, includesAnalysed: all,
        query: query.joined(separator: " "))
      let stop = StopSign()
      let signals = StopSignals(stop)
      defer { signals.cancel() }
      _ = try options.openCatalogue()
      let line = ProgressLine(asJSON: running.json)
      defer { line.endLine() }
      let run = ReanalysisRun(
        library: options.folder, settings: try running.settings(options, for: target), stop: stop)
      let summary = try run.run(
        target, asked: WallClock.now().milliseconds, onWait: RunOptions.noteWaiting,
        progress: line.show)
      line.endLine()
      print(running.json ? Self.json(summary) : text(summary))
      if summary.interrupted { throw ExitCode(130) }
    }
  }

  private func text(_ summary: ReanalysisSummary) -> String {
    var lines = summary.problems.map { problem in
      "\(Terminal.printable(problem.path.description)): \(problem.sentence)"
    }
    let unnamed = summary.skipped + summary.failed - lines.count
    if unnamed > 0 { lines.append("… and \(unnamed) more.") }
    lines.append(
      "\(Terminal.count(summary.analysed, "photo")) analysed with \(model) in "
        + "\(oneDecimal(summary.seconds)) s, \(summary.missing) missing, \(summary.changed) changed, "
        + "\(summary.failed) failed.")
    return lines.joined(separator: "\n")
  }

  private static func json(_ summary: ReanalysisSummary) -> String {
    let counts = [
      ("analysed", summary.analysed), ("missing", summary.missing), ("changed", summary.changed),
      ("failed", summary.failed),
    ]
    let problems = summary.problems.map { problem in
      ["path": problem.path.description, "sentence": problem.sentence]
    }
    let list = (try? JSONEncoder().encode(problems)).map { String(decoding: $0, as: UTF8.self) }
    return "{" + counts.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
      + ",\"problems\":\(list ?? "[]"),\"interrupted\":\(summary.interrupted),"
      + "\"seconds\":\(oneDecimal(summary.seconds))}"
  }
}
