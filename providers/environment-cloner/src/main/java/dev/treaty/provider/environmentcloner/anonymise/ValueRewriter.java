package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.originals.Originals;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import dev.treaty.provider.environmentcloner.pseudonyms.EmailAddresses;
import dev.treaty.provider.environmentcloner.pseudonyms.Pseudonyms;
import dev.treaty.provider.environmentcloner.pseudonyms.RecentPseudonyms;

/** Rewrites single values, and records what was there before. Not for use by several threads. */
final class ValueRewriter {

    private final Pseudonyms pseudonyms;
    private final Originals.Recorder originals;
    private final RecentPseudonyms recent = new RecentPseudonyms();

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

    /** What is among the recent ones is also among the originals already. */
    private String replaced(Domain domain, String value) {
        var known = recent.find(domain, value);
        if (known != null) {
            return known;
        }
        originals.add(domain, value);
        var pseudonym = pseudonyms.of(domain, value);
        recent.add(domain, value, pseudonym);
        return pseudonym;
    }

    /** A value without a rule, in which e-mail addresses become pseudonyms nevertheless. */
    String sweep(String value) {
        return value.indexOf('@') < 0
                ? value
                : EmailAddresses.PATTERN.matcher(value).replaceAll(address -> replaced(Domain.EMAIL, address.group()));
    }
}
