package dev.treaty.stubs.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.export.draft.CanonicalJson;
import dev.treaty.stubs.export.draft.TranslatedRule;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import java.util.List;

/**
 * An HTTP interaction, its file in the export, and what became of its rules.
 *
 * @param path of the file in the export, with slashes, e.g. {@code
 *     "stripe/mappings/billing-a-request-to-create-a-customer-162b879f.json"}
 * @param mappings one, or two if other interactions accept the same request: the first responds when its state is requested
 */
record ExportedInteraction(
        RankedInteraction interaction, String path, List<ObjectNode> mappings, List<TranslatedRule> rules) {

    ExportedInteraction {
        mappings = List.copyOf(mappings);
        rules = List.copyOf(rules);
    }

    /** The file's contents; several mappings in one file are WireMock's {@code {"mappings": […]}}. */
    String json() {
        if (mappings.size() == 1) {
            return CanonicalJson.text(mappings.get(0));
        }
        var several = CanonicalJson.MAPPER.createObjectNode();
        mappings.forEach(several.putArray("mappings")::add);
        return CanonicalJson.text(several);
    }
}
