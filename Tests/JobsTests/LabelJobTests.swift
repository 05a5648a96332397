import Catalog
import Fixtures
import Foundation
import Jobs
import Labels
import Library
import LibraryFixtures
import PhotoCore
import Testing

/// Labels taught by the job runner of the web app.
@Suite(.timeLimit(.minutes(20)))
struct LabelJobTests {
  @Test func `a label is taught as a job, which is forgotten with it`()
    throws
  {
    let fixture = try LabelFixture(24)
    let label = try fixture.discs(marked: 20)
    let jobs = try JobFixture(fixture.base, networks: true)
    let job = try jobs.runner.start(LabelTrainingTarget(label: label.id, learner: .transfer))
    #expect(job.kind == .trainLabel && job.training?.label == label.id)
    let done = try #require(jobs.wait(job.id, .done, .failed))
    #expect(done.state == .done && done.message == nil)
    let came = try #require(done.summary.training)
    #expect(came.training == 1 && came.photos == 24 && done.teaching == nil)
    #expect(jobs.told.all.contains { $0.progress?.stage == .learning })
    #expect(try jobs.runner.job(job.id)?.summary.training == came)
    #expect(try fixture.catalogue.labels.label(label.id)?.version?.learner == came.proposed)
    #expect(try fixture.base.library.deleteLabel(label.id, from: fixture.catalogue))
    #expect(try jobs.runner.job(job.id) == nil)
  }

  @Test func `a label is taught while an import runs, and either can be cancelled alone`() throws {
    let fixture = try LabelFixture(24)
    let label = try fixture.discs(marked: 20)
    let jobs = try JobFixture(fixture.base, networks: true)
    let door = Door()
    jobs.told.react { if $0.kind == .add, $0.progress?.stage == .analysing { door.pass() } }
    try fixture.base.photo("late.jpg", seed: 77)
    let importing = try jobs.runner.start(.add, folders: [fixture.base.trip])
    #expect(jobs.told.wait { $0.id == importing.id && $0.progress?.stage == .analysing } != nil)
    let training = try jobs.runner.start(LabelTrainingTarget(label: label.id, learner: .transfer))
    #expect(jobs.wait(training.id, .done, .failed)?.state == .done)
    #expect(try jobs.runner.job(importing.id)?.state == .running)
    #expect(try jobs.runner.jobs(limit: 9).map(\.state) == [.done, .running])
    #expect(try jobs.runner.cancel(importing.id)?.state == .running)
    door.open()
    #expect(jobs.wait(importing.id, .cancelled, .done, .failed)?.state == .cancelled)
  }

  @Test func `a training that cannot be is a failed job with the sentence`() throws {
    let fixture = try LabelFixture(4)
    let label = try fixture.discs(marked: 4)
    let jobs = try JobFixture(fixture.base, networks: true)
    let job = try jobs.runner.start(LabelTrainingTarget(label: label.id, learner: .transfer))
    let ended = try #require(jobs.wait(job.id, .done, .failed))
    #expect(ended.state == .failed)
    #expect(ended.message?.contains("needs at least 8 examples marked yes") == true)
    let gone = try jobs.runner.start(LabelTrainingTarget(label: 99))
    #expect(jobs.wait(gone.id, .failed)?.message == LabelError.gone.description)
  }

  @Test func `a training tells its curve; cancelled, it leaves the label as it was`() throws {
    let fixture = try LabelFixture(44)
    let label = try fixture.discs(marked: 44)
    let jobs = try JobFixture(fixture.base, networks: true)
    jobs.told.react { [runner = jobs.runner] job in
      // Two points: the curve grows from epoch to epoch.
      if job.teaching?.curve.count ?? 0 > 1 { _ = try? runner.cancel(job.id) }
    }
    let job = try jobs.runner.start(LabelTrainingTarget(label: label.id))
    #expect(jobs.wait(job.id, .cancelled) != nil)
    #expect(try fixture.catalogue.labelVersions.all(of: label.id).isEmpty)
  }
}
