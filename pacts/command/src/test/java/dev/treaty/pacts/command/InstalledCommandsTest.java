package dev.treaty.pacts.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class InstalledCommandsTest {

    @Command(name = "executable", subcommands = BuiltIn.class, mixinStandardHelpOptions = true)
    private static final class Executable {}

    @Command(name = "serve")
    private static final class BuiltIn {}

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void a_command_of_another_module_is_found() {
        assertThat(run("example", "yes")).isEqualTo(ExitCodes.YES);
        assertThat(output).hasToString("yes" + System.lineSeparator());
    }

    @Test
    void the_executables_own_command_does_not_wait_for_the_search() {
        var executable = new CommandLine(new Executable());

        InstalledCommands.addTo(executable, "serve");

        assertThat(executable.getSubcommands()).containsOnlyKeys("serve");
    }

    @Test
    void help_lists_all_commands() {
        var executable = new CommandLine(new Executable());

        InstalledCommands.addTo(executable);

        assertThat(executable.getUsageMessage()).contains("serve", "example  Answers.");
    }

    @Test
    void what_the_user_can_fix_is_printed_in_three_lines() {
        assertThat(run("example", "unreachable")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors).hasToString("""
                The broker cannot be reached.
                  where: http://broker.example
                  fix:   start it
                """);
    }

    @Test
    void a_failure_may_be_an_answer() {
        assertThat(run("example", "refused")).isEqualTo(ExitCodes.NO);
    }

    @Test
    void a_bug_is_printed_with_its_stack_trace_and_is_no_answer() {
        assertThat(run("example", "bug")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("""
                treaty example failed, and said neither yes nor no.
                  where: java.lang.IllegalStateException: a bug
                  fix:   report it with the lines below; this is a mistake in treaty
                """).contains("\tat dev.treaty.pacts.command");
    }

    @Test
    void a_wrong_command_line_is_printed_in_three_lines() {
        assertThat(run("example", "what")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors).hasToString("""
                Say yes, unreachable or refused.
                  where: the command line of executable example
                  fix:   see executable example --help
                """);
    }

    @Test
    void an_unknown_option_is_printed_with_the_one_that_it_looks_like() {
        assertThat(run("example", "yes", "--hepl=secret")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors).hasToString("""
                Unknown option: --hepl
                  where: the command line of executable example
                  fix:   did you mean --help? Otherwise, see executable example --help
                """);
    }

    @Test
    void an_unknown_command_is_printed_with_the_one_that_it_looks_like() {
        assertThat(run("exampel", "yes")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString())
                .startsWith("Unknown command: exampel\n")
                .contains("fix:   did you mean example? Otherwise, see executable --help");
    }

    @Test
    void help_for_an_unknown_command_is_not_the_help_for_all() {
        assertThat(run("exampel", "--help")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors).hasToString("""
                Unknown command: exampel
                  where: the command line of executable
                  fix:   did you mean example? Otherwise, see executable --help
                """);
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void help_is_help() {
        assertThat(run("--help")).isEqualTo(ExitCodes.YES);
        assertThat(run("example", "--help")).isEqualTo(ExitCodes.YES);
        assertThat(output.toString()).contains("Usage: executable [", "Usage: executable example");
    }

    @Test
    void an_option_like_no_other_gets_no_suggestion() {
        assertThat(run("example", "yes", "--everything", "secret")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString())
                .contains("fix:   see executable example --help")
                .doesNotContain("secret");
    }

    @Test
    void what_already_says_where_stays_as_it_is() {
        assertThat(run("example", "unwritable")).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors).hasToString("""
                The log cannot be written.
                  where: log.txt
                  fix:   name another
                """);
    }

    @Test
    void an_empty_command_line_gets_the_list_of_commands() {
        assertThat(run()).isEqualTo(ExitCodes.UNANSWERED);
        assertThat(errors.toString()).startsWith("Usage: executable").contains("example  Answers.");
    }

    private int run(String... arguments) {
        var executable = new CommandLine(new Executable());
        InstalledCommands.addTo(executable, arguments);
        return executable
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
