import ArgumentParser
internal import NameSimilarity

/// What is said where the first argument is no command: the command that was meant, where one is near.
///
/// What was typed is not repeated: it may be a name.
enum UnknownCommand {
  /// `nil` where `argument` is a command, an option or nothing.
  static func message(_ argument: String?, commands: [String]) -> String? {
    guard let argument, !argument.hasPrefix("-"), argument != "help", !commands.contains(argument)
    else { return nil }
    let list = "The commands are \(commands.joined(separator: ", "))."
    let near = commands.map { (name: $0, edits: OSA().distance(argument, $0)) }
      .min { $0.edits < $1.edits }
    guard let near, near.edits <= max(1, near.name.count / 3) else {
      return "There is no such command. \(list)"
    }
    return "There is no such command; did you mean \(near.name)? \(list)"
  }
}
