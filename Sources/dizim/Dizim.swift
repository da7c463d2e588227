internal import ArgumentParser
internal import LinkageIO

@main
struct Dizim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dizim",
    abstract: "Find which rows of many lists are the same person.",
    discussion: """
      Lists are XLSX, CSV, tab-separated text or JSON in any usual encoding, names in Cyrillic or Latin in any \
      spelling; which one need not be said. Results go to standard output or to -o, talk to standard error.

      EXAMPLES:
        dizim merge memorial.csv svodka.csv -o roll.csv --rows rows.csv --review review.csv
        dizim merge memorial.csv svodka.csv -o roll.csv --decisions review.csv
        dizim dedupe list.csv -o list-with-persons.csv
        dizim inspect list.csv
        dizim search list.csv 'Даулетмурат Тажимуратов'
        dizim index list.csv -o list.dzx
        dizim compare 'Lolagul Kallyhanova' 'Каллыхановой Лалагул'
        dizim normalize list.csv --to bgn-pcgn,icao-9303 -o names.csv

      EXIT CODES: 0 done; 1 search found nobody; 2 an error, nothing written; 3 done, but some rows could not be read \
      as they should be; 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      Merge.self, Dedupe.self, LinkLists.self, Search.self, Index.self, Compare.self,
      Normalize.self,
      Inspect.self, Convert.self, Model.self, Evaluate.self, Train.self,
    ])

  static func main() {
    Allocator.prepare()
    RunGuard.begin()
    // The runtime asks the system for them; without any it is no run that may say it succeeded.
    if CommandLine.arguments.isEmpty {
      Talk.say("dizim: the system did not give the arguments")
      exit(withError: ExitCode(2))
    }
    // Each says its name: to make it of the type's name takes the runtime more than all the rest before the run.
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    if let message = UnknownCommand.message(
      CommandLine.arguments.dropFirst().first, commands: commands)
    {
      Talk.say("dizim: \(message)")
      exit(withError: ExitCode(64))
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as OutputError where error == .closedPipe {
      // The reader has seen enough.
      exit(withError: ExitCode.success)
    } catch let error as Failure {
      Talk.say("dizim: \(error.description)")
      exit(withError: ExitCode(2))
    } catch {
      if let failure = Failure(error) {
        Talk.say("dizim: \(failure.description)")
        exit(withError: ExitCode(2))
      }
      exit(withError: error)
    }
  }
}
