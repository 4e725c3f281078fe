package dev.treaty.stubs.twilio.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/**
 * An account that no other test uses, with a stub server that all tests share and no contract can answer for.
 *
 * @param sid the account's
 * @param token its auth token
 */
public record TwilioAccount(String sid, String token) {

    /** A number that every account owns. */
    public static final String OWN_NUMBER = "+15005550006";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A new account. */
    public static TwilioAccount create() {
        return new TwilioAccount("AC" + random(), random());
    }

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Twilio's SDK for the account. */
    public TwilioRestClient sdk() {
        return sdk(sid, token, sid);
    }

    /** Twilio's SDK with other credentials for the account. */
    public static TwilioRestClient sdk(String user, String password, String accountSid) {
        var stub = new HttpHost("http", "127.0.0.1", Server.URL.getPort());
        var http = HttpClientBuilder.create().setRoutePlanner((target, context) -> new HttpRoute(stub));
        return new TwilioRestClient.Builder(user, password)
                .accountSid(accountSid)
                .httpClient(new NetworkHttpClient(http))
                .build();
    }

    /** Advances the account's clock. */
    public void advance(Duration duration) {
        control("POST", "/clock", Map.of("advance", duration.toString()));
    }

    /** What the control API responds, which must be 2xx. */
    public JsonNode control(String method, String path, Map<String, ?> body) {
        var response = request(method, "/__treaty" + path, Json.tree(body).toString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body().getBytes(UTF_8));
    }

    /** A request with the account's credentials. */
    public HttpResponse<String> request(String method, String path, String body) {
        var credentials = Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(Server.URL + path))
                .header("Authorization", "Basic " + credentials)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Started when it is used for the first time; ends with the tests' JVM. */
    private static final class Server {

        private static final String NOTHING =
                "{\"consumer\":{\"name\":\"nobody\"},\"provider\":{\"name\":\"twilio\"},\"interactions\":[],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}}}";

        static final URI URL = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("nobody-twilio.json"), NOTHING)))
                .listen("twilio", 0)
                .start()
                .url("twilio");
    }
}
