/// Which of two people of one name somebody is, by a mark that stands beside the name and is no part of it: ст., Jr., II.
public enum Generation: UInt8, Sendable, Hashable, CaseIterable {
  case elder, younger
  case first, second, third, fourth, fifth

  /// His place among those of one name: the elder is the first, the younger the second.
  var place: Int {
    switch self {
    case .elder, .first: 1
    case .younger, .second: 2
    case .third: 3
    case .fourth: 4
    case .fifth: 5
    }
  }

  /// Whether two marks may stand beside one person's name: Jr. and II, but not Jr. and Sr.
  public func agrees(with other: Generation) -> Bool { place == other.place }

  /// The one of all marks, `nil` where there is none or two do not agree.
  package static func common(_ marks: some Sequence<Generation?>) -> Generation? {
    var common: Generation?
    for mark in marks {
      guard let mark else { continue }
      if let known = common, !known.agrees(with: mark) { return nil }
      common = common ?? mark
    }
    return common
  }
}
