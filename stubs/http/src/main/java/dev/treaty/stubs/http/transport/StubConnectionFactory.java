package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http.HttpCompliance;
import wiremock.org.eclipse.jetty.http.HttpParser;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections that frame bodies strictly, and know which provider a request is for even if it cannot be read to the end. */
public final class StubConnectionFactory extends HttpConnectionFactory {

    /** Connections with these settings. */
    public StubConnectionFactory(HttpConfiguration configuration) {
        super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var violations = isRecordHttpComplianceViolations();
        var connection = new HttpConnection(getHttpConfiguration(), connector, endPoint, violations) {
            @Override
            protected HttpChannelOverHttp newHttpChannel() {
                return new StubHttpChannel(this, getConnector(), getHttpConfiguration(), getEndPoint());
            }

            @Override
            protected HttpParser newHttpParser(HttpCompliance compliance) {
                var settings = getHttpConfiguration();
                var parser = new StubHttpParser(newRequestHandler(), settings.getRequestHeaderSize(), compliance);
                parser.setHeaderCacheSize(settings.getHeaderCacheSize());
                parser.setHeaderCacheCaseSensitive(settings.isHeaderCacheCaseSensitive());
                return parser;
            }

            /** Jetty closes a connection whose request it had no memory to read, and goes on. */
            @Override
            public void onClose(Throwable cause) {
                if (cause instanceof OutOfMemoryError outOfMemory) {
                    getConnector().getServer().getBean(ServerListener.class).outOfMemory(outOfMemory);
                }
                super.onClose(cause);
            }
        };
        return configure(connection, connector, endPoint);
    }
}
