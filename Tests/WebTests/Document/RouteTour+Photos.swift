import Foundation
import PhotoCore
import Testing

@testable import Web

/// Finding, marking and uploading photos.
extension RouteTour {
  mutating func searching() async throws {
    let web = try await WebFixture(photos: 3)
    let editor = try web.browser(.editor)
    let photos = try await go(editor, "GET", "photos?offset=0&limit=2").json["photos"]
    let id = try #require((photos as? [[String: Any]])?.first?["id"] as? Int)
    try await go(editor, "GET", "photos?fields=table&sort=path&direction=desc")
    try await go(editor, "GET", "photos/\(id)?q=has:gps&order=newest")
    let queries = [
      "", "?q=has:gps%20and%20not%20dog&order=newest", "?q=near:-13.5,-71.9,50km&order=nearest",
      "?q=has:gps%20and%20(dog%20or%20cat)", "?q=2014", "?q=((&draft=true",
    ]
    for query in queries {
      try await go(editor, "GET", "search" + query)
      try await go(editor, "GET", "layout" + query)
    }
    for query in ["", "?q=has:gps", "?q=rating%20%3E=%205", "?q=((&draft=true"] {
      try await go(editor, "GET", "statistics" + query)
    }
    try await go(editor, "GET", "map?zoom=3&west=-180&south=-80&east=180&north=80")
    try await go(editor, "GET", "map?zoom=3&west=0&south=0&east=1&north=1&q=rating%20=%205")
    for text in ["do", "light:", "near:Cus"] {
      try await go(editor, "GET", "complete?limit=5&text=\(text)")
    }
    for form in ["csv", "jsonl", "geojson", "xlsx", "report"] {
      try await go(editor, "GET", "export?form=\(form)")
    }
    try await go(editor, "PUT", "searches/best", #"{"query":"rating >= 4"}"#)
    try await go(editor, "GET", "searches")
    try await go(editor, "DELETE", "searches/best")
  }

  mutating func marking() async throws {
    let web = try await WebFixture(photos: 2)
    let editor = try web.browser(.editor)
    let photos = try await editor.get("/api/v1/photos").json["photos"] as? [[String: Any]]
    let id = try #require(photos?.first?["id"] as? Int)
    try await go(editor, "PUT", "photos/\(id)/favourite", #"{"favourite":true}"#)
    try await go(editor, "PUT", "photos/\(id)/rating", #"{"stars":4}"#)
    try await go(editor, "PUT", "photos/\(id)/turn", #"{"turn":90}"#)
    let position = "photos/\(id)/position"
    try await go(editor, "PUT", position, #"{"latitude":1.5,"longitude":-2}"#)
    try await go(editor, "PUT", position, #"{"latitude":null,"longitude":null}"#)
    try await go(editor, "PUT", position, #"{"latitude":3,"longitude":4}"#)
    try await go(editor, "POST", "marks", #"{"ids":[\#(id)],"favourite":false,"rating":0}"#)
    let changes = try await go(editor, "GET", "changes").json["changes"] as? [[String: Any]]
    let change = try #require(changes?.first?["id"] as? Int)
    try await go(editor, "POST", "changes/\(change)/undo")
  }

  mutating func uploads() async throws {
    let web = try await WebFixture()
    let editor = try web.browser(.editor)
    let photo = try WebFixture.photo(1)
    let name = String(repeating: "0", count: 64)
    try await go(editor, "GET", "uploads/\(name)")
    let part = try await editor.upload(
      Array(photo.prefix(100)), hash: name, name: "IMG_1.JPG", size: photo.count)
    note(part, "uploads")
    try await go(editor, "GET", "uploads/\(name)")
    try await go(editor, "DELETE", "uploads/\(name)")
    try await go(editor, "POST", "uploads/check", #"{"sha256":["\#(name)"]}"#)
    try await go(editor, "POST", "uploads/import")
    try await settle(web, editor)
  }
}
