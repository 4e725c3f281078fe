package dev.treaty.consumer.archivist;

import dev.treaty.consumer.recording.ScriptedServer;
import dev.treaty.consumer.recording.ScriptedServer.Request;
import dev.treaty.consumer.recording.ScriptedServer.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A Cablecast that sends prepared responses, one after the other, to any request. */
record ScriptedCablecast(ScriptedServer server) implements AutoCloseable {

    /** Responds to each request with HTTP 200 and the next of these bodies. */
    static ScriptedCablecast respondingWith(String... bodies) {
        return new ScriptedCablecast(ScriptedServer.respondingWith(bodies));
    }

    /** Responds to a single request with this status and body. */
    static ScriptedCablecast failing(int status, String body) {
        return new ScriptedCablecast(ScriptedServer.failing(status, body));
    }

    /** Responds with 503 once, then with 200 and these bodies. */
    static ScriptedCablecast unavailableOnceThenRespondingWith(String... bodies) {
        var script =
                Stream.concat(Stream.of(Response.of(503, "")), Stream.of(bodies).map(Response::ok));
        return new ScriptedCablecast(ScriptedServer.sending(script.toArray(Response[]::new)));
    }

    Cablecast client() {
        return new Cablecast(address(), ArchivistFixture.CREDENTIALS, ArchivistFixture.TIME_OUTS);
    }

    URI address() {
        return server.address();
    }

    /** The requests so far: {@code "GET /cablecastapi/v1/shows?…"}. */
    List<String> requests() {
        return server.requests().stream().map(Request::toString).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
