package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all sources at once, each within its limits, and waits for none of them longer than the callers can. */
public final class Sources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    /** As many requests as HTTP callers can wait for at the same time. */
    private static final int THREADS = 150;

    private final List<ThreatSource> sources;
    private final SourceLimits limits;
    private final SourceHealth health;
    private final Duration patience;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "source");
        thread.setDaemon(true);
        return thread;
    });

    /** @param patience how long all of them together may take; the time-outs of their clients should be a little shorter */
    public Sources(List<ThreatSource> sources, SourceLimits limits, SourceHealth health, Duration patience) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
        this.health = health;
        this.patience = patience;
    }

    /** How many sources would be asked now. */
    public int free() {
        return (int) sources.stream()
                .filter(source -> limits.admission(source.name()).isOpen())
                .count();
    }

    /** What each source says of an address. */
    public Map<SourceName, SourceAnswer> ask(IpAddress address) {
        var tasks = sources.stream()
                .<Callable<SourceAnswer>>map(source -> () -> ask(source, address))
                .toList();
        try {
            var asked = executor.invokeAll(tasks, patience.toMillis(), TimeUnit.MILLISECONDS);
            var answers = new EnumMap<SourceName, SourceAnswer>(SourceName.class);
            for (var i = 0; i < asked.size(); i++) {
                answers.put(sources.get(i).name(), answer(asked.get(i)));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sources were asked", e);
        }
    }

    private static SourceAnswer answer(Future<SourceAnswer> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (CancellationException e) {
            return new SourceAnswer.Unavailable();
        } catch (ExecutionException e) {
            LOG.error("a source could not be asked", e.getCause());
            return new SourceAnswer.Unavailable();
        }
    }

    private SourceAnswer ask(ThreatSource source, IpAddress address) {
        var name = source.name();
        var admission = limits.acquire(name);
        if (admission.isResting()) {
            return new SourceAnswer.Unavailable();
        }
        if (admission.notBefore().isPresent()) {
            return new SourceAnswer.Limited(admission.notBefore().get());
        }
        try {
            var opinion = source.ask(address);
            health.answered(name, opinion.remaining());
            return new SourceAnswer.Answered(opinion);
        } catch (SourceException.LimitReached e) {
            limits.pause(name, e.retryAfter().notBefore());
            return new SourceAnswer.Limited(e.retryAfter().notBefore());
        } catch (SourceException.Rejected e) {
            // It does not accept this address, which says nothing about the next one.
            LOG.warn("{} did not answer: {}", name.value(), e.getMessage());
            return new SourceAnswer.Unavailable();
        } catch (SourceException | HttpApiException e) {
            Thread.interrupted(); // whoever waited has given up, and the failure must be stored nevertheless
            LOG.warn("{} did not answer: {}", name.value(), e.getMessage());
            health.failed(name);
            return new SourceAnswer.Unavailable();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
