package dev.treaty.stubs.http.parity;

import dev.treaty.pacts.testing.RawHttp.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * One difference between a request and the one that a contract shows: a mistake as it is made, or no mistake at all.
 *
 * @param name of what is changed, and how: {@code "JSON: another key"}
 */
public record RequestMutation(String name, Edit edit) {

    /** All that are tried, by what they change; those often that can be made in few requests. */
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

    /** What makes the difference. */
    @FunctionalInterface
    public interface Edit {

        /**
         * The request with the difference, or the same request if it has no such part.
         *
         * @param place which of the parts that could be changed; any number
         * @param value which of the values that could be put there; any number
         */
        Request apply(Request request, int place, int value);
    }

    /**
     * One of the changes that make a difference to a request.
     *
     * @param kind of which kind, or else of the next; any number
     * @param change which of those of that kind; any number
     */
    public record MutationChoice(int kind, int change, int place, int value) {

        /** The request after it, and what it was. */
        MutatedRequest apply(MutatedRequest before) {
            for (var i = 0; i < KINDS.size(); i++) {
                var different = pick(KINDS, kind + i).stream()
                        .filter(tried -> !apply(tried, before).equals(before.request()))
                        .toList();
                if (!different.isEmpty()) {
                    var chosen = pick(different, change);
                    return before.after(chosen.name(), apply(chosen, before));
                }
            }
            return before;
        }

        private Request apply(RequestMutation tried, MutatedRequest before) {
            return tried.edit().apply(before.request(), place, value);
        }
    }

    /**
     * A request, and what was changed in it.
     *
     * @param changes in the order in which they were made; empty if nothing was
     */
    public record MutatedRequest(Request request, List<String> changes) {

        private MutatedRequest after(String change, Request request) {
            var all = new ArrayList<>(changes);
            all.add(change);
            return new MutatedRequest(request, List.copyOf(all));
        }
    }

    /** One of them; any number will do. */
    public static <T> T pick(List<T> choices, int number) {
        return choices.get(Math.floorMod(number, choices.size()));
    }
}
