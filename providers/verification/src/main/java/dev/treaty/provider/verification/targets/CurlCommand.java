package dev.treaty.provider.verification.targets;

import dev.treaty.provider.verification.errors.SecretMask;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** A command line that sends a request again. Each secret is a shell variable, so that the line can be shown to anybody. */
final class CurlCommand {

    private static final Pattern JSON_MEMBER =
            Pattern.compile("(\"([\\w-]+)\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(?=\")");
    private static final Pattern FORM_FIELD = Pattern.compile("((?:^|&)([^=&]+)=)([^&]*)");

    private CurlCommand() {}

    /** @param body the request's text; null when it has none */
    static String of(HttpUriRequest request, @Nullable String body) {
        var line = new StringJoiner(" ");
        line.add("curl -i -X " + request.getMethod())
                .add("'" + escaped(uri(request).toString()) + "'");
        for (var header : request.getHeaders()) {
            line.add("-H " + shown(header));
        }
        if (body != null && !body.isEmpty()) {
            line.add("--data-binary '" + body(body) + "'");
        }
        return line.toString();
    }

    private static URI uri(HttpUriRequest request) {
        try {
            return request.getUri();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String shown(Header header) {
        return SecretMask.named(header.getName())
                ? "\"%s: $%s\"".formatted(header.getName(), SecretMask.variable(header.getName()))
                : "'%s: %s'".formatted(header.getName(), escaped(header.getValue()));
    }

    private static String body(String body) {
        var escaped = escaped(body);
        var json = escaped.startsWith("{") || escaped.startsWith("[");
        return (json ? JSON_MEMBER : FORM_FIELD).matcher(escaped).replaceAll(field -> {
            var name = field.group(2);
            var value = SecretMask.named(name) ? "'\"$" + SecretMask.variable(name) + "\"'" : field.group(3);
            return Matcher.quoteReplacement(field.group(1) + value);
        });
    }

    /** For within single quotes of a POSIX shell. */
    private static String escaped(String text) {
        return text.replace("'", "'\\''");
    }
}
