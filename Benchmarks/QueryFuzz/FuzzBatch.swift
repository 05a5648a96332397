import Foundation
import PhotoCore
import Query

/// Some random texts, and what the parser makes of them.
struct FuzzBatch {
  private var numbers: SplitMix64

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed &* 0xD134_2543_DE82_EF95 | 1)
  }

  mutating func run(_ count: Int) -> FuzzCounts {
    var counts = FuzzCounts()
    for _ in 0..<count {
      let text = next()
      counts.inputs += 1
      do throws(QueryError) {
        let tree = try QueryParser.parse(text)
        counts.trees += 1
        if !Self.comesBack(tree, isChosen: counts.trees % 8 == 0) { counts.failures.append(text) }
      } catch {
        counts.errors += 1
        let length = text.unicodeScalars.count
        if !(0...max(length, QueryParser.maximumLength)).contains(error.offset ?? -1)
          || error.description.isEmpty
        {
          counts.failures.append(text)
        }
      }
    }
    return counts
  }

  /// Whether the tree's text, and of some trees the JSON, reads back as the tree. A text that is longer
  /// than any may be is refused, and that is right.
  private static func comesBack(_ tree: QueryExpression, isChosen: Bool) -> Bool {
    let text = tree.description
    if text.unicodeScalars.count <= QueryParser.maximumLength,
      (try? QueryParser.parse(text)) != tree
    {
      return false
    }
    guard isChosen else { return true }
    guard let data = try? JSONEncoder().encode(tree) else { return false }
    return (try? JSONDecoder().decode(QueryExpression.self, from: data)) == tree
  }

  private mutating func next() -> String {
    switch random(8) {
    case 0: return letters(random(30))
    case 1, 2: return pieces(1 + random(12)).joined(separator: random(4) == 0 ? "" : " ")
    case 3: return nested()
    default: return mutated(Self.examples[random(Self.examples.count)])
    }
  }

  /// Some insertions, deletions, exchanges and repetitions in an example.
  private mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<random(5) {
      let at = random(scalars.count + 1)
      switch random(5) {
      case 0: scalars.insert(letter(), at: at)
      case 1 where at < scalars.count: scalars.remove(at: at)
      case 2 where at < scalars.count: scalars[at] = letter()
      case 3:
        scalars.insert(contentsOf: Self.tokens[random(Self.tokens.count)].unicodeScalars, at: at)
      default:
        let end = min(scalars.count, at + random(10))
        scalars.insert(contentsOf: scalars[min(at, end)..<end], at: at)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Brackets and `not`, some deeper than any may be.
  private mutating func nested() -> String {
    let depth = random(random(20) == 0 ? 400 : 30)
    let opening = (0..<depth).map { _ in ["(", "not ", "!", "( not "][random(4)] }.joined()
    let closing = opening.filter { $0 == "(" }.map { _ in ")" }.joined()
    return opening + pieces(1 + random(4)).joined(separator: " ") + closing
  }

  private mutating func pieces(_ count: Int) -> [String] {
    (0..<count).map { _ in Self.tokens[random(Self.tokens.count)] }
  }

  private mutating func letters(_ count: Int) -> String {
    String(String.UnicodeScalarView((0..<count).map { _ in letter() }))
  }

  private mutating func letter() -> Unicode.Scalar {
    let usual = Self.usual
    if random(6) > 0 { return usual[random(usual.count)] }
    return Unicode.Scalar(UInt32(random(0x11_0000))) ?? " "
  }

  /// A number below `limit`; 0 where there is none.
  private mutating func random(_ limit: Int) -> Int {
    let number = numbers.next()
    return limit > 0 ? Int(number % UInt64(limit)) : 0
  }

  private static let usual = Array(
    "abdeginorst 0123456789 .,:;-+'’\"“”\\()|&!@%<>=/\t\n\u{301}éßTZ東👩".unicodeScalars)

  private static let examples = [
    "beach and person and not car", "dog | cat & !car", "person >= 3 @ 80% larger 20%",
    "\"traffic light\"", "2014-06..2014-07", "2014-06-12 .. 2014-06-12T18:00", "2014-06..",
    "..2014",
    "near:55.86,-4.25,25km", "near:\"Cusco\",50km", "near:\"Cambridge, US\",1e3m",
    "within:\"-13.1,-72.6 -13.2,-72.4 -13.3,-72.7\"",
    "country:PE or city:Cusco and region:\"La Paz\"",
    "light:sunset month:7 weekday:sunday hour:5..8", "month:11..2 and weekday:sat..sun",
    "me or label:\"my \\\"dog\\\"\"", "favourite and rating >= 3", "camera:\"NIKON D90\"",
    "file:\"/a\\\\b\"",
    "model:yolov3 or has:gps", "like:\"DSCN0042.jpg\"", "(a or b) and not (c and not d)",
    "coco:person = 0 or imagenet:zebra @ 0.5", "2016-02-29T23:59:59..9999-12-31",
  ]

  private static let tokens =
    [
      "and", "or", "not", "(", ")", "&&", "||", "!", "larger", "@", ">=", "<", "= 3", "80%", "0.5",
      "1e-5", "..", "2014", "2014-13", "2014-06-12T25", "near:", "within:\"", "\"", "\\", "coco:",
      "::",
      "25km", "-90,180", "weekday:", "month:july", "favourite", "rating", "dog", "jack-o'-lantern",
    ] + Field.allCases.map { "\($0.rawValue):" }
}
