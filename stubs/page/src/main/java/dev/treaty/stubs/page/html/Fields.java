package dev.treaty.stubs.page.html;

import dev.treaty.pacts.html.Html;
import java.util.Collection;

/** Fields of forms, each with its label. */
public final class Fields {

    private Fields() {}

    /** A field for a line of text. */
    public static void text(Html html, String label, String name, String value) {
        html.open("label")
                .text(label)
                .open("input", "name", name, "value", value)
                .close();
    }

    /** A field for a search. */
    public static void search(Html html, String label, String value) {
        html.open("label")
                .text(label)
                .open("input", "type", "search", "name", "q", "value", value)
                .close();
    }

    /** A choice; what is empty stands for no choice. */
    public static void choice(
            Html html, String label, String name, String nothing, Collection<String> values, String chosen) {
        html.open("label").text(label).open("select", "name", name).element("option", nothing, "value", "");
        for (var value : values) {
            html.element("option", value, "value", value, "selected", value.equals(chosen) ? "" : null);
        }
        html.close().close();
    }

    /** What is sent along without being shown. */
    public static void hidden(Html html, String name, String value) {
        html.open("input", "type", "hidden", "name", name, "value", value);
    }
}
