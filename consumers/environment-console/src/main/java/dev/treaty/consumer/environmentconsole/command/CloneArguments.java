package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to clone, and how: what the commands clone and plan have in common. The service judges the values. */
final class CloneArguments {

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The id of the environment to read.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "The id of the environment to replace.")
    private String target = "";

    @ArgGroup(multiplicity = "1")
    private Anonymisation anonymisation = new Anonymisation();

    @Option(
            names = "--systems",
            paramLabel = "SYSTEM",
            split = ",",
            order = 3,
            defaultValue = "audit,conversations,reservations",
            description = "Whose tables to copy, separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<String> systems = List.of();

    @Option(
            names = "--max-age",
            paramLabel = "PERIOD",
            order = 4,
            description = "Leave out rows that are older, e.g. P90D. Default: copy rows of any age.")
    private @Nullable String maxAge;

    @Option(
            names = "--no-backup",
            order = 5,
            description = "Do not keep what the target is now; then the clone cannot be undone.")
    private boolean withoutBackup;

    @Option(names = "--no-validation", order = 6, description = "Do not check the copy before it becomes the target.")
    private boolean withoutValidation;

    CloneArguments() {}

    String target() {
        return target;
    }

    CloneOptions options() {
        return new CloneOptions(
                source,
                target,
                systems,
                Optional.ofNullable(anonymisation.profile),
                !withoutBackup,
                !withoutValidation,
                Optional.ofNullable(maxAge));
    }

    /** One of the two must be said: nobody should copy personal data because they forgot an option. */
    private static final class Anonymisation {

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                order = 1,
                required = true,
                description = "Anonymise by this profile of the service.")
        private @Nullable String profile;

        @Option(
                names = "--as-it-is",
                order = 2,
                required = true,
                description = "Do not anonymise; refused for production.")
        @SuppressWarnings("UnusedVariable") // its effect is that there is no profile
        private boolean asItIs;
    }
}
