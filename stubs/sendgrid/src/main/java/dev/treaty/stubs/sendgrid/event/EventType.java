package dev.treaty.stubs.sendgrid.event;

import java.util.Arrays;
import java.util.Optional;

/** What the event webhook reports. */
public enum EventType {
    PROCESSED("processed", "processed"),
    DROPPED("dropped", "dropped"),
    DELIVERED("delivered", "delivered"),
    DEFERRED("deferred", "deferred"),
    BOUNCE("bounce", "bounce"),
    OPEN("open", "open"),
    CLICK("click", "click"),
    SPAM_REPORT("spamreport", "spam_report"),
    UNSUBSCRIBE("unsubscribe", "unsubscribe"),
    GROUP_UNSUBSCRIBE("group_unsubscribe", "group_unsubscribe"),
    GROUP_RESUBSCRIBE("group_resubscribe", "group_resubscribe");

    private final String text;
    private final String setting;

    EventType(String text, String setting) {
        this.text = text;
        this.setting = setting;
    }

    /** As it is in an event. */
    public String text() {
        return text;
    }

    /** The field of a webhook's settings that says whether it is sent. */
    String setting() {
        return setting;
    }

    /** Of the text in an event. */
    public static Optional<EventType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
