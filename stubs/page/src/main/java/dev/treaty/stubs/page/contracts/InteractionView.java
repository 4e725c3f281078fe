package dev.treaty.stubs.page.contracts;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.OptionalBody;
import dev.treaty.pacts.errors.Quantity;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretValues;
import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.matching.interaction.AcceptedValues;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.page.html.JsonText;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.PageSource;
import dev.treaty.stubs.page.source.Verification;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One interaction: its states, the request and the response with what else would match, and its last verification. */
public final class InteractionView {

    private static final String HIDDEN = "***";

    private final PageSource source;

    /** @param source of the contracts */
    public InteractionView(PageSource source) {
        this.source = source;
    }

    /** Writes it. */
    public void write(Html html, ReplayedInteraction interaction) {
        writeFacts(html, interaction);
        if (interaction instanceof HttpInteraction http) {
            var request = http.expected();
            var response = http.example();
            html.open("div", "class", "columns");
            writePart(
                    html,
                    "Request",
                    "%s %s%s".formatted(request.getMethod(), request.getPath(), query(request.getQuery())),
                    request);
            writePart(html, "Response", "HTTP " + response.getStatus(), response);
            html.close();
        } else if (interaction instanceof MessageInteraction message) {
            var contents = message.contents();
            html.open("section")
                    .element("h2", "Message")
                    .open("pre", "tabindex", "0", "aria-label", "Message")
                    .element("code", shown(contents.getContents()))
                    .close();
            writeRules(html, "Message", AcceptedValues.of(contents.getMatchingRules()));
            html.close();
        }
    }

    private void writeFacts(Html html, ReplayedInteraction interaction) {
        var origin = interaction.origin();
        html.open("dl", "class", "facts")
                .element("dt", "Consumer")
                .element("dd", origin.consumer())
                .element("dt", "Provider")
                .open("dd")
                .link(
                        PageAddress.of(View.CONTRACTS)
                                .with("provider", origin.provider())
                                .toString(),
                        origin.provider())
                .close()
                .element("dt", "Given")
                .element("dd", origin.states().isEmpty() ? "no state" : InteractionRows.states(origin))
                .element("dt", "File")
                .element("dd", origin.fileName())
                .element("dt", "Used")
                .element("dd", "by %s since it was loaded".formatted(Quantity.of(interaction.uses(), "request")))
                .element("dt", "Last verification")
                .open("dd");
        writeVerification(html, source.verifications().of(origin));
        html.close().close();
    }

    private static void writeVerification(Html html, Verification verification) {
        verification.badge().write(html, verification.words());
        var facts = List.of(
                verification.made(),
                verification.commit().isEmpty() ? "" : "commit " + verification.commit(),
                verification.target(),
                verification.why());
        var text = facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining(", "));
        html.text(text.isEmpty() ? "" : " " + text);
    }

    private static void writePart(Html html, String title, String start, IHttpPart part) {
        html.open("section")
                .element("h2", title)
                .open("pre", "tabindex", "0", "aria-label", title)
                .element("code", start + "\n" + headers(part) + body(part))
                .close();
        writeRules(html, title, AcceptedValues.of(part.getMatchingRules()));
        html.close();
    }

    private static void writeRules(Html html, String title, List<AcceptedValues> rules) {
        if (rules.isEmpty()) {
            html.element("p", "Exactly this: it has no matchers.", "class", "note");
            return;
        }
        html.open("div", "class", "scroll", "role", "region", "aria-label", "Matchers: " + title, "tabindex", "0")
                .open("table")
                .element("caption", "What else matches")
                .open("thead")
                .open("tr")
                .element("th", "Part", "scope", "col")
                .element("th", "Accepts", "scope", "col")
                .close()
                .close()
                .open("tbody");
        rules.forEach(rule -> html.open("tr")
                .open("th", "scope", "row")
                .element("code", rule.place())
                .close()
                .element("td", rule.words())
                .close());
        html.close().close().close();
    }

    private static String query(Map<String, List<@Nullable String>> query) {
        var text = query.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value ->
                                parameter.getKey() + (value == null ? "" : "=" + hidden(parameter.getKey(), value))))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    private static String headers(IHttpPart part) {
        return part.getHeaders().entrySet().stream()
                .flatMap(header -> header.getValue().stream()
                        .map(value -> "%s: %s\n".formatted(header.getKey(), hidden(header.getKey(), value))))
                .collect(Collectors.joining());
    }

    private static String hidden(String name, String value) {
        return SecretNames.contains(name) ? HIDDEN : SecretValues.replace(value, HIDDEN);
    }

    private static String body(IHttpPart part) {
        return part.getBody().isPresent() ? "\n" + shown(part.getBody()) : "";
    }

    private static String shown(OptionalBody body) {
        return SecretValues.replace(JsonText.indented(body.valueAsString()), HIDDEN);
    }
}
