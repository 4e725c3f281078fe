package dev.treaty.stubs.replay;

import dev.treaty.pacts.files.PactFile;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a {@link ReplayServer} for JUnit tests, on free ports of 127.0.0.1, and says where a provider is:
 *
 * <pre>{@code
 * @Test
 * @GivenState("no payment exists")
 * void an_unknown_payment_is_told(@StubServer("stripe") URI stripe) {
 *     var payments = new Payments(stripe);
 *     …
 * }
 * }</pre>
 *
 * <p>The parameter is a {@link URI} or a {@link String} (the base URL, without a slash at the end), or the {@link ReplayServer}
 * itself; of a test, of a method before or after tests, or of the test class's constructor. On a test class, the annotation does
 * the same for each such parameter that has none of its own, except those of a parameterized test, which may be its arguments.
 *
 * <p>The tests of a class, and of the classes in it, share a server if they ask for the same provider, contracts and
 * {@linkplain GivenState states}; it is stopped after the last of them. So tests may run at the same time, and none sees another's
 * states. What a test itself changes, through WireMock's admin API or {@link ReplayServer#replace}, the others do see.
 *
 * <p>Needs JUnit 6 on the class path, which this module brings to nobody.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PARAMETER})
@ExtendWith(StubServerExtension.class)
public @interface StubServer {

    /** The provider that is asked for, as its contracts call it, e.g. {@code "stripe"}. */
    String value();

    /**
     * Pact files, or folders of them, relative to the working directory; by default, the contracts on the class path (see
     * {@link PactFile#onClassPath()}).
     */
    String[] pacts() default {};
}
