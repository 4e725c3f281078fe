package dev.treaty.consumer.archivist.connection;

import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import dev.treaty.consumer.archivist.connection.CablecastException.UnexpectedResponse;
import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpApiException.NoReply;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.util.Map;

/** Sends requests to Cablecast: with credentials where it requires them, always with a time-out, and only once. */
public final class CablecastConnection {

    private static final String API = "/cablecastapi/v1";

    private final HttpApi http;
    private final Credentials credentials;

    public CablecastConnection(URI server, Credentials credentials, Timeouts timeOuts) {
        // Without Accept, Cablecast may respond in XML.
        this.http = new HttpApi("Cablecast", server, Map.of("Accept", "application/json"), timeOuts);
        this.credentials = credentials;
    }

    public CablecastResponse get(String path, Query query) {
        return send(HttpCall.get(API + path).query(query));
    }

    /** Posts one resource, wrapped in its root as Cablecast requires. */
    public CablecastResponse post(String path, String root, Object resource) {
        var call = HttpCall.post(API + path).json(Map.of(root, resource));
        return send(credentials
                .authorization()
                .map(value -> call.header("Authorization", value))
                .orElse(call));
    }

    private CablecastResponse send(HttpCall call) {
        try {
            return CablecastResponse.of(http.send(call), credentials.subject());
        } catch (NoReply e) {
            throw new Unavailable(e.errorMessage().what(), e.errorMessage().where(), e);
        } catch (UnreadableReply e) {
            throw new UnexpectedResponse(
                    e.errorMessage().what(), e.errorMessage().where(), e);
        }
    }
}
