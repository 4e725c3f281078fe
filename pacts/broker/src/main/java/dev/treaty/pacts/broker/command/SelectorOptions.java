package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.matrix.VersionSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Options whose order matters: {@code --version}, {@code --branch}, {@code --latest}, {@code --tag} and {@code --main-branch} belong to
 * the {@code --pacticipant} or {@code --ignore} before them.
 */
@SuppressWarnings("UnusedVariable") // the fields only carry annotations
final class SelectorOptions {

    /** The name of the mixin, by which the options find this object. */
    static final String MIXIN = "selectors";

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            parameterConsumer = InOrder.class,
            description =
                    "The application that is to be deployed; repeat it, with a version each, to ask about several at once.")
    private @Nullable String pacticipant;

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            parameterConsumer = InOrder.class,
            description =
                    "Its version, usually the full id of a commit. Comes after the --pacticipant or --ignore it belongs to.")
    private @Nullable String version;

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            order = 3,
            parameterConsumer = InOrder.class,
            description = "Instead of a version: the newest one of a branch.")
    private @Nullable String branch;

    @Option(
            names = {"-l", "--latest"},
            arity = "0..1",
            paramLabel = "TAG",
            order = 4,
            parameterConsumer = InOrder.class,
            description = "Instead of a version: the newest one, or the newest one with a tag.")
    private @Nullable String latest;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            order = 4,
            parameterConsumer = InOrder.class,
            description = "Instead of a version: all of those with a tag.")
    private @Nullable String tag;

    @Option(
            names = "--main-branch",
            arity = "0",
            order = 5,
            parameterConsumer = InOrder.class,
            description = "Instead of a version: the newest one of the main branch.")
    private boolean mainBranch;

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            order = 6,
            parameterConsumer = InOrder.class,
            description =
                    "Leave out the integrations with an application, or with a --version of it; repeatable. The answer says"
                            + " what that hides. Default: PACT_BROKER_CAN_I_DEPLOY_IGNORE, separated by commas.")
    private @Nullable String ignore;

    private final List<VersionSelector> asked = new ArrayList<>();
    private final List<VersionSelector> ignored = new ArrayList<>();
    private @Nullable List<VersionSelector> current;

    List<VersionSelector> asked() {
        return List.copyOf(asked);
    }

    List<VersionSelector> ignored() {
        return List.copyOf(ignored);
    }

    private void accept(OptionSpec option, Stack<String> arguments, CommandSpec command) {
        switch (option.longestName()) {
            case "--pacticipant" -> begin(asked, value(option, arguments, command));
            case "--ignore" -> begin(ignored, value(option, arguments, command));
            case "--version" -> {
                var number = value(option, arguments, command);
                refine(option, command, selector -> selector.withVersion(number));
            }
            case "--branch" -> {
                var name = value(option, arguments, command);
                refine(option, command, selector -> selector.withBranch(name));
            }
            case "--tag" -> {
                var name = value(option, arguments, command);
                refine(option, command, selector -> selector.withTag(name));
            }
            case "--main-branch" -> refine(option, command, VersionSelector::withMainBranch);
            default -> latest(option, arguments, command);
        }
    }

    private void latest(OptionSpec option, Stack<String> arguments, CommandSpec command) {
        if (arguments.isEmpty() || arguments.peek().startsWith("-")) {
            refine(option, command, VersionSelector::withLatest);
        } else {
            var tag = arguments.pop();
            refine(option, command, selector -> selector.withLatestTag(tag));
        }
    }

    private void begin(List<VersionSelector> selectors, String name) {
        selectors.add(VersionSelector.of(name));
        current = selectors;
    }

    private void refine(OptionSpec option, CommandSpec command, UnaryOperator<VersionSelector> change) {
        if (current == null) {
            throw new ParameterException(
                    command.commandLine(),
                    option.longestName() + " must come after the --pacticipant or --ignore that it belongs to");
        }
        var last = current.size() - 1;
        current.set(last, change.apply(current.get(last)));
    }

    private static String value(OptionSpec option, Stack<String> arguments, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Missing required parameter for option '%s'".formatted(option.longestName()));
        }
        return arguments.pop();
    }

    /** Is called for each option in the order of the command line; picocli would only keep their values. */
    static final class InOrder implements IParameterConsumer {

        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            var mixin = command.mixins().get(MIXIN);
            if (mixin != null && mixin.userObject() instanceof SelectorOptions options) {
                options.accept((OptionSpec) option, arguments, command);
            }
        }
    }
}
