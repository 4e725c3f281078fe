package dev.treaty.stubs.cablecast.resource;

import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parameters of a query. Case does not matter in their names, as in ASP.NET. */
final class QueryParameters {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Those of a request. */
    QueryParameters(VendorRequest request) {
        request.queryParameters()
                .forEach((name, given) -> values.computeIfAbsent(name, absent -> new ArrayList<>())
                        .addAll(given));
    }

    /** All values of a parameter, with or without the {@code []} that is added to the names of several; blank ones are left out. */
    List<String> all(String name) {
        return Stream.of(name, name + "[]")
                .flatMap(each -> values.getOrDefault(each, List.of()).stream())
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The same, where each value may be several with commas between them. */
    List<String> separated(String name) {
        return all(name).stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The first value of a parameter. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
