import Glibc
import Linkage
import LinkageIO
import TestSupport
import Testing

extension ScratchFolder {
  /// What `write` wrote in a format.
  func table(
    _ format: TableFormat, _ columns: [String], byteOrderMark: Bool = false,
    write: (inout TableWriter) throws -> Void
  ) throws -> [UInt8] {
    let file = try OutputFile(path: "\(path)/table")
    var writer = try TableWriter(format, columns: columns, to: file, byteOrderMark: byteOrderMark)
    try write(&writer)
    try writer.finish()
    try OutputFile.commit([file])
    return try bytes(of: "table")
  }
}

@Suite struct WritingTests {
  private let folder = ScratchFolder()

  private func text(
    _ format: TableFormat, _ columns: [String], _ rows: [[String]], mark: Bool = false
  ) throws -> String {
    let bytes = try folder.table(format, columns, byteOrderMark: mark) { writer in
      for row in rows {
        for cell in row { writer.append(cell) }
        try writer.endRow()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func quotesStandOnlyWhereTheyAreNeeded() throws {
    #expect(
      try text(.csv, ["name", "a,b"], [["Щукин \"Ш\"", "x\ny"], ["", " z "]])
        == "name,\"a,b\"\n\"Щукин \"\"Ш\"\"\",\"x\ny\"\n, z \n")
    #expect(try text(.tsv, ["a", "b"], [["x,y", "t\tt"]]) == "a\tb\nx,y\t\"t\tt\"\n")
    #expect(try text(.csv, ["a"], [[""]], mark: true) == "\u{FEFF}a\n\"\"\n")
  }

  @Test func jsonIsEscapedAndItsKeysAreDistinct() throws {
    #expect(
      try text(.jsonl, ["a", "a", "a_2"], [["\"\\\u{1}\n", "ж", "\u{2028}"]])
        == "{\"a\":\"\\\"\\\\\\u0001\\n\",\"a_3\":\"ж\",\"a_2\":\"\\u2028\"}\n")
    let numbers = try folder.table(.jsonl, ["p"]) { writer in
      writer.append(number: "0.5")
      try writer.endRow()
    }
    #expect(numbers == Array("{\"p\":0.5}\n".utf8))
  }

  @Test func aTerminalIsShownEscapesAndAlignedByWidth() throws {
    let table = try text(
      .table, ["a", "b", "c"],
      [["李明", "x", ""], ["e\u{301}\u{1B}[31m", "\u{202E}", "z"], ["", "", ""]])
    #expect(
      table == """
        a            b         c
        李明         x
        e\u{301}\\u{1B}[31m  \\u{202E}  z


        """)
  }

  @Test func aFileAppearsWholeOrNotAtAll() throws {
    do {
      let file = try OutputFile(path: "\(folder.path)/a")
      try file.write([1])
      #expect(folder.names.isEmpty, "a killed run would leave it behind")
    }
    #expect(folder.names.isEmpty)
    let files = try ["a", "b"].map { try OutputFile(path: "\(folder.path)/\($0)") }
    for file in files { try file.write([2]) }
    try OutputFile.commit(files)
    #expect(folder.names == ["a", "b"])
    #expect(try folder.bytes(of: "b") == [2])
    var status = stat()
    #expect(unsafe stat("\(folder.path)/a", &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  /// The second name is taken by a folder, so that it cannot be had: the first file is again what it was.
  @Test func filesAppearTogetherOrNotAtAll() throws {
    let old = try OutputFile(path: "\(folder.path)/a")
    try old.write([1])
    try OutputFile.commit([old])
    let files = try ["a", "b", "c"].map { try OutputFile(path: "\(folder.path)/\($0)") }
    for file in files { try file.write([2]) }
    #expect(unsafe mkdir("\(folder.path)/c", 0o700) == 0)
    #expect(unsafe symlink("nowhere", "\(folder.path)/c/x") == 0)
    #expect(throws: OutputError.self) { try OutputFile.commit(files) }
    #expect(folder.names == ["a", "c"])
    #expect(try folder.bytes(of: "a") == [1])
    unsafe unlink("\(folder.path)/c/x")
    unsafe rmdir("\(folder.path)/c")
  }

  @Test func twoOutputsCannotBeOneFile() throws {
    let files = try ["a", "./a"].map { try OutputFile(path: "\(folder.path)/\($0)") }
    #expect(throws: OutputError.self) { try OutputFile.commit(files) }
  }

  @Test func devicesAndLinksAreNotReplaced() throws {
    let null = try OutputFile(path: "/dev/null")
    try null.write([1])
    try OutputFile.commit([null])
    var status = stat()
    #expect(unsafe stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)

    for (name, byte) in [("real", UInt8(1)), ("link", 2)] {
      if name == "link" { #expect(unsafe symlink("real", "\(folder.path)/link") == 0) }
      let file = try OutputFile(path: "\(folder.path)/\(name)")
      try file.write([byte])
      try OutputFile.commit([file])
    }
    #expect(try folder.bytes(of: "real") == [2])
    #expect(unsafe lstat("\(folder.path)/link", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(
      throws: OutputError.cannotWrite(
        path: "/no/such/file", reason: "No such file or directory")
    ) { try OutputFile(path: "/no/such/file") }
  }

  @Test func aClosedPipeIsToldApart() async {
    await #expect(processExitsWith: .exitCode(7)) {
      var ends: [Int32] = [0, 0]
      _ = unsafe pipe(&ends)
      _ = close(ends[0])
      _ = dup2(ends[1], STDOUT_FILENO)
      OutputFile.reportClosedPipes()
      do {
        try OutputFile(path: "-").write([1])
      } catch OutputError.closedPipe {
        exit(7)
      }
    }
  }
}
