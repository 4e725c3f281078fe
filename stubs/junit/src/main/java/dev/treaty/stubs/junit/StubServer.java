package dev.treaty.stubs.junit;

import dev.treaty.pacts.files.PactFile;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a {@link ReplayServer} for JUnit tests, on free ports of 127.0.0.1, and passes the address of a provider to the test:
 *
 * <pre>{@code
 * @Test
 * @GivenState("no payment exists")
 * void an_unknown_payment_is_reported(@StubServer("stripe") URI stripe) {
 *     var payments = new Payments(stripe);
 *     …
 * }
 * }</pre>
 *
 * <p>The parameter is a {@link URI} or a {@link String} (the base URL, without a slash at the end), the {@link ReplayServer} itself, an {@link SSLContext}
 * (see {@link #tls}), or a {@link VendorWorld}: an account of the vendor's own replay that only this test uses, with a clock that it can advance. It may
 * belong to a test, to a method that runs before or after tests, or to the constructor of the test class. On a test class, the annotation
 * applies to every such parameter that is not annotated itself, except in parameterized tests, where it may be an argument.
 *
 * <p>The tests of a class, and of its nested classes, share a server if they use the same provider, contracts and
 * {@linkplain GivenState states}; it is stopped after the last of them. So tests can run in parallel, and none sees another's states. But
 * they do see what a test changes through WireMock's admin API or {@link ReplayServer#replace}.
 *
 * <p>Requires JUnit 6 on the class path; this module does not bring it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PARAMETER})
@ExtendWith(StubServerExtension.class)
public @interface StubServer {

    /** The provider, as its contracts call it, e.g. {@code "stripe"}. */
    String value();

    /**
     * Pact files, or folders of them, relative to the working directory; by default, the contracts on the class path (see
     * {@link PactFile#onClassPath()}).
     */
    String[] pacts() default {};

    /**
     * Whether the address is one with {@code https}. The certificate is made for this server alone; a parameter of type
     * {@link SSLContext} receives what a client needs to trust it. The port speaks HTTP/2 and HTTP/1.1.
     */
    boolean tls() default false;
}
