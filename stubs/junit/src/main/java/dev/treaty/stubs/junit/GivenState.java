package dev.treaty.stubs.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The provider state of a test, or of all tests of a class that declare none themselves: if several interactions match a request, one with
 * the state answers; with several states, the one that has most of them.
 *
 * <p>It is a preference. A client usually makes several calls in a test, and the state is about one of them: interactions without the state
 * still answer what no others match. For a request that asks for a state itself, with the header {@code Pact-Provider-State},
 * only that one counts.
 *
 * <p>A test fails before it starts if no interaction of the provider has the state, or if the state cannot reach any {@link StubServer} of
 * the test, because its address was requested before the test ({@code @BeforeAll}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(GivenState.All.class)
@ExtendWith(GivenStateExtension.class)
public @interface GivenState {

    /**
     * Its name, or its name and parameters that it must have: {@code a payment exists {"id":"pi_42"}}.
     */
    String value();

    /** The provider that the state belongs to, if the test uses several; by default, each of them must have it. */
    String provider() default "";

    /** Contains the repeated annotation. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(GivenStateExtension.class)
    @interface All {
        /** The repeated annotations. */
        GivenState[] value();
    }
}
