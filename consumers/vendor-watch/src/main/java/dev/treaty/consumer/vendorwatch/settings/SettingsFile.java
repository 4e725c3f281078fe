package dev.treaty.consumer.vendorwatch.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.treaty.consumer.vendorwatch.health.Thresholds;
import dev.treaty.consumer.vendorwatch.probe.Credentials;
import dev.treaty.consumer.vendorwatch.probe.VendorApi;
import dev.treaty.consumer.vendorwatch.probe.VendorApis;
import dev.treaty.pacts.errors.Similarity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings file. Keys are not in it, but in environment variables that it names. */
public final class SettingsFile {

    private static final List<Integer> BUDGET_ALERTS = List.of(80, 100);
    private static final int KEY_WARNING_DAYS = 14;
    private static final String CURRENCY = "EUR";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path file;
    private final Map<String, String> environment;

    private SettingsFile(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @param environment has the keys
     * @throws InvalidSettings if something in it cannot be used
     */
    public static WatchSettings read(Path file, Map<String, String> environment) {
        return new SettingsFile(file, environment).settings();
    }

    private WatchSettings settings() {
        var document = document();
        if (document.vendors() == null || document.vendors().isEmpty()) {
            throw invalid("No vendor is watched.", "vendors", "name at least one of " + names());
        }
        return new WatchSettings(
                thresholds(document.thresholds()),
                budgetAlerts(document.budgetAlerts()),
                orElse(document.keyWarningDays(), KEY_WARNING_DAYS),
                orElse(document.currency(), CURRENCY),
                new TreeMap<>(document.vendors())
                        .entrySet().stream()
                                .map(entry -> vendor(entry.getKey(), entry.getValue()))
                                .toList());
    }

    private SettingsDocument document() {
        try {
            var document = YAML.readValue(Files.readString(file), SettingsDocument.class);
            if (document == null) {
                throw invalid("The settings file is empty.", "vendors", "name at least one of " + names());
            }
            return document;
        } catch (UnrecognizedPropertyException e) {
            throw unknown(e);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof StreamReadException) {
                throw notYaml(e);
            }
            throw new InvalidSettings(
                    "A setting has a value of the wrong kind.",
                    at(e, path(e)),
                    "see the settings in consumers/vendor-watch/README.md",
                    e);
        } catch (JsonProcessingException e) {
            throw new InvalidSettings(
                    "The settings are not YAML.", at(e, ""), "mend the line, or the one before it", e);
        } catch (IOException e) {
            throw new InvalidSettings(
                    "The settings cannot be read.",
                    file + " (" + e.getClass().getSimpleName() + ")",
                    "check that the file is there, and who may read it",
                    e);
        }
    }

    private InvalidSettings notYaml(JsonProcessingException e) {
        return new InvalidSettings("The settings are not YAML.", at(e, ""), "mend the line, or the one before it", e);
    }

    private InvalidSettings unknown(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        var suggestion = Similarity.nearest(e.getPropertyName(), known).stream()
                .findFirst()
                .map("did you mean %s? Otherwise, "::formatted)
                .orElse("");
        return new InvalidSettings(
                "Unknown setting: " + e.getPropertyName(),
                at(e, path(e)),
                suggestion + "use one of " + String.join(", ", known),
                e);
    }

    private String at(JsonProcessingException e, String path) {
        var line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
        return file + line + (path.isEmpty() ? "" : ", " + path);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private Thresholds thresholds(SettingsDocument.@Nullable Limits written) {
        var usual = Thresholds.USUAL;
        if (written == null) {
            return usual;
        }
        var thresholds = new Thresholds(
                orElse(written.success(), usual.success()),
                orElse(written.errors(), usual.errors()),
                orElse(written.response(), usual.response()),
                orElse(written.window(), usual.window()),
                orElse(written.least(), usual.least()));
        if (!isPercent(thresholds.success()) || !isPercent(thresholds.errors())) {
            throw invalid("A threshold is not between 0 and 100 percent.", "thresholds", "write e.g. success: 95");
        }
        if (thresholds.least() < 1 || thresholds.window() < thresholds.least()) {
            throw invalid(
                    "A vendor is never judged, because the window is smaller than the least number of calls, or that is zero.",
                    "thresholds",
                    "let 1 <= least <= window");
        }
        return thresholds;
    }

    private static boolean isPercent(double number) {
        return number >= 0 && number <= 100;
    }

    private List<Integer> budgetAlerts(@Nullable List<Integer> written) {
        var alerts = orElse(written, BUDGET_ALERTS).stream().sorted().toList();
        if (alerts.stream().anyMatch(percent -> percent < 1)) {
            throw invalid("A budget alert is not a positive percentage.", "budget-alerts", "write e.g. [80, 100]");
        }
        return alerts;
    }

    private WatchedVendor vendor(String name, SettingsDocument.@Nullable Vendor written) {
        var place = "vendors." + name;
        var api = VendorApis.all().get(name);
        if (api == null) {
            throw invalid("Nobody knows how to watch %s.".formatted(name), place, "use one of " + names());
        }
        if (written == null) {
            throw invalid("Nothing is written about %s.".formatted(api.title()), place, "write at least key-variable");
        }
        var rotateBy = Optional.ofNullable(written.keyCreated())
                .flatMap(created ->
                        Optional.ofNullable(written.rotateAfterDays()).map(created::plusDays));
        if (rotateBy.isEmpty() && (written.keyCreated() != null || written.rotateAfterDays() != null)) {
            throw invalid(
                    "The age of a key needs both, when it was created and after how many days it is replaced.",
                    place,
                    "write key-created: 2026-09-01 and rotate-after-days: 90");
        }
        return new WatchedVendor(
                api,
                address(api, written, place),
                credentials(api, written, place),
                rotateBy,
                Optional.ofNullable(written.budget()),
                Map.copyOf(orElse(written.prices(), Map.of())));
    }

    private URI address(VendorApi api, SettingsDocument.Vendor written, String place) {
        return Optional.ofNullable(written.url())
                .or(api::address)
                .orElseThrow(() -> invalid(
                        "Everyone runs their own %s, and nobody says where this one is.".formatted(api.title()),
                        place,
                        "write url: https://…"));
    }

    private Credentials credentials(VendorApi api, SettingsDocument.Vendor written, String place) {
        var variable = written.keyVariable();
        if (variable == null) {
            throw invalid(
                    "Nobody says where the key of %s is.".formatted(api.title()),
                    place,
                    "write key-variable: and the name of an environment variable");
        }
        var key = environment.getOrDefault(variable, "");
        if (key.isEmpty()) {
            throw invalid(
                    "The key of %s is missing.".formatted(api.title()),
                    place + ".key-variable",
                    "set %s in the environment".formatted(variable));
        }
        var user = orElse(written.user(), "");
        if (user.isEmpty() && api.call().path().contains("{user}")) {
            throw invalid("%s needs a user.".formatted(api.title()), place, "write user: and the id of the account");
        }
        return new Credentials(user, key);
    }

    private InvalidSettings invalid(String what, String place, String fix) {
        return new InvalidSettings(what, file + ", " + place, fix);
    }

    private static String names() {
        return String.join(", ", VendorApis.all().keySet());
    }

    private static <T> T orElse(@Nullable T written, T usual) {
        return written == null ? usual : written;
    }
}
