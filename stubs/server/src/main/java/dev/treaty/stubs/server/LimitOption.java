package dev.treaty.stubs.server;

import dev.treaty.pacts.files.PactFileLimits;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of all commands that read pact files: how large their parts may be. */
final class LimitOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            description =
                    "How large the parts of a pact file may be; repeatable. NAME is nesting (objects and lists inside"
                            + " each other; default 2000), number (digits; 10000), name (characters of a key; 1000000)"
                            + " or text (characters of a string; 500000000).")
    private Map<String, Integer> limits = Map.of();

    /** @throws ParameterException if there is no such limit, or its value is not positive */
    PactFileLimits limits() {
        limits.forEach(this::check);
        return PactFileLimits.DEFAULT.with(limits);
    }

    private void check(String name, int value) {
        var known = PactFileLimits.DEFAULT.byName().keySet();
        if (command != null && (!known.contains(name) || value < 1)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--limit %s=%d: the name must be one of %s, and the number 1 or more"
                            .formatted(name, value, known.stream().collect(Collectors.joining(", "))));
        }
    }
}
