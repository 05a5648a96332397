import Analysis
import Catalog
import Fixtures
import Foundation
import Labels
import Learning
import Library
import LibraryFixtures
import PhotoCore
import Query
import Recognition
import Synchronization
import Testing

/// From marks to a label that answers queries, with the real worker and the real scene network.
@Suite(.timeLimit(.minutes(20)))
struct LabelLearningTests {
  @Test
  func `both learners learn a shape, are measured, and the better one finds it on all photos`()
    throws
  {
    let fixture = try LabelFixture(52)
    let label = try fixture.discs(marked: 44)
    let seen = Mutex<[LabelProgress]>([])
    let outcome = try fixture.learn(label, [.cnn3, .transfer]) { point in
      seen.withLock { $0.append(point) }
    }
    #expect(outcome.versions.map(\.learner) == [.cnn3, .transfer] && outcome.refused.isEmpty)
    #expect(outcome.versions.map(\.number) == [1, 1] && outcome.leftOut.isEmpty)
    let measured = try #require(outcome.metrics[.transfer])
    #expect(measured.averagePrecision.value > 0.9)
    #expect(measured.evaluation.scored.count == 88)
    #expect(measured.comparison?.proposed.rawValue == outcome.proposed.rawValue)
    #expect(outcome.versions.allSatisfy { LabelMetrics(json: $0.metricsJSON) != nil })
    let progress = seen.withLock { $0 }
    #expect(Set(progress.map(\.stage)) == [.looking, .training])
    #expect(progress.contains { $0.training?.result?.validationLoss != nil })
    // The network of cnn3 is a model like any other.
    guard case .network(let name) = outcome.versions[0].weights else {
      Issue.record("cnn3 left no network")
      return
    }
    let folder = fixture.base.library.folder(of: label.id, version: name)
    let network = try SceneClassifier(model: InstalledModel(folder: folder.description))
    #expect(network.model.record.classCount == 2)

    #expect(try fixture.apply(label).photos == 52)
    let discs = Set(fixture.photos.filter { $0.left == .disc }.map(\.id))
    let found = try fixture.found("label:disc")
    #expect(found.symmetricDifference(discs).count <= 2, "of 26 with a disc and 26 without")
    #expect(try fixture.found("not disc").intersection(found).isEmpty)
    let best = try fixture.catalogue.photos.records([fixture.photos[0].id])[0].labels.first?.box
    #expect(best == LabelFixture.left, "the box that shows it")

    // The other learner answers by its own network, in the worker.
    _ = try fixture.catalogue.labelVersions.use(1, of: .cnn3, for: label.id, at: 3)
    #expect(try fixture.apply(label).photos == 52)
    #expect(try fixture.catalogue.labelResults.uncertainPhotos(of: label, limit: 99).count >= 8)
    #expect(try fixture.base.library.deleteLabel(label.id, from: fixture.catalogue))
    #expect(!FileManager.default.fileExists(atPath: folder.parent.description))
  }

  @Test func `the same examples and seed give the same version`() throws {
    let fixture = try LabelFixture(20)
    let label = try fixture.discs(marked: 20)
    let one = try fixture.learn(label)
    let two = try fixture.learn(label)
    #expect(one.versions[0].weights == two.versions[0].weights)
    #expect(two.versions[0].number == 2)
    #expect(try fixture.catalogue.labels.label(label.id)?.version?.number == 2)
  }

  @Test func `what is learnt does not depend on the order in which examples were marked`() throws {
    let fixture = try LabelFixture(24)
    let first = try fixture.discs(marked: 20)
    let answers = try fixture.catalogue.labels.examples(of: first.id).reversed()
    let other = try fixture.catalogue.labels.make(
      LabelName("the same"), subject: first.subject, at: 3)
    for (place, example) in answers.enumerated() {
      _ = try fixture.catalogue.labels.mark(
        [example.mark], as: example.answer, of: other.id, by: .page, at: Int64(place + 4))
    }
    let lessons = try [first, other].map { try fixture.learn($0) }
    #expect(lessons[0].versions[0].weights == lessons[1].versions[0].weights)
    #expect(lessons[0].metrics[.transfer]?.evaluation == lessons[1].metrics[.transfer]?.evaluation)
  }

  @Test func `a photo that vanished and a crop of five pixels are named and left out`() throws {
    let fixture = try LabelFixture(20)
    let tiny = UnitBox(left: 0.1, top: 0.2, width: 5 / 160, height: 5 / 80)
    let small = try fixture.add("small.png", (.disc, .square), seed: 77, boxes: [tiny])
    let label = try fixture.discs(marked: 20)
    _ = try fixture.catalogue.labels.mark(
      [LabelMark(photo: small, box: tiny)], as: false, of: label.id, by: .page, at: 3)
    let gone = fixture.base.trip.appending("3.png").description
    try FileManager.default.removeItem(atPath: gone)
    let changed = fixture.base.trip.appending("4.png").description
    try Data("other".utf8).write(to: URL(fileURLWithPath: changed))
    let outcome = try fixture.learn(label)
    #expect(outcome.leftOut.missing == [gone])
    #expect(outcome.leftOut.changed == [changed])
    #expect(outcome.leftOut.tooSmall.map { $0.hasSuffix("small.png") } == [true])
    #expect(outcome.leftOut.sentences.count == 3)
    #expect(outcome.metrics[.transfer]?.evaluation.scored.count == 36)
    let use = try fixture.apply(label)
    // What was marked on them is known from their embeddings or not at all; the rest is looked at.
    #expect(use.photos + use.leftOut.missing.count + use.leftOut.changed.count == 21)
    #expect(try fixture.catalogue.photos.records([small])[0].labels.isEmpty, "nothing to look at")
  }

  @Test func `too few and one-sided examples are refused with what is missing`() throws {
    let fixture = try LabelFixture(12)
    let few = try fixture.discs(marked: 6)
    #expect {
      _ = try fixture.learn(few, [.cnn3, .transfer])
    } throws: { error in
      "\(error)" == "The learner transfer needs at least 8 examples marked yes, and there are 3. "
        + "Mark 5 more."
    }
    let sided = try fixture.catalogue.labels.make(LabelName("none"), subject: .photo, at: 1)
    _ = try fixture.catalogue.labels.mark(
      fixture.photos.map { LabelMark(photo: $0.id) }, as: false, of: sided.id, by: .grid, at: 1
    )
    #expect {
      _ = try fixture.learn(sided)
    } throws: { error in
      "\(error)".hasPrefix("No examples are marked yes")
    }
    #expect(try fixture.catalogue.labelVersions.all(of: few.id).isEmpty)
  }

  @Test func `boxes that lie on each other are one thing, and a contradiction names its file`()
    throws
  {
    let fixture = try LabelFixture(20)
    let label = try fixture.discs(marked: 20)
    let nearly = UnitBox(left: 0.1, top: 0.2, width: 0.29, height: 0.6)
    let mark = LabelMark(photo: fixture.photos[0].id, box: nearly)
    _ = try fixture.catalogue.labels.mark([mark], as: true, of: label.id, by: .page, at: 3)
    #expect(try fixture.learn(label).metrics[.transfer]?.evaluation.scored.count == 40)
    _ = try fixture.catalogue.labels.mark([mark], as: false, of: label.id, by: .page, at: 4)
    #expect(throws: LabelRunError.contradictions(["0.png"])) { try fixture.learn(label) }
  }

  @Test func `photos of one burst never stand on both sides`() throws {
    let fixture = try LabelFixture(0)
    let label = try fixture.catalogue.labels.make(LabelName("disc"), subject: .photo, at: 1)
    var answers: [(mark: LabelMark, answer: Bool?)] = []
    for number in 0..<24 {
      // Bursts of three pictures, four seconds apart; a minute between two bursts.
      let isDisc = number / 3 % 2 == 0
      let id = try fixture.add(
        "\(number).png", isDisc ? (.disc, .disc) : (.square, .triangle), seed: UInt64(number),
        takenAfter: number / 3 * 60 + number % 3 * 4)
      answers.append((LabelMark(photo: id), isDisc))
    }
    _ = try fixture.catalogue.labels.mark(answers, of: label.id, by: .grid, at: 1)
    let scored = try #require(try fixture.learn(label).metrics[.transfer]).evaluation.scored
    let groups = Dictionary(grouping: scored, by: \.example.group)
    #expect(groups.count == 8 && groups.values.allSatisfy { $0.count == 3 })
  }

  @Test func `a training that is stopped changes nothing`() throws {
    let fixture = try LabelFixture(24)
    let label = try fixture.discs(marked: 24)
    let stop = StopSign()
    #expect(throws: LabelRunError.cancelled) {
      try fixture.learn(label, [.cnn3, .transfer], stop: stop) { point in
        if point.stage == .training { stop.raise() }
      }
    }
    #expect(try fixture.catalogue.labelVersions.all(of: label.id).isEmpty)
  }

  @Test func `a label that is deleted while it learns leaves nothing behind`() throws {
    let fixture = try LabelFixture(42)
    let label = try fixture.discs(marked: 42)
    let library = fixture.base.library
    let catalogue = fixture.catalogue
    #expect(throws: LabelError.gone) {
      try fixture.learn(label, [.cnn3]) { point in
        if point.training?.part == 1 { _ = try? library.deleteLabel(label.id, from: catalogue) }
      }
    }
    let left = try? FileManager.default.contentsOfDirectory(atPath: library.labels.description)
    #expect(left?.isEmpty != false)
  }

  @Test func `an import applies labels to what is new, and only to that`() throws {
    let fixture = try LabelFixture(20)
    let label = try fixture.catalogue.labels.make(LabelName("disc"), subject: .photo, at: 1)
    _ = try fixture.catalogue.labels.mark(
      fixture.photos.map { (LabelMark(photo: $0.id), $0.left == .disc) }, of: label.id,
      by: .grid, at: 1)
    _ = try fixture.learn(label)
    #expect(try fixture.apply(label).photos == 20)
    try fixture.base.photo("new.jpg", seed: 5)
    let summary = try fixture.base.run(networks: true)
    #expect(
      summary.indexed == 1 && summary.followUp.photos == 1 && summary.followUp.problems.isEmpty)
    let photo = try fixture.catalogue.files.file(
      at: fixture.base.trip.appending("new.jpg"))?.photoID
    #expect(try fixture.catalogue.photos.records([photo ?? 0])[0].labels.count == 1)
    #expect(try fixture.base.run(networks: true).followUp.photos == 0)
  }
}
