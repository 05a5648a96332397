import ArgumentParser
import Foundation
import Learning

struct BenchLearning: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learning",
    abstract: "Measure the training of labels beside the products of its convolutions alone.",
    discussion: """
      A step is what training does with each batch of 32 pictures: cut out, through cnn3 and back, and \
      Adam. Alone means oneDNN with the products of the same convolutions, there and back, and nothing \
      else. Both take turns in one run, by one thread and by one for each processor. Pictures of chance \
      are enough: it takes the same time whatever is on them.

      Example:  meridian bench learning --seconds 20
      """)

  @Option(help: "Seconds for each of both.")
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
