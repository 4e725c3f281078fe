package dev.treaty.provider.verification.comparison;

import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.util.stream.Collectors;

/** A provider answered, and not as the contract says. */
public final class ContractBroken extends AssertionError {

    public ContractBroken(ContractInteraction broken, ComparisonResult comparison) {
        super("""
                %s does not hold its contract with %s.
                  where: %s
                %s%s
                  fix:   make %s answer so again, or, if %s no longer needs it, change its recording test and record again""".formatted(
                        broken.provider(),
                        broken.consumer(),
                        broken.place(),
                        comparison.differences().stream()
                                .map(difference -> "  " + difference)
                                .collect(Collectors.joining("\n")),
                        comparison.repeat().map(line -> "\n  repeat: " + line).orElse(""),
                        broken.provider(),
                        broken.consumer()));
    }
}
