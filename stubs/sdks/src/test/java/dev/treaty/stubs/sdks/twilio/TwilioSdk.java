package dev.treaty.stubs.sdks.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import dev.treaty.stubs.sdks.process.StubAccount;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;

/** twilio-java, as an application sets it up. It has no base URL, so its connections are led to the stub server. */
public final class TwilioSdk {

    private static final int CONNECTIONS = 20;

    private TwilioSdk() {}

    /** A client of an account. */
    public static TwilioRestClient of(StubAccount account) {
        var stub = new HttpHost(
                account.url().getScheme(),
                account.url().getHost(),
                account.url().getPort());
        var http = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setRoutePlanner((target, context) -> new HttpRoute(stub));
        return new TwilioRestClient.Builder(account.user(), account.password())
                .httpClient(new NetworkHttpClient(http))
                .build();
    }
}
