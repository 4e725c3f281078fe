package dev.treaty.pacts.refresh;

import dev.treaty.pacts.lint.Finding;
import dev.treaty.pacts.recording.ConsumerRecording;
import dev.treaty.pacts.recording.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the build says of the contracts.
 *
 * @param recordings what this build recorded
 * @param refresh what that makes of the contracts
 */
public record RefreshReport(Recordings recordings, Refresh refresh) {

    private static final int LONGEST = 12;

    /** A check's answer when the files are not as they should be: every difference, and the command that refreshes them. */
    public Finding refusal() {
        return new Finding(
                "The contracts are not as the consumers recorded them.",
                refresh.differences().stream()
                        .map(change -> change.fileName() + "\n         " + String.join("\n         ", change.lines()))
                        .collect(Collectors.joining("\n         ")),
                "run mvn -pl pacts -am verify, look at what it changed, and commit it");
    }

    /** What was done, and the sums; short, because the files are under version control. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var change : refresh.differences()) {
            lines.add("pacts: %s %s".formatted(change.fileName(), change.after().isPresent() ? "written" : "deleted"));
            var details = change.lines();
            details.stream().limit(LONGEST).map(line -> "  " + line).forEach(lines::add);
            if (details.size() > LONGEST) {
                lines.add("  … and %d more".formatted(details.size() - LONGEST));
            }
        }
        recordings.consumers().stream()
                .filter(Predicate.not(ConsumerRecording::isComplete))
                .map(RefreshReport::incomplete)
                .forEach(lines::add);
        lines.add("pacts: %d contracts, %d interactions, %s"
                .formatted(refresh.contracts(), refresh.interactions(), outcome()));
        return lines;
    }

    private static String incomplete(ConsumerRecording recording) {
        return "pacts: %s recorded %d of %d interactions, so none was removed"
                .formatted(
                        recording.module(),
                        recording.declared().size() - recording.missing().size(),
                        recording.declared().size());
    }

    private String outcome() {
        var changed = refresh.differences().size();
        if (changed > 0) {
            return changed == 1 ? "1 contract changed" : changed + " contracts changed";
        }
        if (!recordings.consumers().isEmpty()) {
            return "unchanged";
        }
        return "untouched: no consumer recorded in this build"
                + (recordings.outdated().isEmpty()
                        ? ""
                        : " (recordings of an earlier build: %s)".formatted(String.join(", ", recordings.outdated())));
    }
}
