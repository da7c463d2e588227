import TestSupport
import Testing

/// `--memory`: what would take more is refused before anything is written.
@Suite struct MemoryCommandTests {
  private let folder = ScratchFolder()

  @Test(arguments: ["dedupe", "merge", "link", "search"])
  func listsThatWouldTakeMoreAreRefused(command: String) throws {
    try folder.write("list.csv", "name,born\nТажимуратов Даулет,1984\nTajimuratov Dawlet,1984\n")
    try folder.write("out.csv", "old")
    let list = folder.path("list.csv")
    let lists =
      switch command {
      case "dedupe": [list]
      case "search": [list, "Тажимуратов"]
      default: [list, list]
      }
    let outcome = try Program.run(
      [command] + lists + ["--memory", "16M", "-o", folder.path("out.csv")])
    #expect(outcome.status == 2)
    #expect(outcome.talk.contains("16 MB are allowed: allow more with --memory"), "\(outcome.talk)")
    #expect(!outcome.talk.contains("Тажимуратов"))
    #expect(try folder.text("out.csv") == "old")
  }

  @Test(arguments: [("16M", 2), ("1g", 0), ("1GiB", 0), ("2147483648", 0)])
  func sizesAreReadAsPeopleWriteThem(size: String, status: Int32) throws {
    try folder.write("list.csv", "name\nТажимуратов Даулет\n")
    #expect(
      try Program.run(["dedupe", folder.path("list.csv"), "--memory", size]).status == status)
  }

  @Test(arguments: ["0", "-1", "12X", "99999999999T", "M"])
  func whatIsNoSizeIsSaid(size: String) throws {
    try folder.write("list.csv", "name\nТажимуратов Даулет\n")
    let outcome = try Program.run(["dedupe", folder.path("list.csv"), "--memory=\(size)"])
    #expect(outcome.status != 0 && outcome.talk.contains("--memory"), "\(outcome.talk)")
  }
}
