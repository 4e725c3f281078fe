package dev.treaty.stubs.server;

import dev.treaty.pacts.command.TreatyCommand;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.Export;
import dev.treaty.stubs.server.broker.BrokerSelectionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes contracts as plain mappings for stock WireMock, and reports how those differ. */
@Command(
        name = "export",
        description = {
            "Writes contracts as plain mappings, which stock WireMock 3.13.2 serves without an extension.",
            "What WireMock cannot express is summarised here, and listed in EXPORT.md (for programs: EXPORT.json)."
        },
        footer = {
            "",
            "Example:",
            "  treaty export --to wiremock --provider stripe",
            "  java -jar wiremock-standalone-3.13.2.jar --port 12111 \\",
            "      --root-dir wiremock/stripe"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ExportCommand extends TreatyCommand {

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The folder to write to. It must be new, empty, or an earlier export, which is replaced.")
    private Path to = Path.of("");

    @Option(
            names = "--pacts",
            paramLabel = "FILE|DIR",
            description = "A pact file, or a directory of pact files; repeatable. Default: the contracts in this jar,"
                    + " unless there is a broker.")
    private List<Path> pacts = List.of();

    @Mixin
    private BrokerSelectionOptions broker = new BrokerSelectionOptions();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Export only contracts with this provider; repeatable. Default: all providers.")
    private List<String> providers = List.of();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public Integer call() {
        var export = Export.of(contracts(), providers);
        export.write(to);
        new ExportSummary(export.report(), to).print(out());
        return 0;
    }

    private List<PactFile> contracts() {
        if (!broker.areUsed()) {
            return pacts.isEmpty() ? PactFile.onClassPath() : PactFile.load(pacts, limit.limits());
        }
        var selected = broker.pacts(providers, System.getenv(), limit.limits(), problem -> {});
        var wrong = selected.read();
        Stream.concat(wrong.nothing().stream(), wrong.unreadable().stream()).forEach(err()::println);
        var files = pacts.isEmpty() ? List.<PactFile>of() : PactFile.load(pacts, limit.limits());
        return Stream.concat(files.stream(), selected.contracts().stream()).toList();
    }
}
