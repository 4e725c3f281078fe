package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http2.HTTP2Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.HttpConnection;

/** What a connection is doing. */
public final class Activity {

    private Activity() {}

    /** Whether requests on it are in progress. */
    public static boolean isBusy(EndPoint endPoint) {
        var connection = endPoint.getConnection();
        if (connection instanceof HttpConnection http) {
            return !http.getHttpChannel().getState().isIdle();
        }
        if (connection instanceof SslConnection tls) {
            return isBusy(tls.getDecryptedEndPoint());
        }
        return connection instanceof HTTP2Connection http2
                && !http2.getSession().getStreams().isEmpty();
    }
}
