package dev.treaty.stubs.server;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactFileLimits;
import dev.treaty.pacts.files.audit.PactAudit;
import dev.treaty.stubs.matching.diagnosis.ContradictoryResponses;
import dev.treaty.stubs.matching.diagnosis.MisleadingHeaders;
import dev.treaty.stubs.matching.diagnosis.UnanswerableInteractions;
import dev.treaty.stubs.matching.diagnosis.UnusableGenerators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a pact file says and the stub server cannot do: what is lost on reading, requests and responses that refuse their own example, and
 * generators that fail.
 *
 * @param brokerAudit what is lost on reading a contract of a broker, of which there is no file
 */
record FileFindings(PactFileLimits limits, Function<PactFile, List<ErrorMessage>> brokerAudit) {

    private static final Duration LONGEST_COMPARISON = Duration.ofSeconds(5);

    /** Files; more would fill the screen. */
    private static final int MOST_NAMED = 20;

    /** Of files on disk. */
    static FileFindings ofFiles(PactFileLimits limits) {
        return new FileFindings(limits, file -> List.of());
    }

    /** All of them; whatever goes wrong in finding them is found, too. */
    List<ErrorMessage> in(PactFile file) {
        var findings = new ArrayList<>(file.leftOut());
        findings.addAll(guarded(
                file,
                () -> file.broker().isEmpty() ? PactAudit.findings(file.path(), limits) : brokerAudit.apply(file)));
        findings.addAll(guarded(file, () -> UnanswerableInteractions.in(file, LONGEST_COMPARISON)));
        findings.addAll(guarded(file, () -> ContradictoryResponses.in(file, LONGEST_COMPARISON)));
        findings.addAll(guarded(file, () -> UnusableGenerators.in(file)));
        findings.addAll(guarded(file, () -> MisleadingHeaders.in(file)));
        return findings;
    }

    /** The findings of a check, or that it failed. */
    static List<ErrorMessage> guarded(PactFile file, Supplier<List<ErrorMessage>> check) {
        try {
            return check.get();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(new ErrorMessage(
                    "The contract cannot be checked: %s."
                            .formatted(
                                    e instanceof StackOverflowError
                                            ? "it has too many objects and lists inside each other"
                                            : e.toString().lines().findFirst().orElse("")),
                    file.path().toString(),
                    "remove what is unusual in it, and check it again"));
        }
    }

    /** One message about the findings in several files, which names the command that shows them; empty if there are none. */
    String summary(Collection<PactFile> files) {
        var counts = files.stream()
                .map(file -> new Count(file, in(file).size()))
                .filter(count -> count.findings() > 0)
                .toList();
        if (counts.isEmpty()) {
            return "";
        }
        var all = counts.stream().mapToInt(Count::findings).sum();
        return new ErrorMessage(
                        "%s of the contracts cannot be served as written.".formatted(Quantity.of(all, "part")),
                        named(counts),
                        fix(counts))
                .toString();
    }

    private static String named(List<Count> counts) {
        var first = counts.stream().limit(MOST_NAMED).map(Count::toString).collect(Collectors.joining(", "));
        return counts.size() <= MOST_NAMED ? first : "%s and %d more".formatted(first, counts.size() - MOST_NAMED);
    }

    private static String fix(List<Count> counts) {
        var isAnyOfBroker =
                counts.stream().anyMatch(count -> count.file().broker().isPresent());
        return isAnyOfBroker
                ? "run \"check\" with the same options about the broker, or on these files; it says which, and why"
                : "run \"check\" on these files; it says which, and why";
    }

    private record Count(PactFile file, int findings) {

        @Override
        public String toString() {
            return file.path() + " (" + findings + ")";
        }
    }
}
