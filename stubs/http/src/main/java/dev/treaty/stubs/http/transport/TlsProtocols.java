package dev.treaty.stubs.http.transport;

import dev.treaty.stubs.http.response.RefusedRequest;
import javax.net.ssl.SSLContext;
import wiremock.org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import wiremock.org.eclipse.jetty.http2.HTTP2Cipher;
import wiremock.org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.DetectorConnectionFactory;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.SecureRequestCustomizer;
import wiremock.org.eclipse.jetty.server.SslConnectionFactory;
import wiremock.org.eclipse.jetty.util.ssl.SslContextFactory;

/** What is spoken on a port with TLS: HTTP/2 or HTTP/1.1, as the client prefers (ALPN, RFC 7301). */
public final class TlsProtocols {

    /** As clients ask for it, who distinguish case (RFC 7301, section 6). */
    private static final String HTTP_1 = "http/1.1";

    private static final String HTTP_2 = "h2";

    /** On one connection; Java's client fails beyond, instead of opening another. */
    private static final int MOST_STREAMS = 1_000;

    private static final int LONGEST_READ_HEADER = 256 << 10;

    private final StubConnectionFactory http1;
    private final HTTP2ServerConnectionFactory http2;
    private final ALPNServerConnectionFactory negotiation;
    private final SslConnectionFactory tls;

    private TlsProtocols(SSLContext certificate, HttpConfiguration configuration) {
        // any name will do, as it does without TLS: whether the certificate is for it is for the client to decide
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        http1 = new StubConnectionFactory(configuration);
        http2 = new HTTP2ServerConnectionFactory(ofHttp2(configuration));
        http2.setMaxConcurrentStreams(MOST_STREAMS);
        negotiation = new ALPNServerConnectionFactory(HTTP_2, HTTP_1);
        negotiation.setDefaultProtocol(HTTP_1);
        var context = new SslContextFactory.Server();
        context.setSslContext(certificate);
        context.setCipherComparator(HTTP2Cipher.COMPARATOR);
        tls = new SslConnectionFactory(context, negotiation.getProtocol());
    }

    private static HttpConfiguration ofHttp2(HttpConfiguration configuration) {
        var ofHttp2 = new HttpConfiguration(configuration);
        ofHttp2.addCustomizer(new Http2Fields(configuration.getRequestHeaderSize()));
        // beyond it, Jetty ends the connection, and other requests with it
        ofHttp2.setRequestHeaderSize(LONGEST_READ_HEADER);
        return ofHttp2;
    }

    /**
     * A port where TLS is all that is spoken. A request without it is told so.
     *
     * @param configuration of this port alone; it is changed
     */
    public static ConnectionFactory[] only(SSLContext certificate, HttpConfiguration configuration) {
        configuration.addCustomizer(TlsProtocols::refusePlain);
        return besidePlain(certificate, configuration);
    }

    private static void refusePlain(Connector connector, HttpConfiguration configuration, Request request) {
        if (!(request.getHttpChannel().getEndPoint() instanceof SslConnection.DecryptedEndPoint)) {
            throw RefusedRequest.withoutTls(
                    request.getHttpChannel().getLocalAddress().getPort());
        }
    }

    /**
     * A port where HTTP/1.1 is spoken without TLS, too; the first byte of a connection tells.
     *
     * @param configuration of this port alone; it is changed
     */
    public static ConnectionFactory[] besidePlain(SSLContext certificate, HttpConfiguration configuration) {
        var protocols = new TlsProtocols(certificate, configuration);
        return new ConnectionFactory[] {
            new DetectorConnectionFactory(protocols.tls), // for what is not TLS, the next one
            protocols.http1,
            protocols.negotiation,
            protocols.http2
        };
    }
}
