package dev.treaty.stubs.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that put contracts in order, with gaps between them, so that a contract can come before others without a new number for each of
 * these: a new number means a new index.
 */
final class ContractRanks {

    private static final int GAP = 1 << 16;

    private ContractRanks() {}

    /**
     * The ranks of contracts, in ascending order.
     *
     * @param known the rank of each contract that should keep it
     * @return all ranks; where too little room was left, known ones are changed, too
     */
    static int[] of(List<Optional<Integer>> known) {
        var ranks = new int[known.size()];
        var start = 0;
        while (start < ranks.length) {
            var end = start;
            while (end < ranks.length && known.get(end).isEmpty()) {
                end++;
            }
            if (!fill(ranks, start, end, end < ranks.length ? known.get(end) : Optional.empty())) {
                Arrays.setAll(ranks, place -> place * GAP);
                return ranks;
            }
            start = end + 1;
        }
        return ranks;
    }

    /** Ranks the new contracts from start to end, and the known one at the end; false if there is no room. */
    private static boolean fill(int[] ranks, int start, int end, Optional<Integer> next) {
        var count = end - start + 1L;
        var room = count * GAP;
        long after = next.map(Integer::longValue).orElseGet(() -> start == 0 ? room : ranks[start - 1] + room);
        long before = start == 0 ? after - room : ranks[start - 1];
        if (after - before < count || after > Integer.MAX_VALUE || before < Integer.MIN_VALUE) {
            return false;
        }
        for (var place = start; place < end; place++) {
            ranks[place] = (int) (before + (after - before) * (place - start + 1L) / count);
        }
        if (end < ranks.length) {
            ranks[end] = (int) after;
        }
        return true;
    }
}
