package dev.treaty.stubs.matching.request;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import io.ktor.http.HeaderValue;
import io.ktor.http.HttpHeaderValueParserKt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads headers and body as pact-jvm's mock server does ({@code BaseJdkMockServer.toPactRequest}), oddities included: what was
 * recorded there must be accepted here, and what was refused there must be refused here.
 */
final class MockServerReading {

    private MockServerReading() {}

    static Map<String, List<String>> headers(RawRequest arrived) {
        var headers = new LinkedHashMap<String, List<String>>();
        arrived.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(RequestedState.HEADER)) {
                headers.put(name, values(name, withoutTabs(values)));
            }
        });
        return headers;
    }

    /** The JDK's server, which the mock server runs on, replaces tabs by spaces. */
    private static List<String> withoutTabs(List<String> values) {
        return values.stream().anyMatch(value -> value.indexOf('\t') >= 0)
                ? values.stream().map(value -> value.replace('\t', ' ')).toList()
                : values;
    }

    private static List<String> values(String name, List<String> values) {
        return values.size() == 1 && ListHeaders.contains(name)
                ? HttpHeaderValueParserKt.parseHeaderValue(values.get(0)).stream()
                        .map(MockServerReading::text)
                        .toList()
                : List.copyOf(values);
    }

    private static String text(HeaderValue value) {
        return value.getParams().isEmpty()
                ? value.getValue()
                : value.getParams().stream()
                        .map(parameter -> parameter.getName() + "=" + parameter.getValue())
                        .collect(Collectors.joining(";", value.getValue() + ";", ""));
    }

    static OptionalBody body(RawRequest arrived) {
        var bytes = arrived.body();
        return bytes.length == 0 ? OptionalBody.empty() : OptionalBody.body(bytes, contentType(arrived));
    }

    private static ContentType contentType(RawRequest arrived) {
        return arrived.header("Content-Type").stream()
                .findFirst()
                .map(MediaTypeValue::withoutEmptyParameters)
                .map(ContentType::new)
                .orElse(ContentType.getJSON());
    }
}
