package dev.treaty.stubs.http.wiremock.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import dev.treaty.stubs.http.response.ProxyFailure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class ProxyClientTest {

    @Test
    void a_server_that_takes_too_long_is_told_from_one_that_cannot_be_reached() {
        var tooLate = failure(new SocketTimeoutException("Read timed out"));
        var broken = failure(new IOException("Connection reset.\nmore"));

        assertThat(tooLate.isTooLate()).isTrue();
        assertThat(tooLate).hasMessage("""
                The server that the request was passed on to does not respond in time.
                  where: http://payments.example:8080, and proxyBaseUrl of the mapping that matches the request
                  fix:   see why that server takes so long""");
        assertThat(broken.isTooLate()).isFalse();
        assertThat(broken)
                .hasMessageStartingWith(
                        "The server that the request was passed on to cannot be reached: Connection reset.\n");
    }

    private static ProxyFailure failure(IOException cause) {
        var request = ImmutableRequest.create()
                .withAbsoluteUrl("http://payments.example:8080/cards?secret=1")
                .withMethod(RequestMethod.GET)
                .build();
        var client = new ProxyClient(asked -> {
            throw cause;
        });
        return catchThrowableOfType(ProxyFailure.class, () -> client.execute(request));
    }
}
