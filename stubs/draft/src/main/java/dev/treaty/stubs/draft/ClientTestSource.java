package dev.treaty.stubs.draft;

import java.util.Set;

/** Writes the test in which the request is sent; by a plain client, because only the consumer's team knows its own. */
final class ClientTestSource {

    static final Set<String> IMPORTS = Set.of(
            "static org.assertj.core.api.Assertions.assertThat",
            "au.com.dius.pact.consumer.MockServer",
            "au.com.dius.pact.consumer.junit5.PactTestFor",
            "java.net.URI",
            "java.net.http.HttpClient",
            "java.net.http.HttpRequest",
            "java.net.http.HttpRequest.BodyPublishers",
            "java.net.http.HttpResponse.BodyHandlers",
            "org.junit.jupiter.api.Test");

    private ClientTestSource() {}

    static String of(DraftedRequest request, int status, String parameter) {
        var out = new SourceLines(1);
        out.line("@Test")
                .line("@PactTestFor(pactMethod = \"%s\")".formatted(PactMethodSource.NAME))
                .line("void the_response_is_understood(MockServer %s) throws Exception {".formatted(parameter))
                .deeper(1)
                .line("// Call your client instead, and assert what it makes of the response.")
                .line("var request = HttpRequest.newBuilder(URI.create(%s.getUrl() + %s))"
                        .formatted(parameter, JavaText.literal(request.target())))
                .deeper(2);
        request.headers().forEach((name, value) -> header(out, name, value));
        if (!request.contentType().isEmpty()) {
            header(out, "Content-Type", request.contentType());
        }
        return out.line(".method(%s, %s)".formatted(JavaText.literal(request.method()), publisher(request.body())))
                .line(".build();")
                .deeper(-2)
                .line("")
                .line("var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());")
                .line("")
                .line("assertThat(response.statusCode()).isEqualTo(%d);".formatted(status))
                .deeper(-1)
                .line("}")
                .toString();
    }

    private static void header(SourceLines out, String name, String value) {
        out.line(".header(%s, %s)".formatted(JavaText.literal(name), JavaText.literal(value)));
    }

    private static String publisher(TextBody body) {
        return body.isEmpty()
                ? "BodyPublishers.noBody()"
                : "BodyPublishers.ofString(%s)".formatted(JavaText.literal(body.sent()));
    }
}
