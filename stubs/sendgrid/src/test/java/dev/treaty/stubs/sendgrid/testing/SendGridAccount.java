package dev.treaty.stubs.sendgrid.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sendgrid.Method;
import com.sendgrid.Request;
import com.sendgrid.Response;
import com.sendgrid.SendGrid;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.vendor.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An account that no other test uses, with a stub server that all tests share and no contract can answer for. Its requests go through the
 * vendor's SDK.
 *
 * @param key the account's API key
 * @param subuser for whom its requests are; empty for the account itself
 */
public record SendGridAccount(String key, String subuser) {

    /** An account with a key. */
    public SendGridAccount(String key) {
        this(key, "");
    }

    /** A new account. */
    public static SendGridAccount create() {
        return new SendGridAccount("SG." + UUID.randomUUID());
    }

    /** Sends a mail with a subject and a text from a verified sender; more fields replace these. */
    public Response send(String to, Map<String, ?> more) {
        return sendTo(Map.of("to", List.of(Map.of("email", to))), more);
    }

    /** The same with a personalization. */
    public Response sendTo(Map<String, ?> personalization, Map<String, ?> more) {
        var mail = Json.object().put("subject", "Hello");
        mail.putObject("from").put("email", "sender@example.com");
        mail.putArray("personalizations").add(Json.tree(personalization));
        mail.putArray("content").addObject().put("type", "text/plain").put("value", "See https://example.com/42");
        more.forEach((field, value) -> mail.set(field, Json.tree(value)));
        return request(Method.POST, "mail/send", mail);
    }

    /** A GET request; the body of the response, which must be 2xx. */
    public JsonNode get(String path) {
        return body(request(Method.GET, path, ""));
    }

    /** A POST request; the body of the response, which must be 2xx. */
    public JsonNode post(String path, Map<String, ?> body) {
        return body(request(Method.POST, path, Json.tree(body)));
    }

    private static JsonNode body(Response response) {
        if (response.getStatusCode() / 100 != 2) {
            throw new AssertionError(response.getStatusCode() + " " + response.getBody());
        }
        return Json.parse(response.getBody().getBytes(UTF_8));
    }

    /**
     * Any request.
     *
     * @param path below {@code /v3/}; with a query, if it has one
     */
    public Response request(Method method, String path, Object body) {
        return request("v3", method, path, body);
    }

    /** A control request, below {@code /__treaty/}. */
    public JsonNode control(Method method, String path, Map<String, ?> body) {
        return body(request("__treaty", method, path, method == Method.GET ? "" : Json.tree(body)));
    }

    /** Advances the account's clock. */
    public void advance(Duration time) {
        control(Method.POST, "clock", Map.of("advance", time.toString()));
    }

    private Response request(String version, Method method, String path, Object body) {
        var sdk = new SendGrid(key, true);
        sdk.setHost(Server.URL.getAuthority());
        sdk.setVersion(version);
        if (!subuser.isEmpty()) {
            sdk.addImpersonateSubuser(subuser);
        }
        var request = new Request();
        request.setMethod(method);
        var mark = path.indexOf('?');
        request.setEndpoint(mark < 0 ? path : path.substring(0, mark));
        if (mark >= 0) {
            for (var parameter : path.substring(mark + 1).split("&", -1)) {
                var equals = parameter.indexOf('=');
                request.addQueryParam(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        request.setBody(body.toString());
        try {
            return sdk.api(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started when it is used for the first time; ends with the tests' JVM. */
    private static final class Server {

        private static final String NOTHING =
                "{\"consumer\":{\"name\":\"nobody\"},\"provider\":{\"name\":\"sendgrid\"},\"interactions\":[],\"metadata\":{\"pactSpecification\":{\"version\":\"4.0\"}}}";

        static final URI URL = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("nobody-sendgrid.json"), NOTHING)))
                .listen("sendgrid", 0)
                .start()
                .url("sendgrid");
    }
}
