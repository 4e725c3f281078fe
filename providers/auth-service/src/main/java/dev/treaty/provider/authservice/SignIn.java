package dev.treaty.provider.authservice;

import java.util.Optional;

/** Signs people in; whether it is the address or the password that is wrong, neither the answer nor its time tells. */
final class SignIn {

    private final Users users;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;

    SignIn(Users users, Passwords passwords, Attempts attempts, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** What came of an attempt. */
    sealed interface Outcome {

        /** The person is who they say. */
        record SignedIn(Tokens tokens) implements Outcome {}

        /** There is nobody with this address and this password. */
        record Refused() implements Outcome {}

        /** Nobody has looked at the password. */
        record TooMany(Attempts.Exhausted exhausted) implements Outcome {}
    }

    /**
     * Tries.
     *
     * @param email as it came; it may be anything
     * @param from the caller's address, if it is known
     */
    Outcome with(String email, Password password, Optional<String> from) {
        var address = EmailAddress.parse(email);
        var tried = address.map(EmailAddress::compared).orElse(email);
        var exhausted = attempts.begin(from, tried);
        if (exhausted.isPresent()) {
            return new Outcome.TooMany(exhausted.get());
        }
        var account = address.flatMap(users::withEmail);
        if (!passwords.matches(password, account.map(Users.Account::password))) {
            return new Outcome.Refused();
        }
        attempts.succeeded(from, tried);
        return new Outcome.SignedIn(
                sessions.open(account.map(Users.Account::user).orElseThrow()));
    }
}
