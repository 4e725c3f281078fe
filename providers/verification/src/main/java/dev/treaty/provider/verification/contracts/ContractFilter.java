package dev.treaty.provider.verification.contracts;

import dev.treaty.provider.verification.settings.VerificationSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Narrows a run: {@code -Dpact.filter.consumers=web-app,billing} and {@code -Dpact.filter.description=<regular expression>}, which
 * a description must match as a whole, as in pact-jvm.
 */
public record ContractFilter(List<String> consumers, Optional<Pattern> description) {

    private static final String CONSUMERS = "pact.filter.consumers";
    private static final String DESCRIPTION = "pact.filter.description";
    private static final int SHOWN = 5;

    public static ContractFilter of(VerificationSettings settings) {
        return new ContractFilter(
                settings.values(CONSUMERS), settings.value(DESCRIPTION).map(ContractFilter::pattern));
    }

    /** Whether something may be left out. */
    public boolean narrows() {
        return !consumers.isEmpty() || description.isPresent();
    }

    public boolean accepts(ContractInteraction interaction) {
        return ofConsumers(interaction)
                && description
                        .map(pattern ->
                                pattern.matcher(interaction.description()).matches())
                        .orElse(true);
    }

    private boolean ofConsumers(ContractInteraction interaction) {
        return consumers.isEmpty() || consumers.contains(interaction.consumer());
    }

    /** That it leaves nothing to verify, and what there is instead. */
    public String acceptsNone(String provider, List<ContractInteraction> interactions) {
        return """
                No interaction with %s passes the filter; nothing was verified.
                  where: %s
                  fix:   %s""".formatted(provider, this, fix(interactions));
    }

    private String fix(List<ContractInteraction> interactions) {
        var ofConsumers = interactions.stream().filter(this::ofConsumers).toList();
        return ofConsumers.isEmpty()
                ? "name one of its consumers; nearest first: "
                        + nearest(String.join(",", consumers), interactions, ContractInteraction::consumer)
                : "match one whole description; nearest first: "
                        + nearest(
                                description.map(Pattern::pattern).orElse(""),
                                ofConsumers,
                                ContractInteraction::description);
    }

    private static String nearest(
            String asked, List<ContractInteraction> interactions, Function<ContractInteraction, String> name) {
        return Nearest.first(asked, interactions.stream().map(name).distinct().toList()).stream()
                .limit(SHOWN)
                .map("\"%s\""::formatted)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), names -> names.isEmpty() ? "there is none" : names));
    }

    /** As it is given on the command line. */
    @Override
    public String toString() {
        return Stream.concat(
                        consumers.isEmpty()
                                ? Stream.of()
                                : Stream.of("-D%s=%s".formatted(CONSUMERS, String.join(",", consumers))),
                        description.stream().map(pattern -> "-D%s=%s".formatted(DESCRIPTION, pattern)))
                .collect(Collectors.joining(" "));
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("""
                    A filter is no regular expression: %s.
                      where: -D%s=%s
                      fix:   write one that matches the whole description, e.g. "a workspace .*\"""".formatted(e.getDescription(), DESCRIPTION, regex), e);
        }
    }
}
