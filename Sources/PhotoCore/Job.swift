/// What a job does. The raw values are part of the contract.
package enum JobKind: String, Sendable, Codable, CaseIterable {
  /// Indexes folders where they are.
  case add
  /// Copies photos into the library.
  case importing = "import"
  /// Looks again at the folders that were added.
  case refresh
  /// Tries set-aside files again.
  case retry
  /// Takes in what was sent through the browser.
  case upload
  /// Lets a network look at the photos that it has not looked at.
  case analyseAgain = "analyse_again"
  /// Teaches a personal label from its examples, and lets it look at all photos.
  case trainLabel = "train_label"
}

/// How far a job is. The raw values are part of the contract.
package enum JobState: String, Sendable, Codable, CaseIterable {
  /// Behind another one.
  case waiting
  /// At work.
  case running
  /// Stopped by the user, to go on later.
  case paused
  /// At its end, as it should be.
  case done
  /// Ended by an error.
  case failed
  /// Given up by the user.
  case cancelled
}
