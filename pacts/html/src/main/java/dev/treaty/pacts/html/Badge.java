package dev.treaty.pacts.html;

/** A state, told by a shape, a word and a colour, because not everybody sees the colour. */
public enum Badge {
    GOOD("●"),
    BAD("▲"),
    CAREFUL("◆"),
    UNKNOWN("○");

    private final String shape;

    Badge(String shape) {
        this.shape = shape;
    }

    /** E.g. {@code "●"}. */
    public String shape() {
        return shape;
    }

    /** The class in the style sheet. */
    public String style() {
        return switch (this) {
            case GOOD -> "good";
            case BAD -> "bad";
            case CAREFUL -> "careful";
            case UNKNOWN -> "unknown";
        };
    }

    /** Writes it with a word. */
    public void write(Html html, String word) {
        html.open("span", "class", "badge " + style())
                .element("span", shape, "aria-hidden", "true")
                .text(" " + word)
                .close();
    }
}
