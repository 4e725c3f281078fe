package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.difference.JsonDifference;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every contract is recorded twice in a build, under different zones, dates and languages. What differs would differ again
 * on the next machine.
 */
final class UnrepeatableRecording implements LintRule {

    private static final String FIX =
            "give the value an example that does not depend on clock, zone, language or chance, e.g. from Examples.CLOCK";

    @Override
    public Stream<Finding> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return recordings.stream().flatMap(UnrepeatableRecording::findings);
    }

    private static Stream<Finding> findings(ConsumerRecording recording) {
        if (recording.again().isEmpty() && !recording.once().isEmpty()) {
            return Stream.of(new Finding(
                    "%s was recorded once in this build, but not a second time to compare with."
                            .formatted(recording.module()),
                    "consumers/%s/target/recordings/again".formatted(recording.module()),
                    "let all of the module's surefire executions run, and its tests pass in each"));
        }
        var once = interactions(recording.once());
        var again = interactions(recording.again());
        var all = new TreeSet<>(once.keySet());
        all.addAll(again.keySet());
        return all.stream().flatMap(name -> findings(name, once.get(name), again.get(name)));
    }

    private static Stream<Finding> findings(String name, @Nullable ObjectNode once, @Nullable ObjectNode again) {
        if (once == null || again == null) {
            return Stream.of(new Finding(
                    "Recorded twice, an interaction was there only the %s time."
                            .formatted(once == null ? "second" : "first"),
                    name,
                    FIX));
        }
        return JsonDifference.between(once, again).stream()
                .map(difference -> new Finding(
                        "Recorded twice, an interaction is not the same: %s, then %s."
                                .formatted(difference.shownBefore(), difference.shownAfter()),
                        difference.path() + " of " + name,
                        FIX));
    }

    /** By description and test, because what differs may be a parameter of a state. */
    private static Map<String, ObjectNode> interactions(List<PactDocument> documents) {
        var interactions = new TreeMap<String, ObjectNode>();
        for (var document : documents) {
            for (var interaction : document.interactions()) {
                var name = document.nameOf(interaction) + " in " + document.origin();
                while (interactions.containsKey(name)) {
                    name += ", once more";
                }
                interactions.put(name, interaction.without("key"));
            }
        }
        return interactions;
    }
}
