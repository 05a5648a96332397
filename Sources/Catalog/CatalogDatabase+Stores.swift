/// Everything that one can ask of a catalogue or tell it, by subject.
extension CatalogDatabase {
  /// Files: which are known, what became of them, which are still to be analysed or copied.
  package var files: FileStore { FileStore(database: self) }
  /// What a scan finds: new, changed and missing files.
  package var scans: ScanStore { ScanStore(database: self) }
  /// What the analysis of a file came to: here photos are made.
  package var findings: FindingStore { FindingStore(database: self) }
  /// The folders that the user added.
  package var sources: SourceStore { SourceStore(database: self) }

  /// Photos: what is known about them, their places, cameras and order.
  package var photos: PhotoStore { PhotoStore(database: self) }
  /// Favourites and ratings.
  package var marks: MarkStore { MarkStore(database: self) }
  /// Corrections of clocks and positions, which can be undone.
  package var changes: ChangeStore { ChangeStore(database: self) }

  /// Queries, facets, similar photos and sorting, answered by SQLite.
  package var search: SearchStore { SearchStore(database: self) }
  /// Queries under a name.
  package var savedSearches: SavedSearchStore { SavedSearchStore(database: self) }

  /// Networks: which made results, which of them count, how two differ.
  package var models: RegisteredModelStore { RegisteredModelStore(database: self) }
  /// What networks see on photos that are known already.
  package var recognition: RecognitionStore { RecognitionStore(database: self) }

  /// Personal labels and their examples.
  package var labels: LabelStore { LabelStore(database: self) }
  /// What was learnt for labels.
  package var labelVersions: LabelVersionStore { LabelVersionStore(database: self) }
  /// What labels say of photos.
  package var labelResults: LabelResultStore { LabelResultStore(database: self) }

  /// Who may sign in.
  package var accounts: AccountStore { AccountStore(database: self) }
  /// Who is signed in.
  package var sessions: SessionStore { SessionStore(database: self) }
  /// What other programs sign in with.
  package var tokens: TokenStore { TokenStore(database: self) }

  /// What was and is to be done.
  package var jobs: JobStore { JobStore(database: self) }
  /// Choices that outlive a run.
  package var settings: SettingStore { SettingStore(database: self) }
}
