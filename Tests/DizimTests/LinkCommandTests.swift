import Foundation
import TestSupport
import Testing

/// `link` over two lists of the demonstration, and over small ones.
@Suite struct LinkCommandTests {
  private let folder = ScratchFolder()
  private let english = TestFiles.path("corpora/demo/memorial-en.csv")
  private let russian = TestFiles.path("corpora/demo/svodka-ru.csv")

  private func link(_ left: String, _ right: String, _ more: String...) throws -> Program.Outcome {
    try Program.run(["link", left, right] + more)
  }

  private static let promised = ["left_line", "right_line", "weight", "probability", "decision"]

  @Test func pairsAreThoseOfTheTruth() throws {
    var people: [String: String] = [:]
    for row in table(try TestFiles.text("corpora/demo/truth.tsv"), delimiter: "\t") {
      people[row["source"]! + ":" + row["line"]!] = row["person"]!
    }
    let outcome = try link(english, russian)
    #expect(outcome.status == 0 && outcome.rows.first == Self.promised, "\(outcome.talk)")
    let pairs = table(outcome.output)
    let same = pairs.filter { $0["decision"] == "same" }
    let right = same.count {
      people["memorial-en:" + $0["left_line"]!] == people["svodka-ru:" + $0["right_line"]!]
    }
    #expect(same.count > 40 && right * 50 >= same.count * 49, "\(right) of \(same.count)")
    #expect(pairs.allSatisfy { ["same", "review"].contains($0["decision"]) })
    // By the left line, the likeliest first, then by the right line.
    let keys = pairs.map {
      [Double($0["left_line"]!)!, -Double($0["weight"]!)!, Double($0["right_line"]!)!]
    }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    // Of the same lists a merge makes the same persons.
    let rows = folder.path("rows.csv")
    _ = try Program.run(["merge", english, russian, "-o", folder.path("roll.csv"), "--rows", rows])
    let merged = table(try folder.text("rows.csv"))
    let person = Dictionary(
      uniqueKeysWithValues: merged.map { ($0["source"]! + ":" + $0["line"]!, $0["person_id"]!) })
    let together = same.count {
      person["memorial-en:" + $0["left_line"]!] == person["svodka-ru:" + $0["right_line"]!]
    }
    #expect(together * 10 >= same.count * 9, "\(together) of \(same.count)")
  }

  @Test func oneToOneLeavesEachRowOnePartner() throws {
    let many = table(try link(english, russian).output)
    let outcome = try link(english, russian, "--one-to-one")
    let one = table(outcome.output)
    #expect(outcome.status == 0 && one.count > 40 && one.count < many.count)
    #expect(Set(one.map { $0["left_line"] }).count == one.count)
    #expect(Set(one.map { $0["right_line"] }).count == one.count)
    #expect(Set(one).isSubset(of: Set(many)))
  }

  @Test(arguments: [[], ["--one-to-one"], ["--all", "--relations"]])
  func threadsDoNotMatter(options: [String]) throws {
    let outputs = try ["1", "2", "8"].map { threads in
      try Program.run(["link", english, russian, "--threads", threads] + options).output
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2] && !outputs[0].isEmpty)
  }

  @Test(arguments: [[], ["--one-to-one"]])
  func listsThatChangePlacesMirrorThePairs(options: [String]) throws {
    func pairs(_ left: String, _ right: String, _ columns: [String]) throws -> Set<[String]> {
      let rows = table(try Program.run(["link", left, right] + options).output)
      return Set(rows.map { row in columns.map { row[$0]! } })
    }
    let rest = ["weight", "probability", "decision"]
    #expect(
      try pairs(english, russian, ["left_line", "right_line"] + rest)
        == pairs(russian, english, ["right_line", "left_line"] + rest))
  }

  @Test func moreColumnsFollowThePromised() throws {
    let outcome = try link(english, russian, "--names", "--relations", "--reasons")
    #expect(
      outcome.rows.first
        == Self.promised + ["left_name", "right_name", "relation", "reasons"])
    let rows = table(outcome.output)
    #expect(rows.allSatisfy { !$0["left_name"]!.isEmpty && $0["reasons"]!.contains("surname") })
    #expect(rows.allSatisfy { $0["decision"] != "same" || $0["relation"] == "same" })
    #expect(
      table(try link(english, russian, "--all", "--relations").output).contains {
        $0["relation"] == "siblings"
      })
  }

  @Test func probabilitiesBoundThePairs() throws {
    let sure = table(try link(english, russian, "--min-probability", "0.99").output)
    let usual = table(try link(english, russian).output)
    let all = table(try link(english, russian, "--all").output)
    #expect(!sure.isEmpty && sure.count < usual.count && usual.count < all.count)
    #expect(sure.allSatisfy { Double($0["probability"]!)! >= 0.9899 })
    #expect(Set(sure).isSubset(of: Set(usual)) && Set(usual).isSubset(of: Set(all)))
  }

  @Test func listsWithoutRows() throws {
    let none = try folder.write("none.csv", "Full name,Born\n")
    for (left, right) in [(none, english), (english, none), (none, none)] {
      let outcome = try link(left, right, "--one-to-one")
      #expect(outcome.status == 0, "\(outcome.talk)")
      #expect(outcome.rows == [Self.promised])
    }
    let empty = try folder.write("empty.csv", "")
    #expect(try link(empty, english).status == 2)
  }

  @Test func oneListAgainstItself() throws {
    let pairs = table(try link(english, english, "--one-to-one").output)
    let own = pairs.count { $0["left_line"] == $0["right_line"] }
    #expect(own * 10 >= pairs.count * 9, "\(own) of \(pairs.count)")
  }

  @Test func standardInputIsOneOfThem() throws {
    let text = try TestFiles.text("corpora/demo/memorial-en.csv")
    let piped = try Program.run(["link", "-", russian], input: text)
    #expect(piped.status == 0)
    #expect(piped.output == (try link(english, russian).output))
  }

  @Test func decisionsAreKept() throws {
    let left = try folder.write("left.csv", "name,born\nТажимуратов Даулетмурат,1984\nКим Олег,\n")
    let right = try folder.write(
      "right.csv", "name,born\nTajimuratov Dauletmurat,1984\nПак Вера,\n")
    #expect(table(try link(left, right).output).map { $0["decision"] } == ["same"])
    let roll = folder.path("roll.csv")
    _ = try Program.run([
      "merge", left, right, "-o", roll, "--review", folder.path("review.csv"), "--merge-cost",
      "1000000",
    ])
    let review = try folder.text("review.csv")
    let question = try #require(table(review).first)
    let keys = "\(question["left_key"]!),\(question["right_key"]!)"
    let decisions = try folder.write(
      "decisions.csv", "left_key,right_key,decision\n\(keys),different\n")
    let outcome = try link(left, right, "--decisions", decisions)
    #expect(table(outcome.output).map { $0["decision"] } == ["different"])
    #expect(outcome.talk.contains("1 of 1 decisions"))
    #expect(try link(left, right, "--decisions", decisions, "--one-to-one").rows.count == 1)
  }
}
