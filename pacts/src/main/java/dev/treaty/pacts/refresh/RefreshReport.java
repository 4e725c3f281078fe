package dev.treaty.pacts.refresh;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import dev.treaty.pacts.recording.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the build prints about the contracts.
 *
 * @param recordings what this build recorded
 * @param refresh how that changes the contracts
 */
public record RefreshReport(Recordings recordings, Refresh refresh) {

    private static final int LONGEST = 12;

    /** Why a check fails: every difference, and the command that refreshes the files. */
    public ErrorMessage refusal() {
        return new ErrorMessage(
                "The committed contracts differ from what the consumers recorded.",
                refresh.differences().stream()
                        .map(change -> change.fileName() + "\n         " + String.join("\n         ", change.lines()))
                        .collect(Collectors.joining("\n         ")),
                "run mvn -pl pacts -am verify, review what it changed, and commit it");
    }

    /** What changed and how much there is now; short, because version control has the details. */
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
        lines.add("pacts: %s, %s, %s"
                .formatted(
                        count(refresh.contracts(), "contract"),
                        count(refresh.interactions(), "interaction"),
                        outcome()));
        return lines;
    }

    private static String incomplete(ConsumerRecording recording) {
        return "pacts: %s recorded only %d of %d interactions, so none were removed"
                .formatted(
                        recording.module(),
                        recording.declared().size() - recording.missing().size(),
                        recording.declared().size());
    }

    private String outcome() {
        var changed = refresh.differences().size();
        if (changed > 0) {
            return count(changed, "contract") + " changed";
        }
        if (!recordings.consumers().isEmpty()) {
            return "unchanged";
        }
        return "not refreshed because no consumer recorded in this build"
                + (recordings.outdated().isEmpty()
                        ? ""
                        : " (ignored recordings of an earlier build: %s)"
                                .formatted(String.join(", ", recordings.outdated())));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
