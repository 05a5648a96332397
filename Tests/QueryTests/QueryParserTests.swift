import Fixtures
import PhotoCore
import Query
import Testing

struct QueryParserTests {
  @Test(arguments: [
    ("beach and person", "beach and person"), ("beach & person", "beach and person"),
    ("beach && person", "beach and person"), ("dog or cat", "dog or cat"),
    ("dog | cat", "dog or cat"), ("dog||cat", "dog or cat"), ("NOT car", "not car"),
    ("!car", "not car"), ("a AND b Or c", "a and b or c"), ("(a or b) and c", "(a or b) and c"),
    ("a and (b and c)", "a and (b and c)"), ("((a))", "a"), ("not (a and b)", "not (a and b)"),
    ("not not a", "not not a"), ("a or b and c", "a or b and c"),
    ("(a and b) or c", "a and b or c"),
    ("person>=3", "person >= 3"), ("person = 1", "person = 1"), ("person == 1", "person = 1"),
    ("person ≥ 3", "person >= 3"), ("dog @ 80%", "dog @ 80%"), ("dog@0.8", "dog @ 80%"),
    ("dog @ 12.5 %", "dog @ 12.5%"), ("person LARGER 20%", "person larger 20%"),
    ("person larger 20% @ 50% >= 3", "person >= 3 @ 50% larger 20%"),
    ("\"traffic light\"", "\"traffic light\""), ("“traffic   light”", "\"traffic light\""),
    ("\"dog\"", "dog"), ("\"and\"", "\"and\""), ("jack-o'-lantern", "jack-o'-lantern"),
    ("android or order and notebook", "android or order and notebook"),
    ("coco:zebra", "coco:zebra"), ("COCO:\"traffic light\" >= 2", "coco:\"traffic light\" >= 2"),
    ("2014", "2014"), ("2014-06..2014-07", "2014-06..2014-07"), ("2014-06..", "2014-06.."),
    ("..2014", "..2014"), (".. 2014 and dog", "..2014 and dog"),
    ("2014-06.. and dog", "2014-06.. and dog"),
    ("2014-06-12 .. 2014-06-12T18:00", "2014-06-12..2014-06-12T18:00"),
    ("2014-06-12t18:00:05", "2014-06-12T18:00:05"), ("2014..2014", "2014"),
    ("near:55.86,-4.25,25km", "near:55.86,-4.25,25km"),
    ("near: +55.86 , -4.25 , 25 KM", "near:55.86,-4.25,25km"), ("near:0,0,500m", "near:0,0,500m"),
    ("near:\"Cusco\",50mi", "near:\"Cusco\",50mi"), ("near:Cusco,50km", "near:\"Cusco\",50km"),
    (
      "within:\"-13.1,-72.6 -13.2,-72.4; -13,-72.2\"",
      "within:\"-13.1,-72.6 -13.2,-72.4 -13,-72.2\""
    ),
    ("country:PE", "country:PE"), ("city:Cusco", "city:Cusco"),
    ("region:\"La Paz\"", "region:\"La Paz\""),
    ("light:sunset", "light:sunset"), ("light:\"blue hour\"", "light:blue-hour"),
    ("month:7", "month:7"), ("month:july..AUG", "month:7..8"), ("month:11 .. 2", "month:11..2"),
    ("weekday:sunday", "weekday:sunday"), ("weekday:sat..sun", "weekday:saturday..sunday"),
    ("hour:5..8", "hour:5..8"), ("me", "me"), ("label:\"my dog\"", "label:\"my dog\""),
    ("favourite", "favourite"), ("Favorite", "favourite"), ("rating>=3", "rating >= 3"),
    ("camera:\"NIKON D90\"", "camera:\"NIKON D90\""), ("file:\"DSCN\"", "file:DSCN"),
    ("file:DSCN0001.jpg", "file:\"DSCN0001.jpg\""), ("model:yolov3", "model:yolov3"),
    ("has:gps and not has:time", "has:gps and not has:time"), ("HAS:Warning", "has:warning"),
    ("like:3fa9c2", "like:\"3fa9c2\""), ("like:\"a \\\"b\\\"\"", "like:\"a \\\"b\\\"\""),
  ])
  func `a text has its canonical form`(text: String, canonical: String) throws {
    #expect(try QueryParser.parse(text).description == canonical)
    #expect(try QueryParser.parse(canonical).description == canonical)
  }

  @Test func `and binds tighter than or, and not tightest`() throws {
    let tree = try QueryParser.parse("a or not b and c")
    guard case .or(let either) = tree, case .and(let both) = either.expressions[1],
      case .not(.term) = both.expressions[0]
    else {
      Issue.record("\(tree)")
      return
    }
    #expect(either.expressions.count == 2)
    #expect(both.expressions.count == 2)
  }

  @Test(arguments: [
    ("", 0, QueryError.Problem.empty), ("  \n", 0, .empty),
    ("traffic light", 8, .missingOperator(together: "traffic light")),
    ("golden retriever puppy and x", 7, .missingOperator(together: "golden retriever puppy")),
    ("beach 2014", 6, .missingOperator(together: nil)),
    ("a (b)", 2, .missingOperator(together: nil)),
    ("beach and", 9, .expected("a term such as beach", found: nil)),
    ("(beach", 0, .openBracket),
    ("beach)", 5, .expected("and, or or the end of the query", found: ")")),
    ("\"beach", 0, .openQuote), ("dog @ 80", 6, .outOfRange("A confidence", range: Self.share)),
    ("dog larger 120%", 11, .outOfRange("A size", range: Self.share)),
    ("dog >= 2 <= 3", 9, .givenTwice("The count")),
    ("dog @ 1 @ 1", 8, .givenTwice("The confidence")),
    ("2014-13", 0, .date("2014-13")), ("2015-02-29", 0, .date("2015-02-29")),
    ("20140612", 0, .date("20140612")), ("12/06/2014", 0, .date("12/06/2014")),
    ("2014-06-12T18:00:60", 0, .date("2014-06-12T18:00:60")),
    ("x or 2014-07..2014-06", 5, .reversedDates("2014-07..2014-06")),
    ("..", 2, .expected("a date after ..", found: nil)),
    ("near:91,0,1km", 5, .outOfRange("A point", range: Self.point)),
    ("near:1,2,25", 11, .expected("a unit: m, km or mi", found: nil)),
    ("near:1,2,3miles", 10, .expected("a unit: m, km or mi", found: "miles")),
    ("near:1,2,99999km", 9, .outOfRange("A distance", range: "from 0 to 40100 km")),
    ("near:1,2", 8, .expected("a comma and a distance such as 25km", found: nil)),
    ("within:\"1,1 2,2\"", 7, .area), ("within:\"0,0 0,180 9,10\"", 7, .area),
    ("month:13", 6, .outOfRange("A month", range: "from 1 to 12")),
    ("hour:99999999999999999999", 5, .outOfRange("An hour", range: "from 0 to 23")),
    ("weekday:funday", 8, .expected("a weekday", found: "funday")),
    ("rating", 6, .expected("a comparison such as >= 3", found: nil)),
    ("rating >= 6", 10, .outOfRange("A rating", range: "a whole number from 0 to 5")),
    ("light:noon", 6, .unknownWord("noon", field: "light", known: Self.lights)),
    ("has:colour", 4, .unknownWord("colour", field: "has", known: Self.attributes)),
    ("'dog'", 0, .expected("a name, a date or a field such as near:", found: "'")),
    ("camera:\"\"", 7, .expected("a text", found: "\"\"")),
  ])
  func `an error says what is wrong and where`(
    text: String, offset: Int, problem: QueryError.Problem
  ) {
    #expect(throws: QueryError(problem, offset: offset)) { try QueryParser.parse(text) }
  }

  private static let share = "from 0% to 100%, with the sign, or a fraction such as 0.8"
  private static let point = "a latitude from -90 to 90 and a longitude from -180 to 180"
  private static let lights = ["night", "blue-hour", "golden-hour", "day", "sunrise", "sunset"]
  private static let attributes = ["gps", "time", "warning", "objects", "scenes"]

  @Test func `length and depth are limited`() throws {
    let long = String(repeating: "a&", count: 4999) + "ab"
    #expect(try QueryParser.parse(long).terms.count == 5000)
    #expect(throws: QueryError(.tooLong(limit: 10_000), offset: 10_000)) {
      try QueryParser.parse(long + "c")
    }
    let open = String(repeating: "(", count: 100)
    let close = String(repeating: ")", count: 100)
    #expect(try QueryParser.parse(open + "a" + close).description == "a")
    #expect(throws: QueryError(.tooDeep(limit: 100), offset: 101)) {
      try QueryParser.parse("(" + open + "a")
    }
    #expect(throws: QueryError(.tooDeep(limit: 100), offset: 101)) {
      try QueryParser.parse(String(repeating: "!", count: 9000))
    }
  }

  @Test func `the offset counts Unicode scalars`() {
    #expect(throws: QueryError(.missingOperator(together: nil), offset: 6)) {
      try QueryParser.parse("\"👩‍🔬\" 2014")
    }
  }

  @Test(arguments: 0..<8)
  func `any text gives a tree or an error`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "dog", "and", "or", "not", "(", ")", "\"", "\\", ":", ",", "..", ".", "2014", "-06", "T18",
      "near:",
      "within:", "larger", "@", "%", ">=", "=", "9999999999999999999", "1e999", "-", "km", " ",
      "\n",
      "\u{301}", "👩‍🔬", "“", "light:", "hour:", "month:", "weekday:", "rating", "!", "&", "|", "\0",
      "５",
    ]
    var accepted = 0
    for _ in 0..<2000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let tree = try? QueryParser.parse(text) else { continue }
      accepted += 1
      #expect((try? QueryParser.parse(tree.description)) == tree, "\(text)")
    }
    #expect(accepted > 40, "texts that are all refused prove nothing of trees")
  }
}
