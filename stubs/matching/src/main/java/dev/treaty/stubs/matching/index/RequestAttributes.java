package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.model.Request;
import dev.treaty.stubs.matching.request.Lazy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@linkplain Attribute attributes} of a request, computed lazily. */
final class RequestAttributes {

    private static final Pattern SPACE_AFTER_COMMA = Pattern.compile(",\\s*");

    private final Request request;
    private final Map<String, BodyKind> kinds;
    private final Lazy<String[]> segments;
    private final Lazy<String> bodyType;
    private final Lazy<Optional<Map<String, Optional<Object>>>> fields;

    /**
     * @param path without the part that pact-jvm ignores
     * @param kinds by media type, for the media types that interactions have
     */
    RequestAttributes(Request request, String path, Map<String, BodyKind> kinds) {
        this.request = request;
        this.kinds = kinds;
        segments = new Lazy<>(() -> PathSegments.of(path));
        bodyType = new Lazy<>(() -> BodyKind.nameOf(request.determineContentType()));
        fields = new Lazy<>(this::readFields);
    }

    /** The value; empty if the request has none, or one that no interaction can require. */
    Optional<Object> valueOf(Attribute attribute) {
        return switch (attribute.kind()) {
            case SEGMENT_COUNT -> Optional.of(segments.get().length);
            case SEGMENT -> segment(Integer.parseInt(attribute.name()));
            case HEADER -> header(attribute.name());
            case PARAMETER_NAMES -> Optional.of(request.getQuery().keySet());
            case PARAMETER -> Optional.ofNullable(request.getQuery().get(attribute.name()));
            case BODY_TYPE -> Optional.of(bodyType.get());
            case HAS_BODY ->
                Optional.<Object>of(true).filter(always -> request.getBody().isPresent());
            case FIELD_NAMES -> fields.get().map(Map::keySet);
            case FIELD -> fields.get().flatMap(all -> all.getOrDefault(attribute.name(), Optional.empty()));
        };
    }

    private Optional<Object> segment(int index) {
        return index < segments.get().length ? Optional.of(segments.get()[index]) : Optional.empty();
    }

    private Optional<Object> header(String name) {
        for (var header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return Optional.of(oneOf(header.getValue()));
            }
        }
        return Optional.empty();
    }

    private static String oneOf(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        // pact-jvm accepts a value that is repeated, and fields mean the same as one with their values joined
        var isRepeated = values.stream().allMatch(values.get(0)::equals);
        return withoutSpaceAfterCommas(isRepeated ? values.get(0) : String.join(",", values));
    }

    private Optional<Map<String, Optional<Object>>> readFields() {
        var kind = kinds.getOrDefault(bodyType.get(), BodyKind.OTHER);
        return request.getBody().isPresent() ? kind.fields(request.getBody()) : Optional.empty();
    }

    /** How pact-jvm compares header values ({@code HeaderMatcher.stripWhiteSpaceAfterCommas}). */
    static String withoutSpaceAfterCommas(String value) {
        return value.indexOf(',') < 0 ? value : SPACE_AFTER_COMMA.matcher(value).replaceAll(",");
    }
}
