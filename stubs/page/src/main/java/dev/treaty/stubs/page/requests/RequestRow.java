package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.SeenRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A request as a row of the list. */
final class RequestRow {

    private static final int LONGEST_TARGET = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private RequestRow() {}

    static void write(Html html, SeenRequest seen) {
        html.open("tr").open("td");
        writeTime(html, seen);
        html.close().open("td");
        seen.outcome().badge().write(html, seen.outcome().word());
        html.close()
                .open("th", "scope", "row", "class", "target")
                .link(address(seen), seen.request().method() + " " + target(seen))
                .close()
                .element("td", seen.request().provider())
                .element(
                        "td",
                        seen.status() == SeenRequest.NO_STATUS ? "–" : String.valueOf(seen.status()),
                        "class",
                        "number")
                .open("td");
        seen.interaction()
                .ifPresent(origin -> html.link(
                        PageAddress.of(View.CONTRACTS)
                                .with("interaction", origin.id().toString())
                                .toString(),
                        origin.description()));
        html.close().close();
    }

    static void writeTime(Html html, SeenRequest seen) {
        html.element("time", TIME.format(seen.time()), "datetime", seen.time().toString());
    }

    static String address(SeenRequest seen) {
        return PageAddress.of(View.REQUESTS)
                .with("request", String.valueOf(seen.number()))
                .toString();
    }

    static String target(SeenRequest seen) {
        var target = HiddenSecrets.target(seen.request().target());
        return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET) + "…";
    }
}
