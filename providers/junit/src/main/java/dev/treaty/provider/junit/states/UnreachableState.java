package dev.treaty.provider.junit.states;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A state that cannot be set up in a vendor's sandbox; its interactions are skipped there, with the reason. A replay that has state is
 * brought into it nevertheless: by a {@code @State} method if there is one, otherwise by the replay itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Repeatable(UnreachableState.All.class)
public @interface UnreachableState {

    /** The state's name, as recorded. */
    String state();

    /** Why, as the end of a sentence, e.g. {@code "Stripe does not limit requests on demand"}. */
    String because();

    /** Holds the repeated annotations. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @interface All {
        UnreachableState[] value();
    }
}
