package dev.treaty.stubs.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.http.admin.AdminGuard;
import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.response.CachedResponse;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.pact.TimeLimit;
import dev.treaty.stubs.page.Page;
import dev.treaty.stubs.page.PageAssets;
import dev.treaty.stubs.page.PageDocument;
import dev.treaty.stubs.page.control.ControlView;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.PageSource;
import java.io.IOException;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.server.Request;

/** Answers the requests for the page: its views, its assets, the stream of events, and its forms. */
public final class PageHandler implements AutoCloseable {

    private final AdminGuard guard;
    private final PageAssets assets;
    private final PageDocument layout;
    private final Page page;
    private final LiveRequests live;
    private final PageActions actions;

    /** @param guard which has let pass what is in the page's folder, but not the page itself */
    public PageHandler(PageSource source, PageAssets assets, AdminGuard guard, PageActions actions) {
        this.guard = guard;
        this.assets = assets;
        this.actions = actions;
        layout = layout(assets);
        page = new Page(source, assets, PageRequest.FOLDER);
        live = new LiveRequests(page, source.journal());
    }

    /** The layout of documents, with the addresses that this class answers. */
    public static PageDocument layout(PageAssets assets) {
        return new PageDocument(assets, PageRequest.FOLDER);
    }

    /** Whether a request is for the page. */
    public boolean has(Request request) {
        return PageRequest.isForPage(request);
    }

    /**
     * Answers a request for the page.
     *
     * @param body as it arrived
     */
    public void answer(Request request, byte[] body) throws IOException {
        RequestOutcome.ofControl("").attachTo(request);
        var path = request.getPathInContext();
        var query = request.getHttpURI().getQuery();
        var address = PageAddress.parse(query == null ? "" : query);
        if (path.equals("/")) {
            write(request, guard.refusalOfPage(request).orElseGet(() -> view(request, address)));
            return;
        }
        var name = path.substring(PageRequest.FOLDER.length());
        if (HttpMethod.POST.is(request.getMethod())) {
            write(request, perform(request, name, body));
        } else if (!name.equals("events")) {
            write(request, asset(request, name));
        } else if (!live.open(request, address)) {
            write(request, refused(request, 503, "Too many browsers are open", "close some of them"));
        }
    }

    private static void write(Request request, StubResponse response) throws IOException {
        CachedResponse.of(response).write(request.getResponse());
    }

    private StubResponse view(Request request, PageAddress address) {
        try {
            return PageResponse.ofDocument(request, 200, page.view(address, BrowserStates.of(request)));
        } catch (TimeLimit.TooLong e) {
            return refused(
                    request,
                    503,
                    "This takes too long",
                    new ErrorMessage(
                                    "Comparing the request with its contracts takes longer than %s ms."
                                            .formatted(e.longest().toMillis()),
                                    "the nearest interactions",
                                    "simplify the regular expressions of the contracts")
                            .toString());
        }
    }

    private StubResponse asset(Request request, String name) {
        return assets.named(name)
                .map(asset -> PageResponse.ofAsset(request, asset))
                .orElseGet(() -> refused(request, 404, "Nothing is here", "The page has no file " + name + "."));
    }

    private StubResponse perform(Request request, String action, byte[] body) {
        try {
            var form = PageAddress.parse(new String(body, UTF_8));
            if (action.equals("states") && form.get("scope").equals(ControlView.THIS_BROWSER)) {
                var states = actions.chooseForBrowser(BrowserStates.of(request), form);
                return PageResponse.ofRedirect(PageAddress.of(View.CONTROL).toString())
                        .withHeader(HttpHeader.SET_COOKIE.asString(), BrowserStates.cookie(states));
            }
            return PageResponse.ofRedirect(actions.perform(action, form).toString());
        } catch (TreatyException e) {
            return refused(request, 422, "This cannot be done", e.errorMessage().toString());
        }
    }

    private StubResponse refused(Request request, int status, String title, String detail) {
        return PageResponse.ofDocument(request, status, layout.ofRefusal(title, detail));
    }

    /** Ends the streams of events. */
    @Override
    public void close() {
        live.close();
    }
}
