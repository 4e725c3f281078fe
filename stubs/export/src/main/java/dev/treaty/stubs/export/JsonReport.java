package dev.treaty.stubs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.Deviation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** {@code EXPORT.json}: the report for programs, and the list of all files that the export wrote. */
record JsonReport(ExportReport report) {

    static final String FILE = "EXPORT.json";

    /** Marks a folder as an export, which the next one may replace. */
    private static final String WRITTEN_BY = "treaty export";

    /** What wrote it, under the names that the command has had. */
    static final Set<String> WRITERS = Set.of(WRITTEN_BY, "treaty-stubs export");

    /**
     * The file's contents.
     *
     * @param files all that the export writes beside it
     */
    String text(Collection<String> files) {
        var json = CanonicalJson.MAPPER.createObjectNode().put("writtenBy", WRITTEN_BY);
        var all = new TreeSet<>(files);
        all.add(FILE);
        all.forEach(json.putArray("files")::add);
        json.put("exact", report.exact());
        var kinds = json.putArray("deviations");
        var deviations = report.deviations();
        Arrays.stream(Deviation.values())
                .forEach(deviation -> kinds.add(json(deviation, deviations.getOrDefault(deviation, 0L))));
        var exported = json.putArray("interactions");
        report.exported().forEach(interaction -> exported.add(json(interaction)));
        var unexported = json.putArray("messages");
        report.unexported()
                .forEach(message -> unexported
                        .addObject()
                        .put("contract", PathText.name(message.file().path()))
                        .put("description", message.description()));
        return CanonicalJson.text(json);
    }

    private static ObjectNode json(Deviation deviation, long rules) {
        return CanonicalJson.MAPPER
                .createObjectNode()
                .put("deviation", deviation.name())
                .put("direction", deviation.direction().words())
                .put("what", deviation.what())
                .put("everywhere", deviation.everywhere())
                .put("rules", rules);
    }

    private static JsonNode json(ExportedInteraction exported) {
        var mapping = exported.mappings().get(0);
        var json = CanonicalJson.MAPPER.createObjectNode().put("file", exported.path());
        json.setAll((ObjectNode) mapping.get("metadata"));
        var rules = json.putArray("rules");
        for (var rule : exported.rules()) {
            var translated = rules.addObject()
                    .put("place", rule.place())
                    .put("rule", rule.rule())
                    .put("wireMock", rule.wireMock());
            rule.deviations()
                    .forEach(deviation -> translated.withArray("deviations").add(deviation.name()));
        }
        return json;
    }
}
