package dev.treaty.stubs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.treaty.stubs.http.ReplayServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A person at the page: a window of some width, in light or dark, with or without scripts. */
final class Visit implements AutoCloseable {

    private static final int HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "pictures");

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visit(Chromium chromium, ReplayServer server, int width, ColorScheme scheme, boolean scripts) {
        url = server.url().toString();
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(scheme)
                        .setJavaScriptEnabled(scripts)
                        .setBaseURL(url));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(url + "/")) {
                complaints.add("a request to elsewhere: " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens a view and waits for its heading. */
    Visit open(String address) {
        page.navigate(address);
        page.locator("h1").waitFor();
        return this;
    }

    /** Neither an error in the console nor a request to another server. */
    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    void assertNoHorizontalScroll() {
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("pixels by which %s is too wide", page.url()).isEqualTo(0);
    }

    /** No finding of axe that keeps somebody out. */
    void assertAccessible() {
        var findings = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> "%s: %s %s"
                                .formatted(
                                        rule.getId(),
                                        rule.getHelp(),
                                        rule.getNodes().stream()
                                                .limit(3)
                                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                                .toList()));
        assertThat(findings).as("findings of axe at %s", page.url()).isEmpty();
    }

    /** Saves what the window shows, in target/pictures. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
