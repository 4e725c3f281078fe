package dev.treaty.stubs.http.wiremock;

import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections that know which provider a request is for even if it cannot be read to the end. */
final class StubConnectionFactory extends HttpConnectionFactory {

    StubConnectionFactory(HttpConfiguration configuration) {
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
        };
        return configure(connection, connector, endPoint);
    }
}
