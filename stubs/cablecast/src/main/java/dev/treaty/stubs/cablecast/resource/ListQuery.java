package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private final QueryParameters parameters;
    private final List<Predicate<ObjectNode>> conditions = new ArrayList<>();
    private final int offset;
    private final int pageSize;

    private ListQuery(ResourceType type, QueryParameters parameters) {
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
        return new ListQuery(type, new QueryParameters(request));
    }

    /** A page of resources, as they are stored, and how many there are on all pages. */
    Page page(Resources resources) {
        var order = order();
        if (conditions.isEmpty() && order.isEmpty()) {
            return new Page(
                    resources.all(type.singular(), offset).limit(pageSize).toList(),
                    meta(resources.count(type.singular())));
        }
        var found = candidates(resources).filter(conditions.stream().reduce(all -> true, Predicate::and));
        var sorted = order.map(found::sorted).orElse(found).toList();
        return new Page(sorted.stream().skip(offset).limit(pageSize).toList(), meta(sorted.size()));
    }

    /** Of what a reference names, if one is given; otherwise all. */
    private Stream<ObjectNode> candidates(Resources resources) {
        return type.references().stream()
                .filter(field -> values(field).size() == 1)
                .findFirst()
                .map(field -> resources
                        .with(type.singular(), field.name(), values(field).get(0))
                        .stream())
                .orElseGet(() -> resources.all(type.singular()));
    }

    /**
     * By the field that {@code sort} names, backwards with {@code sort_order=desc} or {@code sort=-eventDate}; otherwise by time, if the
     * resources have one.
     */
    private Optional<Comparator<ObjectNode>> order() {
        var sort = parameters.first("sort").orElse("");
        var wanted = Optional.of(sort.replaceAll("[-_]", "")).filter(name -> !name.isEmpty());
        var isDescending = sort.startsWith("-")
                || parameters
                        .first("sort_order")
                        .filter("desc"::equalsIgnoreCase)
                        .isPresent();
        return type.fields().stream()
                .filter(Field::isShown)
                .filter(field -> wanted.map(field.name()::equalsIgnoreCase)
                        .orElse(field.name().equals(type.time())))
                .findFirst()
                .map(field -> isDescending ? by(field).reversed() : by(field));
    }

    private static Comparator<ObjectNode> by(Field field) {
        return switch (field.type()) {
            case TIME -> Comparator.comparing(resource -> time(resource, field.name()));
            case INTEGER, NUMBER, REFERENCE ->
                Comparator.comparing(resource -> resource.path(field.name()).decimalValue());
            default ->
                Comparator.comparing(
                        resource -> resource.path(field.name()).asText().toLowerCase(Locale.ROOT));
        };
    }

    private ObjectNode meta(long count) {
        return Json.object().put("offset", offset).put("pageSize", pageSize).put("count", count);
    }

    private void addSearch() {
        parameters
                .first("search")
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
        var ids = Set.copyOf(parameters.separated("ids"));
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
                    && !field.name().equals("offset")) {
                var wanted = values(field);
                if (!wanted.isEmpty()) {
                    requireIds(field, wanted);
                    conditions.add(resource ->
                            wanted.stream().anyMatch(resource.path(field.name()).asText()::equalsIgnoreCase));
                }
            }
        }
    }

    private static void requireIds(Field field, List<String> wanted) {
        var isInteger = field.isReference() || field.type() == FieldType.INTEGER;
        if (isInteger && !wanted.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
            throw CablecastError.badRequest("The parameter %s must be %s, and is \"%s\"."
                    .formatted(field.name(), field.type().description(), String.join(", ", wanted)));
        }
    }

    /** The values wanted of a field, {@code statusType}: parameters are also called {@code status_type}. */
    private List<String> values(Field field) {
        var snake = field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return Stream.of(field.name(), snake)
                .distinct()
                .flatMap(name -> parameters.all(name).stream())
                .toList();
    }

    private void addFlags() {
        if (type.hidesDeleted() && parameters.first("deleted").isEmpty()) {
            conditions.add(resource -> !type.hides(resource));
        }
        if (parameters
                .first("include_cg_exempt")
                .filter("false"::equalsIgnoreCase)
                .isPresent()) {
            conditions.add(resource -> !resource.path("cgExempt").asBoolean());
        }
    }

    private int number(String name, int absent, int least) {
        var text = parameters.first(name);
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
        return parameters
                .first(name)
                .map(text -> CablecastTime.read(withPlus(text))
                        .orElseThrow(() -> CablecastError.badRequest(
                                "The parameter %s must be a date or a time in ISO 8601, and is \"%s\"."
                                        .formatted(name, text))));
    }

    /** Clients forget to encode the plus of a zone, {@code +01:00}, which arrives as a space then. */
    private static String withPlus(String time) {
        return time.replaceFirst(" (\\d\\d:\\d\\d)$", "+$1");
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
