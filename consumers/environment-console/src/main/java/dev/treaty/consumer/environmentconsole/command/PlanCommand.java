package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Plan;
import dev.treaty.consumer.environmentconsole.display.TextTable;
import dev.treaty.consumer.environmentconsole.display.Words;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what a clone would do. */
@Command(
        name = "plan",
        description = {
            "Says what a clone would copy and anonymise, and changes nothing.",
            "Exits with 1 if the clone would stop because of unclassified columns."
        },
        sortOptions = false)
final class PlanCommand extends ConsoleCommand {

    @Mixin
    private CloneArguments arguments = new CloneArguments();

    PlanCommand() {}

    @Override
    public Integer call() {
        var plan = cloner().clones().plan(arguments.options());
        print(text(plan));
        return plan.unclassified().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String text(Plan plan) {
        var table = new TextTable("TABLE", "ROWS", "ANONYMISED");
        for (var row : plan.tables()) {
            table.add(
                    row.name(),
                    Words.number(row.rows()),
                    row.rules().isEmpty()
                            ? "-"
                            : row.rules().stream()
                                    .map(rule -> rule.column() + " (" + rule.domain() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        var rows = plan.tables().stream().mapToLong(Plan.Table::rows).sum();
        var text = new StringBuilder(table.toString());
        plan.schemaChanges()
                .forEach(change -> text.append("schema change: ").append(change).append('\n'));
        plan.unclassified()
                .forEach(column -> text.append("unclassified: ")
                        .append(column)
                        .append(" looks personal and is in no profile; a clone stops here\n"));
        return text.append("%s rows, about %s%n".formatted(Words.number(rows), Words.duration(plan.estimate())))
                .toString();
    }
}
