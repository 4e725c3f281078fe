package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request has of the {@linkplain Trait traits} that interactions may want. Each is found out when it is asked for. */
final class Facts {

    private static final Pattern SPACE_AFTER_COMMA = Pattern.compile(",\\s*");

    private final Request request;
    private final Map<String, BodyKind> kinds;
    private final Lazy<String[]> segments;
    private final Lazy<String> bodyType;
    private final Lazy<Optional<Map<String, Optional<Object>>>> fields;

    /**
     * @param path without what pact-jvm cuts out of it
     * @param kinds by media type, of those that interactions have
     */
    Facts(Request request, String path, Map<String, BodyKind> kinds) {
        this.request = request;
        this.kinds = kinds;
        segments = new Lazy<>(() -> PathSegments.of(path));
        bodyType = new Lazy<>(() -> BodyKind.nameOf(request.determineContentType()));
        fields = new Lazy<>(this::readFields);
    }

    /** The value; nothing if the request has none, or one that no interaction wants. */
    Optional<Object> of(Trait trait) {
        return switch (trait.kind()) {
            case SEGMENTS -> Optional.of(segments.get().length);
            case SEGMENT -> segment(Integer.parseInt(trait.name()));
            case HEADER -> header(trait.name());
            case PARAMETERS -> Optional.of(request.getQuery().keySet());
            case PARAMETER -> Optional.ofNullable(request.getQuery().get(trait.name()));
            case BODY_TYPE -> Optional.of(bodyType.get());
            case BODY ->
                Optional.<Object>of(true).filter(always -> request.getBody().isPresent());
            case FIELDS -> fields.get().map(Map::keySet);
            case FIELD -> fields.get().flatMap(all -> all.getOrDefault(trait.name(), Optional.empty()));
        };
    }

    private Optional<Object> segment(int place) {
        return place < segments.get().length ? Optional.of(segments.get()[place]) : Optional.empty();
    }

    private Optional<Object> header(String name) {
        for (var header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return Optional.of(firstOf(header.getValue()));
            }
        }
        return Optional.empty();
    }

    private static String firstOf(List<String> values) {
        return values.isEmpty() ? "" : withoutSpaceAfterCommas(values.get(0));
    }

    private Optional<Map<String, Optional<Object>>> readFields() {
        var kind = kinds.getOrDefault(bodyType.get(), BodyKind.OTHER);
        return request.getBody().isPresent() ? kind.fields(request.getBody()) : Optional.empty();
    }

    /** pact-jvm's idea of equal header values ({@code HeaderMatcher.stripWhiteSpaceAfterCommas}). */
    static String withoutSpaceAfterCommas(String value) {
        return value.indexOf(',') < 0 ? value : SPACE_AFTER_COMMA.matcher(value).replaceAll(",");
    }
}
