/// Why a query was not understood, and where.
package struct QueryError: Error, Hashable, Sendable {
  /// What is wrong.
  package let problem: Problem
  /// Where it is wrong, in Unicode scalars from the start of the text; nil for a tree that did not
  /// come from a text.
  package let offset: Int?

  package init(_ problem: Problem, offset: Int?) {
    self.problem = problem
    self.offset = offset
  }

  /// What can be wrong with a query.
  package enum Problem: Hashable, Sendable {
    /// The text is blank.
    case empty
    /// The text has more Unicode scalars than the limit.
    case tooLong(limit: Int)
    /// More brackets and `not` inside each other than the limit.
    case tooDeep(limit: Int)
    /// Something else was to come here; `found` is nil at the end of the text.
    case expected(String, found: String?)
    /// A quotation mark without its partner.
    case openQuote
    /// An opening bracket without its partner.
    case openBracket
    /// Two terms side by side; `together` is what they may be as one name.
    case missingOperator(together: String?)
    /// A part of a term that is there already.
    case givenTwice(String)
    /// Not a date of the calendar in one of the known forms.
    case date(String)
    /// A range of dates that ends before it begins.
    case reversedDates(String)
    /// A number out of its range; `range` says which is accepted.
    case outOfRange(String, range: String)
    /// A word that a field does not know; `known` are the words that it does.
    case unknownWord(String, field: String, known: [String])
    /// No class, concept or label of this name; the nearest names, best first.
    case unknownName(String, suggestions: [String])
    /// No vocabulary of this name; the nearest vocabularies and fields, best first.
    case unknownVocabulary(String, suggestions: [String])
    /// A concept none of whose classes any installed model knows.
    case emptyConcept(String)
    /// A count or a size of something that has no boxes.
    case hasNoBoxes(String)
    /// A confidence of something that has none.
    case hasNoConfidence(String)
    /// No place of this name and size; the nearest names, best first.
    case unknownPlace(String, PlaceTerm.Level, suggestions: [String])
    /// A place is named, and nothing is installed to look it up.
    case noGazetteer
    /// No personal label of this name.
    case unknownLabel(String)
    /// No model of this name made any results; those that did.
    case unknownModel(String, known: [String])
    /// No photo, or several, of which none is meant for sure.
    case unknownPhoto(String)
    /// An area with too few or too many corners, or with neighbours on opposite sides of the Earth.
    case area
  }
}

extension QueryError: CustomStringConvertible {
  /// Sentences for the user: what is wrong, and what to do.
  package var description: String {
    switch problem {
    case .empty:
      "The query is empty. Write what to look for, such as beach and person."
    case .tooLong(let limit):
      "The query is longer than \(limit) characters. Shorten it."
    case .tooDeep(let limit):
      "The query has more than \(limit) nested brackets and nots. Simplify it."
    case .expected(let what, let found):
      "Expected \(what), found \(found.map { "“\($0)”" } ?? "the end of the query")."
    case .openQuote:
      "The quotation mark is not closed. Add \" at the end of the name."
    case .openBracket:
      "The bracket is not closed. Add ) where the group ends."
    case .missingOperator(let together):
      "Use `and` or `or` between terms"
        + (together.map { ", or put names with spaces in quotes: \"\($0)\"." } ?? ".")
    case .givenTwice(let part):
      "\(part) is given twice for one name. Keep one."
    case .date(let text):
      "“\(text)” is not a date. Write 2014, 2014-06, 2014-06-12 or 2014-06-12T18:00."
    case .reversedDates(let text):
      "The range \(text) ends before it begins. Swap its ends."
    case .outOfRange(let what, let range):
      "\(what) must be \(range)."
    case .unknownWord(let word, let field, let known):
      "\(field): does not know “\(word)”. Use one of \(known.joined(separator: ", "))."
    case .unknownName(let name, let suggestions):
      "Unknown name “\(name)”. " + Self.hint(suggestions)
    case .unknownVocabulary(let name, let suggestions):
      "Unknown vocabulary or field “\(name):”. " + Self.hint(suggestions)
    case .emptyConcept(let name):
      "“\(name)” is a concept, but no installed model knows any of its classes. "
        + "Install another model or edit the vocabulary."
    case .hasNoBoxes(let name):
      "“\(name)” has no boxes to count or measure. Leave out the count and the size."
    case .hasNoConfidence(let name):
      "“\(name)” is computed from the light and has no confidence. Leave out @."
    case .area:
      "The area must have 3 to 1000 corners, and no two neighbours on opposite sides of the Earth. "
        + "Draw it again."
    case .unknownPlace(let name, let level, let suggestions):
      "Unknown \(level.rawValue) “\(name)”. "
        + (suggestions.isEmpty ? "Use its English name or its position." : Self.hint(suggestions))
    case .noGazetteer:
      "Place names need the gazetteer, which is not installed. Run `make setup`, or write "
        + "near:LATITUDE,LONGITUDE,25km."
    case .unknownLabel(let name):
      "Unknown label “\(name)”."
    case .unknownModel(let name, let known):
      known.isEmpty
        ? "No model has any results yet. Add photos first."
        : "No model called “\(name)” has any results. Use one of "
          + known.joined(separator: ", ") + "."
    case .unknownPhoto(let name):
      "like: needs one analysed photo, and “\(name)” does not identify one. Write the name of "
        + "its file, the end of its path, or the beginning of its SHA-256."
    }
  }

  private static func hint(_ suggestions: [String]) -> String {
    guard let last = suggestions.last else { return "Check the list of classes." }
    let others = suggestions.dropLast()
    return others.isEmpty
      ? "Did you mean \(last)?" : "Did you mean \(others.joined(separator: ", ")) or \(last)?"
  }
}
