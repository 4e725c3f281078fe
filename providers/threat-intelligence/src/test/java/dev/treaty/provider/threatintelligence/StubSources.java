package dev.treaty.provider.threatintelligence;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A stub server in place of VirusTotal, AbuseIPDB and MISP. It replays them with state, and what their replays do not know as the service's own
 * contracts with them say.
 */
final class StubSources implements AutoCloseable {

    private static final String ADMIN = "/__admin/faults/";

    private final ReplayServer server;
    private final String key = "test-key-" + UUID.randomUUID();

    private StubSources(ReplayServer server) {
        this.server = server;
    }

    static StubSources start() {
        var contracts = PactFile.onClassPath().stream()
                .filter(contract -> contract.consumer().equals("threat-intelligence"))
                .toList();
        return new StubSources(ReplayServer.builder().pacts(contracts).start());
    }

    /** The settings of a service with these sources, in an account of its own, with time for each of them: a busy machine is not tested. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        for (var source : new String[] {"virustotal", "abuseipdb", "misp"}) {
            settings.put(
                    source.toUpperCase(Locale.ROOT) + "_URL", server.url(source).toString());
            settings.put(source.toUpperCase(Locale.ROOT) + "_KEY", key);
        }
        settings.put("MISP_EVENT", "1");
        settings.put("SOURCE_TIMEOUT_MILLISECONDS", "20000");
        return settings;
    }

    /** From now on, a source answers after some time. */
    void delay(String source, String time) {
        fault(source, "{\"delay\": \"%s\"}".formatted(time));
    }

    /** From now on, a source resets every connection. */
    void isDown(String source) {
        fault(source, "{\"fault\": \"reset\"}");
    }

    /** From now on, a source is as it was. */
    void isBack(String source) {
        RestAssured.delete(server.url() + ADMIN + source).then().statusCode(200);
    }

    /** From now on, a source answers so many requests in an hour. */
    void limit(String source, int requests) {
        RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .body("{\"requests\": %d, \"per\": \"PT1H\"}".formatted(requests))
                .post(server.url(source) + "/__treaty/limit")
                .then()
                .statusCode(200);
    }

    private void fault(String source, String fault) {
        RestAssured.given()
                .body(fault)
                .put(server.url() + ADMIN + source)
                .then()
                .statusCode(200);
    }

    @Override
    public void close() {
        server.close();
    }
}
