package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Statistics;
import dev.treaty.consumer.environmentconsole.display.TextTable;
import dev.treaty.consumer.environmentconsole.display.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what a clone did. */
@Command(
        name = "statistics",
        description = {
            "Shows what a clone copied, anonymised and checked, once it is over.",
            "Exits with 1 if personal data survived."
        },
        sortOptions = false)
final class StatisticsCommand extends ConsoleCommand {

    @Parameters(paramLabel = "CLONE", description = "Its id.")
    private String clone = "";

    StatisticsCommand() {}

    @Override
    public Integer call() {
        var statistics = cloner().clones().statistics(clone);
        print(text(statistics));
        return statistics.survivors() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String text(Statistics statistics) {
        var table = new TextTable("TABLE", "ROWS", "ANONYMISED", "READ");
        for (var row : statistics.tables()) {
            table.add(row.name(), Words.number(row.rows()), Words.number(row.anonymised()), Words.bytes(row.bytes()));
        }
        var text = new StringBuilder(table.toString());
        statistics
                .schemaChanges()
                .forEach(change -> text.append("schema change: ").append(change).append('\n'));
        return text.append("%s, %s rows/s, %s foreign keys checked, %s originals survived%n"
                        .formatted(
                                Words.duration(statistics.duration()),
                                Words.number(statistics.rowsPerSecond()),
                                Words.number(statistics.foreignKeysChecked()),
                                Words.number(statistics.survivors())))
                .toString();
    }
}
