package dev.treaty.stubs.http.page;

import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.page.PageDocument;
import java.util.function.BiFunction;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** Why a request to the page or the admin API is refused: a document for a browser that shows the page, a problem for everybody else. */
public final class PageRefusals implements BiFunction<Request, HttpProblem, StubResponse> {

    private final PageDocument layout;

    /** @param layout of documents */
    public PageRefusals(PageDocument layout) {
        this.layout = layout;
    }

    @Override
    public StubResponse apply(Request request, HttpProblem problem) {
        if (!PageRequest.isForPage(request) || !PageRequest.acceptsHtml(request)) {
            return problem.toResponse();
        }
        var document =
                PageResponse.ofDocument(request, problem.status(), layout.ofRefusal(problem.title(), problem.detail()));
        // a browser asks for a name and a password, and the token is the password
        return problem.status() == HttpServletResponse.SC_UNAUTHORIZED
                ? document.withHeader(
                        HttpHeader.WWW_AUTHENTICATE.asString(), "Basic realm=\"Treaty\", charset=\"UTF-8\"")
                : document;
    }
}
