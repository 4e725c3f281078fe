package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A change to the example request of a contract: a typical mistake, or a change that makes no difference.
 *
 * @param name of the part and the change, e.g. {@code "JSON: another key"}
 */
public record RequestMutation(String name, Edit edit) {

    /** All mutations, by what they change; a list occurs more than once if few requests have what it changes. */
    public static final List<List<RequestMutation>> KINDS =
            kinds(PathMutations.all(), QueryMutations.ofQuery(), HeaderMutations.all(), BodyMutations.all());

    private static List<List<RequestMutation>> kinds(
            List<RequestMutation> path,
            List<RequestMutation> query,
            List<RequestMutation> header,
            List<RequestMutation> body) {
        var form = QueryMutations.ofForm();
        var json = JsonMutations.all();
        return List.of(path, json, query, form, json, header, form, json, body, form, json);
    }

    /** Makes the change. */
    @FunctionalInterface
    public interface Edit {

        /**
         * The changed request, or the same request if it does not have such a part.
         *
         * @param place chooses the part to change; any number
         * @param value chooses the new value; any number
         */
        Request apply(Request request, int place, int value);
    }

    /**
     * Chooses a mutation that changes a request.
     *
     * @param kind chooses the kind, or the next one that changes anything; any number
     * @param mutation chooses one of that kind; any number
     */
    public record MutationChoice(int kind, int mutation, int place, int value) {

        /** Applies the chosen mutation. */
        MutatedRequest apply(MutatedRequest before) {
            for (var i = 0; i < KINDS.size(); i++) {
                var effective = pick(KINDS, kind + i).stream()
                        .filter(candidate -> !apply(candidate, before).equals(before.request()))
                        .toList();
                if (!effective.isEmpty()) {
                    var chosen = pick(effective, mutation);
                    return before.after(chosen.name(), apply(chosen, before));
                }
            }
            return before;
        }

        private Request apply(RequestMutation candidate, MutatedRequest before) {
            return candidate.edit().apply(before.request(), place, value);
        }
    }

    /**
     * A request and the mutations that were applied to it.
     *
     * @param mutations by name, in order; empty if there were none
     */
    public record MutatedRequest(Request request, List<String> mutations) {

        private MutatedRequest after(String mutation, Request request) {
            var all = new ArrayList<>(mutations);
            all.add(mutation);
            return new MutatedRequest(request, List.copyOf(all));
        }
    }

    /** Picks one of the choices; any number is valid. */
    public static <T> T pick(List<T> choices, int number) {
        return choices.get(Math.floorMod(number, choices.size()));
    }
}
