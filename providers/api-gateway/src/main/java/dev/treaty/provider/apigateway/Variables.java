package dev.treaty.provider.apigateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Environment variables, read so that whoever set them wrongly is told which. A value may be a secret: none is shown. */
record Variables(Map<String, String> environment) {

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    URI address(String name) {
        var value = text(name).orElseThrow(() -> wrong(name, "is not set"));
        try {
            var address = new URI(value);
            if (address.getHost() == null
                    || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                throw wrong(name, "is no http or https URL");
            }
            return address;
        } catch (URISyntaxException e) {
            throw wrong(name, "is no URL");
        }
    }

    /** A number of at least 1. */
    long number(String name, long otherwise) {
        return text(name).map(value -> positive(name, value)).orElse(otherwise);
    }

    private static long positive(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw wrong(name, "is no number from 1 to 999999999");
        }
        return Long.parseLong(value);
    }

    private static IllegalArgumentException wrong(String name, String what) {
        var example = name.endsWith("_URL") ? "http://service.internal:8081" : "100";
        return new IllegalArgumentException("""
                The environment variable %s %s.
                  where: the environment of api-gateway
                  mend:  set it, e.g. %s=%s""".formatted(name, what, name, example));
    }
}
