package dev.treaty.provider.threatintelligence.reputation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.outbox.Outbox;
import dev.treaty.provider.service.outbox.OutboxEvent;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.threatintelligence.sources.ServiceEvent;
import dev.treaty.provider.threatintelligence.sources.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Verdicts about addresses. One that is not unknown is kept for an hour; it, the list of indicators, the event about it and the entry in the audit
 * trail are one transaction.
 */
public final class Reputations {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final Sources sources;
    private final Clock clock;

    public Reputations(Jdbi jdbi, Sources sources, Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The reputation of an address as JSON: the one that is kept, or a new one.
     *
     * @throws dev.treaty.provider.service.problems.Problem 503 {@code service-unavailable} if no source has answered
     */
    public JsonNode of(String caller, IpAddress address) {
        var kept = kept(address);
        if (kept.isPresent()) {
            jdbi.useHandle(handle ->
                    audit(handle, caller, address, kept.get().path("verdict").asText()));
            return kept.get();
        }
        var reputation = assess(caller, address);
        if (!reputation.isAnswered()) {
            throw PlatformProblems.serviceUnavailable(String.valueOf(retryAfter(reputation)));
        }
        return JsonText.read(JsonText.of(reputation.document()));
    }

    /** The same for an analysis, which waits until there is a verdict; empty if there is none yet. */
    public Optional<JsonNode> ifKnown(String caller, IpAddress address) {
        var kept = kept(address);
        if (kept.isPresent()) {
            return kept;
        }
        var reputation = assess(caller, address);
        return reputation.verdict() == Verdict.UNKNOWN
                ? Optional.empty()
                : Optional.of(JsonText.read(JsonText.of(reputation.document())));
    }

    private Optional<JsonNode> kept(IpAddress address) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT content FROM verdict WHERE ip = :ip AND expires_at > :now")
                        .bind("ip", address.text())
                        .bind("now", clock.instant())
                        .mapTo(String.class)
                        .findOne()
                        .map(JsonText::read));
    }

    private Reputation assess(String caller, IpAddress address) {
        var reputation = Reputation.of(address, sources.ask(address), clock.instant());
        jdbi.useTransaction(handle -> {
            if (reputation.verdict() != Verdict.UNKNOWN) {
                keep(handle, reputation);
            }
            audit(
                    handle,
                    caller,
                    address,
                    reputation.isAnswered() ? reputation.verdict().value() : "unanswered");
        });
        return reputation;
    }

    private void audit(Handle handle, String caller, IpAddress address, String outcome) {
        AuditTrail.add(handle, clock.instant(), caller, "reputation", address.text(), outcome);
    }

    private long retryAfter(Reputation reputation) {
        var now = clock.instant();
        return reputation
                .notBefore()
                .map(time -> Math.max(1, Duration.between(now, time).toSeconds() + 1))
                .orElse(PAUSE.toSeconds());
    }

    private static void keep(Handle handle, Reputation reputation) {
        var previous = handle.createQuery("SELECT verdict FROM verdict WHERE ip = :ip FOR UPDATE")
                .bind("ip", reputation.address().text())
                .mapTo(String.class)
                .findOne();
        handle.createUpdate("""
                        INSERT INTO verdict (ip, verdict, content, expires_at) VALUES (:ip, :verdict, :content, :expires)
                        ON CONFLICT (ip) DO UPDATE SET verdict = :verdict, content = :content, expires_at = :expires""")
                .bind("ip", reputation.address().text())
                .bind("verdict", reputation.verdict().value())
                .bind("content", JsonText.of(reputation.document()))
                .bind("expires", reputation.assessedAt().plus(Reputation.HOLDS))
                .execute();
        if (previous.filter(reputation.verdict().value()::equals).isEmpty()) {
            Indicators.replace(handle, reputation);
            if (reputation.verdict() == Verdict.BLOCK) {
                Outbox.append(handle, judgedMalicious(reputation, reputation.assessedAt()));
            }
        }
    }

    private static OutboxEvent judgedMalicious(Reputation reputation, Instant at) {
        var data = Map.of(
                "ip", reputation.address().text(),
                "risk", reputation.risk().orElseThrow(),
                "reasons", reputation.document().get("reasons"));
        return ServiceEvent.about(reputation.address().text(), "address.judged-malicious", data, at);
    }
}
