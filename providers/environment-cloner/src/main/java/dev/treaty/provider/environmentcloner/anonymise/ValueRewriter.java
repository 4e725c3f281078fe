package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import dev.treaty.provider.environmentcloner.pseudonyms.EmailAddresses;
import dev.treaty.provider.environmentcloner.pseudonyms.Pseudonyms;

/** Rewrites single values, and records what was there before. Not for use by several threads. */
final class ValueRewriter {

    private final Pseudonyms pseudonyms;
    private final Originals.Recorder originals;

    ValueRewriter(Pseudonyms pseudonyms, Originals.Recorder originals) {
        this.pseudonyms = pseudonyms;
        this.originals = originals;
    }

    String rewrite(ValueRule rule, String value) {
        if (rule instanceof ValueRule.Replace replace) {
            return replaced(replace.domain(), value);
        }
        return value;
    }

    private String replaced(Domain domain, String value) {
        originals.add(domain, value);
        return pseudonyms.of(domain, value);
    }

    /** A value without a rule, in which e-mail addresses become pseudonyms nevertheless. */
    String sweep(String value) {
        return value.indexOf('@') < 0
                ? value
                : EmailAddresses.PATTERN.matcher(value).replaceAll(address -> replaced(Domain.EMAIL, address.group()));
    }
}
