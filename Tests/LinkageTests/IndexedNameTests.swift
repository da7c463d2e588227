import NameSimilarity
import NameText
import Testing

@testable import Linkage

@Suite struct IndexedNameTests {
  private static let roles: [Role] = [.given, .surname, .patronymic, .unknown]

  /// A name of so many parts, neighbours joined behind them.
  private static func name(parts: Int, joined: Int = 0) -> IndexedName {
    var name = IndexedName()
    for place in 0..<parts {
      name.append(
        .init(token: UInt32(place), role: roles[place % 4], first: place, last: place))
    }
    for place in 0..<joined {
      name.append(
        .init(token: UInt32(100 + place), role: .given, first: place, last: place + 1))
    }
    return name
  }

  /// Whether they stand in the name itself or not.
  @Test(arguments: 1...IndexedName.mostParts)
  func wordsStandAsTheyWereAppended(count: Int) {
    let joined = count > 12 ? 0 : count - 1
    let name = Self.name(parts: count, joined: joined)
    let (parts, both) = ((0..<count).map(UInt32.init), (0..<joined).map { UInt32(100 + $0) })
    #expect(name.words.map(\.token) == parts + both)
    #expect(name.words.withSpan { span in span.indices.map { span[$0].token } } == parts + both)
    #expect(name.parts.map(\.token) == parts)
    #expect(name.joined.map(\.token) == both)
    #expect(name == Self.name(parts: count, joined: joined))
    #expect(name.parts.count == count && !name.hasInitial)
  }

  @Test(arguments: [2, 3, 4, 5, 12])
  func wordsAreNumberedAndValuedWhereverTheyStand(count: Int) {
    var name = Self.name(parts: count, joined: count - 1)
    name.renumber { $0 + 7 }
    #expect(
      name.words.map(\.token)
        == Self.name(parts: count, joined: count - 1).words.map { $0.token + 7 })
    // Joined words are worth no more than both.
    name.value { $0 < 100 ? Bits(3) : Bits(9) }
    #expect(name.parts.allSatisfy { $0.information == Bits(3) })
    #expect(name.joined.allSatisfy { $0.information == Bits(6) })
    #expect(name != Self.name(parts: count, joined: count - 1))
  }

  @Test func aMatrixOf64WordsHasEachCellToItself() {
    var matrix = LikenessMatrix()
    for _ in 0..<2 {
      matrix.reset(rows: 64, columns: 64)
      #expect((0..<64).allSatisfy { matrix.columns(alike: $0).isEmpty })
      for row in 0..<64 { matrix[row, 63 - row] = .init(cost: Int32(row), isInflected: false) }
      matrix[5, 58] = .unlike
      matrix.turn()
      for column in 0..<64 {
        #expect(Array(matrix.columns(alike: 63 - column)) == (column == 5 ? [] : [column]))
        #expect(matrix[63 - column, column].cost == (column == 5 ? .max : Int32(column)))
      }
    }
  }
}
