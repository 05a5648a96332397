import PhotoCore
import Testing

@testable import Evaluation

struct SceneEvaluationTests {
  private let labels = SceneLabels(
    LabelSet(
      vocabulary: "imagenet", task: .classification,
      classes: [
        LabelClass(name: "Irish setter", synonyms: ["red setter"]),
        LabelClass(name: "jack-o'-lantern"), LabelClass(name: "crane"),
        LabelClass(name: "crane (machine)", synonyms: ["crane"]),
      ]))

  private func answer(_ truth: Set<Int>, _ best: [(Int, Double)]) -> SceneEvaluation.Answer {
    .init(
      file: "a.jpg", truth: truth, best: best.map { .init(index: $0.0, probability: $0.1) })
  }

  @Test func `labels are taken from file names and folders`() {
    #expect(labels.classes(ofFile: "n02100877_Irish_setter.JPEG") == [0])
    #expect(labels.classes(ofFile: "red setter/001.jpg") == [0])
    #expect(labels.classes(ofFile: "n03590841_jack-o'-lantern.JPEG") == [1])
    #expect(labels.classes(ofFile: "DSCN0001.JPG") == [])
    #expect(labels.classes(ofFile: "n02012849_crane.JPEG") == [2, 3])
  }

  @Test func `a file of labels names classes by name, synonym or number`() throws {
    let map = try LabelMap(
      "# set\na.jpg\tred setter\r\n\nb.jpg\t3\nc/d.jpg\tCrane\tmore\n", path: "map.tsv",
      labels: labels)
    #expect(map.pictures.map(\.file) == ["a.jpg", "b.jpg", "c/d.jpg"])
    #expect(map.pictures.map(\.classes) == [[0], [3], [2, 3]])
  }

  @Test func `a line of the file of labels that makes no sense is named by its number`() {
    #expect(
      throws: EvaluationError.badLine(
        path: "map.tsv", number: 2, detail: "`4`, which is not a class of the model")
    ) { try LabelMap("a.jpg\t3\nb.jpg\t4", path: "map.tsv", labels: labels) }
    #expect(throws: EvaluationError.badLine(path: "map.tsv", number: 1, detail: "no class")) {
      try LabelMap("a.jpg 3", path: "map.tsv", labels: labels)
    }
  }

  @Test func `top-1 and top-5 count pictures, any right class of several will do`() {
    let evaluation = SceneEvaluation([
      answer([2, 3], [(3, 0.9)]), answer([0], [(1, 0.5), (0, 0.4)]), answer([0], [(1, 0.5)]),
      answer([0], []),
    ])
    #expect((evaluation.top1, evaluation.top5) == (0.25, 0.5))
    #expect(evaluation.classes.map(\.count) == [3, 1])
    #expect(SceneEvaluation([]).top1 == 0)
  }

  /// By hand: two at 0.95 of which one is right (error 0.45), one at 0.35 that is right (0.65);
  /// (2 × 0.45 + 0.65) / 3.
  @Test func `the calibration error is the mean distance of probability and accuracy`() {
    let evaluation = SceneEvaluation([
      answer([0], [(0, 0.95)]), answer([0], [(1, 0.95)]), answer([1], [(1, 0.35)]),
    ])
    #expect(evaluation.calibration.map(\.count) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 2])
    #expect(abs(evaluation.calibrationError - (2 * 0.45 + 0.65) / 3) < 1e-9)
    #expect(SceneEvaluation([answer([0], [(0, 1)])]).calibration[9].count == 1)
  }

  @Test func `a threshold trades coverage for precision`() {
    let evaluation = SceneEvaluation([answer([0], [(0, 0.9)]), answer([0], [(1, 0.3)])])
    #expect(evaluation.operating(at: 0.5).precision == 1)
    #expect(evaluation.operating(at: 0.5).coverage == 0.5)
    #expect(evaluation.operating(at: 0.1).precision == 0.5)
    #expect(evaluation.operating(at: 0.95).precision == nil)
  }
}
