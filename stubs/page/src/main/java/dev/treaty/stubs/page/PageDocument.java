package dev.treaty.stubs.page;

import dev.treaty.pacts.html.Html;
import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all documents of the page have in common: the head, the menu and the landmarks. */
public final class PageDocument {

    private final PageAssets assets;
    private final String folder;

    /** @param folder the path of assets, with a slash at the end */
    public PageDocument(PageAssets assets, String folder) {
        this.assets = assets;
        this.folder = folder;
    }

    /** Says why the server refuses something. It shows nothing of what is served, because its reader may not know it. */
    public String ofRefusal(String title, String detail) {
        return of(
                null,
                title,
                html -> html.open("pre", "tabindex", "0", "aria-label", "Reason")
                        .element("code", detail)
                        .close(),
                "");
    }

    /** @param current the view that it belongs to; null if it belongs to none */
    String of(@Nullable View current, String title, Consumer<Html> content, String footer) {
        var html = new Html();
        html.open("html", "lang", "en");
        writeHead(html, title);
        html.open("body").link("#main", "Skip to the content", "class", "skip");
        writeHeader(html, current);
        html.open("main", "id", "main", "tabindex", "-1").element("h1", title);
        content.accept(html);
        html.close().element("footer", footer).close().close();
        return "<!doctype html>\n" + html + "\n";
    }

    private void writeHead(Html html, String title) {
        html.open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .element("title", title + " · Treaty")
                .open("link", "rel", "stylesheet", "href", assets.address(folder, "page.css"))
                .open("link", "rel", "icon", "href", assets.address(folder, "icon.svg"))
                .element("script", "", "type", "module", "src", assets.address(folder, "live.js"))
                .element("script", "", "type", "module", "src", assets.address(folder, "copy.js"))
                .element("script", "", "type", "module", "src", assets.address(folder, "refresh.js"))
                .close();
    }

    private static void writeHeader(Html html, @Nullable View current) {
        html.open("header")
                .link("/", "Treaty", "class", "name")
                .open("nav", "aria-label", "Views")
                .open("ul");
        for (var view : View.values()) {
            html.open("li")
                    .link(
                            PageAddress.of(view).toString(),
                            view.title(),
                            "aria-current",
                            view == current ? "page" : null)
                    .close();
        }
        html.close().close().close();
    }
}
