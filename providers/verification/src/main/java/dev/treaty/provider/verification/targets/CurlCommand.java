package dev.treaty.provider.verification.targets;

import dev.treaty.pacts.errors.SecretNames;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** A command line that repeats a request. Each secret is a shell variable, so the line can be shared. */
final class CurlCommand {

    private static final Pattern JSON_MEMBER =
            Pattern.compile("(\"([\\w-]+)\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(?=\")");
    private static final Pattern FORM_FIELD = Pattern.compile("((?:^|&)([^=&]+)=)([^&]*)");

    private CurlCommand() {}

    /** @param body the request's text; null if there is none */
    static String of(HttpUriRequest request, @Nullable String body) {
        var line = new StringJoiner(" ");
        line.add("curl -i -X " + request.getMethod()).add("'" + url(request) + "'");
        for (var header : request.getHeaders()) {
            line.add("-H " + shown(header));
        }
        if (body != null && !body.isEmpty()) {
            line.add("--data-binary '" + body(body) + "'");
        }
        return line.toString();
    }

    private static String url(HttpUriRequest request) {
        try {
            var url = request.getUri().toString();
            var query = url.indexOf('?') + 1;
            return query == 0
                    ? escaped(url)
                    : escaped(url.substring(0, query)) + withVariables(url.substring(query), FORM_FIELD);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String shown(Header header) {
        return SecretNames.contains(header.getName())
                ? "\"%s: $%s\"".formatted(header.getName(), variable(header.getName()))
                : "'%s: %s'".formatted(header.getName(), escaped(header.getValue()));
    }

    private static String body(String body) {
        var json = body.startsWith("{") || body.startsWith("[");
        return withVariables(body, json ? JSON_MEMBER : FORM_FIELD);
    }

    private static String withVariables(String text, Pattern fields) {
        return fields.matcher(escaped(text)).replaceAll(field -> {
            var name = field.group(2);
            var value = SecretNames.contains(name) ? "'\"$" + variable(name) + "\"'" : field.group(3);
            return Matcher.quoteReplacement(field.group(1) + value);
        });
    }

    /** For use inside single quotes in a POSIX shell. */
    private static String escaped(String text) {
        return text.replace("'", "'\\''");
    }

    /** The shell variable that stands in for a secret, e.g. {@code REFRESH_TOKEN} for {@code refreshToken}. */
    static String variable(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .replaceAll("\\W+", "_")
                .toUpperCase(Locale.ROOT);
    }
}
