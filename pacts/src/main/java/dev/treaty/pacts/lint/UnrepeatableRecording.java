package dev.treaty.pacts.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.difference.JsonDifference;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every build records each contract twice, with different time zones, dates and languages. What differs between the two would
 * also differ on the next machine.
 */
final class UnrepeatableRecording implements LintRule {

    private static final String FIX =
            "give the value an example that does not depend on the clock, time zone, language or chance, e.g. from Examples.CLOCK";

    @Override
    public Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        return recordings.stream().flatMap(UnrepeatableRecording::findings);
    }

    private static Stream<ErrorMessage> findings(ConsumerRecording recording) {
        if (recording.secondRun().isEmpty() && !recording.firstRun().isEmpty()) {
            return Stream.of(new ErrorMessage(
                    "%s was recorded only once in this build, so there is no second recording to compare with."
                            .formatted(recording.module()),
                    "consumers/%s/target/recordings/again".formatted(recording.module()),
                    "run the module's tests, and make sure that they pass both times"));
        }
        var first = interactions(recording.firstRun());
        var second = interactions(recording.secondRun());
        var all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        return all.stream().flatMap(name -> findings(name, first.get(name), second.get(name)));
    }

    private static Stream<ErrorMessage> findings(String name, @Nullable ObjectNode first, @Nullable ObjectNode second) {
        if (first == null || second == null) {
            return Stream.of(new ErrorMessage(
                    "An interaction was recorded only in the %s of two runs."
                            .formatted(first == null ? "second" : "first"),
                    name,
                    FIX));
        }
        return JsonDifference.between(first, second).stream()
                .map(difference -> new ErrorMessage(
                        "An interaction differs between two recordings: first %s, then %s."
                                .formatted(difference.shownBefore(), difference.shownAfter()),
                        difference.path() + " of " + name,
                        FIX));
    }

    /** By description and test, because the difference may be in a parameter of a state. */
    private static Map<String, ObjectNode> interactions(List<PactDocument> documents) {
        var interactions = new TreeMap<String, ObjectNode>();
        for (var document : documents) {
            for (var interaction : document.interactions()) {
                var name = document.nameOf(interaction) + " in " + document.origin();
                while (interactions.containsKey(name)) {
                    name += ", again";
                }
                interactions.put(name, interaction.without("key"));
            }
        }
        return interactions;
    }
}
