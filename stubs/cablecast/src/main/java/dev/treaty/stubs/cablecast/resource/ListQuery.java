package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a request for a list asks for: a page ({@code offset}, {@code page_size}), a {@code search}, {@code ids}, what was changed
 * {@code since}, from {@code start} to {@code end}, or values of fields, such as {@code show=42}. As at Cablecast, other parameters are
 * ignored.
 */
final class ListQuery {

    private static final int DEFAULT_PAGE_SIZE = 50;

    private final ResourceType type;
    private final Map<String, List<String>> parameters;
    private final List<Predicate<ObjectNode>> conditions = new ArrayList<>();
    private final int offset;
    private final int pageSize;

    private ListQuery(ResourceType type, Map<String, List<String>> parameters) {
        this.type = type;
        this.parameters = parameters;
        offset = number("offset", 0, 0);
        pageSize = number("page_size", DEFAULT_PAGE_SIZE, 1);
        addSearch();
        addIds();
        addTimes();
        addFields();
        addFlags();
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 400 if a parameter has a value that it cannot have */
    static ListQuery of(ResourceType type, VendorRequest request) {
        return new ListQuery(type, request.queryParameters());
    }

    /** A page of resources, as they are stored, and how many there are on all pages. */
    Page page(Resources resources) {
        if (conditions.isEmpty() && type.time().isEmpty()) {
            return new Page(
                    resources.all(type.singular()).skip(offset).limit(pageSize).toList(),
                    meta(resources.count(type.singular())));
        }
        var found = candidates(resources).filter(conditions.stream().reduce(all -> true, Predicate::and));
        var sorted =
                type.time().isEmpty() ? found.toList() : found.sorted(byTime()).toList();
        return new Page(sorted.stream().skip(offset).limit(pageSize).toList(), meta(sorted.size()));
    }

    /** Of what a reference names, if one is given; otherwise all. */
    private Stream<ObjectNode> candidates(Resources resources) {
        return type.references().stream()
                .filter(field -> value(field.name()).isPresent())
                .findFirst()
                .map(field -> resources
                        .with(type.singular(), field.name(), value(field.name()).orElse(""))
                        .stream())
                .orElseGet(() -> resources.all(type.singular()));
    }

    private Comparator<ObjectNode> byTime() {
        return Comparator.comparing(resource -> time(resource, type.time()));
    }

    private ObjectNode meta(long count) {
        return Json.object().put("offset", offset).put("pageSize", pageSize).put("count", count);
    }

    private void addSearch() {
        value("search")
                .filter(text -> !type.searched().isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT).split("\\s+"))
                .ifPresent(words -> conditions.add(resource -> {
                    var text = new StringBuilder();
                    type.searched()
                            .forEach(field ->
                                    text.append(resource.path(field).asText()).append('\n'));
                    var searched = text.toString().toLowerCase(Locale.ROOT);
                    return Stream.of(words).allMatch(searched::contains);
                }));
    }

    private void addIds() {
        var ids = Stream.of("ids", "ids[]")
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream())
                .flatMap(list -> Stream.of(list.split(",")))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        if (!ids.isEmpty()) {
            conditions.add(resource -> ids.contains(resource.path("id").asText()));
        }
    }

    private void addTimes() {
        time("since").ifPresent(since -> {
            if (type.field("lastModified").isPresent()) {
                conditions.add(resource -> !time(resource, "lastModified").isBefore(since));
            }
        });
        if (!type.time().isEmpty()) {
            time("start")
                    .ifPresent(start -> conditions.add(
                            resource -> !time(resource, type.time()).isBefore(start)));
            time("end")
                    .ifPresent(end -> conditions.add(
                            resource -> time(resource, type.time()).isBefore(end)));
        }
    }

    private void addFields() {
        for (var field : type.fields()) {
            if (field.isShown()
                    && field.type() != FieldType.TIME
                    && !Set.of("offset").contains(field.name())) {
                value(field.name()).ifPresent(wanted -> addField(field, wanted));
            }
        }
    }

    private void addField(Field field, String wanted) {
        if ((field.isReference() || field.type() == FieldType.INTEGER) && !wanted.matches("-?\\d{1,18}")) {
            throw CablecastError.badRequest("The parameter %s must be %s, and is \"%s\"."
                    .formatted(field.name(), field.type().description(), wanted));
        }
        conditions.add(resource -> resource.path(field.name()).asText().equalsIgnoreCase(wanted));
    }

    private void addFlags() {
        if (type.hidesDeleted() && value("deleted").isEmpty()) {
            conditions.add(resource -> !resource.path("deleted").asBoolean());
        }
        if (value("include_cg_exempt").filter("false"::equalsIgnoreCase).isPresent()) {
            conditions.add(resource -> !resource.path("cgExempt").asBoolean());
        }
    }

    private Optional<String> value(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private int number(String name, int absent, int least) {
        var text = value(name);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.get().matches("\\d{1,9}") || Integer.parseInt(text.get()) < least) {
            throw CablecastError.badRequest("The parameter %s must be an integer of at least %d, and is \"%s\"."
                    .formatted(name, least, text.get()));
        }
        return Integer.parseInt(text.get());
    }

    private Optional<Instant> time(String name) {
        return value(name)
                .map(text -> CablecastTime.read(text)
                        .orElseThrow(() -> CablecastError.badRequest(
                                "The parameter %s must be a date or a time in ISO 8601, and is \"%s\"."
                                        .formatted(name, text))));
    }

    private static Instant time(ObjectNode resource, String field) {
        return CablecastTime.read(resource.path(field).asText()).orElse(Instant.EPOCH);
    }

    /**
     * A page of a list.
     *
     * @param meta {@code offset}, {@code pageSize}, and {@code count} of all pages
     */
    record Page(List<ObjectNode> resources, ObjectNode meta) {}
}
