package dev.treaty.stubs.replay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The provider state of a test, or of all tests of a class that have none of their own: where several interactions match a
 * request, one that has the state answers; of several states, the more the better.
 *
 * <p>It is a preference. A client makes several calls in a test as a rule, and the state is about one of them: what only
 * interactions without the state match, they answer as ever. A request that asks for a state itself, with the header
 * {@code Pact-Provider-State}, is decided by that alone.
 *
 * <p>A test fails before it begins if no interaction of the provider has the state, or if no {@link StubServer} that the test
 * takes can know of it, because its address was handed out before the test ({@code @BeforeAll}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(GivenState.All.class)
@ExtendWith(GivenStateExtension.class)
public @interface GivenState {

    /**
     * Its name, or its name and parameters that it must have among others:
     * {@code a payment exists {"id":"pi_42"}}.
     */
    String value();

    /** Whose state it is, if the test asks for several providers; by default, each must have it. */
    String provider() default "";

    /** Holds the repeated annotation. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(GivenStateExtension.class)
    @interface All {
        /** All of them. */
        GivenState[] value();
    }
}
