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
}

/// Which rows a person's decisions keep together and apart.
struct Constraints: Sendable {
  /// Rows that must be one person, as a forest; only rows that a decision names.
  private var parents: [RecordID: RecordID] = [:]
  private(set) var apart: Set<Pair> = []
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
  init(_ decisions: [PersonDecision], recordOfKey: [String: RecordID]) throws(LinkageError) {
    var found = 0
    var joins: [(PersonDecision, RecordID)] = []
    for decision in decisions where decision.decision == .same {
      guard let left = recordOfKey[decision.leftKey], let right = recordOfKey[decision.rightKey]
      else { continue }
      found += 1
      join(left, right)
      joins.append((decision, left))
    }
    for decision in decisions where decision.decision == .different {
      guard let left = recordOfKey[decision.leftKey], let right = recordOfKey[decision.rightKey]
      else { continue }
      found += 1
      if root(left) == root(right) {
        let join = joins.first { root($0.1) == root(left) }?.0 ?? decision
        throw .contradictoryDecisions(join, decision)
      }
      apart.insert(Pair(left, right))
    }
    applied = found
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

  var hasApart: Bool { !apart.isEmpty }

  /// Whether a decision keeps the rows apart.
  func areApart(_ a: RecordID, _ b: RecordID) -> Bool { apart.contains(Pair(a, b)) }
}
