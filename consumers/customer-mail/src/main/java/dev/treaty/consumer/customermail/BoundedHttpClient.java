package dev.treaty.consumer.customermail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;

/**
 * An HTTP client that waits for nothing without end, and reads nothing without end: the SDK's own client has no time-outs at all. It
 * follows no redirects and repeats nothing.
 */
final class BoundedHttpClient {

    /** The longest response that SendGrid may send, in bytes; a page of 500 bounces has about 200,000. */
    static final int LONGEST_BODY = 4 << 20;

    private static final int CONNECTIONS = 20;

    private BoundedHttpClient() {}

    static CloseableHttpClient of(SendGridEndpoint endpoint) {
        var config = RequestConfig.custom()
                .setConnectTimeout(millis(endpoint.connectTimeout()))
                .setConnectionRequestTimeout(millis(endpoint.connectTimeout()))
                .setSocketTimeout(millis(endpoint.responseTimeout()))
                .setRedirectsEnabled(false)
                .build();
        return HttpClientBuilder.create()
                .setDefaultRequestConfig(config)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .addInterceptorLast((HttpResponse response, org.apache.http.protocol.HttpContext context) ->
                        bound(response, endpoint))
                .build();
    }

    private static int millis(Duration timeout) {
        return Math.toIntExact(timeout.toMillis());
    }

    private static void bound(HttpResponse response, SendGridEndpoint endpoint) {
        if (response.getEntity() != null) {
            response.setEntity(new BoundedEntity(response.getEntity(), endpoint.responseTimeout()));
        }
    }

    /** A body that ends with an error where it is too long, or too late: the socket's time-out begins again with each byte. */
    private static final class BoundedEntity extends HttpEntityWrapper {

        private final Duration time;

        BoundedEntity(HttpEntity entity, Duration time) {
            super(entity);
            this.time = time;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new BoundedStream(super.getContent(), System.nanoTime() + time.toNanos());
        }
    }

    private static final class BoundedStream extends FilterInputStream {

        private final long deadline;
        private int left = LONGEST_BODY;

        BoundedStream(InputStream body, long deadline) {
            super(body);
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            if (result >= 0) {
                left -= bytes;
            }
            if (left < 0) {
                throw new IOException("the response has more than %d bytes".formatted(LONGEST_BODY));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the response did not end in time");
            }
            return result;
        }
    }
}
