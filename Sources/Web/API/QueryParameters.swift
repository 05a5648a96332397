/// The parameters that several routes share.
extension QueryParameter {
  static let order = QueryParameter(
    "order", .words(OrderName.self), summary: "The order of the result; default: oldest first.")

  static let draft = QueryParameter(
    "draft", .boolean,
    summary: "true while the query is being typed: an invalid query is then not an error, and the "
      + "answer is an object with only a problem: detail, offset and suggestions.")

  /// Of every route that works on a query.
  static let query: [QueryParameter] = [
    .init("q", .string, summary: "The query; empty or left out for all photos."), order, draft,
  ]
}
