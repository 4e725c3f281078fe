package dev.treaty.stubs.page.requests;

import dev.treaty.stubs.page.html.JsonText;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** A request and its response as HTTP, without their secrets. */
final class HttpText {

    private HttpText() {}

    static String request(SeenRequest seen) {
        var request = seen.request();
        var body = request.body().length == 0 ? "" : HiddenSecrets.body(seen.received(), BodyView.of(request.body()));
        return "%s %s\n%s"
                .formatted(
                        request.method(),
                        HiddenSecrets.target(request.target()),
                        headersAndBody(request.headers(), HiddenSecrets::header, body));
    }

    static String response(SeenRequest seen) {
        if (seen.status() == SeenRequest.NO_STATUS) {
            return "none: a fault broke the connection";
        }
        return "HTTP %d\n%s"
                .formatted(
                        seen.status(),
                        headersAndBody(
                                seen.headers(),
                                HiddenSecrets::header,
                                HiddenSecrets.body(JsonText.indented(BodyView.of(seen.body())))));
    }

    private static String headersAndBody(Map<String, List<String>> headers, BinaryOperator<String> shown, String body) {
        var text = new StringBuilder();
        headers.forEach((name, values) ->
                values.forEach(value -> text.append("%s: %s\n".formatted(name, shown.apply(name, value)))));
        return body.isEmpty() ? text.toString() : text.append('\n').append(body).toString();
    }
}
