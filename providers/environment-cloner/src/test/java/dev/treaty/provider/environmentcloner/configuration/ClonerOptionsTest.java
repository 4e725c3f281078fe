package dev.treaty.provider.environmentcloner.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ClonerOptionsTest {

    private static final ServiceDescription SERVICE = new ServiceDescription("cloner", "Clones.", 1, List.of());

    @Command
    private static final class Parsed {
        @Mixin
        private final ClonerOptions options = new ClonerOptions();
    }

    @Test
    void an_environment_is_an_option() {
        var production =
                "production=jdbc:postgresql://one.example,two.example:5433/lofts?targetServerType=preferSecondary,kind=production,name=Production"
                        + " (Berlin, Porto),reader=cloner,reader-secret-from=PRODUCTION_PASSWORD";
        var training = "training=jdbc:postgresql://db.example/training,kind=training,writer=owner";

        assertThat(environments("--environment", production, "--environment", training))
                .containsExactly(
                        new Environment(
                                "production",
                                "Production (Berlin, Porto)",
                                EnvironmentKind.PRODUCTION,
                                "jdbc:postgresql://one.example,two.example:5433/lofts?targetServerType=preferSecondary",
                                Optional.of(new Credentials("cloner", "p@ss")),
                                Optional.empty()),
                        new Environment(
                                "training",
                                "training",
                                EnvironmentKind.TRAINING,
                                "jdbc:postgresql://db.example/training",
                                Optional.empty(),
                                Optional.of(new Credentials("owner", ""))));
    }

    @Test
    void environments_are_in_a_file(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("environments.yaml"), """
                environments:
                  production:
                    kind: production
                    url: jdbc:postgresql://db.example/lofts
                    reader: cloner
                    reader-secret-from: PRODUCTION_PASSWORD
                """);

        assertThat(environments("--environments", file.toString()))
                .containsExactly(new Environment(
                        "production",
                        "production",
                        EnvironmentKind.PRODUCTION,
                        "jdbc:postgresql://db.example/lofts",
                        Optional.of(new Credentials("cloner", "p@ss")),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Training=jdbc:postgresql://db/t,kind=test,writer=o | An environment cannot be called \"Training\".",
                "training | The environment training has no role to connect as.",
                "training=,kind=test,writer=o | The environment training has no JDBC URL of a PostgreSQL.",
                "training=jdbc:mysql://db/t,kind=test,writer=o | The environment training has no JDBC URL of a"
                        + " PostgreSQL.",
                "training=jdbc:postgresql://o:secret@db/t,kind=test,writer=o | The URL of the environment training"
                        + " contains credentials.",
                "training=jdbc:postgresql://db/t?password=secret,kind=test,writer=o | The URL of the environment"
                        + " training contains credentials.",
                "training=jdbc:postgresql://db/t,kind=demo,writer=o | The environment training does not say of which"
                        + " kind it is.",
                "training=jdbc:postgresql://db/t,kind=test,writer-secret-from=X | The environment training has a"
                        + " writer-secret-from and no writer.",
                "training=jdbc:postgresql://db/t,kind=test,writer=o,writer-secret-from=MISSING | The environment"
                        + " variable MISSING, which holds a password of the environment training, is not set.",
            })
    void an_environment_that_cannot_be_used_is_reported(String option, String what) {
        assertThatThrownBy(() -> environments("--environment", option))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(what + "\n  where: --environment ")
                .hasMessageContaining("\n  fix:   ")
                .hasMessageNotContaining("secret@")
                .hasMessageNotContaining("=secret");
    }

    @Test
    void a_file_that_cannot_be_used_is_reported(@TempDir Path folder) throws IOException {
        var file = folder.resolve("environments.yaml");
        assertThatThrownBy(() -> environments("--environments", file.toString()))
                .hasMessage("""
                        The file with the environments cannot be read.
                          where: %s
                          fix:   name a file that exists and can be read""".formatted(file));

        Files.writeString(file, "environments:\n  training:\n    kind: test\n    colour: red\n");
        assertThatThrownBy(() -> environments("--environments", file.toString()))
                .hasMessage("""
                        The environment training has an unknown field "colour".
                          where: %s, environments > training
                          fix:   use url, kind, name, reader, reader-secret-from, writer, writer-secret-from""".formatted(file));

        Files.writeString(file, "environments: {training: {kind: test, kind: production}}");
        assertThatThrownBy(() -> environments("--environments", file.toString()))
                .hasMessageStartingWith("The file is not valid YAML.\n  where: %s, line 1, column ".formatted(file));

        Files.writeString(file, "training: {}");
        assertThatThrownBy(() -> environments("--environments", file.toString()))
                .hasMessageStartingWith("The file has no environments, or something beside them.");
    }

    @Test
    void two_environments_of_one_name_and_none_at_all_are_refused() {
        var training = "training=jdbc:postgresql://db/t,kind=test,writer=o";

        assertThatThrownBy(() -> environments("--environment", training, "--environment", training))
                .hasMessageStartingWith("Two environments are called training.");
        assertThatThrownBy(() -> environments()).hasMessageStartingWith("There is no environment to clone.");
        assertThatThrownBy(() -> environments("--environment", training, "--sample", "100"))
                .hasMessageStartingWith("The sample's environments are not the only ones.");
    }

    private static List<Environment> environments(String... arguments) {
        var parsed = new Parsed();
        new CommandLine(parsed).parseArgs(arguments);
        try (var configured =
                parsed.options.configured(new ServiceEnvironment(SERVICE, Map.of("PRODUCTION_PASSWORD", "p@ss")))) {
            return configured.settings().environments();
        }
    }
}
