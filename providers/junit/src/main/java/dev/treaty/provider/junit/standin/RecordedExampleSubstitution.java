package dev.treaty.provider.junit.standin;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the real values in a request to a sandbox stand-in by the recorded examples. A request that has the real credentials but still
 * contains an example gets a 404, as from a vendor, who does not know such an id.
 */
final class RecordedExampleSubstitution implements StubRequestFilterV2 {

    private final String authorization;
    private final Map<String, String> examples;

    RecordedExampleSubstitution(String authorization, Map<String, String> examples) {
        this.authorization = authorization;
        this.examples = Map.copyOf(examples);
    }

    @Override
    public String getName() {
        return "recorded-examples";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        var text = request.getUrl() + "\n" + request.getBodyAsString();
        var unknown = examples.values().stream()
                .filter(example -> word(example).matcher(text).find())
                .findFirst();
        if (unknown.isPresent() && authorization.equals(request.getHeader("Authorization"))) {
            return RequestFilterAction.stopWith(ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(404)
                    .withBody(unknown.get() + " is a recorded example, not an id of this sandbox")
                    .build());
        }
        var wrapper = RequestWrapper.create()
                .transformAbsoluteUrl(this::recorded)
                .transformBody(body -> new Body(recorded(body.asString())));
        for (var name : request.getAllHeaderKeys()) {
            wrapper.transformHeader(
                    name, values -> values.stream().map(this::recorded).toList());
        }
        return RequestFilterAction.continueWith(wrapper.wrap(request));
    }

    private String recorded(String text) {
        var recorded = text;
        for (var example : examples.entrySet()) {
            recorded =
                    word(example.getKey()).matcher(recorded).replaceAll(Matcher.quoteReplacement(example.getValue()));
        }
        return recorded;
    }

    /** Whole words only: {@code 420} does not contain the example {@code 42}. */
    private static Pattern word(String text) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(text) + "(?!\\w)");
    }
}
