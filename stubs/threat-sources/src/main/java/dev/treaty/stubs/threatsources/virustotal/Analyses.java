package dev.treaty.stubs.threatsources.virustotal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Base64;
import java.util.List;

/** Analyses of what was sent: queued, in progress and completed, by the world's clock. */
final class Analyses {

    static final ObjectKind ANALYSIS = ObjectKind.of("analysis");

    private static final int QUEUED_SECONDS = 10;
    private static final int COMPLETED_SECONDS = 60;

    private Analyses() {}

    /** When what is sent now will be analysed, in seconds since 1970. */
    private static long completion(World world) {
        return world.nowSeconds() + COMPLETED_SECONDS;
    }

    /** {@code POST /files}, a form with the field {@code file}. */
    static StubResponse sendFile(Exchange exchange) {
        var upload = UploadedFile.of(exchange.request());
        var file = Samples.keepFile(exchange.world(), upload.name(), upload.content(), completion(exchange.world()));
        var id = file.path("md5").asText() + ":" + exchange.world().nowSeconds();
        return start(exchange, Base64.getEncoder().encodeToString(id.getBytes(UTF_8)), "files", file);
    }

    /** {@code POST /urls}, a form with the field {@code url}. */
    static StubResponse sendUrl(Exchange exchange) {
        var urls = exchange.request().formParameters().getOrDefault("url", List.of());
        if (urls.isEmpty() || urls.get(0).isBlank()) {
            throw VirusTotalError.BadRequestError.with("Missing the field \"url\"");
        }
        var url = Samples.keepUrl(exchange.world(), urls.get(0), completion(exchange.world()));
        var id = "u-" + url.path("sha256").asText() + "-" + exchange.world().nowSeconds();
        return start(exchange, id, "urls", url);
    }

    private static StubResponse start(Exchange exchange, String id, String items, ObjectNode sample) {
        keep(exchange.world(), id, items, sample, exchange.world().nowSeconds());
        return VirusTotalObject.response(VirusTotalObject.of(exchange, "analysis", id, "analyses/" + id));
    }

    /** @param begin when the sample was sent, in seconds since 1970 */
    static void keep(World world, String id, String items, ObjectNode sample, long begin) {
        world.objects(ANALYSIS)
                .put(Json.object()
                        .put("id", id)
                        .put("items", items)
                        .put("sha256", sample.path("sha256").asText())
                        .put("malicious", sample.path("malicious").asInt())
                        .put("begin", begin));
    }

    /** {@code GET /analyses/{id}}. */
    static StubResponse get(Exchange exchange) {
        var id = exchange.parameter("id");
        var analysis = exchange.world()
                .objects(ANALYSIS)
                .find(id)
                .orElseThrow(() -> VirusTotalError.NotFoundError.with("Analysis \"%s\" not found".formatted(id))
                        .ofUnknownId(id));
        var status =
                status(exchange.world().nowSeconds() - analysis.path("begin").asLong());
        var stats = status.equals("completed")
                ? AnalysisStats.of(analysis.path("malicious").asInt(), 0)
                : AnalysisStats.NONE;
        var object = VirusTotalObject.of(exchange, "analysis", id, "analyses/" + id);
        var items = analysis.path("items").asText();
        var sha256 = analysis.path("sha256").asText();
        ((ObjectNode) object.path("links"))
                .put("item", exchange.request().baseUrl() + VirusTotalObject.API + items + "/" + sha256);
        var attributes = object.putObject("attributes")
                .put("status", status)
                .put("date", analysis.path("begin").asLong());
        attributes.set("stats", items.equals("files") ? stats.toJsonOfFile() : stats.toJson());
        attributes.set("results", stats.results());
        return VirusTotalObject.response(object);
    }

    private static String status(long age) {
        return age < QUEUED_SECONDS ? "queued" : age < COMPLETED_SECONDS ? "in-progress" : "completed";
    }
}
