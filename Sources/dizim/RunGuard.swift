internal import CLinux
internal import Glibc
internal import LinkageIO

/// What a run promises before it begins: to leave nothing behind when it is ended, and nothing of its memory when it
/// crashes.
enum RunGuard {
  /// The signals by which people and systems end a run.
  private static let endings = [SIGINT, SIGTERM, SIGHUP]
  /// Those of a crash.
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT]

  /// For the program to call once, before there are threads: these take over which signals they let pass.
  static func begin() {
    OutputFile.reportClosedPipes()
    refuseDumps()
    watchForEndings()
  }

  /// No core file and no backtrace: both would hold names.
  private static func refuseDumps() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
    _ = dizim_refuse_dumps()
    // Swift's runtime writes backtraces from handlers of its own.
    for crash in crashes { _ = signal(crash, SIG_DFL) }
  }

  /// A thread waits for the signals, so that what has to be done then can be done anywhere else than in a handler.
  private static func watchForEndings() {
    var signals = awaited
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let failed = unsafe pthread_create(
      &thread, nil,
      { _ in
        var signals = RunGuard.awaited
        var number: Int32 = 0
        while unsafe sigwait(&signals, &number) == 0 {
          OutputFile.interrupt {
            Talk.say("dizim: ended by \(RunGuard.name(of: number)); nothing was written")
            _exit(2)
          }
        }
        return nil
      }, nil)
    if failed == 0 {
      pthread_detach(thread)
    } else {
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  /// The endings, but for those that the run was told to bear, as by nohup.
  private static let awaited: sigset_t = {
    var awaited = sigset_t()
    unsafe sigemptyset(&awaited)
    for ending in endings {
      var present = sigaction()
      if unsafe sigaction(ending, nil, &present) == 0, present.isIgnored { continue }
      unsafe sigaddset(&awaited, ending)
    }
    return awaited
  }()

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGINT: "an interrupt"
    case SIGTERM: "the system"
    default: "the terminal's end"
    }
  }
}

extension sigaction {
  fileprivate var isIgnored: Bool {
    // Safety: a handler without information is compared and not called.
    unsafe unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
