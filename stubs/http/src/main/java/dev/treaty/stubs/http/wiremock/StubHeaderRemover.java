package dev.treaty.stubs.http.wiremock;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Set;

/** Removes the headers that WireMock adds to each response, because a provider does not send them. */
final class StubHeaderRemover implements ResponseTransformerV2 {

    private static final Set<String> ADDED = Set.of("Matched-Stub-Id", "Matched-Stub-Name");

    @Override
    public String getName() {
        return "stub-header-remover";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        var headers = response.getHeaders().all().stream()
                .filter(header -> !ADDED.contains(header.key()))
                .toList();
        return Response.Builder.like(response)
                .but()
                .headers(new HttpHeaders(headers))
                .build();
    }
}
