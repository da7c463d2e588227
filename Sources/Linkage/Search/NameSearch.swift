public import NameSimilarity

/// Answers who on a list a name could be.
///
/// How rare a name is follows from the list alone, so that an answer does not depend on what else is asked. A
/// ``SearchIndex`` does the common work once for many questions.
public struct NameSearch: Sendable {
  /// A row of the list that could be the one asked for.
  public struct Answer: Sendable, Hashable {
    /// The row of the list.
    public var row: Int
    /// In bits, without the prior.
    public var weight: Bits
    /// The probability of being the one asked for.
    public var probability: Double
    /// What follows from the probability and the costs.
    public var decision: Decision
  }

  private let index: SearchIndex
  private let queries: RecordList
  private let options: LinkOptions

  /// Prepares `list` for the rows of `queries`.
  public init(list: RecordList, queries: RecordList, options: LinkOptions = LinkOptions()) {
    do {
      index = try SearchIndex(withoutCells: list, options: options)
    } catch {
      preconditionFailure("A list that is in memory makes an index: \(error)")
    }
    self.queries = queries
    self.options = options
  }

  /// The best answers to each query, best first; equal ones in the order of the list, but for the nearer spelling of a
  /// single word first.
  ///
  /// - Parameters:
  ///   - top: at most so many.
  ///   - leastProbability: leave out what is less probable; `nil` keeps all that have any part of the name in common.
  public func answers(top: Int = 10, leastProbability: Double? = nil) -> [[Answer]] {
    do {
      return try index.answers(
        to: queries, top: top, leastProbability: leastProbability, options: options)
    } catch {
      preconditionFailure("An index that is in memory is as it was made: \(error)")
    }
  }
}
