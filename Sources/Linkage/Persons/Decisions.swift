/// What a person has decided of two rows, named by the keys of what they hold.
public struct PersonDecision: Sendable, Hashable {
  /// The content key of one row.
  public var leftKey: String
  /// The content key of the other.
  public var rightKey: String
  /// `same` or `different`.
  public var decision: Decision
  /// Where it was read, for messages: file and line.
  public var origin: String

  /// A decision on two rows.
  public init(leftKey: String, rightKey: String, decision: Decision, origin: String) {
    self.leftKey = leftKey
    self.rightKey = rightKey
    self.decision = decision
    self.origin = origin
  }
}

/// Why lists could not be linked.
@nonexhaustive
public enum LinkageError: Error, Hashable, Sendable {
  /// Two decisions that cannot both hold, also through others.
  case contradictoryDecisions(PersonDecision, PersonDecision)
  /// The lists are expected to take more memory than is allowed.
  case needsMemory(bytes: Int, allowed: Int)
}

/// Which rows a person's decisions keep together and apart.
struct Constraints: Sendable {
  /// Rows that must be one person, as a forest; only rows that a decision names.
  private var parents: [RecordID: RecordID] = [:]
  private(set) var apart: Set<Pair> = []
  /// Lists that have each person once: their rows are apart where no decision joins them.
  let uniqueLists: Set<Int>
  /// How many decisions named rows that are there.
  private(set) var applied = 0

  struct Pair: Hashable, Sendable {
    var left: RecordID
    var right: RecordID
    init(_ a: RecordID, _ b: RecordID) {
      left = min(a, b)
      right = max(a, b)
    }
  }

  /// - Throws: `contradictoryDecisions` naming the decision that keeps two rows apart and one that joins them.
  init(
    _ decisions: [PersonDecision], uniqueLists: Set<Int> = [], recordOfKey: [String: RecordID]
  ) throws(LinkageError) {
    self.uniqueLists = uniqueLists
    var found = 0
    var joins: [Join] = []
    for decision in decisions where decision.decision == .same {
      guard let left = recordOfKey[decision.leftKey], let right = recordOfKey[decision.rightKey]
      else { continue }
      found += 1
      join(left, right)
      joins.append(Join(decision: decision, left: left, right: right))
    }
    for decision in decisions where decision.decision == .different {
      guard let left = recordOfKey[decision.leftKey], let right = recordOfKey[decision.rightKey]
      else { continue }
      found += 1
      if root(left) == root(right) {
        throw .contradictoryDecisions(
          Self.firstStep(from: left, to: right, joins) ?? decision, decision)
      }
      apart.insert(Pair(left, right))
    }
    applied = found
  }

  /// A decision that makes two rows one person.
  private struct Join {
    var decision: PersonDecision
    var left: RecordID
    var right: RecordID
  }

  /// The decision that begins the shortest way from one row to another, each step a decision that joins.
  private static func firstStep(from start: RecordID, to end: RecordID, _ joins: [Join])
    -> PersonDecision?
  {
    if start == end { return nil }
    // The way is sought from its end, so that what is met at the start is the first step.
    var reached: Set<RecordID> = [end]
    while true {
      var next: Set<RecordID> = []
      for join in joins {
        for (here, there) in [(join.left, join.right), (join.right, join.left)]
        where reached.contains(there) && !reached.contains(here) {
          if here == start { return join.decision }
          next.insert(here)
        }
      }
      if next.isEmpty { return nil }
      reached.formUnion(next)
    }
  }

  private mutating func join(_ a: RecordID, _ b: RecordID) {
    let (x, y) = (root(a), root(b))
    parents[x] = parents[x] ?? x
    parents[y] = parents[y] ?? y
    if x != y { parents[max(x, y)] = min(x, y) }
  }

  /// The row that stands for all that must be one person with `row`.
  func root(_ row: RecordID) -> RecordID {
    var row = row
    while let parent = parents[row], parent != row { row = parent }
    return row
  }

  /// The rows that a decision names.
  var decidedRows: Set<RecordID> {
    Set(parents.keys).union(apart.flatMap { [$0.left, $0.right] })
  }

  var hasApart: Bool { !apart.isEmpty || !uniqueLists.isEmpty }

  /// Whether a decision keeps the rows apart, or the promise of their list.
  func areApart(_ a: RecordID, _ b: RecordID) -> Bool {
    apart.contains(Pair(a, b)) || isPromised(a, b)
  }

  private func isPromised(_ a: RecordID, _ b: RecordID) -> Bool {
    a.list == b.list && a != b && uniqueLists.contains(Int(a.list)) && root(a) != root(b)
  }

  /// Whether some of the rows must be apart by the promise of their list.
  func areApart(within records: [RecordID]) -> Bool {
    !uniqueLists.isEmpty
      && records.indices.contains { i in
        records[..<i].contains { isPromised($0, records[i]) }
      }
  }
}
