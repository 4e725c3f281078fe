package dev.treaty.provider.threatintelligence.reputation;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.threatintelligence.sources.Opinion;
import dev.treaty.provider.threatintelligence.sources.SourceAnswer;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sources, taken together, say of an address.
 *
 * @param risk the mean of the scores of the sources that know the address, 0 to 100; empty if the verdict is unknown
 * @param answers of all sources, in their order
 */
public record Reputation(
        IpAddress address,
        Verdict verdict,
        Optional<Integer> risk,
        Map<SourceName, SourceAnswer> answers,
        Instant assessedAt) {

    /** How long a verdict that is not unknown holds. */
    static final Duration HOLDS = Duration.ofHours(1);

    private static final int LEAST_ANSWERS = 2;

    /** Makes a verdict of the answers. Fewer than two of them are not enough, whatever the one says. */
    static Reputation of(IpAddress address, Map<SourceName, SourceAnswer> answers, Instant now) {
        var opinions = opinions(answers).toList();
        var mean = opinions.stream()
                .flatMap(opinion -> opinion.score().stream())
                .collect(Collectors.averagingInt(score -> score));
        var isKnown = opinions.size() >= LEAST_ANSWERS
                && opinions.stream().anyMatch(opinion -> opinion.score().isPresent());
        var risk = isKnown ? Optional.of((int) Math.round(mean)) : Optional.<Integer>empty();
        return new Reputation(
                address,
                risk.map(Verdict::of).orElse(Verdict.UNKNOWN),
                risk,
                answers,
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Stream<Opinion> opinions(Map<SourceName, SourceAnswer> answers) {
        return answers.values().stream()
                .filter(answer -> answer instanceof SourceAnswer.Answered)
                .map(answer -> ((SourceAnswer.Answered) answer).opinion());
    }

    /** Whether any source has answered. */
    boolean isAnswered() {
        return opinions(answers).findFirst().isPresent();
    }

    /** The first time at which a source whose limit is used up may be asked again; empty if there is none. */
    Optional<Instant> notBefore() {
        return answers.values().stream()
                .filter(answer -> answer instanceof SourceAnswer.Limited)
                .map(answer -> ((SourceAnswer.Limited) answer).notBefore())
                .min(Instant::compareTo);
    }

    /** As it is written in JSON. An unknown verdict holds for no time, so that it has no end. */
    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("ip", address.text());
        document.put("verdict", verdict.value());
        risk.ifPresent(value -> document.put("risk", value));
        opinions(answers)
                .flatMap(opinion -> opinion.country().stream())
                .findFirst()
                .ifPresent(country -> document.put("country", country));
        document.put("sources", sources());
        document.put(
                "reasons",
                opinions(answers).flatMap(opinion -> opinion.reason().stream()).toList());
        document.put("assessedAt", assessedAt.toString());
        if (verdict != Verdict.UNKNOWN) {
            document.put("expiresAt", assessedAt.plus(HOLDS).toString());
        }
        return document;
    }

    private List<Map<String, Object>> sources() {
        return answers.entrySet().stream()
                .map(answer -> source(answer.getKey(), answer.getValue()))
                .toList();
    }

    private static Map<String, Object> source(SourceName name, SourceAnswer answer) {
        var source = new LinkedHashMap<String, Object>();
        source.put("name", name.value());
        source.put("state", answer.state());
        if (answer instanceof SourceAnswer.Answered answered) {
            answered.opinion().score().ifPresent(score -> source.put("score", score));
        }
        if (answer instanceof SourceAnswer.Limited limited) {
            source.put(
                    "notBefore",
                    limited.notBefore()
                            .plusSeconds(1)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        return source;
    }
}
