package dev.treaty.stubs.http.wiremock.page;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.treaty.stubs.matching.request.RawRequest;
import java.util.Map;

/** A mapping that a person adds in the page, for as long as the server runs. */
public final class SessionMapping {

    private SessionMapping() {}

    /**
     * Answers a method, a path and a query.
     *
     * @param contentType of the response; empty for none
     */
    public static StubMapping of(RawRequest request, int status, String contentType, String body) {
        var response = aResponse().withStatus(status).withBody(body);
        return request(request.method(), urlEqualTo(request.url()))
                .withName("without a contract: %s %s".formatted(request.method(), request.url()))
                .withMetadata(new Metadata(Map.of("withoutContract", true)))
                .willReturn(contentType.isEmpty() ? response : response.withHeader("Content-Type", contentType))
                .build();
    }
}
