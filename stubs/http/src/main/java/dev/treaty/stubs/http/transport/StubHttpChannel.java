package dev.treaty.stubs.http.transport;

import dev.treaty.stubs.http.response.ProblemErrorHandler;
import dev.treaty.stubs.matching.request.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;

/**
 * Remembers what a refusal needs of a request that cannot be read to the end: its target, and what the client accepts. Refuses what Jetty
 * accepts although the length of such a body is ambiguous (RFC 9112, section 6.1).
 */
final class StubHttpChannel extends HttpChannelOverHttp {

    private String method = "";
    private String target = "";
    private @Nullable String accepted;
    private boolean isVersion10;
    private final List<String> transferCodings = new ArrayList<>();

    StubHttpChannel(
            HttpConnection connection, Connector connector, HttpConfiguration configuration, EndPoint endPoint) {
        super(connection, connector, configuration, endPoint, connection);
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        this.method = method;
        target = uri;
        isVersion10 = version == HttpVersion.HTTP_1_0;
        super.startRequest(method, uri, version);
    }

    @Override
    public void parsedHeader(HttpField field) {
        if (field.getHeader() == HttpHeader.ACCEPT) {
            accepted = field.getValue();
        } else if (field.getHeader() == HttpHeader.TRANSFER_ENCODING) {
            transferCodings.addAll(List.of(field.getValues()));
        }
        super.parsedHeader(isIgnored(field) ? new HttpField(null, field.getName(), field.getValue()) : field);
    }

    /** A client of HTTP/1.0 does not know interim responses (RFC 9110, section 10.1.1). */
    private boolean isIgnored(HttpField field) {
        return isVersion10 && field.getHeader() == HttpHeader.EXPECT;
    }

    @Override
    public boolean headerComplete() {
        if (!transferCodings.isEmpty() && isVersion10) {
            throw new BadMessageException(HttpStatus.BAD_REQUEST_400, "HTTP/1.0 has no transfer codings");
        }
        if (transferCodings.size() > 1) {
            throw new BadMessageException(HttpStatus.NOT_IMPLEMENTED_501, "Only the transfer coding chunked is known");
        }
        return super.headerComplete();
    }

    @Override
    protected void handleException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError outOfMemory) {
                getServer().getBean(ServerListener.class).outOfMemory(outOfMemory);
            }
        }
        super.handleException(failure);
    }

    @Override
    public void onBadMessage(BadMessageException failure) {
        ProblemErrorHandler.whileRefusing(getRequest(), request(), () -> super.onBadMessage(failure));
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
        isVersion10 = false;
        transferCodings.clear();
        super.recycle();
    }
}
