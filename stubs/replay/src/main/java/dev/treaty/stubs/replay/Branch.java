package dev.treaty.stubs.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Interactions that contend for a request, told apart by the {@linkplain Trait traits} that they want of it, so that few of many
 * are left to be compared. Each time by the trait that leaves the fewest; the body is looked at only if nothing else helps.
 */
sealed interface Branch {

    /** So many are compared without another thought. */
    int FEW = 4;

    /** Adds all that could match, and few that cannot. */
    void collect(Facts facts, List<HttpReplay> found);

    /** Adds interactions until there are so many: first those that could match, then those that agree in fewer and fewer traits. */
    void collectNearest(Facts facts, int most, Set<HttpReplay> found);

    static Branch of(List<HttpReplay> interactions) {
        return new BranchBuilder(List.of(Demands::ofPath, Demands::ofQueryAndHeader, Demands::ofBody))
                .build(interactions);
    }

    /** Those that nothing tells apart any more, in the order of the contracts. */
    record Leaf(List<HttpReplay> interactions) implements Branch {

        @Override
        public void collect(Facts facts, List<HttpReplay> found) {
            found.addAll(interactions);
        }

        @Override
        public void collectNearest(Facts facts, int most, Set<HttpReplay> found) {
            interactions.stream().limit(Math.max(0, most - found.size())).forEach(found::add);
        }
    }

    /**
     * A parting of the ways.
     *
     * @param byValue those that want the trait to have a certain value
     * @param others those that do not care
     */
    record Fork(Trait trait, Map<Object, Branch> byValue, Branch others) implements Branch {

        @Override
        public void collect(Facts facts, List<HttpReplay> found) {
            agreeing(facts).ifPresent(branch -> branch.collect(facts, found));
            others.collect(facts, found);
        }

        @Override
        public void collectNearest(Facts facts, int most, Set<HttpReplay> found) {
            agreeing(facts).ifPresent(branch -> branch.collectNearest(facts, most, found));
            others.collectNearest(facts, most, found);
            for (var branch : byValue.values()) {
                if (found.size() < most) {
                    branch.collectNearest(facts, most, found);
                }
            }
        }

        private Optional<Branch> agreeing(Facts facts) {
            return facts.of(trait).map(byValue::get);
        }
    }
}
