package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Pact;
import dev.treaty.pacts.testing.broker.BrokerState.Pacticipant;
import dev.treaty.pacts.testing.broker.BrokerState.Result;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GET /matrix: which contracts of the chosen consumer versions were kept by the chosen provider versions. Like the real one, it joins results
 * to contracts from the left: a contract with a result of one chosen provider version has no row for the others that have none.
 */
record MatrixRoutes(BrokerState state, BrokerLinks links) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The fields of one {@code q[]} or {@code ignore[]}. */
    private record Selector(Map<String, String> fields) {
        String pacticipant() {
            return fields.getOrDefault("pacticipant", "");
        }
    }

    /** The chosen versions of a pacticipant, and how the broker describes them. */
    private record Chosen(Pacticipant pacticipant, List<Version> versions, String one, String missing) {

        String describe(@Nullable String number) {
            if (versions.isEmpty() || (number == null && versions.size() > 1)) {
                return missing;
            }
            return (versions.size() > 1 ? one.replaceFirst("^the version", "one of the versions") : one)
                    .formatted(number == null ? versions.get(0).number : number);
        }
    }

    private record Row(Version consumer, Pact pact, Optional<Result> result, boolean isIgnored) {}

    @Nullable
    BrokerAnswer answer(BrokerCall call) {
        return call.is("GET", "/matrix") ? matrix(call) : null;
    }

    private BrokerAnswer matrix(BrokerCall call) {
        var selectors = selectors(call, "q");
        var environment = call.parameter("environment");
        var error = error(call, selectors);
        if (!error.isEmpty()) {
            return BrokerAnswer.badRequest(error);
        }
        var missing = selectors.stream()
                .filter(selector -> selector.fields().containsKey("version")
                        && versions(selector).isEmpty())
                .map(selector -> "No pacts or verifications have been published for version %s of %s"
                        .formatted(selector.fields().get("version"), selector.pacticipant()))
                .toList();
        if (!missing.isEmpty()) {
            return BrokerAnswer.ok(document(false, List.of(), missing, List.of(), call));
        }
        var nowhere = selectors.stream()
                .filter(selector ->
                        selector.fields().size() > 1 && versions(selector).isEmpty())
                .findFirst();
        if (nowhere.isPresent()) {
            return BrokerAnswer.notSeen("a matrix of %s, which no version has"
                    .formatted(nowhere.get().fields()));
        }
        var chosen = new LinkedHashMap<String, Chosen>();
        selectors.forEach(selector -> chosen.put(selector.pacticipant(), chosen(selector)));
        var isInferred = selectors.size() == 1
                || environment.isPresent()
                || call.parameter("latest").isPresent();
        if (isInferred) {
            Set.copyOf(chosen.keySet()).forEach(name -> infer(name, chosen, call));
        }
        var asked = selectors.stream().map(Selector::pacticipant).toList();
        var rows = rows(chosen, selectors(call, "ignore"), call).stream()
                .filter(row -> asked.contains(row.pact().consumer())
                        || asked.contains(row.pact().provider()))
                .toList();
        return BrokerAnswer.ok(answered(rows, chosen, selectors, call));
    }

    private String error(BrokerCall call, List<Selector> selectors) {
        var unknown = selectors.stream()
                .map(Selector::pacticipant)
                .filter(name -> !state.pacticipants.containsKey(name))
                .findFirst();
        if (selectors.isEmpty()) {
            return "Please provide 1 or more version selectors.";
        }
        if (unknown.isPresent()) {
            return "Pacticipant %s not found".formatted(unknown.get());
        }
        return call.parameter("environment")
                .filter(name -> state.environmentNamed(name).isEmpty())
                .map("Environment with name '%s' does not exist"::formatted)
                .orElse("");
    }

    /** Each {@code [pacticipant]} begins a new selector, as Rack reads a query. */
    private static List<Selector> selectors(BrokerCall call, String name) {
        var selectors = new ArrayList<Selector>();
        for (var parameter : call.query()) {
            if (parameter.name().startsWith(name + "[][")) {
                var field = parameter
                        .name()
                        .substring(name.length() + 3, parameter.name().length() - 1);
                if (selectors.isEmpty()
                        || selectors.get(selectors.size() - 1).fields().containsKey(field)) {
                    selectors.add(new Selector(new LinkedHashMap<>()));
                }
                selectors.get(selectors.size() - 1).fields().put(field, parameter.value());
            }
        }
        return selectors;
    }

    private List<Version> versions(Selector selector) {
        var pacticipant = state.pacticipant(selector.pacticipant());
        var fields = selector.fields();
        if (fields.containsKey("version")) {
            return Stream.ofNullable(pacticipant.versions.get(fields.get("version")))
                    .toList();
        }
        if (fields.containsKey("branch")) {
            return pacticipant.head(fields.get("branch")).stream().toList();
        }
        if (fields.containsKey("tag")) {
            return pacticipant.latest(fields.getOrDefault("tag", "")).stream().toList();
        }
        if (fields.containsKey("mainBranch")) {
            return pacticipant.head(pacticipant.mainBranch).stream().toList();
        }
        return fields.containsKey("latest")
                ? pacticipant.latest().stream().toList()
                : List.copyOf(pacticipant.versions.values());
    }

    private Chosen chosen(Selector selector) {
        var name = selector.pacticipant();
        var fields = selector.fields();
        var one = "any version of " + name;
        if (fields.containsKey("version")) {
            one = "version %s of " + name;
        } else if (fields.containsKey("branch")) {
            one = "the latest version of %s from branch %s (%%s)".formatted(name, fields.get("branch"));
        } else if (fields.containsKey("latest")) {
            one = "the latest version of %s (%%s)".formatted(name);
        }
        return new Chosen(state.pacticipant(name), versions(selector), one, "any version of " + name);
    }

    /** As a consumer, a pacticipant needs the providers of its contracts; as a provider, it must do for all its consumers. */
    private void infer(String name, Map<String, Chosen> chosen, BrokerCall call) {
        var asked = chosen.get(name);
        var others = new LinkedHashSet<String>();
        if (asked != null) {
            asked.versions().forEach(version -> others.addAll(version.pacts.keySet()));
        }
        state.consumersOf(name).forEach(consumer -> others.add(consumer.pacticipant.name));
        others.forEach(other -> chosen.computeIfAbsent(other, key -> inferred(key, call)));
    }

    private Chosen inferred(String name, BrokerCall call) {
        var environment = call.parameter("environment");
        if (environment.isPresent()) {
            var versions = state.environmentNamed(environment.get())
                    .map(found -> state.liveIn(found.uuid(), name))
                    .orElse(List.of());
            var place = environment.get();
            return new Chosen(
                    state.pacticipant(name),
                    versions,
                    "the version of %s currently in %s (%%s)".formatted(name, place),
                    "a version of %s currently in %s (no version is currently recorded as deployed/released in this environment)"
                            .formatted(name, place));
        }
        var fields = new LinkedHashMap<>(Map.of("pacticipant", name, "latest", "true"));
        call.parameter("tag").ifPresent(tag -> fields.put("tag", tag));
        return chosen(new Selector(fields));
    }

    private List<Row> rows(Map<String, Chosen> chosen, List<Selector> ignored, BrokerCall call) {
        var rows = new ArrayList<Row>();
        for (var consumer : chosen.values()) {
            for (var version : consumer.versions()) {
                version.pacts.values().stream()
                        .filter(pact -> chosen.containsKey(pact.provider()))
                        .forEach(pact -> rows.addAll(rows(version, pact, chosen.get(pact.provider()), ignored, call)));
            }
        }
        return rows.stream()
                .limit(call.parameter("limit").map(Long::parseLong).orElse(100L))
                .toList();
    }

    private List<Row> rows(
            Version version, Pact pact, @Nullable Chosen providers, List<Selector> ignored, BrokerCall call) {
        if (providers == null) {
            return List.of();
        }
        var rows = providers.versions().stream()
                .flatMap(provider -> state.result(pact, provider.number).stream())
                .map(result -> new Row(
                        version,
                        pact,
                        Optional.of(result),
                        isIgnored(version, pact, result.providerVersion(), ignored)))
                .toList();
        if (rows.isEmpty()) {
            return List.of(new Row(version, pact, Optional.empty(), isIgnored(version, pact, "", ignored)));
        }
        return call.parameter("latestby").filter("cvp"::equals).isPresent()
                ? rows.subList(rows.size() - 1, rows.size())
                : rows;
    }

    private static boolean isIgnored(Version consumer, Pact pact, String providerVersion, List<Selector> ignored) {
        return ignored.stream()
                .anyMatch(selector -> isMeant(selector, pact.provider(), providerVersion)
                        || isMeant(selector, pact.consumer(), consumer.number));
    }

    private static boolean isMeant(Selector selector, String pacticipant, String version) {
        return selector.pacticipant().equals(pacticipant)
                && selector.fields().getOrDefault("version", version).equals(version);
    }

    private ObjectNode answered(List<Row> rows, Map<String, Chosen> chosen, List<Selector> selectors, BrokerCall call) {
        var considered = rows.stream().filter(row -> !row.isIgnored()).toList();
        var reasons = considered.stream()
                .flatMap(row -> reason(row, chosen).stream())
                .distinct()
                .toList();
        var warnings = new ArrayList<String>();
        if (selectors.size() == 1
                && call.parameter("environment").or(() -> call.parameter("tag")).isEmpty()) {
            warnings.add(
                    "WARN: It is recommended to specify the environment into which you are deploying. Without the environment, this result will not be reliable.");
        }
        var isUnknown = considered.stream().anyMatch(row -> row.result().isEmpty());
        return document(isUnknown ? null : (Boolean) reasons.isEmpty(), warnings, reasons, rows, call);
    }

    private static Optional<String> reason(Row row, Map<String, Chosen> chosen) {
        var consumer = Optional.ofNullable(chosen.get(row.pact().consumer()))
                .map(found -> found.describe(row.consumer().number))
                .orElse("");
        var number = row.result().map(Result::providerVersion).orElse(null);
        var provider = Optional.ofNullable(chosen.get(row.pact().provider()))
                .map(found -> found.describe(number))
                .orElse("");
        if (row.result().isEmpty()) {
            return Optional.of("There is no verified pact between %s and %s".formatted(consumer, provider));
        }
        return row.result()
                .filter(result -> !result.success())
                .map(result -> "The verification for the pact between %s and %s failed".formatted(consumer, provider));
    }

    private ObjectNode document(
            @Nullable Boolean isDeployable,
            List<String> warnings,
            List<String> errors,
            List<Row> rows,
            BrokerCall call) {
        var considered = rows.stream().filter(row -> !row.isIgnored()).toList();
        var document = JSON.objectNode();
        var notices = document.putArray("notices");
        warnings.forEach(text -> notices.addObject().put("type", "warning").put("text", text));
        errors.forEach(text -> notices.addObject().put("type", "error").put("text", text));
        if (errors.isEmpty()) {
            notices.addObject()
                    .put("type", "success")
                    .put(
                            "text",
                            considered.isEmpty()
                                    ? "There are no missing dependencies"
                                    : "All required verification results are published and successful");
        }
        var summary = document.putObject("summary");
        summary.put("deployable", isDeployable);
        summary.put("reason", String.join("\n", notices.findValuesAsText("text")));
        summary.put(
                "success",
                considered.stream()
                        .filter(row -> row.result().filter(Result::success).isPresent())
                        .count());
        summary.put(
                "failed",
                considered.stream()
                        .filter(row ->
                                row.result().filter(result -> !result.success()).isPresent())
                        .count());
        summary.put(
                "unknown",
                considered.stream().filter(row -> row.result().isEmpty()).count());
        if (call.query().stream().anyMatch(parameter -> parameter.name().startsWith("ignore"))) {
            summary.put("ignored", rows.size() - considered.size());
        }
        var matrix = document.putArray("matrix");
        rows.forEach(row -> matrix.add(document(row)));
        return document;
    }

    private ObjectNode document(Row row) {
        var pact = row.pact();
        var document = JSON.objectNode();
        var consumer = document.putObject("consumer").put("name", pact.consumer());
        consumer.set("version", version(row.consumer()));
        var provider = document.putObject("provider").put("name", pact.provider());
        var providerVersion = row.result().flatMap(result -> state.find(pact.provider(), result.providerVersion()));
        if (providerVersion.isPresent()) {
            provider.set("version", version(providerVersion.get()));
        } else {
            provider.putNull("version");
        }
        document.set(
                "pact",
                BrokerLinks.self(
                        JSON.objectNode().put("createdAt", "2026-11-28T16:52:26+00:00"),
                        links.pact(row.consumer(), pact.provider()),
                        ""));
        if (row.result().isPresent()) {
            var result = row.result().get();
            document.set(
                    "verificationResult",
                    BrokerLinks.self(
                            JSON.objectNode()
                                    .put("success", result.success())
                                    .put("verifiedAt", "2026-11-28T17:26:29+00:00"),
                            links.result(result),
                            ""));
        } else {
            document.putNull("verificationResult");
        }
        if (row.isIgnored()) {
            document.put("ignored", true);
        }
        return document;
    }

    private ObjectNode version(Version version) {
        var document = JSON.objectNode().put("number", version.number);
        document.put("branch", version.branches.stream().findFirst().orElse(null));
        return BrokerLinks.self(document, links.version(version), "");
    }
}
