package dev.treaty.stubs.matching.index;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Interactions that compete for a request, told apart by the {@linkplain Attribute attributes} that they require of it, so that only a
 * few of many have to be compared. Each fork asks for the attribute that leaves the fewest; the body is parsed only if nothing else
 * helps.
 */
sealed interface DecisionTree {

    /** This many interactions are compared without further distinction. */
    int FEW = 4;

    /** Adds every interaction that could match, and few that cannot. */
    void collect(RequestAttributes request, List<HttpInteraction> found);

    /** Adds interactions up to a limit: first those that could match, then those that agree in fewer and fewer attributes. */
    void collectNearest(RequestAttributes request, int limit, Set<HttpInteraction> found);

    /** Interactions that cannot be told apart any further, in the order of the contracts. */
    record Leaf(List<HttpInteraction> interactions) implements DecisionTree {

        @Override
        public void collect(RequestAttributes request, List<HttpInteraction> found) {
            found.addAll(interactions);
        }

        @Override
        public void collectNearest(RequestAttributes request, int limit, Set<HttpInteraction> found) {
            interactions.stream().limit(Math.max(0, limit - found.size())).forEach(found::add);
        }
    }

    /**
     * A decision by one attribute.
     *
     * @param byValue the interactions that require a certain value of the attribute
     * @param others the interactions that do not require the attribute
     */
    record Fork(Attribute attribute, Map<Object, DecisionTree> byValue, DecisionTree others) implements DecisionTree {

        @Override
        public void collect(RequestAttributes request, List<HttpInteraction> found) {
            agreeing(request).ifPresent(branch -> branch.collect(request, found));
            others.collect(request, found);
        }

        @Override
        public void collectNearest(RequestAttributes request, int limit, Set<HttpInteraction> found) {
            agreeing(request).ifPresent(branch -> branch.collectNearest(request, limit, found));
            others.collectNearest(request, limit, found);
            for (var branch : byValue.values()) {
                if (found.size() < limit) {
                    branch.collectNearest(request, limit, found);
                }
            }
        }

        private Optional<DecisionTree> agreeing(RequestAttributes request) {
            return request.valueOf(attribute).map(byValue::get);
        }
    }
}
