internal import ArgumentParser

@main
struct Dizim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dizim", abstract: "Find which rows of many lists are the same person.")
}
