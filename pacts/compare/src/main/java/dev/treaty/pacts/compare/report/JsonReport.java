package dev.treaty.pacts.compare.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.compare.answer.Answer;
import dev.treaty.pacts.compare.interaction.ContractChange;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.Renaming;
import dev.treaty.pacts.compare.interaction.RequestChange;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import dev.treaty.pacts.compare.interaction.Witness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report for programs. pacts/README.md says what its members mean; none is ever left out. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** The report; ends with a line break. */
    public static String of(Comparison comparison) {
        var report = JSON.createObjectNode();
        report.put("before", comparison.before());
        report.put("after", comparison.after());
        report.put("effect", name(comparison.effect()));
        tasks(comparison, report.putArray("verifyFirst"));
        var contracts = report.putArray("contracts");
        comparison.contracts().forEach(contract -> add(contract, contracts.addObject()));
        return report.toPrettyString() + "\n";
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void tasks(Comparison comparison, ArrayNode tasks) {
        for (var contract : comparison.contracts()) {
            var breaking = contract.with(Effect.BREAKING);
            if (!breaking.isEmpty()) {
                var task = tasks.addObject();
                task.put("provider", contract.provider());
                task.put("consumer", contract.consumer());
                var interactions = task.putArray("interactions");
                breaking.forEach(change -> interactions.add(Secrets.hidden(change.description())));
            }
        }
    }

    private static void add(ContractChange contract, ObjectNode node) {
        node.put("consumer", contract.consumer());
        node.put("provider", contract.provider());
        node.put("effect", name(contract.effect()));
        add(contract.renamed(), node);
        var interactions = node.putArray("interactions");
        contract.interactions().forEach(change -> add(change, interactions.addObject()));
    }

    private static void add(InteractionChange change, ObjectNode node) {
        node.put("description", Secrets.hidden(change.description()));
        node.put("states", Secrets.hidden(change.states()));
        node.put("comparedWith", Secrets.hidden(change.former().orElse(change.description())));
        node.put("verdict", name(change.verdict()));
        node.put("effect", name(change.verdict().effect()));
        var witnesses = node.putArray("witnesses");
        change.witnesses().forEach(witness -> add(witness, witnesses.addObject()));
        texts(change.undecided(), node.putArray("notProven"));
        texts(change.notes(), node.putArray("notes"));
        add(change.request(), node.putObject("requests"));
    }

    private static void texts(List<String> texts, ArrayNode node) {
        texts.forEach(text -> node.add(Secrets.hidden(text)));
    }

    private static void add(Optional<Renaming> renamed, ObjectNode node) {
        if (renamed.isEmpty()) {
            node.putNull("renamedFrom");
            return;
        }
        var former = node.putObject("renamedFrom");
        former.put("consumer", renamed.get().consumer());
        former.put("provider", renamed.get().provider());
        former.put("same", renamed.get().same());
        former.put("all", renamed.get().all());
    }

    private static void add(Witness witness, ObjectNode node) {
        node.put("at", witness.at());
        node.put("shown", Secrets.hidden(witness.at(), witness.shown()));
        node.put("because", Secrets.hiddenIn(witness.because(), witness));
        add(witness.answer(), node.putObject("answer"));
    }

    private static void add(Answer answer, ObjectNode node) {
        if (answer.status() != Answer.NO_STATUS) {
            node.put("status", answer.status());
        }
        var fields = node.putObject(answer.status() == Answer.NO_STATUS ? "metadata" : "headers");
        answer.fields().forEach((name, values) -> fields.put(name, Secrets.hidden(name, String.join(", ", values))));
        node.put("body", Secrets.hidden(answer.body().valueAsString()));
    }

    private static void add(RequestChange request, ObjectNode node) {
        node.put("verdict", name(request.kind()));
        node.put("witness", request.witness().map(Secrets::hidden).orElse(null));
        node.put("because", Secrets.hidden(request.because()));
    }
}
