package dev.treaty.stubs.server;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.support.Json;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.overlap.Overlaps;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What would be served, by provider: each interaction, and what distinguishes it from the others. */
record InteractionListing(Overlaps overlaps, List<PactFile> files) {

    @Override
    public String toString() {
        var text = new StringBuilder();
        var providers = new TreeSet<>(files.stream().map(PactFile::provider).toList());
        for (var provider : providers) {
            text.append(provider).append('\n');
            overlaps.of(provider).forEach(interaction -> text.append(http(interaction)));
            files.stream()
                    .filter(file -> file.provider().equals(provider))
                    .forEach(file -> text.append(messages(file)));
            text.append('\n');
        }
        return text.toString().replace("\n", System.lineSeparator());
    }

    private String http(RankedInteraction interaction) {
        var request = interaction.request();
        var response = interaction.interaction().getResponse();
        var query = request.getQuery().isEmpty()
                ? ""
                : "?" + String.join("&", new TreeSet<>(request.getQuery().keySet()));
        var text = new StringBuilder("  %-6s %s%s -> %d%n         %s%n"
                .formatted(request.getMethod(), request.getPath(), query, response.getStatus(), interaction));
        interaction.states().forEach(state -> line(text, "given", state(state)));
        line(text, "rules", RuleSummary.of(request.getMatchingRules()));
        line(text, "response", RuleSummary.of(response.getGenerators()));
        var before = overlaps.before(interaction);
        if (!before.isEmpty()) {
            line(
                    text,
                    isChosenByState(interaction, before)
                            ? "responds only when its state is requested; otherwise"
                            : "never responds to its own example; instead",
                    names(before));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String messages(PactFile file) {
        return file.interactions().stream()
                .filter(interaction -> !(interaction instanceof V4Interaction.SynchronousHttp))
                .map(message -> {
                    var text = new StringBuilder("  message\n         \"%s\" (%s)\n"
                            .formatted(message.getDescription(), file.path().getFileName()));
                    message.getProviderStates().forEach(state -> line(text, "given", state(state)));
                    return text.toString();
                })
                .collect(Collectors.joining());
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("         ").append(label).append(": ").append(value).append('\n');
        }
    }

    /** Whether it has a state that none of those before it has. */
    private static boolean isChosenByState(RankedInteraction interaction, List<RankedInteraction> before) {
        return interaction.states().stream()
                .anyMatch(state ->
                        before.stream().noneMatch(other -> other.states().contains(state)));
    }

    private static String names(List<RankedInteraction> interactions) {
        return interactions.stream().map(RankedInteraction::toString).collect(Collectors.joining(", or "));
    }

    private static String state(ProviderState state) {
        return state.getParams().isEmpty()
                ? String.valueOf(state.getName())
                : state.getName() + " " + Json.toJson(state.getParams()).serialise();
    }

    /** One line. */
    String summary() {
        var ambiguous = overlaps.interactions().stream()
                .filter(interaction -> !overlaps.before(interaction).isEmpty())
                .count();
        var all = files.stream().mapToInt(file -> file.interactions().size()).sum();
        return "%s with %s, %d of which %s only when %s state is requested"
                .formatted(
                        Quantity.of(files.size(), "file"),
                        Quantity.of(all, "interaction"),
                        ambiguous,
                        ambiguous == 1 ? "responds" : "respond",
                        ambiguous == 1 ? "its" : "their");
    }
}
