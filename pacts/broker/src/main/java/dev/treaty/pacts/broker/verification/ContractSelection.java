package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which contracts a provider asks for.
 *
 * @param providerBranch its own branch, which decides what is pending and work in progress
 * @param providerTags its own tags
 * @param selectors which versions of the consumers; none for the broker's default: main branches, and what is deployed or released
 * @param isPendingIncluded whether a contract that the branch never kept may be broken without failing the build
 * @param wipSince include work in progress that was published since this day; empty for none
 */
public record ContractSelection(
        Optional<String> providerBranch,
        List<String> providerTags,
        List<ConsumerVersionSelector> selectors,
        boolean isPendingIncluded,
        Optional<LocalDate> wipSince) {

    /** Copies the lists. */
    public ContractSelection {
        providerTags = List.copyOf(providerTags);
        selectors = List.copyOf(selectors);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        providerBranch.ifPresent(branch -> json.put("providerVersionBranch", branch));
        providerTags.forEach(json.putArray("providerVersionTags")::add);
        json.put("includePendingStatus", isPendingIncluded);
        wipSince.ifPresent(day -> json.put("includeWipPactsSince", day.toString()));
        var array = json.putArray("consumerVersionSelectors");
        selectors.forEach(selector -> array.add(selector.json()));
        return json;
    }
}
