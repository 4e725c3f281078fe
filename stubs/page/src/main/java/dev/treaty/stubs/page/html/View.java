package dev.treaty.stubs.page.html;

import java.util.Arrays;
import java.util.Locale;

/** The views of the page, in the order of its menu. */
public enum View {
    REQUESTS("Requests"),
    CONTRACTS("Contracts"),
    NETWORK("Network"),
    CONTROL("States and trouble"),
    CHANGES("Changes");

    private final String title;

    View(String title) {
        this.title = title;
    }

    /** As people read it, e.g. {@code "States and trouble"}. */
    public String title() {
        return title;
    }

    /** In an address, e.g. {@code "control"}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The view with a slug; the requests if there is none. */
    static View of(String slug) {
        return Arrays.stream(values())
                .filter(view -> view.slug().equals(slug))
                .findFirst()
                .orElse(REQUESTS);
    }
}
