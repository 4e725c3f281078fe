package dev.treaty.provider.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.service.http.HttpService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Option;

class ServiceCommandTest {

    private static final EnvironmentVariable SHELVES =
            new EnvironmentVariable("SHELVES", "3", "12", "How many shelves there are.");
    private static final ServiceDescription LIBRARY =
            new ServiceDescription("library", "Lends books.", 8099, List.of(ServiceDescription.DATABASE_URL, SHELVES));

    @Test
    void help_lists_every_option_and_every_variable_with_its_default() {
        var help = run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .startsWith("Usage: library")
                .contains(
                        "Lends books.",
                        "--port",
                        "8099",
                        "--bind",
                        "--provider-states",
                        "--client-timeout",
                        "--version")
                .containsIgnoringWhitespaces("SHELVES How many shelves there are. Default: 3.")
                .contains("DATABASE_URL", "LOG_LEVEL");
    }

    @Test
    void an_unknown_option_is_a_usage_error() {
        assertThat(run("--prot", "8081")).isEqualTo(new Ended(2, """
                Unknown options: '--prot', '8081'
                  where: the command line of library
                  fix:   see library --help
                """));
    }

    @Test
    void a_malformed_port_is_a_usage_error() {
        assertThat(run("--port", "many")).isEqualTo(new Ended(2, """
                Invalid value for option '--port': 'many' is not an int
                  where: the command line of library
                  fix:   see library --help
                """));
    }

    @Test
    void a_client_needs_some_time() {
        assertThat(run("--client-timeout", "0")).isEqualTo(new Ended(2, """
                --client-timeout is less than a second
                  where: the command line of library
                  fix:   see library --help
                """));
    }

    @Test
    void options_and_variables_reach_the_service() {
        var variables = Map.of("DATABASE_URL", "postgres://db.example/books", "SHELVES", " 12 ");

        var ended = run(
                variables,
                LibraryWithOptions::new,
                "--port",
                "8100",
                "--bind",
                "0.0.0.0",
                "--provider-states",
                "--client-timeout",
                "3");

        assertThat(ended).isEqualTo(new Ended(1, """
                library did not start: given port 8100 of 0.0.0.0, Optional[postgres://db.example/books], true, PT3S, 12
                """));
        assertThat(run(Map.of(), LibraryWithOptions::new)).isEqualTo(new Ended(1, """
                library did not start: given port 8099 of 127.0.0.1, Optional.empty, false, PT10S, 3
                """));
    }

    @Test
    void a_service_may_have_options_of_its_own() {
        var shelves = new Shelves();
        var output = new StringWriter();
        var command = ServiceCommand.of(LIBRARY, shelves, Map.of(), (options, environment) -> {
                    throw new IllegalArgumentException(
                            "%s on port %d, %s".formatted(shelves.names, options.port(), environment.secret("KEY")));
                })
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true));

        command.execute("--shelf", "novels", "--port", "8100", "--shelf", "poems");
        command.execute("--help");

        assertThat(output.toString())
                .startsWith("library did not start: [novels, poems] on port 8100, Optional.empty")
                .contains("--port", "--shelf", "A shelf.", "SHELVES");
    }

    @Test
    void what_an_operator_can_fix_is_explained_in_three_lines() {
        assertThat(run(Map.of("SHELVES", "none"), LibraryWithOptions::new)).isEqualTo(new Ended(1, """
                library did not start: The environment variable SHELVES is not a whole number from 1 to 999999999.
                  where: the environment of library
                  fix:   set it, e.g. SHELVES=12
                """));
    }

    @Test
    void a_port_in_use_is_reported_and_everything_opened_before_is_closed() {
        try (var first = HttpService.named("library", ServiceOptions.embedded()).start()) {
            var taken = first.url().getPort();
            var opened = new Opened();

            var ended = run(
                    Map.of(),
                    (options, environment) ->
                            HttpService.named("library", options).closes(opened).start(),
                    "--port",
                    String.valueOf(taken));

            assertThat(ended).isEqualTo(new Ended(1, """
                    library did not start: Port %1$d cannot be opened.
                      where: 127.0.0.1:%1$d is in use, or not an address of this machine
                      fix:   choose another with --port; 0 takes any free one
                    """.formatted(taken)));
            assertThat(opened.isClosed).isTrue();
        }
    }

    @Test
    void no_variable_is_read_that_help_does_not_list() {
        var secret = new EnvironmentVariable("SECRET", "none", "x", "An undocumented variable.");

        assertThatThrownBy(() -> new ServiceEnvironment(LIBRARY, Map.of("SECRET", "x")).text(secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("library reads SECRET, but its --help does not list it");
    }

    /** Options that only this service has. */
    private static final class Shelves {

        @Option(names = "--shelf", paramLabel = "NAME", description = "A shelf.")
        private List<String> names = List.of();
    }

    /** How a run ended. */
    private record Ended(int exitCode, String output) {}

    /** Reports its options instead of starting. */
    private static final class LibraryWithOptions {

        LibraryWithOptions(ServiceOptions options, ServiceEnvironment environment) {
            throw new IllegalArgumentException("given port %d of %s, %s, %s, %s, %d"
                    .formatted(
                            options.port(),
                            options.bind(),
                            options.databaseUrl(),
                            options.providerStates(),
                            options.clientTimeout(),
                            environment.number(SHELVES, 3)));
        }
    }

    private static final class Opened implements AutoCloseable {

        private boolean isClosed;

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static Ended run(String... arguments) {
        return run(Map.of(), LibraryWithOptions::new, arguments);
    }

    private static Ended run(
            Map<String, String> variables,
            BiFunction<ServiceOptions, ServiceEnvironment, ?> start,
            String... arguments) {
        var output = new StringWriter();
        var command = ServiceCommand.of(LIBRARY, variables, (options, environment) -> {
                    var started = start.apply(options, environment);
                    throw new AssertionError("it started: " + started);
                })
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true));
        return new Ended(command.execute(arguments), output.toString().replace(System.lineSeparator(), "\n"));
    }
}
