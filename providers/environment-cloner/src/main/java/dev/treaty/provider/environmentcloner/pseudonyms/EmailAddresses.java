package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.regex.Pattern;

/** E-mail addresses among other words. */
public final class EmailAddresses {

    /** What people write as an address; wide, because an address too many does no harm. */
    public static final Pattern PATTERN =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");

    private EmailAddresses() {}
}
