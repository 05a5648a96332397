internal import Catalog
internal import HTTPTypes
internal import Hummingbird
internal import Library
internal import PhotoCore

/// What people say of photos: favourites, ratings, how they are turned, where they were taken.
enum MarkRoutes {
  static let all: [Route] = [
    Route(
      .put, "/api/v1/photos/{id}/favourite", .editing,
      RouteDocument(
        "Mark or unmark a photo as a favourite", body: FavouriteRequest.self,
        answer: GridPhoto.shape), handler: favourite),
    Route(
      .put, "/api/v1/photos/{id}/rating", .editing,
      RouteDocument(
        "Rate a photo: 1 to 5 stars, 0 for none", body: Rating.self,
        answer: GridPhoto.shape), handler: rating),
    Route(
      .put, "/api/v1/photos/{id}/turn", .editing,
      RouteDocument(
        "Rotate a photo by 0, 90, 180 or 270 degrees clockwise; the file does not change",
        body: Turn.self, answer: GridPhoto.shape), handler: turn),
    Route(
      .put, "/api/v1/photos/{id}/position", .editing,
      RouteDocument(
        "Set the position of a photo, or remove it (both null); can be undone under changes",
        body: PositionRequest.self, answer: GridPhoto.shape), handler: position),
    Route(
      .post, "/api/v1/marks", .editing,
      RouteDocument(
        "Mark or rate several photos",
        body: MarkRequest.self, answer: .member("changed", .integer)), handler: several),
  ]

  private struct FavouriteRequest: Decodable { let favourite: Bool }
  private struct Rating: Decodable { let stars: Int }
  private struct Turn: Decodable { let turn: Int }
  private struct PositionRequest: Decodable {
    let latitude: Double?
    let longitude: Double?
  }
  private struct MarkRequest: Decodable {
    let ids: [Int64]
    let favourite: Bool?
    let rating: Int?
  }

  @Sendable private static func favourite(
    _ call: WebCall, _ body: FavouriteRequest
  ) throws -> GridPhoto {
    try change(call) { app, id in
      _ = try app.catalogue.marks.setFavourite(body.favourite, of: [id], at: app.now())
    }
  }

  @Sendable private static func rating(_ call: WebCall, _ body: Rating) throws -> GridPhoto {
    let stars = try checked(stars: body.stars)
    return try change(call) { app, id in
      _ = try app.catalogue.marks.rate([id], stars: stars, at: app.now())
    }
  }

  @Sendable private static func turn(_ call: WebCall, _ body: Turn) throws -> GridPhoto {
    guard let turn = PhotoTurn(rawValue: body.turn) else {
      throw RequestProblem(.unprocessableContent, "turn must be 0, 90, 180 or 270.")
    }
    return try change(call) { app, id in
      _ = try app.catalogue.photos.setTurn(turn, of: id)
    }
  }

  @Sendable private static func position(_ call: WebCall, _ body: PositionRequest) throws
    -> GridPhoto
  {
    try change(call) { app, id in
      if body.latitude == nil, body.longitude == nil {
        guard try app.catalogue.changes.takeBackPosition(of: id) else {
          throw RequestProblem(.conflict, "The position of this photo was not set by hand.")
        }
        return
      }
      guard let latitude = body.latitude, let longitude = body.longitude,
        let coordinate = Coordinate(latitude: latitude, longitude: longitude)
      else {
        throw RequestProblem(
          .unprocessableContent, "Give latitude (-90 to 90) and longitude (-180 to 180).")
      }
      let given = GivenPosition(
        photo: id, position: Position(coordinate: coordinate, source: .user))
      _ = try app.catalogue.changes.give(
        [given], summary: "Position of one photo, set on the map", at: app.now())
    }
  }

  @Sendable private static func several(_ call: WebCall, _ body: MarkRequest) throws -> Int {
    let stars = try body.rating.map { try checked(stars: $0) }
    let app = call.app
    var changed = 0
    if let favourite = body.favourite {
      changed += try app.catalogue.marks.setFavourite(favourite, of: body.ids, at: app.now())
    }
    if let stars { changed += try app.catalogue.marks.rate(body.ids, stars: stars, at: app.now()) }
    try app.noteChange()
    return changed
  }

  private static func checked(stars: Int) throws -> Int {
    guard (0...5).contains(stars) else {
      throw RequestProblem(.unprocessableContent, "A rating is 1 to 5 stars, or 0 for none.")
    }
    return stars
  }

  /// Changes a photo and answers with it as it is now.
  private static func change(
    _ call: WebCall, _ change: (WebApp, Int64) throws -> Void
  ) throws -> GridPhoto {
    let app = call.app
    let id = try call.id()
    let snapshot = try app.queries.current()
    func photo() throws -> GridPhoto {
      guard let photo = try app.catalogue.photos.grid([id], thresholds: snapshot.thresholds).first
      else {
        throw RequestProblem(.notFound, "Photo not found.")
      }
      return photo
    }
    _ = try photo()
    try change(app, id)
    try app.noteChange()
    return try photo()
  }
}
