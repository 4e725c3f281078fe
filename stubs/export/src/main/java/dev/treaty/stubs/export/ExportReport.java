package dev.treaty.stubs.export;

import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.TranslatedRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of each rule of the exported interactions. */
public final class ExportReport {

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

    /** How many messages were not exported. */
    public int messages() {
        return messages.size();
    }

    /** How many rules are exact, including values without a rule. */
    public long exact() {
        return rules().stream().filter(TranslatedRule::isExact).count();
    }

    /** How many rules deviate. */
    public long deviatingRules() {
        return rules().size() - exact();
    }

    /** How many rules have each deviation; a rule may have several. */
    public Map<Deviation, Long> deviations() {
        var deviations = new EnumMap<Deviation, Long>(Deviation.class);
        for (var rule : rules()) {
            rule.deviations().forEach(deviation -> deviations.merge(deviation, 1L, Long::sum));
        }
        return deviations;
    }

    /** What became of the rules of all interactions with this description. */
    public List<TranslatedRule> rulesOf(String description) {
        return interactions.stream()
                .filter(exported -> exported.interaction().description().equals(description))
                .flatMap(exported -> exported.rules().stream())
                .toList();
    }

    /** The providers in the export, sorted, each with its folder. */
    public Map<String, String> folders() {
        var folders = new TreeMap<String, String>();
        interactions.forEach(exported -> folders.put(
                exported.interaction().provider(),
                ExportFileNames.folder(exported.interaction().provider())));
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
}
