package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;

/** An object as VirusTotal shows it: type, id, a link to itself, attributes. */
final class VirusTotalObject {

    /** Where paths begin. */
    static final String API = "/api/v3/";

    private VirusTotalObject() {}

    /** @param path below {@link #API} */
    static ObjectNode of(Exchange exchange, String type, String id, String path) {
        var object = Json.object().put("id", id).put("type", type);
        object.putObject("links").put("self", exchange.request().baseUrl() + API + path);
        return object;
    }

    static StubResponse response(ObjectNode object) {
        return VirusTotalError.json(200, (ObjectNode) Json.object().set("data", object));
    }
}
