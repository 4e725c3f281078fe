package dev.treaty.provider.verification.standin;

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
 * Puts the recorded examples back where a request to a {@link SandboxStandIn} has real values. A request with the real
 * credentials that still has an example in it is told so with a 404, as a vendor would, who knows no such id.
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
        return "examples-for-real-values";
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
                    .withBody(unknown.get() + " is an example of the recording, not an id of this sandbox")
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

    /** A whole word only: the example {@code 42} is not in {@code 420}. */
    private static Pattern word(String text) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(text) + "(?!\\w)");
    }
}
