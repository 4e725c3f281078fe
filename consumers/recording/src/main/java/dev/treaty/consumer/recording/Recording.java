package dev.treaty.consumer.recording;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose tests record interactions: each names its {@code @Pact} method with
 * {@code @PactTestFor(pactMethod = …)}, and the consumer's own client makes the call.
 *
 * <p>The order of the extensions matters: the {@link MockProvider} judges a test after it ran, and only then does the {@link Recorder}
 * keep what the test recorded.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Recorder.class, MockProvider.class})
public @interface Recording {}
