package dev.treaty.provider.report;

import dev.treaty.pacts.Contract;
import dev.treaty.pacts.Contracts;
import dev.treaty.pacts.Interaction;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is printed at the end of the build: each contract with its interactions, and what became of each.
 *
 * <p>Arguments: the folder of the provider modules, and the id of this build.
 */
public final class Summary {

    private final Contracts contracts;
    private final Results results;

    Summary(Contracts contracts, Results results) {
        this.contracts = contracts;
        this.results = results;
    }

    /** Prints the summary; fails never, because a broken contract has failed its verification already. */
    public static void main(String[] arguments) {
        System.out.println(new Summary(Contracts.committed(), Results.read(Path.of(arguments[0]), arguments[1])));
    }

    @Override
    public String toString() {
        return contracts.all().stream().map(this::contract).collect(Collectors.joining("\n", "\n", "\n")) + totals();
    }

    private String contract(Contract contract) {
        return contract.interactions().stream()
                .map(interaction -> line(contract, interaction))
                .collect(Collectors.joining(
                        "\n",
                        "%s -> %s, %d interactions%n"
                                .formatted(
                                        contract.consumer(),
                                        contract.provider(),
                                        contract.interactions().size()),
                        "\n"));
    }

    private String line(Contract contract, Interaction interaction) {
        var result = result(contract, interaction);
        var outcome = result.outcome().toLowerCase(Locale.ROOT);
        return result.why().isEmpty() || result.outcome().equals("FAILED")
                ? "  %-12s  %s".formatted(outcome, interaction.description())
                : "  %-12s  %s (%s)".formatted(outcome, interaction.description(), result.why());
    }

    private Results.Result result(Contract contract, Interaction interaction) {
        return results.of(contract.name() + ".json", interaction.key());
    }

    private String totals() {
        var all = contracts.all().stream()
                .mapToInt(contract -> contract.interactions().size())
                .sum();
        var verified = contracts.all().stream()
                .flatMap(contract -> contract.interactions().stream().map(interaction -> result(contract, interaction)))
                .filter(result -> result.outcome().equals("VERIFIED"))
                .count();
        return "%d contracts, %d interactions, %d verified in this build%n"
                .formatted(contracts.all().size(), all, verified);
    }
}
