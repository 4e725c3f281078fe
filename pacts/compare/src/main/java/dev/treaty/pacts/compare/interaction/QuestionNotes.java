package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Says how what a provider is told has changed, so that nobody has to look for it in two files. */
final class QuestionNotes {

    /** In the order of {@link InteractionKey#request()}. */
    private static final List<String> PARTS =
            List.of("method", "path", "query", "headers", "body", "media type", "generated values");

    private QuestionNotes() {}

    /** Sentences; none for what is the same. */
    static List<String> between(V4Interaction old, V4Interaction interaction) {
        var before = InteractionKey.of(old);
        var now = InteractionKey.of(interaction);
        var notes = new ArrayList<String>();
        if (!before.states().equals(now.states())) {
            notes.add(
                    before.states().isEmpty()
                            ? "No state was given before."
                            : "Given before: %s.".formatted(before.statesAsText()));
        }
        if (!before.request().equals(now.request())
                && old instanceof SynchronousHttp one
                && interaction instanceof SynchronousHttp other) {
            notes.add("What changed in the request: %s.%s"
                    .formatted(
                            String.join(", ", parts(before, now)),
                            line(one.getRequest()).equals(line(other.getRequest()))
                                    ? ""
                                    : " It was %s, and is %s."
                                            .formatted(line(one.getRequest()), line(other.getRequest()))));
        }
        return notes;
    }

    private static List<String> parts(InteractionKey before, InteractionKey now) {
        return IntStream.range(0, PARTS.size())
                .filter(i ->
                        !Objects.equals(before.request().get(i), now.request().get(i)))
                .mapToObj(PARTS::get)
                .toList();
    }

    private static String line(HttpRequest request) {
        return request.getMethod() + " " + request.getPath();
    }
}
