package dev.treaty.provider.environmentcloner.refusals;

import java.util.List;

/** An anonymisation profile does not exist ({@code unknown-profile}) or cannot be followed ({@code invalid-profile}) (422). */
public final class ProfileRefused extends Refusal {

    private final List<String> problems;

    /** @param problems sentences that name the column; empty if there is only one problem */
    public ProfileRefused(String slug, String what, String where, String fix, List<String> problems) {
        super(slug, what, where, fix);
        this.problems = List.copyOf(problems);
    }

    /** Each problem as a sentence that names the column; empty if there is only the one that {@link #failure} tells. */
    public List<String> problems() {
        return problems;
    }
}
