package dev.treaty.stubs.threatsources.virustotal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Files and URLs that were sent for analysis, by the SHA-256 of their bytes. A file with the EICAR test text in it is malicious, and so is a URL
 * whose host is a malicious address; all others are harmless.
 *
 * @see <a href="https://www.eicar.org/download-anti-malware-testfile/">EICAR anti-malware test file</a>
 */
final class Samples {

    static final ObjectKind FILE = new ObjectKind("file", "sha256", List.of("sha1", "md5"), ObjectKind.DEFAULT_LIMIT);
    static final ObjectKind URL = new ObjectKind("url", "sha256", List.of(), ObjectKind.DEFAULT_LIMIT);

    private static final String EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    private static final int ENGINES_THAT_KNOW_EICAR = 62;
    private static final int ENGINES_THAT_BLOCK_A_URL = 9;

    private Samples() {}

    /**
     * Keeps a file.
     *
     * @param analysed from when on its report can be read, in seconds since 1970
     */
    static ObjectNode keepFile(World world, String name, byte[] content, long analysed) {
        var malicious = new String(content, UTF_8).contains(EICAR) ? ENGINES_THAT_KNOW_EICAR : 0;
        var file = Json.object()
                .put("sha256", Digests.of("SHA-256", content))
                .put("sha1", Digests.of("SHA-1", content))
                .put("md5", Digests.of("MD5", content))
                .put("name", name)
                .put("size", content.length)
                .put("malicious", malicious)
                .put("analysed", analysed);
        world.objects(FILE).put(file);
        return file;
    }

    /** Keeps a URL like a file. */
    static ObjectNode keepUrl(World world, String text, long analysed) {
        var url = Json.object()
                .put("sha256", Digests.of("SHA-256", text.getBytes(UTF_8)))
                .put("url", text)
                .put("malicious", isMalicious(world, text) ? ENGINES_THAT_BLOCK_A_URL : 0)
                .put("analysed", analysed);
        world.objects(URL).put(url);
        return url;
    }

    private static boolean isMalicious(World world, String url) {
        return IpAddress.parse(host(url))
                .filter(address ->
                        KnownAddresses.facts(world, address).path("malicious").asInt() > 1)
                .isPresent();
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host.replaceAll("[\\[\\]]", "");
        } catch (IllegalArgumentException e) {
            throw VirusTotalError.InvalidArgumentError.with("Unable to canonicalize url");
        }
    }

    /** {@code GET /files/{id}}, by SHA-256, SHA-1 or MD5. */
    static StubResponse file(Exchange exchange) {
        var id = exchange.parameter("id");
        var file = find(exchange.world(), id.toLowerCase(Locale.ROOT))
                .filter(found -> isAnalysed(exchange.world(), found))
                .orElseThrow(() -> VirusTotalError.NotFoundError.with("File \"%s\" not found".formatted(id))
                        .ofUnknownId(id));
        var sha256 = file.path("sha256").asText();
        var object = VirusTotalObject.of(exchange, "file", sha256, "files/" + sha256);
        var stats = AnalysisStats.of(file.path("malicious").asInt(), 0);
        var attributes = object.putObject("attributes")
                .put("sha256", sha256)
                .put("sha1", file.path("sha1").asText())
                .put("md5", file.path("md5").asText())
                .put("meaningful_name", file.path("name").asText())
                .put("size", file.path("size").asInt())
                .put("type_description", "Text")
                .put("last_analysis_date", file.path("analysed").asLong());
        attributes.set("last_analysis_stats", stats.toJsonOfFile());
        attributes.set("last_analysis_results", stats.results());
        return VirusTotalObject.response(object);
    }

    /** {@code GET /urls/{id}}, by the SHA-256 of the URL, or by the URL in Base64 without padding. */
    static StubResponse url(Exchange exchange) {
        var id = exchange.parameter("id");
        var url = exchange.world()
                .objects(URL)
                .find(sha256(id))
                .filter(found -> isAnalysed(exchange.world(), found))
                .orElseThrow(() -> VirusTotalError.NotFoundError.with("URL \"%s\" not found".formatted(id))
                        .ofUnknownId(id));
        var sha256 = url.path("sha256").asText();
        var object = VirusTotalObject.of(exchange, "url", sha256, "urls/" + sha256);
        var stats = AnalysisStats.of(url.path("malicious").asInt(), 0);
        var attributes = object.putObject("attributes")
                .put("url", url.path("url").asText())
                .put("last_analysis_date", url.path("analysed").asLong());
        attributes.set("last_analysis_stats", stats.toJson());
        attributes.set("last_analysis_results", stats.results());
        return VirusTotalObject.response(object);
    }

    private static String sha256(String id) {
        try {
            return id.matches("[0-9a-f]{64}")
                    ? id
                    : Digests.of("SHA-256", Base64.getUrlDecoder().decode(id));
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static Optional<ObjectNode> find(World world, String id) {
        var files = world.objects(FILE);
        return switch (id.length()) {
            case 32 -> files.list("md5", id, true, null).findFirst();
            case 40 -> files.list("sha1", id, true, null).findFirst();
            default -> files.find(id);
        };
    }

    private static boolean isAnalysed(World world, ObjectNode sample) {
        return sample.path("analysed").asLong() <= world.nowSeconds();
    }
}
