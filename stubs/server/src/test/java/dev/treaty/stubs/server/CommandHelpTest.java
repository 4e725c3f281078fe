package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.command.TreatyCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** pacts/README.md has what each command that a module adds prints for {@code --help}; {@code -Dtreaty.help.write=true} writes it there. */
class CommandHelpTest {

    private static final Path README = Path.of("../../pacts/README.md");
    private static final Pattern HELP = Pattern.compile("(?s)(?<=<!-- help of the commands -->\n).*(?=<!-- end -->)");

    @Test
    void the_manual_has_the_help_of_each_command() throws Exception {
        var text = Files.readString(README, UTF_8);
        if (Boolean.getBoolean("treaty.help.write")) {
            text = HELP.matcher(text).replaceFirst(Matcher.quoteReplacement(help()));
            Files.writeString(README, text, UTF_8);
        }

        var written = HELP.matcher(text);

        assertThat(written.find()).isTrue();
        assertThat(written.group())
                .as("pacts/README.md; -Dtreaty.help.write=true updates it")
                .isEqualTo(help());
    }

    /** Reading the options of all commands takes as long as an eighth of a start. */
    @Test
    void a_command_of_this_module_is_prepared_without_the_others() {
        assertThat(TreatyStubs.commandLine("serve", "--help").getSubcommands()).containsOnlyKeys("serve");
        assertThat(TreatyStubs.commandLine("--help").getSubcommands())
                .containsKeys("serve", "export", "check", "publish", "compare", "verify");
    }

    @Test
    void the_completion_for_shells_knows_the_commands_of_all_modules() {
        var completion = CommandRun.of("generate-completion");

        assertThat(completion.exitCode()).isZero();
        assertThat(completion.output()).contains("_complete_treaty", "--own-ports", "can-i-deploy", "--allow-changes");
    }

    private static String help() {
        var installed = ServiceLoader.load(TreatyCommand.class).stream()
                .map(ServiceLoader.Provider::type)
                .collect(Collectors.toSet());
        return TreatyStubs.commandLine().getSubcommands().entrySet().stream()
                .filter(entry ->
                        installed.contains(entry.getValue().getCommand().getClass()))
                .filter(entry -> entry.getKey().equals(entry.getValue().getCommandName())) // no aliases
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> help(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String help(String name, CommandLine command) {
        var text = new StringWriter();
        command.usage(new PrintWriter(text), Ansi.OFF);
        return """
            <details><summary><code>treaty %s --help</code></summary>

            ```
            %s
            ```

            </details>

            """.formatted(
                        name, text.toString().replaceAll("[ \t]+(?=\n)", "").strip());
    }
}
