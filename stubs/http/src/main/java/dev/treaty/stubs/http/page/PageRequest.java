package dev.treaty.stubs.http.page;

import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.server.Request;

/** Which requests the page answers. */
final class PageRequest {

    /** Where assets, events and actions are: in the admin API, because no provider can be called that. */
    static final String FOLDER = "/__admin/page/";

    private PageRequest() {}

    /**
     * Whether it is for the page: what is in its folder, and the main port's root if a person asks, because a program gets a problem there,
     * as for any other path without a provider.
     */
    static boolean isForPage(Request request) {
        var path = String.valueOf(request.getPathInContext());
        return request.getHttpChannel().getConnector().getName() == null
                && (path.startsWith(FOLDER) || (path.equals("/") && isRead(request) && acceptsHtml(request)));
    }

    private static boolean isRead(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    /** Whether it asks for HTML, or comes from a browser that takes anything. */
    static boolean acceptsHtml(Request request) {
        var fields = request.getHttpFields();
        var accepted = String.join(",", fields.getValuesList(HttpHeader.ACCEPT));
        var agent = fields.get(HttpHeader.USER_AGENT);
        return accepted.contains("text/html")
                || accepted.contains("application/xhtml+xml")
                || (accepted.contains("*/*") && agent != null && agent.startsWith("Mozilla/"));
    }
}
