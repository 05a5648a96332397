/// One step of the schema, as literal SQL.
///
/// A version that has shipped never changes, whatever becomes of the types of the program: people have
/// catalogues that it made. So its text names no type, and nothing is interpolated. A change of the
/// schema, one more word in a CHECK among them, is a new version at the end; `docs/architecture.md`
/// says how one is added.
struct SchemaVersion: Sendable {
  /// What GRDB keeps in the file to know that the step is done.
  let identifier: String
  /// Statements, run in one transaction.
  let sql: String
}
