package dev.treaty.provider.verification.contracts;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Restricts a run: {@code -Dpact.filter.consumers=web-app,billing} and {@code -Dpact.filter.description=<regular expression>}, which
 * must match a whole description, as in pact-jvm.
 */
public final class ContractFilter {

    private static final String CONSUMERS = "pact.filter.consumers";
    private static final String DESCRIPTION = "pact.filter.description";
    private static final int SUGGESTIONS = 5;

    private final VerificationSettings settings;
    private final List<String> consumers;
    private final Optional<Pattern> description;

    private ContractFilter(VerificationSettings settings) {
        this.settings = settings;
        this.consumers = settings.values(CONSUMERS);
        this.description = settings.value(DESCRIPTION).map(this::pattern);
    }

    /**
     * The filter in the settings.
     *
     * @throws InvalidSetting if a regular expression is not one
     */
    public static ContractFilter of(VerificationSettings settings) {
        return new ContractFilter(settings);
    }

    /** Whether it can reject anything. */
    public boolean isActive() {
        return !consumers.isEmpty() || description.isPresent();
    }

    /** Whether an interaction is verified. */
    public boolean accepts(ContractInteraction interaction) {
        return acceptsConsumer(interaction)
                && description
                        .map(pattern ->
                                pattern.matcher(interaction.description()).matches())
                        .orElse(true);
    }

    private boolean acceptsConsumer(ContractInteraction interaction) {
        return consumers.isEmpty() || consumers.contains(interaction.consumer());
    }

    /** Says that it rejects all interactions with a provider, and suggests what it may have meant. */
    public ErrorMessage rejectsAll(String provider, List<ContractInteraction> interactions) {
        return new ErrorMessage(
                "No interaction with %s passes the filter; nothing was verified.".formatted(provider),
                toString(),
                fix(interactions));
    }

    private String fix(List<ContractInteraction> interactions) {
        var ofConsumers = interactions.stream().filter(this::acceptsConsumer).toList();
        return ofConsumers.isEmpty()
                ? "name one of its consumers; the most similar first: "
                        + nearest(String.join(",", consumers), interactions, ContractInteraction::consumer)
                : "match a whole description; the most similar first: "
                        + nearest(
                                description.map(Pattern::pattern).orElse(""),
                                ofConsumers,
                                ContractInteraction::description);
    }

    private static String nearest(
            String wanted, List<ContractInteraction> interactions, Function<ContractInteraction, String> name) {
        var names = interactions.stream().map(name).distinct().toList();
        return names.isEmpty()
                ? "there are none"
                : Similarity.nearest(wanted, names).stream()
                        .limit(SUGGESTIONS)
                        .map("\"%s\""::formatted)
                        .collect(Collectors.joining(", "));
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return Stream.concat(
                        consumers.isEmpty()
                                ? Stream.of()
                                : Stream.of(settings.option(CONSUMERS) + String.join(",", consumers)),
                        description.stream().map(pattern -> settings.option(DESCRIPTION) + pattern))
                .collect(Collectors.joining(" "));
    }

    private Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new InvalidSetting(
                    "A filter is not a regular expression: %s.".formatted(e.getDescription()),
                    settings.option(DESCRIPTION) + regex,
                    "write one that matches the whole description, e.g. \"a request to create .*\"");
        }
    }
}
