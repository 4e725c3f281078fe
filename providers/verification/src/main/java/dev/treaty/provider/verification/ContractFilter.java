package dev.treaty.provider.verification;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Narrows a run: {@code -Dpact.filter.consumers=web-app,billing} and {@code -Dpact.filter.description=<regular expression>}, which
 * a description must match as a whole, as in pact-jvm.
 */
record ContractFilter(List<String> consumers, Optional<Pattern> description) {

    private static final String DESCRIPTION = "pact.filter.description";

    static ContractFilter of(Settings settings) {
        return new ContractFilter(
                settings.values("pact.filter.consumers"),
                settings.value(DESCRIPTION).map(ContractFilter::pattern));
    }

    /** Whether something may be left out. */
    boolean narrows() {
        return !consumers.isEmpty() || description.isPresent();
    }

    boolean accepts(ContractInteraction interaction) {
        return (consumers.isEmpty() || consumers.contains(interaction.consumer()))
                && description
                        .map(pattern ->
                                pattern.matcher(interaction.description()).matches())
                        .orElse(true);
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("""
                    A filter is no regular expression: %s.
                      where: -D%s=%s
                      mend:  write one that matches the whole description, e.g. "a workspace .*\"""".formatted(e.getDescription(), DESCRIPTION, regex), e);
        }
    }
}
