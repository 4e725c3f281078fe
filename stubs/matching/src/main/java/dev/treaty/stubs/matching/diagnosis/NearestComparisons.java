package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.stubs.matching.ProviderContracts;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Compares a request with the interactions that it nearly matches, as long as there is {@linkplain DiagnosisBudget time}. */
final class NearestComparisons {

    private final ParsedRequest request;
    private final ProviderContracts provider;
    private final DiagnosisBudget budget = new DiagnosisBudget();
    private final IdentityHashMap<IRequest, Comparison> known = new IdentityHashMap<>();
    private int notCompared;

    NearestComparisons(ParsedRequest request, ProviderContracts provider) {
        this.request = request;
        this.provider = provider;
    }

    /** Adds what is known without another comparison. */
    void add(Comparison comparison) {
        known.put(comparison.interaction().expected(), comparison);
    }

    /** Empty if there is no time, or if a regex of the interaction takes long for this request. */
    Optional<Comparison> compare(HttpInteraction interaction) {
        var twin = known.get(interaction.expected());
        if (twin != null) {
            return Optional.of(twin.appliedTo(interaction));
        }
        if (budget.isSpent() || provider.cost().mayTakeLong(request.request(), List.of(interaction))) {
            notCompared++;
            return Optional.empty();
        }
        var comparison = Comparison.of(interaction, request.request());
        add(comparison);
        return Optional.of(comparison);
    }

    /** How many interactions it had no time for. */
    int notComparedCount() {
        return notCompared;
    }
}
