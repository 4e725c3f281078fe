package dev.treaty.provider.verification.states;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A state to which a vendor's sandbox cannot be brought; its interactions are skipped there, with the reason. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Repeatable(UnreachableState.All.class)
public @interface UnreachableState {

    /** The state's name, as recorded. */
    public String state();

    /** Why, as the end of a sentence, e.g. {@code "Stripe limits nobody on demand"}. */
    public String because();

    /** Holds the repeated annotation. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @interface All {
        UnreachableState[] value();
    }
}
