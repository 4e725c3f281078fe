package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.command.InstalledCommands;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.matching.pact.QuietXmlParser;
import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: {@code java -jar treaty.jar serve}, {@code export} and {@code check}, and the commands that other modules add to them
 * ({@link InstalledCommands}). {@code treaty-stubs.jar} is the same jar under its older name.
 *
 * <p>Exit codes: 0 when a command has done its work, or {@code POST /__admin/shutdown} stopped {@code serve}; 1 when {@code check} finds
 * something, and for a failure of these three that the user cannot fix; 2 when the command line, a contract or a port is wrong; 3 when the heap is used
 * up; 128 plus the signal's number when {@code serve} is stopped
 * by a signal, e.g. 130 for Ctrl-C.
 */
@Command(
        name = "treaty",
        description =
                "Contracts between systems: replays them, checks them, publishes them, and asks before a deployment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TreatyStubs {

    /** Prints a script for bash and zsh, see https://picocli.info/autocomplete.html; it has to know all commands. */
    private static final String COMPLETION = "generate-completion";

    /** In the order of the help. */
    private static final List<String> OWN_COMMANDS = List.of("serve", "export", "check", COMPLETION);

    private TreatyStubs() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        OutOfMemoryExit.install();
        // whatever one thread logs while another initializes the logging is only late, which is not worth a warning
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Utf8.makeDefault();
        System.setOut(Utf8.output());
        System.setErr(Utf8.errors());
        QuietXmlParser.install();
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            // while the options are read, which takes a tenth of the time until the first response
            ReplayServer.prepare();
        }
        System.exit(commandLine(arguments)
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .setErr(new PrintWriter(System.err, true, UTF_8))
                .execute(arguments));
    }

    /** The executable with the commands that the arguments may name: reading the options of the others would make a start longer. */
    static CommandLine commandLine(String... arguments) {
        var executable = new CommandLine(new TreatyStubs());
        var isCompletion = arguments.length > 0 && arguments[0].equals(COMPLETION);
        var isOwn = arguments.length > 0 && OWN_COMMANDS.contains(arguments[0]) && !isCompletion;
        (isOwn ? List.of(arguments[0]) : OWN_COMMANDS).forEach(name -> executable.addSubcommand(ownCommand(name)));
        InstalledCommands.addTo(executable, isCompletion ? new String[0] : arguments);
        return executable;
    }

    private static Object ownCommand(String name) {
        return switch (name) {
            case "serve" -> new ServeCommand();
            case "export" -> new ExportCommand();
            case "check" -> new CheckCommand();
            case COMPLETION -> new GenerateCompletion();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
