package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A profile of faults and how often they happen, e.g.
 *
 * <pre>{@code
 * seed: 42
 * rules:
 *   - {provider: stripe, path: /v1/payment_intents.*, rate: 0.1, status: 503}
 *   - {provider: twilio, rate: 0.05, delay: 2s}
 *   - {rate: 0.01, fault: reset}
 * }</pre>
 *
 * The first rule that strikes decides. The randomness is seeded: whether the n-th request of a rule is struck is the same in every run.
 */
public final class Chaos {

    /** No faults. */
    public static final Chaos NONE = new Chaos(Path.of(""), List.of());

    private final Path file;
    private final List<Rule> rules;

    private Chaos(Path file, List<Rule> rules) {
        this.file = file;
        this.rules = rules;
    }

    /**
     * Reads a profile.
     *
     * @throws InvalidChaosProfile if the file is missing or invalid, with line and column
     */
    public static Chaos load(Path path) {
        try {
            var profile = yaml().readValue(Files.readString(path), Profile.class);
            if (profile == null || profile.rules() == null) {
                throw new InvalidChaosProfile(path, "it has no rules", JsonLocation.NA);
            }
            var seed = new SplittableRandom(profile.seed());
            return new Chaos(
                    path,
                    profile.rules().stream()
                            .map(Objects::requireNonNull)
                            .map(rule -> rule.seeded(seed.nextLong()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw InvalidChaosProfile.of(path, e);
        } catch (IOException e) {
            throw new InvalidChaosProfile(path, e.getClass().getSimpleName(), JsonLocation.NA);
        }
    }

    /** A new one each time: a profile is read once, and most servers never read one, whose start would pay for a constant. */
    private static ObjectMapper yaml() {
        return new YAMLMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Whether there are no faults at all. */
    public boolean isNone() {
        return rules.isEmpty();
    }

    /** How many rules there are. */
    public int rules() {
        return rules.size();
    }

    /**
     * Refuses rules for providers that have no contract, because they would never apply.
     *
     * @throws InvalidChaosProfile which names the first of them
     */
    public void requireProviders(Collection<String> known) {
        for (var rule : rules) {
            if (rule.provider() != null && !known.contains(rule.provider())) {
                throw InvalidChaosProfile.unknownProvider(file, rules.indexOf(rule) + 1, rule.provider(), known);
            }
        }
    }

    FaultSpec next(ReceivedRequest request) {
        for (var rule : rules) {
            if (rule.appliesTo(request) && rule.strikes()) {
                return rule.fault();
            }
        }
        return FaultSpec.NONE;
    }

    /** The file as it is written. */
    record Profile(
            @JsonProperty("seed") long seed,
            @JsonProperty("rules") @Nullable List<@Nullable RuleText> rules) {

        Profile {
            if (rules != null && rules.contains(null)) {
                throw new IllegalArgumentException("a rule is empty");
            }
        }
    }

    /** One rule as it is written. */
    record RuleText(
            @JsonProperty("provider") @Nullable String provider,
            @JsonProperty("path") @Nullable String path,
            @JsonProperty(value = "rate", required = true) double rate,
            @JsonProperty("delay") @Nullable String delay,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("fault") @Nullable String fault) {

        /** Validates while the file is parsed, so that an error has a position. */
        RuleText {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("a rate is a number from 0 to 1, not " + rate);
            }
            if (FaultSpec.of(delay, status, fault).isNone()) {
                throw new IllegalArgumentException("a rule needs a delay, a status or a fault");
            }
            compiled(path);
        }

        Rule seeded(long seed) {
            return new Rule(provider, compiled(path), rate, FaultSpec.of(delay, status, fault), seed, new AtomicLong());
        }

        private static Pattern compiled(@Nullable String path) {
            try {
                return Pattern.compile(path == null ? ".*" : path);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a regular expression: %s".formatted(path, e.getDescription()), e);
            }
        }
    }

    private record Rule(
            @Nullable String provider, Pattern path, double rate, FaultSpec fault, long seed, AtomicLong requests) {

        boolean appliesTo(ReceivedRequest request) {
            return (provider == null || provider.equals(request.provider()))
                    && path.matcher(request.path()).matches();
        }

        /** Depends only on the number of the request, so that it does not matter which thread answers. */
        boolean strikes() {
            return new SplittableRandom(seed + requests.getAndIncrement())
                            .split()
                            .nextDouble()
                    < rate;
        }
    }
}
