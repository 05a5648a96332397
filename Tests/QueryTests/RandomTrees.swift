import Fixtures
import Geography
import PhotoCore
import Query

/// Trees of every kind of term, with values from everyday to nasty.
struct RandomTrees {
  var generator: SplitMix64

  mutating func tree(depth: Int) -> QueryExpression {
    switch depth > 0 ? int(0...4) : 0 {
    case 1: return .not(tree(depth: depth - 1))
    case 2, 3:
      let operands = (0..<int(2...4)).map { _ in tree(depth: depth - 1) }
      let isAnd = Bool.random(using: &generator)
      let joined =
        isAnd ? QueryExpression.all(of: operands) : QueryExpression.any(of: operands)
      return joined ?? operands[0]
    default: return .term(term())
    }
  }

  mutating func term() -> Term {
    // A value that the type refuses is drawn again.
    while true {
      if let term = draw() { return term }
    }
  }

  private mutating func draw() -> Term? {
    switch int(0...14) {
    case 0, 1, 2: nameTerm().map(Term.name)
    case 3, 4: DateTerm(from: date(), to: date()).map(Term.date)
    case 5: near().map(Term.near)
    case 6: polygon().map(Term.within)
    case 7: name().map { .place(PlaceTerm(level: pick(PlaceTerm.Level.allCases), name: $0)) }
    case 8: .light(pick(Light.allCases))
    case 9: calendar().map(Term.calendar)
    case 10:
      name().map { name in
        .label(LabelTerm(name: name, confidence: int(0...1) == 0 ? nil : fraction()))
      }
    case 11: .favourite
    case 12: NumberCondition(pick(Comparison.allCases), int(0...5)).map(Term.rating)
    case 13: .has(pick(PhotoFact.allCases))
    default: textTerm()
    }
  }

  private mutating func textTerm() -> Term? {
    guard let text = SearchText(rawValue: text()) else { return nil }
    return switch int(0...3) {
    case 0: .camera(text)
    case 1: .file(text)
    case 2: .model(text)
    default: .like(text)
    }
  }

  private mutating func nameTerm() -> NameTerm? {
    name().map { name in
      NameTerm(
        name: name,
        vocabulary: int(0...3) == 0
          ? VocabularyID(rawValue: pick(["coco", "imagenet", "my_2"])) : nil,
        count: int(0...2) == 0
          ? NumberCondition(pick(Comparison.allCases), int(0...1_000_000)) : nil,
        confidence: int(0...2) == 0 ? fraction() : nil,
        larger: int(0...2) == 0 ? fraction() : nil)
    }
  }

  private mutating func fraction() -> Fraction? {
    let digits = Double(int(0...1000)) / 1000
    return Fraction(rawValue: pick([digits, Double.random(in: 0...1, using: &generator), 1e-9, 1]))
  }

  private mutating func near() -> NearTerm? {
    guard let distance = Distance(number(0...25_000), pick(Distance.Unit.allCases)) else {
      return nil
    }
    if Bool.random(using: &generator) {
      return name().map { NearTerm(centre: .place($0), distance: distance) }
    }
    return NearTerm(centre: .point(point()), distance: distance)
  }

  private mutating func polygon() -> Polygon? {
    Polygon(corners: (0..<int(3...6)).map { _ in point() })
  }

  private mutating func point() -> Coordinate {
    Coordinate(latitude: number(-90...90), longitude: number(-180...180)) ?? point()
  }

  private mutating func calendar() -> CalendarTerm? {
    CalendarTerm(pick(CalendarTerm.Cycle.allCases), from: int(0...23), to: int(0...23))
  }

  private mutating func date() -> PartialDate? {
    let texts = ["2014", "2014-06", "2014-06-12", "2014-06-12T18", "2014-06-12T18:00"]
    let more = ["2016-02-29T23:59:59", "0001-01-01", "9999-12-31", "1999", "2015-02", "2014-07"]
    return int(0...4) == 0 ? nil : PartialDate(rawValue: pick(texts + more))
  }

  private mutating func name() -> Name? {
    Name(rawValue: text())
  }

  /// Words that are keywords, fields, or look like other terms, and letters that need care.
  private mutating func text() -> String {
    let whole = [
      "dog", "traffic light", "and", "OR", "not", "larger", "rating", "favourite", "near", "2014",
      "jack-o'-lantern", "coco:zebra", "a\"b", "back\\slash", "Ærø", "東京", "crane (bird)", "..",
      "e\u{301}", "\u{301}x", "👩‍🔬", "“curly”", "DSCN0001.jpg", "@ 80%", ">= 3", "a&b|c!", "me's",
    ]
    let letters = Array("ab \"\\:,.()&|!@%<>=-'’0\u{301}\t\né“”_ßT/")
    if int(0...2) > 0 { return pick(whole) }
    return String((0..<int(1...8)).map { _ in pick(letters) })
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    let free = Double.random(in: range, using: &generator)
    return pick([free.rounded(), free, (free * 100).rounded() / 100, 0, 1e-7, range.upperBound])
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[int(0...values.count - 1)]
  }
}
