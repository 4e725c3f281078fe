package dev.treaty.stubs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of each rule of the exported interactions, for people and for programs. */
public final class ExportReport {

    static final String WRITTEN_BY = "treaty-stubs export";

    private final List<ExportedInteraction> interactions;
    private final List<UnexportedMessage> messages;

    ExportReport(List<ExportedInteraction> interactions, List<UnexportedMessage> messages) {
        this.interactions = List.copyOf(interactions);
        this.messages = List.copyOf(messages);
    }

    /** How many HTTP interactions are exported. */
    public int interactions() {
        return interactions.size();
    }

    /** How many messages are not. */
    public int messages() {
        return messages.size();
    }

    /** How many rules are exact, values without a rule included. */
    public long exact() {
        return rules().stream().filter(TranslatedRule::isExact).count();
    }

    /** How many rules are not. */
    public long lossyRules() {
        return rules().size() - exact();
    }

    /** How many rules differ, by what they lose; a rule may lose several things. */
    public Map<Loss, Long> losses() {
        var losses = new EnumMap<Loss, Long>(Loss.class);
        for (var rule : rules()) {
            rule.losses().forEach(loss -> losses.merge(loss, 1L, Long::sum));
        }
        return losses;
    }

    /** What became of the rules of the interactions with a description. */
    public List<TranslatedRule> rulesOf(String description) {
        return interactions.stream()
                .filter(exported -> exported.interaction().description().equals(description))
                .flatMap(exported -> exported.rules().stream())
                .toList();
    }

    /** The providers that have something in the export, sorted, each with its folder. */
    public Map<String, String> folders() {
        var folders = new TreeMap<String, String>();
        interactions.forEach(exported -> folders.put(
                exported.interaction().provider(),
                FileNames.folder(exported.interaction().provider())));
        return folders;
    }

    private List<TranslatedRule> rules() {
        return interactions.stream()
                .flatMap(exported -> exported.rules().stream())
                .toList();
    }

    List<ExportedInteraction> exported() {
        return interactions;
    }

    List<UnexportedMessage> unexported() {
        return messages;
    }

    /** What {@code EXPORT.md} says. */
    String markdown() {
        return new MarkdownExportReport(this).toString();
    }

    /**
     * What {@code EXPORT.json} says.
     *
     * @param files all that the export writes beside it
     */
    String json(Collection<String> files) {
        var report = JsonBody.JSON.createObjectNode().put("writtenBy", WRITTEN_BY);
        var all = new TreeSet<>(files);
        all.add(ExportDirectory.JSON);
        all.forEach(report.putArray("files")::add);
        report.put("exact", exact());
        var kinds = report.putArray("losses");
        var losses = losses();
        Arrays.stream(Loss.values()).forEach(loss -> kinds.add(json(loss, losses.getOrDefault(loss, 0L))));
        var exported = report.putArray("interactions");
        interactions.forEach(interaction -> exported.add(json(interaction)));
        var unexported = report.putArray("messages");
        messages.forEach(message -> unexported
                .addObject()
                .put("contract", String.valueOf(message.file().path().getFileName()))
                .put("description", message.description()));
        return CanonicalJson.text(report);
    }

    private static ObjectNode json(Loss loss, long rules) {
        return JsonBody.JSON
                .createObjectNode()
                .put("loss", loss.name())
                .put("direction", loss.direction().words())
                .put("what", loss.what())
                .put("everywhere", loss.everywhere())
                .put("rules", rules);
    }

    private static JsonNode json(ExportedInteraction exported) {
        var mapping = exported.mappings().get(0);
        var json = JsonBody.JSON.createObjectNode().put("file", exported.path());
        json.setAll((ObjectNode) mapping.get("metadata"));
        var rules = json.putArray("rules");
        for (var rule : exported.rules()) {
            var translated = rules.addObject()
                    .put("place", rule.place())
                    .put("rule", rule.rule())
                    .put("wireMock", rule.wireMock());
            rule.losses().forEach(loss -> translated.withArray("losses").add(loss.name()));
        }
        return json;
    }
}
