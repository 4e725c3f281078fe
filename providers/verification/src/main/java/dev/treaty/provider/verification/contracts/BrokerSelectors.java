package dev.treaty.provider.verification.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Which versions of the consumers the settings select: a list of words such as {@code main,branch:feat/x,environment:production}. */
final class BrokerSelectors {

    private static final String SELECTORS = "pact.broker.selectors";

    /** In the broker's own form; a property of pact-jvm. */
    private static final String JSON_SELECTORS = "pactbroker.consumerversionselectors.rawjson";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String WIP_SINCE = "pact.broker.include-wip-pacts-since";
    private static final int WIP_DAYS = 90;

    private BrokerSelectors() {}

    /**
     * By default, main branches, the branch with the provider's name, and what is deployed or released.
     *
     * @throws InvalidSetting if a setting has another form, or both are given
     */
    static List<ConsumerVersionSelector> of(VerificationSettings settings) {
        var words = settings.values(SELECTORS);
        var json = settings.value(JSON_SELECTORS);
        if (json.isPresent() && !words.isEmpty()) {
            throw new InvalidSetting(
                    "Two settings say which versions of the consumers are selected.",
                    settings.option(SELECTORS) + " beside " + settings.option(JSON_SELECTORS),
                    "leave one out");
        }
        return json.map(text -> ofJson(text, settings)).orElseGet(() -> ofWords(settings));
    }

    /** The setting that says what is selected, as the user wrote it. */
    static String text(VerificationSettings settings) {
        return settings.value(JSON_SELECTORS)
                .map(json -> settings.option(JSON_SELECTORS) + json)
                .orElseGet(() -> settings.option(SELECTORS) + String.join(",", words(settings)));
    }

    private static List<String> words(VerificationSettings settings) {
        var words = settings.values(SELECTORS);
        return words.isEmpty() ? List.of("main", "matching", "deployed") : words;
    }

    /** One selector, or a list of them. */
    private static List<ConsumerVersionSelector> ofJson(String text, VerificationSettings settings) {
        try {
            var json = JSON.readTree(text);
            var selectors = json.isArray() ? List.copyOf(json.valueStream().toList()) : List.of(json);
            if (!selectors.isEmpty() && selectors.stream().allMatch(ObjectNode.class::isInstance)) {
                return selectors.stream()
                        .map(ObjectNode.class::cast)
                        .map(ConsumerVersionSelector::of)
                        .toList();
            }
        } catch (JsonProcessingException e) {
            // reported below
        }
        throw new InvalidSetting(
                "A setting is not a JSON object, nor a list of them.",
                settings.option(JSON_SELECTORS) + text,
                "write e.g. %s'{\"mainBranch\": true}'".formatted(settings.option(JSON_SELECTORS)));
    }

    private static List<ConsumerVersionSelector> ofWords(VerificationSettings settings) {
        return words(settings).stream().map(word -> selector(word, settings)).toList();
    }

    private static ConsumerVersionSelector selector(String word, VerificationSettings settings) {
        var parts = word.split(":", 2);
        var named = parts.length == 2 && !parts[1].isBlank();
        return switch (named ? parts[0] + ":" : word) {
            case "main" -> ConsumerVersionSelector.mainBranch();
            case "matching" -> ConsumerVersionSelector.matchingBranch();
            case "deployed" -> ConsumerVersionSelector.deployedOrReleased();
            case "latest" -> ConsumerVersionSelector.latest();
            case "branch:" -> ConsumerVersionSelector.branch(parts[1]);
            case "environment:" -> ConsumerVersionSelector.environment(parts[1]);
            case "tag:" -> ConsumerVersionSelector.latestWithTag(parts[1]);
            default ->
                throw new InvalidSetting(
                        "A selector is unknown: \"%s\".".formatted(word),
                        settings.option(SELECTORS) + String.join(",", settings.values(SELECTORS)),
                        "write main, matching, deployed, latest, branch:NAME, environment:NAME or tag:NAME");
        };
    }

    /** The day since which work in progress counts; by default {@value #WIP_DAYS} days ago. */
    static LocalDate workInProgressSince(VerificationSettings settings) {
        return settings.value(WIP_SINCE)
                .map(day -> day(day, settings))
                .orElseGet(() -> LocalDate.now(ZoneOffset.UTC).minusDays(WIP_DAYS));
    }

    private static LocalDate day(String text, VerificationSettings settings) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidSetting(
                    "A setting is not a date.",
                    settings.option(WIP_SINCE) + text,
                    "write year, month and day, e.g. %s2026-11-29".formatted(settings.option(WIP_SINCE)));
        }
    }
}
