package dev.treaty.stubs.page.requests;

import dev.treaty.stubs.page.source.SeenRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** The command that sends a request again. Secrets are left out, so that it can be passed on. */
final class CurlCommand {

    /** What curl sends itself, or a browser or a library adds. */
    private static final Set<String> NOT_SENT = Set.of(
            "host",
            "content-length",
            "connection",
            "user-agent",
            "accept-encoding",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private CurlCommand() {}

    /** @param server where all providers are */
    static String of(SeenRequest seen, URI server) {
        var request = seen.request();
        var command = new StringBuilder("curl -i");
        if (!request.method().equals("GET") || request.body().length > 0) {
            command.append(" -X ").append(quoted(request.method()));
        }
        command.append(' ').append(quoted(server + HiddenSecrets.target(request.url())));
        request.headers().forEach((name, values) -> {
            if (!NOT_SENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value ->
                        command.append(" \\\n  -H ").append(quoted(name + ": " + HiddenSecrets.header(name, value))));
            }
        });
        if (request.body().length > 0) {
            command.append(" \\\n  ")
                    .append(
                            BodyView.isText(request.body())
                                    ? "--data-binary "
                                            + quoted(HiddenSecrets.body(seen.received(), BodyView.of(request.body())))
                                    : "--data-binary @body  # %d bytes, which you must save yourself"
                                            .formatted(request.body().length));
        }
        return command.toString();
    }

    /** For a POSIX shell, in which nothing is special between single quotes. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
