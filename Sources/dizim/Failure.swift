internal import Linkage
internal import LinkageIO

/// Why a command could not do its work: exit code 2, nothing written.
struct Failure: Error {
  var description: String

  init(_ description: String) { self.description = description }

  /// The failure that an error of the library is; `nil` for errors of other makers.
  init?(_ error: any Error) {
    switch error {
    case let error as ListError:
      description = error.description(namingColumns: Talk.isVerbose)
    case let error as OutputError: description = error.description
    case let error as LinkageError: description = error.description
    case let error as TrainingError: description = error.description
    default: return nil
    }
  }
}

extension LinkageError {
  var description: String {
    switch self {
    case .contradictoryDecisions(let join, let part):
      "\(part.origin): this decision keeps two rows apart that \(join.origin) joins, directly or through others"
    case .needsMemory(let bytes, let allowed):
      "the lists are expected to take \(MemorySize(bytes: bytes).description) of memory, and \(MemorySize(bytes: allowed).description) are allowed: allow more with --memory, or take parts of them"
    @unknown default: "the lists could not be linked"
    }
  }
}

extension TrainingError {
  var description: String {
    switch self {
    case .missingColumn(let name): "there is no column \"\(name)\" in the training data"
    case .unreadableName(let file, let line):
      "\(file), line \(line): not a language (ISO 639-3), a name in its Cyrillic and the Russian form, parted by tabs"
    @unknown default: "the training data could not be used"
    }
  }
}
