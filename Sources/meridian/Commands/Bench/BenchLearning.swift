import ArgumentParser
import Foundation
import Learning

struct BenchLearning: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learning",
    abstract: "Compare label training with its matrix products alone.",
    discussion: """
      A step is one batch of 32 pictures: cropping, cnn3 forwards and backwards, and Adam. “Alone” is \
      oneDNN with only the matrix products of the same convolutions. Both alternate in one run, with \
      one thread and with one per processor. Random pictures are used: their content does not change \
      the time.

      Example:  meridian bench learning --seconds 20
      """)

  @Option(help: "Seconds for each of the two.")
  var seconds = 5.0

  func validate() throws {
    guard seconds > 0, seconds <= 600 else {
      throw ValidationError("--seconds takes a number up to 600.")
    }
  }

  func run() throws {
    try Failure.explained {
      print("training of cnn3, samples a second")
      print("threads  Meridian  products alone  ratio")
      for threads in Set([1, Installation.coreCount]).sorted() {
        print(Self.line(try .measure(threads: threads, lasting: .seconds(seconds))))
      }
    }
  }

  private static func line(_ measured: LearningThroughput) -> String {
    String(
      format: "%7d%10.0f%10.0f (%3.0f GFLOP/s)%7.2f", measured.threads, measured.samplesPerSecond,
      measured.productSamplesPerSecond, measured.productGigaflops, measured.ratio)
  }
}
