package dev.treaty.pacts.conformance.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.treaty.pacts.errors.ErrorMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The differences that somebody has looked at, and what is left to complain about. */
public final class KnownDifferences {

    private final List<KnownDifference> known;

    /** @param known in any order */
    public KnownDifferences(Collection<KnownDifference> known) {
        this.known = List.copyOf(known);
    }

    /** Reads a list in YAML, whose members are called as those of {@link KnownDifference}. */
    public static KnownDifferences read(Path file) {
        try {
            return new KnownDifferences(
                    new YAMLMapper().readValue(file.toFile(), new TypeReference<List<KnownDifference>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** How many of an interaction's differences are known. */
    public long countOf(CheckedInteraction checked) {
        return checked.differences().stream()
                .filter(difference -> isKnown(checked, difference))
                .count();
    }

    private boolean isKnown(CheckedInteraction checked, Difference difference) {
        return known.stream().anyMatch(each -> each.explains(checked, difference));
    }

    /** What has to be done: differences that nobody has explained, explanations that have expired, and those that explain nothing. */
    public List<ErrorMessage> complaints(Collection<CheckedInteraction> all, LocalDate today) {
        var complaints = new ArrayList<ErrorMessage>();
        for (var checked : all) {
            checked.differences().stream()
                    .filter(difference -> !isKnown(checked, difference))
                    .map(difference -> unexplained(checked, difference))
                    .forEach(complaints::add);
        }
        for (var each : known) {
            var isUsed = all.stream()
                    .anyMatch(checked ->
                            checked.differences().stream().anyMatch(difference -> each.explains(checked, difference)));
            if (!isUsed) {
                complaints.add(each.unused());
            }
            each.expired(today).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static ErrorMessage unexplained(CheckedInteraction checked, Difference difference) {
        return new ErrorMessage(
                "\"%s\" of %s contradicts the document of %s: it says %s; the contract says %s."
                        .formatted(
                                checked.description(),
                                checked.consumer(),
                                checked.provider(),
                                difference.document(),
                                difference.contract()),
                difference.place(),
                "correct the client and record it again, or explain it in pacts/conformance/known-differences.yaml");
    }
}
