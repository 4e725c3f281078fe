package dev.treaty.stubs.bench.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Makes calls and asks for their status at planned moments, whether earlier responses have arrived or not (an open loop), and counts
 * each latency from the planned moment.
 */
final class CallLoad {

    private static final String ACCOUNT = "AC00000000000000000000000000001000";
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":call-load").getBytes(UTF_8));
    private static final Pattern SID = Pattern.compile("\"sid\":\"(CA\\w+)\"");
    private static final int CALLS_PER_SECOND = 35;
    private static final int QUESTIONS_PER_SECOND = 100;
    private static final int ASKED_ABOUT = 1_000;
    private static final Duration LAST_CALL = Duration.ofSeconds(60);

    private final URI calls;
    private final CallApplication application;
    private final CallLedger ledger;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<String> sids = new CopyOnWriteArrayList<>();
    private final Histogram questions = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final Histogram starts = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final AtomicLong refused = new AtomicLong();

    CallLoad(URI twilio, CallApplication application, CallLedger ledger) {
        calls = twilio.resolve("/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json");
        this.application = application;
        this.ledger = ledger;
    }

    /** Makes calls for this long, and waits until the last one is over. */
    CallLoadResult run(Duration length) throws InterruptedException {
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        var everyCall = TimeUnit.SECONDS.toNanos(1) / CALLS_PER_SECOND;
        var everyQuestion = TimeUnit.SECONDS.toNanos(1) / QUESTIONS_PER_SECOND;
        for (long nextCall = begun, nextQuestion = begun; Math.min(nextCall, nextQuestion) < end; ) {
            var planned = Math.min(nextCall, nextQuestion);
            TimeUnit.NANOSECONDS.sleep(planned - System.nanoTime());
            if (planned == nextCall) {
                start(planned);
                nextCall += everyCall;
            } else {
                ask(planned);
                nextQuestion += everyQuestion;
            }
        }
        awaitTheLast();
        var callbacks = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        ledger.lateness(callbacks::recordValue);
        return new CallLoadResult(
                length,
                ledger.calls(),
                ledger.mostAlive(),
                ledger.missing(),
                ledger.wrong(),
                refused.get(),
                starts,
                questions,
                callbacks);
    }

    private void awaitTheLast() throws InterruptedException {
        var patience = System.nanoTime() + LAST_CALL.toNanos();
        while ((ledger.missing() > 0 || ledger.alive() > 0) && System.nanoTime() < patience) {
            Thread.sleep(100);
        }
    }

    private void start(long planned) {
        var form = Map.of(
                "To",
                "+14155550123",
                "From",
                "+15005550006",
                "Url",
                application.url("/voice"),
                "StatusCallback",
                application.url("/status"));
        var body = form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"))
                + "&StatusCallbackEvent=initiated&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed";
        var request = HttpRequest.newBuilder(calls)
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        send(request, 201, planned, starts, response -> {
            var sid = SID.matcher(response);
            if (sid.find()) {
                ledger.made(sid.group(1), planned);
                sids.add(sid.group(1));
                if (sids.size() > ASKED_ABOUT) {
                    sids.remove(0);
                }
            }
        });
    }

    private void ask(long planned) {
        if (sids.isEmpty()) {
            return;
        }
        var sid = sids.get(ThreadLocalRandom.current().nextInt(Math.min(sids.size(), ASKED_ABOUT)));
        var request = HttpRequest.newBuilder(calls.resolve("Calls/" + sid + ".json"))
                .header("Authorization", AUTHORIZATION)
                .build();
        send(request, 200, planned, questions, response -> {});
    }

    private void send(HttpRequest request, int status, long planned, Histogram latencies, Consumer<String> then) {
        var unused = client.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
            latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - planned));
            if (failure != null || response.statusCode() != status) {
                refused.incrementAndGet();
            } else {
                then.accept(response.body());
            }
        });
    }

    /** Whether the server answers. */
    static boolean isUp(URI twilio) {
        var request = HttpRequest.newBuilder(twilio.resolve("/__treaty/clock"))
                .header("Authorization", AUTHORIZATION)
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
