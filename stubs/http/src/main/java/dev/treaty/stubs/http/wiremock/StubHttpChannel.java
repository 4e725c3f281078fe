package dev.treaty.stubs.http.wiremock;

import dev.treaty.stubs.http.response.ProblemErrorHandler;
import dev.treaty.stubs.matching.request.RawRequest;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;

/** Remembers what a refusal needs of a request that cannot be read to the end: its target, and what the client accepts. */
final class StubHttpChannel extends HttpChannelOverHttp {

    private String method = "";
    private String target = "";
    private @Nullable String accepted;

    StubHttpChannel(
            HttpConnection connection, Connector connector, HttpConfiguration configuration, EndPoint endPoint) {
        super(connection, connector, configuration, endPoint, connection);
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        this.method = method;
        target = uri;
        super.startRequest(method, uri, version);
    }

    @Override
    public void parsedHeader(HttpField field) {
        if (field.getHeader() == HttpHeader.ACCEPT) {
            accepted = field.getValue();
        }
        super.parsedHeader(field);
    }

    @Override
    public void onBadMessage(BadMessageException failure) {
        ProblemErrorHandler.whileRefusing(request(), () -> super.onBadMessage(failure));
    }

    private RawRequest request() {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        if (accepted != null) {
            headers.put(HttpHeader.ACCEPT.asString(), List.of(accepted));
        }
        var provider = getConnector().getName();
        return provider == null
                ? RawRequest.atMainPort(method, target, headers, new byte[0])
                : RawRequest.atPortOf(provider, method, target, headers, new byte[0]);
    }

    @Override
    public void recycle() {
        method = "";
        target = "";
        accepted = null;
        super.recycle();
    }
}
