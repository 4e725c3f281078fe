package dev.treaty.stubs.stripe.payment.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.page.Html;
import dev.treaty.stubs.stripe.payment.field.Fields;
import java.net.URLEncoder;
import java.util.function.BiFunction;

/**
 * The page where a cardholder authenticates: the buttons “Complete authentication” and “Fail authentication”. After that,
 * the browser is redirected to the {@code return_url} of the intent, as Stripe does.
 */
public final class ChallengePage {

    private static final String COMPLETE = "/complete";
    private static final String FAIL = "/fail";

    private final String kind;
    private final String path;
    private final BiFunction<StripeContext, Answer, ObjectNode> then;

    /**
     * The page of a kind of intents.
     *
     * @param kind {@code "payment_intent"} or {@code "setup_intent"}
     * @param then what comes of an answer; returns the intent as it is afterwards
     */
    public ChallengePage(String kind, BiFunction<StripeContext, Answer, ObjectNode> then) {
        this.kind = kind;
        this.then = then;
        path = path(kind);
    }

    /** Precedes the intent's id in the path of its page. */
    public static String path(String kind) {
        return "/3ds/" + kind + "s/";
    }

    /** Registers the page and what its buttons do. */
    public void register(StripeRoutes routes) {
        routes.page("GET " + path + "{id}", this::show)
                .page("POST " + path + "{id}", this::answer)
                .page("POST " + path + "{id}" + COMPLETE, this::answer)
                .page("POST " + path + "{id}" + FAIL, this::answer);
    }

    private StubResponse show(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(kind, request.id());
        if (!isWaiting(intent)) {
            return page("<h1>3D Secure</h1>\n<p>There is nothing to authenticate any more.</p>\n");
        }
        return page("""
                <h1>3D Secure 2 test page</h1>
                <p>This is a test payment: no bank asks you for anything. Payment: %s</p>
                %s%s""".formatted(
                        request.id(),
                        button(stripe, request.id() + COMPLETE, "complete", "Complete authentication"),
                        button(stripe, request.id() + FAIL, "fail", "Fail authentication")));
    }

    private static StubResponse page(String body) {
        return Html.page(200, "3D Secure", body);
    }

    private String button(StripeContext stripe, String action, String outcome, String label) {
        return """
                <form method="post" action="%s"><button type="submit" name="outcome" value="%s">%s</button></form>
                """.formatted(stripe.pageUrl(path + action), outcome, label);
    }

    /** Does what a button says. */
    private StubResponse answer(StripeContext stripe, StripeRequest request) {
        var intent = stripe.load(kind, request.id());
        if (!isWaiting(intent)) {
            return show(stripe, request);
        }
        var returnUrl = Fields.text(intent.path("next_action").path("redirect_to_url"), "return_url");
        var completed = !outcome(request).contains("fail");
        var after = then.apply(stripe, new Answer(intent, completed));
        return returnUrl.isEmpty()
                ? page("<h1>3D Secure</h1>\n<p>You can close this page now.</p>\n")
                : redirect(returnUrl, after, completed);
    }

    /** The button's value, or else what its form's address says. */
    private static String outcome(StripeRequest request) {
        return request.text("outcome").isEmpty() ? request.url() : request.text("outcome");
    }

    private static boolean isWaiting(ObjectNode intent) {
        return Fields.text(intent, "status").equals("requires_action");
    }

    private StubResponse redirect(String returnUrl, ObjectNode intent, boolean completed) {
        var succeeded = completed && !Fields.text(intent, "status").equals("requires_payment_method");
        var location = "%s%s%s=%s&%s_client_secret=%s&redirect_status=%s"
                .formatted(
                        returnUrl,
                        returnUrl.contains("?") ? "&" : "?",
                        kind,
                        Fields.text(intent, "id"),
                        kind,
                        URLEncoder.encode(Fields.text(intent, "client_secret"), UTF_8),
                        succeeded ? "succeeded" : "failed");
        return Html.redirect(location);
    }

    /**
     * What the cardholder did.
     *
     * @param completed whether the authentication succeeded
     */
    public record Answer(ObjectNode intent, boolean completed) {}
}
