package dev.treaty.stubs.http.wiremock.admin;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.http.DelayDistribution;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses mappings and settings that WireMock accepts, although every request that they apply to would fail. */
public final class MappingCheck {

    /** What a response may end with, and what Jetty can write. */
    private static final int FIRST_STATUS = 200;

    private static final int LAST_STATUS = 999;

    private MappingCheck() {}

    /**
     * Refuses such a mapping.
     *
     * @throws InvalidInputException which WireMock answers with 422
     */
    public static void check(StubMapping mapping) {
        if (mapping.getRequest() != null) {
            check(mapping.getRequest());
        }
        if (mapping.getResponse() != null) {
            check(mapping.getResponse());
        }
    }

    private static void check(RequestPattern request) {
        requireValues("/request/bodyPatterns", request.getBodyPatterns());
        requireValues("/request/multipartPatterns", request.getMultipartPatterns());
        requireValues("/request/headers", values(request.getHeaders()));
        requireValues("/request/queryParameters", values(request.getQueryParameters()));
        requireValues("/request/formParameters", values(request.getFormParameters()));
        requireValues("/request/pathParameters", values(request.getPathParameters()));
        requireValues("/request/cookies", values(request.getCookies()));
    }

    private static @Nullable Collection<?> values(@Nullable Map<String, ?> patterns) {
        return patterns == null ? null : patterns.values();
    }

    private static void requireValues(String pointer, @Nullable Collection<?> patterns) {
        if (patterns != null && patterns.stream().anyMatch(Objects::isNull)) {
            throw invalid(pointer, "null is not a matcher");
        }
    }

    private static void check(ResponseDefinition response) {
        var status = response.getStatus();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw invalid("/response/status", "no response ends with status " + status);
        }
        check("/response/delayDistribution", response.getDelayDistribution());
    }

    /**
     * Refuses such settings.
     *
     * @throws InvalidInputException which WireMock answers with 422
     */
    public static void check(GlobalSettings settings) {
        if (settings.getFixedDelay() != null && settings.getFixedDelay() < 0) {
            throw invalid("/fixedDelay", "a delay cannot be negative");
        }
        check("/delayDistribution", settings.getDelayDistribution());
    }

    private static void check(String pointer, @Nullable DelayDistribution delay) {
        if (delay == null) {
            return;
        }
        try {
            delay.sampleMillis();
        } catch (RuntimeException e) {
            throw invalid(pointer, "it has no delays: " + e.getMessage());
        }
    }

    private static InvalidInputException invalid(String pointer, String reason) {
        return new InvalidInputException(Errors.validation(pointer, reason));
    }
}
