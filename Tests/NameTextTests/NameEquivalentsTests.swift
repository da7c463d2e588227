import NameText
import Testing

struct NameEquivalentsTests {
  private func share(_ left: String, _ right: String) -> Bool {
    let groups = Set(NameEquivalents.groups(of: left).map(\.group))
    return NameEquivalents.groups(of: right).contains { groups.contains($0.group) }
  }

  @Test(arguments: [
    ("дима", "дмитрий"), ("dima", "дмитрий"), ("дима", "dmitriy"), ("микола", "николай"),
    ("mykola", "nikolai"), ("юрій", "юрий"), ("ганна", "анна"), ("hanna", "анна"),
    ("наталья", "наталия"), ("саша", "александр"), ("саша", "александра"), ("саша", "шура"),
    ("айгүл", "ойгул"), ("мұхаммед", "магомед"), ("даулет", "давлат"), ("катя", "kateryna"),
    ("alex", "александр"), ("сергій", "sergey"), ("женя", "евгений"), ("женя", "евгения"),
    ("ерлан", "эрлан"), ("серик", "серік"), ("volodymyr", "владимир"), ("уладзімір", "владимир"),
  ])
  func joins(left: String, right: String) {
    #expect(share(left, right))
    #expect(share(right, left))
  }

  @Test(arguments: [
    ("хасан", "хусейн"), ("дима", "николай"), ("ислам", "тимур"), ("анна", "инна"),
    ("елена", "ильина"), ("олег", "алик"), ("тажимуратов", "тажимурат"), ("берик", "серик"),
    ("гулнора", "гульжан"), ("", "анна"),
  ])
  func keepsApart(left: String, right: String) {
    #expect(!share(left, right))
  }

  @Test func tellsTheRelation() throws {
    let short = try #require(NameEquivalents.groups(of: "дима").first { $0.relation == .short })
    let full = NameEquivalents.groups(of: "dmitry")
    #expect(full.contains { $0.group == short.group && $0.relation == .full })
    #expect(NameEquivalents.groups(of: "саша").count >= 2)
  }
}
