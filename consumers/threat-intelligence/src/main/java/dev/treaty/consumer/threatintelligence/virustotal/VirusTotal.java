package dev.treaty.consumer.threatintelligence.virustotal;

import dev.treaty.consumer.http.HttpApi;
import dev.treaty.consumer.http.HttpCall;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException.Failing;
import dev.treaty.consumer.threatintelligence.source.SourceException.KeyRefused;
import dev.treaty.consumer.threatintelligence.source.SourceException.LimitReached;
import dev.treaty.consumer.threatintelligence.source.SourceException.Rejected;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * VirusTotal, API v3. Each call throws a {@link dev.treaty.consumer.threatintelligence.source.SourceException} if VirusTotal refuses, and a {@link
 * dev.treaty.consumer.http.HttpApiException} if there is no reply. Safe to share between threads.
 *
 * @see <a href="https://docs.virustotal.com/reference/overview">VirusTotal API v3</a>
 */
public final class VirusTotal {

    /**
     * How long to wait when the quota is used up: VirusTotal does not say. The quota of a public key is four requests a minute, and five hundred a
     * day; a client that has used up its day is refused again.
     */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String NAME = "VirusTotal";
    private static final String API = "/api/v3";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final HttpApi api;
    private final InstantSource clock;

    /**
     * A client; it connects on the first call.
     *
     * @param server e.g. {@code https://www.virustotal.com}
     * @param key never shown
     */
    public VirusTotal(URI server, String key, Timeouts timeouts, InstantSource clock) {
        api = new HttpApi(NAME, server, Map.of("x-apikey", key, "Accept", "application/json"), timeouts);
        this.clock = clock;
    }

    /** What the engines say of an address. One that was never analysed has a report, too: with no engine in it. */
    public AddressReport address(IpAddress address) {
        var reply = successful(HttpCall.get(API + "/ip_addresses/" + PercentEncoding.encode(address.text())));
        return reply.read("data", Wire.Address.class).attributes().toReport(address);
    }

    /**
     * What the engines say of a file; empty if nobody has ever sent it.
     *
     * @param sha256 in lower case
     */
    public Optional<FileReport> file(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits");
        }
        var reply = api.send(HttpCall.get(API + "/files/" + sha256));
        if (reply.status() == 404 && code(reply).equals("NotFoundError")) {
            return Optional.empty();
        }
        return Optional.of(checked(reply).read("data", Wire.File.class).toReport());
    }

    /**
     * Sends a file for analysis. It is shared with others: send nothing that is confidential.
     *
     * @param name for people
     * @param content at most 32 MB
     * @return the id of the analysis, which {@link #analysis} follows
     */
    public String analyse(String name, byte[] content) {
        var form = new FileForm(name, content);
        return successful(HttpCall.post(API + "/files").content(form.mediaType(), form.bytes()))
                .read("data", Wire.Identified.class)
                .id();
    }

    /** How far an analysis is. */
    public Analysis analysis(String id) {
        return successful(HttpCall.get(API + "/analyses/" + PercentEncoding.encode(id)))
                .read("data", Wire.AnalysisObject.class)
                .attributes()
                .toAnalysis();
    }

    private HttpReply successful(HttpCall call) {
        return checked(api.send(call));
    }

    private HttpReply checked(HttpReply reply) {
        if (reply.isSuccess()) {
            return reply;
        }
        throw switch (reply.status()) {
            case 401, 403 -> new KeyRefused(NAME, reply);
            case 429 -> new LimitReached(NAME, reply, RetryAfter.pause(PAUSE, clock.instant()));
            default ->
                reply.status() >= 400 && reply.status() < 500
                        ? new Rejected(NAME, reply, code(reply))
                        : new Failing(NAME, reply);
        };
    }

    /** Clients decide by the code; the message is for people. */
    private static String code(HttpReply reply) {
        return reply.jsonIfAny()
                .map(body -> body.path("error").path("code").asText())
                .orElse("");
    }
}
