import TestSupport
import Testing

/// `model`, `--save-model`, `--model` and `--unique`.
@Suite struct ModelCommandTests {
  private let folder = ScratchFolder()
  private let lists = ["corpora/demo/memorial-en.csv", "corpora/demo/svodka-ru.csv"].map {
    TestFiles.path($0)
  }

  private func merge(_ more: String...) throws -> Program.Outcome {
    try Program.run(["merge"] + lists + ["-o", folder.path("roll.csv")] + more)
  }

  @Test func aModelIsSavedShownAndReadAgain() throws {
    let path = folder.path("model.tsv")
    let saved = try merge("--save-model", path)
    #expect(saved.status == 0, "\(saved.talk)")
    #expect(saved.talk.contains("starting values stand: "))
    let roll = try folder.text("roll.csv")
    let shown = try Program.run(["model", path, "--format", "csv"])
    #expect(shown.output.hasPrefix("comparison,level,m,u,weight,pairs,basis\n"))
    #expect(shown.output.contains(",learned\n") && shown.output.contains(",starting value\n"))
    #expect(try merge("--model", path).status == 0)
    #expect(try folder.text("roll.csv") == roll)
    for command in [
      ["dedupe", lists[0], "-o", folder.path("out.csv")],
      ["link", lists[0], lists[1], "-o", folder.path("out.csv")],
    ] {
      let other = folder.path("other.tsv")
      #expect(try Program.run(command + ["--model", path, "--save-model", other]).status == 0)
      #expect(try folder.text("other.tsv").hasPrefix("# dizim model 1\n"))
    }
  }

  @Test func theShippedModelIsShown() throws {
    let outcome = try Program.run(["model", "--format", "tsv"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("birth\tsame-day\t"))
    #expect(!outcome.output.contains("learned"))
  }

  @Test func aBadModelIsAnErrorWithItsLine() throws {
    let path = folder.path("bad.tsv")
    try TestFiles.write("# dizim model 1\ncomparison\tlevel\n", to: path)
    for outcome in [try Program.run(["model", path]), try merge("--model", path)] {
      #expect(outcome.status == 2)
      #expect(outcome.talk.contains("\(path):2: "))
    }
    // The model is never overwritten by the run that reads it.
    #expect(try merge("--model", path, "--save-model", path).status == 2)
  }

  @Test func aUniqueListIsOneOfTheLists() throws {
    #expect(try merge("--unique", "other.csv").status == 64)
    let outcome = try merge("--unique", lists[1])
    #expect(outcome.status == 0, "\(outcome.talk)")
  }
}
