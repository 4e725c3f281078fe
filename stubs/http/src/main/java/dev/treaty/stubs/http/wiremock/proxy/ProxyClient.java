package dev.treaty.stubs.http.wiremock.proxy;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import dev.treaty.stubs.http.response.ProxyFailure;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** Passes requests on to other servers; WireMock would answer a failure with a 500 that says nothing to a program. */
public record ProxyClient(HttpClient client) implements HttpClient {

    @Override
    public Response execute(Request request) throws IOException {
        try {
            return client.execute(request);
        } catch (SocketTimeoutException e) {
            throw ProxyFailure.tooLate(origin(request), e);
        } catch (IOException e) {
            throw ProxyFailure.unreachable(origin(request), e);
        }
    }

    /** Without path and query, which may contain a secret. */
    private static String origin(Request request) {
        return "%s://%s:%d".formatted(request.getScheme(), request.getHost(), request.getPort());
    }
}
