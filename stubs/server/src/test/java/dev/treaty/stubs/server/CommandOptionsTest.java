package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the commands print for {@code --help}, and that they have the options of which the manuals speak. */
class CommandOptionsTest {

    private static final int TERMINAL = 80;

    /** Of the reference services, git, curl, Docker and WireMock; and one that is refused. */
    private static final Set<String> OF_OTHERS = Set.of(
            "--cacert",
            "--client-timeout",
            "--provider-states",
            "--read-only",
            "--rm",
            "--sample",
            "--unshallow",
            "--root-dir",
            "--skip-ssl-verification",
            "--tmpfs");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--(?:\\[no-])?[a-z][a-z-]*");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:\\btreaty(?:\\.jar)?|^) ?(\\w[\\w-]*)((?:[^\\n`|&;]|\\\\\\n)*)");

    private static Collection<CommandLine> commands() {
        return TreatyStubs.commandLine().getSubcommands().values();
    }

    private static List<String> names() {
        return commands().stream().map(CommandLine::getCommandName).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void help_fits_a_terminal_and_exits_with_0(String command) {
        var help = CommandRun.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("Usage: treaty " + command);
        assertThat(help.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../README.md", "../README.md", "../../pacts/README.md", "../../providers/README.md"})
    void each_option_of_a_manual_exists(String manual) throws IOException {
        var text = Files.readString(Path.of(manual), UTF_8);
        var known = commands().stream().flatMap(CommandOptionsTest::options).collect(Collectors.toSet());

        assertThat(options(text))
                .allSatisfy(option -> assertThat(known.contains(option) || OF_OTHERS.contains(option))
                        .as(option)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../README.md", "../README.md", "../../pacts/README.md", "../../providers/README.md"})
    void a_command_of_a_manual_has_the_options_beside_it(String manual) throws IOException {
        var text = Files.readString(Path.of(manual), UTF_8);
        var mentioned = COMMAND.matcher(text).results().toList();

        assertThat(commands())
                .allSatisfy(command -> assertThat(mentioned)
                        .filteredOn(match -> match.group(1).equals(command.getCommandName()))
                        .allSatisfy(match ->
                                assertThat(options(command)).as(match.group()).containsAll(options(match.group(2)))));
    }

    private static Stream<String> options(CommandLine command) {
        var spec = command.getCommandSpec();
        return Stream.concat(spec.optionsMap().keySet().stream(), spec.negatedOptionsMap().keySet().stream());
    }

    /** As they are written on a command line; {@code --[no-]watch} is two. */
    private static Set<String> options(String text) {
        var options = new TreeSet<String>();
        OPTION.matcher(text).results().map(MatchResult::group).forEach(option -> {
            options.add(option.replace("[no-]", ""));
            if (option.contains("[no-]")) {
                options.add(option.replace("[no-]", "no-"));
            }
        });
        return options;
    }
}
