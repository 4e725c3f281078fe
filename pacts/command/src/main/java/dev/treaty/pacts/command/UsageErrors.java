package dev.treaty.pacts.command;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Similarity;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what is wrong with a command line in three lines; a page of help after them would push them off the screen. */
final class UsageErrors implements IParameterExceptionHandler {

    private static final int LARGEST_TYPO = 3;

    /** What Java has in place of each byte that it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr());
        } else {
            var text = String.valueOf(wrong.getMessage());
            command.getErr()
                    .println(unreadable(command, arguments)
                            .map(ErrorMessage::toString)
                            .orElseGet(() -> text.contains("\n  where: ")
                                    ? text
                                    : message(wrong, command).toString()));
        }
        return ExitCodes.UNANSWERED;
    }

    /** Java reads the command line in the charset of the locale; the argument is not repeated, because it may be a password. */
    private static Optional<ErrorMessage> unreadable(CommandLine command, String[] arguments) {
        return IntStream.range(0, arguments.length)
                .filter(i -> arguments[i].indexOf(UNREADABLE) >= 0)
                .mapToObj(i -> new ErrorMessage(
                        "An argument has characters that cannot be read in the locale of this process.",
                        "argument %d of the command line of %s"
                                .formatted(
                                        i + 1, command.getCommandSpec().root().name()),
                        "set LC_ALL=C.UTF-8, or name the folder instead of the file"))
                .findFirst();
    }

    private static ErrorMessage message(ParameterException wrong, CommandLine command) {
        var name = command.getCommandSpec().qualifiedName();
        var where = "the command line of " + name;
        var help = "see %s --help".formatted(name);
        return wrong instanceof UnmatchedArgumentException unmatched
                ? unknown(withoutValue(unmatched.getUnmatched().get(0)), command, where, help)
                : new ErrorMessage(sentence(String.valueOf(wrong.getMessage())), where, help);
    }

    /** What follows the unknown argument is not repeated, because it may be a password. */
    private static ErrorMessage unknown(String argument, CommandLine command, String where, String help) {
        var kind =
                argument.startsWith("-") ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
        var fix = insteadOf(argument, command)
                .orElseGet(() -> suggestion(argument, command)
                                .map("did you mean %s? Otherwise, "::formatted)
                                .orElse("")
                        + help);
        return new ErrorMessage("Unknown %s: %s".formatted(kind, argument), where, fix);
    }

    private static Optional<String> insteadOf(String argument, CommandLine command) {
        return command.getCommand() instanceof TreatyCommand ours ? ours.insteadOf(argument) : Optional.empty();
    }

    private static String withoutValue(String argument) {
        return argument.startsWith("-") ? argument.replaceFirst("=.*", "") : argument;
    }

    private static String sentence(String message) {
        return message.matches("(?s).*[.?!]") ? message : message + ".";
    }

    /** The option or command that the argument looks like. */
    private static Optional<String> suggestion(String argument, CommandLine command) {
        var known = argument.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        return Similarity.nearest(argument, known).stream()
                .findFirst()
                .filter(nearest -> Similarity.of(argument, nearest).distance() <= LARGEST_TYPO);
    }
}
