package dev.treaty.consumer.campaigndialer;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/**
 * Routes connections to an endpoint. The SDK has no setting for it, so it still builds requests for {@code api.twilio.com}, Host
 * header included, and only the connection goes elsewhere.
 */
final class TwilioRoute {

    private TwilioRoute() {}

    static HttpClientBuilder to(TwilioEndpoint endpoint) {
        var builder = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(20)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(endpoint.connectTimeout()))
                                .setSocketTimeout(Timeout.of(endpoint.readTimeout()))
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .addExecInterceptorFirst("endpoint", timeoutsAndPathPrefix(endpoint));
        return endpoint.isTwilio() ? builder.useSystemProperties() : builder.setRoutePlanner(straightTo(endpoint));
    }

    static HttpRoutePlanner straightTo(TwilioEndpoint endpoint) {
        var host = new HttpHost(endpoint.url().getScheme(), endpoint.url().getHost(), endpoint.port());
        var route = new HttpRoute(host, null, endpoint.isSecure());
        return (target, context) -> route;
    }

    /** The SDK allows every request half a minute to connect and unlimited time to respond; these settings override that. */
    private static ExecChainHandler timeoutsAndPathPrefix(TwilioEndpoint endpoint) {
        var config = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(endpoint.connectTimeout()))
                .setResponseTimeout(Timeout.of(endpoint.readTimeout()))
                .build();
        return (request, scope, chain) -> {
            scope.clientContext.setRequestConfig(config);
            request.setPath(endpoint.pathPrefix() + request.getPath());
            return chain.proceed(request, scope);
        };
    }
}
