package dev.treaty.pacts.lint;

import dev.treaty.pacts.canonical.InteractionIdentity;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two interactions of one contract have the same description and states: in a file of version 4 the last one silently replaces
 * the others.
 */
final class DuplicateInteraction implements LintRule {

    private record Place(String consumer, String provider, InteractionIdentity identity) {}

    @Override
    public Stream<ErrorMessage> findings(List<PactDocument> documents, List<ConsumerRecording> recordings) {
        Map<Place, List<String>> origins = new LinkedHashMap<>();
        for (var document : documents) {
            for (var interaction : document.interactions()) {
                origins.computeIfAbsent(
                                new Place(
                                        document.consumer(), document.provider(), InteractionIdentity.of(interaction)),
                                place -> new ArrayList<>())
                        .add(document.origin());
            }
        }
        return origins.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .map(place -> finding(place.getKey(), place.getValue()));
    }

    private static ErrorMessage finding(Place place, List<String> origins) {
        return new ErrorMessage(
                "%s interactions of %s with %s have the same description and states; Pact would keep only the last one."
                        .formatted(
                                origins.size() == 2 ? "Two" : String.valueOf(origins.size()),
                                place.consumer(),
                                place.provider()),
                "%s in %s".formatted(place.identity(), joined(origins)),
                "give one of them a different description or state");
    }

    /** For example {@code StripePaymentsPactTest.paymentIsCreated and .paymentIsCaptured}. */
    private static String joined(List<String> origins) {
        var times = new TreeMap<String, Integer>();
        origins.forEach(origin -> times.merge(origin, 1, Integer::sum));
        var names = new ArrayList<String>();
        var testClass = "";
        for (var origin : times.entrySet()) {
            var name = origin.getKey();
            var ofSameClass = !testClass.isEmpty() && name.startsWith(testClass);
            names.add((ofSameClass ? name.substring(testClass.length() - 1) : name)
                    + (origin.getValue() > 1 ? " (%d times)".formatted(origin.getValue()) : ""));
            testClass = name.substring(0, name.indexOf('.') + 1);
        }
        return String.join(" and ", names);
    }
}
