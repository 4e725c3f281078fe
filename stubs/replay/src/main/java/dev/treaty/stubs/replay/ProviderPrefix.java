package dev.treaty.stubs.replay;

import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;

/** Makes {@code /x} at a provider's own port the same as {@code /<provider>/x} at the main port, but for the admin API. */
final class ProviderPrefix implements HttpConfiguration.Customizer {

    private static final String ADMIN = "/__admin";

    private final String prefix;

    ProviderPrefix(String provider) {
        prefix = Mappings.basePath(provider);
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        var uri = request.getHttpURI();
        var pathAndQuery = uri.getPathQuery();
        if (pathAndQuery != null && pathAndQuery.startsWith("/") && !isAdmin(uri.getPath())) {
            request.setHttpURI(HttpURI.build(uri).pathQuery(prefix + pathAndQuery));
        }
    }

    private static boolean isAdmin(String path) {
        return path.equals(ADMIN) || path.startsWith(ADMIN + "/");
    }
}
