package dev.treaty.stubs.stripe.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.response.StubResponse;
import java.util.Map;

/** Responses for browsers. */
public final class Html {

    private Html() {}

    /** A page; nothing in the body is escaped. */
    public static StubResponse page(int status, String title, String body) {
        var page = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <style>body { font: 16px system-ui; max-width: 32rem; margin: 2rem auto } form { margin: 1rem 0 }</style>
                %s</html>
                """.formatted(title, body);
        return StubResponse.of(status, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(UTF_8));
    }

    /** Sends the browser elsewhere. */
    public static StubResponse redirect(String url) {
        return StubResponse.of(303, Map.of("Location", url), new byte[0]);
    }

    /** Text that may stand between tags, and in an attribute with double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
