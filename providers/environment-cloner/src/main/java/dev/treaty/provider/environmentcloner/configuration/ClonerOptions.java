package dev.treaty.provider.environmentcloner.configuration;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that only this service has. */
public final class ClonerOptions {

    private static final String ENVIRONMENT = "--environment";
    private static final String SAMPLE = "--sample";

    @Option(
            names = ENVIRONMENT,
            paramLabel = "ID=URL,FIELD=VALUE,…",
            description = {
                "An environment, e.g."
                        + " production=jdbc:postgresql://db.example:5432/lofts,kind=production,reader=cloner,reader-secret-from=PRODUCTION_PASSWORD.",
                "Fields: kind (production, staging, training or test), name, reader and writer (the roles that read it"
                        + " as a source, and replace it as a target), reader-secret-from and writer-secret-from (the"
                        + " environment variables with their passwords)."
            })
    private List<String> environments = List.of();

    @Option(
            names = "--environments",
            paramLabel = "FILE",
            description = "A YAML file with more of them, each under its id with the same fields, and its URL as url.")
    private @Nullable Path environmentFile;

    @Option(
            names = "--profiles",
            paramLabel = "FOLDER",
            description =
                    "Where the anonymisation profiles are, each in a file <name>.yaml. Without one, no production can"
                            + " be cloned.")
    private @Nullable Path profiles;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where backup files are kept, and what a clone needs while it runs. Default: a new folder for"
                    + " temporary files.")
    private @Nullable Path folder;

    @Option(
            names = SAMPLE,
            paramLabel = "ROWS",
            description =
                    "Starts a PostgreSQL with three environments to try the service with: production with about so"
                            + " many rows, training, and test; and the anonymisation profile training. They are gone when"
                            + " the service ends.")
    private @Nullable Integer sampleRows;

    /**
     * What the options say.
     *
     * @throws CannotStart if there is no environment, one cannot be used, or two have one id
     */
    public ConfiguredEnvironments configured(ServiceEnvironment variables) {
        var given = environments(variables);
        if (sampleRows == null) {
            requireDistinct(given);
            return ConfiguredEnvironments.of(given, profiles, folder);
        }
        if (!given.isEmpty()) {
            throw new CannotStart(
                    "The sample's environments are not the only ones.",
                    SAMPLE + ", " + ENVIRONMENT + " or --environments",
                    "choose between the sample and environments of your own");
        }
        return ConfiguredEnvironments.sample(sampleRows, profiles, folder);
    }

    private List<Environment> environments(ServiceEnvironment variables) {
        Function<String, Optional<String>> secrets = variables::secret;
        var all = new ArrayList<Environment>();
        if (environmentFile != null) {
            all.addAll(EnvironmentFile.read(environmentFile, secrets));
        }
        environments.forEach(text -> all.add(environment(EnvironmentOption.of(text), secrets)));
        return all;
    }

    private static Environment environment(EnvironmentOption option, Function<String, Optional<String>> secrets) {
        try {
            return EnvironmentFields.environment(option.id(), option.fields(), secrets);
        } catch (InvalidEnvironment e) {
            throw new CannotStart(String.valueOf(e.getMessage()), ENVIRONMENT + " " + option.id(), e.fix());
        }
    }

    private static void requireDistinct(List<Environment> environments) {
        if (environments.isEmpty()) {
            throw new CannotStart(
                    "There is no environment to clone.",
                    "the command line",
                    "name some with %s or --environments, or try it with %s 10000".formatted(ENVIRONMENT, SAMPLE));
        }
        var ids = new HashSet<String>();
        for (var environment : environments) {
            if (!ids.add(environment.id())) {
                throw new CannotStart(
                        "Two environments are called %s.".formatted(environment.id()),
                        ENVIRONMENT + " or --environments",
                        "give each an id of its own");
            }
        }
    }
}
