package dev.treaty.stubs.matching.diagnosis;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why no interaction answers a request.
 *
 * @param title one short sentence, the same for every report of this type
 * @param message for people
 * @param members further facts for programs, by name: the provider, its paths, all providers
 * @param candidates the nearest interactions
 */
public record MismatchReport(
        Type type, String title, ErrorMessage message, Map<String, Object> members, List<Candidate> candidates) {

    private static final String NOTE = "note";

    /** What kind of mismatch it is; the slug is stable, for programs. */
    public enum Type {
        /** No loaded contract has the provider. */
        UNKNOWN_PROVIDER("unknown-provider"),
        /** The request is malformed, so that no contract can match it. */
        MALFORMED_REQUEST("malformed-request"),
        /** No interaction has the method and path. */
        UNKNOWN_PATH("unknown-path"),
        /** Interactions with the method and path differ in something else. */
        NO_MATCHING_INTERACTION("no-matching-interaction"),
        /** No matching interaction has the provider state that was asked for. */
        UNKNOWN_STATE("unknown-state"),
        /** Several interactions match, and the server is strict. */
        AMBIGUOUS_REQUEST("ambiguous-request"),
        /** No message has the description. */
        UNKNOWN_MESSAGE("unknown-message"),
        /** The body does not name a message. */
        NO_MESSAGE_NAMED("no-message-named");

        private final String slug;

        Type(String slug) {
            this.slug = slug;
        }

        /** E.g. {@code "unknown-path"}. */
        public String slug() {
            return slug;
        }
    }

    static MismatchReport of(
            Type type, String title, ErrorMessage message, String provider, List<Candidate> candidates) {
        return of(type, title, message, provider, Map.of(), candidates);
    }

    static MismatchReport of(
            Type type,
            String title,
            ErrorMessage message,
            String provider,
            Map<String, Object> more,
            List<Candidate> candidates) {
        var members = new LinkedHashMap<String, Object>();
        members.put("provider", provider);
        members.put("candidates", candidates);
        members.putAll(more);
        return new MismatchReport(type, title, message, members, candidates);
    }

    /** This report, with a sentence on what it does not say. */
    MismatchReport withNote(String note) {
        var extended = new LinkedHashMap<>(members);
        extended.put(NOTE, note);
        return new MismatchReport(type, title, message, extended, candidates);
    }

    /** The ids of the nearest interactions, see {@link dev.treaty.stubs.matching.interaction.InteractionOrigin#id}. */
    public List<UUID> nearest() {
        return candidates.stream().map(Candidate::id).toList();
    }

    /** For a terminal: the message, and the nearest interactions side by side with the request. */
    public String toText() {
        var text = new StringBuilder(message.toString()).append('\n');
        for (var candidate : candidates) {
            text.append('\n').append(candidate.toText());
        }
        if (members.get(NOTE) instanceof String note) {
            text.append('\n').append(note).append('\n');
        }
        return text.toString();
    }
}
