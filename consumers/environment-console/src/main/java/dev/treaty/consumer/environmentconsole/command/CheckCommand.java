package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.environments.EnvironmentCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has the service connect to an environment. */
@Command(
        name = "check",
        description = "Has the environment cloner connect to an environment. Exits with 1 if something must be mended.",
        sortOptions = false)
final class CheckCommand extends ConsoleCommand {

    @Parameters(paramLabel = "ENVIRONMENT", description = "Its id, as the command environments shows it.")
    private String environment = "";

    CheckCommand() {}

    @Override
    public Integer call() {
        var check = cloner().environments().check(environment);
        print(text(check));
        return check.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String text(EnvironmentCheck check) {
        var text = new StringBuilder(check.reachable() ? summary(check) : environment + " is unreachable\n");
        for (var problem : check.problems()) {
            text.append("problem: ").append(problem.what()).append('\n');
            problem.fix().ifPresent(fix -> text.append("  fix:   ").append(fix).append('\n'));
        }
        return text.toString();
    }

    private String summary(EnvironmentCheck check) {
        return "%s is reachable; its role can %s; its schema is %s%n"
                .formatted(
                        environment,
                        privileges(check),
                        check.schemaVersion()
                                .map(version -> "at version " + version)
                                .orElse("empty"));
    }

    private static String privileges(EnvironmentCheck check) {
        if (check.canRead()) {
            return check.canWrite() ? "read and write" : "read, and not write";
        }
        return check.canWrite() ? "write, and not read everything" : "neither read everything nor write";
    }
}
