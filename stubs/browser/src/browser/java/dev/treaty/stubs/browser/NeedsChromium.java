package dev.treaty.stubs.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where there is no browser, and says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    /** Whether there is one. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            var reason = "Skipped: there is no Chromium; install it (apt-get install chromium), or name it in CHROMIUM";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
