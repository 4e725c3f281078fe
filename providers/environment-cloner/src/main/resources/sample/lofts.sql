-- Rows for the application's tables: always the same ones for the same sample.rows, which is about how many there are in all.
SELECT set_config('sample.guests', greatest(2, current_setting('sample.rows')::int / 25)::text, false),
       set_config('sample.lofts', least(200, greatest(2, current_setting('sample.rows')::int / 500))::text, false),
       set_config('lofts.now', '2026-03-01 08:00:00Z', false),
       set_config('lofts.user', 'import@lofts.example', false),
       set_config('lofts.address', '192.0.2.10', false);

CREATE FUNCTION pg_temp.number(bound integer, seed text) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN ('x' || substr(md5(seed), 1, 6))::bit(24)::integer % bound;
CREATE FUNCTION pg_temp.pick(choices text[], seed text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN choices[1 + pg_temp.number(array_length(choices, 1), seed)];
CREATE FUNCTION pg_temp.id(seed text) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN md5(seed)::uuid;
CREATE FUNCTION pg_temp.given_name(n integer) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN pg_temp.pick(ARRAY['Anna', 'Ben', 'Chiara', 'David', 'Elif', 'François', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Katarzyna', 'Luca',
        'María', 'Nils', 'Olga', 'Pavel', 'Rosa', 'Sofie', 'Tomáš', 'Yusuf', 'Zoë', 'Søren'], 'given' || n);
CREATE FUNCTION pg_temp.family_name(n integer) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN pg_temp.pick(ARRAY['Abel', 'Bianchi', 'Černý', 'Dubois', 'Eriksen', 'Fischer', 'García', 'Hansen', 'Ivanova', 'Jansen', 'Kowalski',
        'Lehmann', 'Müller', 'Novák', 'O''Brien', 'Petrov', 'Richter', 'Schneider', 'Torres', 'Ünal', 'Vogel', 'Weiß'], 'family' || n) || '-' ||
        pg_temp.pick(ARRAY['Adler', 'Braun', 'Costa', 'Dorn', 'Ebert', 'Franke', 'Graf', 'Horn', 'Imhof', 'Jung', 'Krause', 'Lorenz', 'Marx', 'Noll',
        'Otto', 'Paul', 'Rau', 'Sommer', 'Thiel', 'Ulrich', 'Voss', 'Wolf'], 'second' || n);

INSERT INTO people.profiles (id, full_name, email, phone, address, locale, created_at)
SELECT pg_temp.id('guest' || n), pg_temp.given_name(n) || ' ' || pg_temp.family_name(n), 'guest.' || n || '@mail' || n % 7 || '.example',
       '+49 1' || 50 + n % 30 || ' ' || lpad(n::text, 8, '0'), 'Gartenweg ' || n || ', 10' || lpad((n % 1000)::text, 3, '0') || ' Berlin',
       pg_temp.pick(ARRAY['de', 'en', 'fr', 'es', 'cs'], 'locale' || n), timestamptz '2024-01-01 00:00Z' + n % 700 * interval '1 day'
  FROM generate_series(1, current_setting('sample.guests')::integer) n;

INSERT INTO reservations.lofts (name, city)
SELECT 'Loft ' || n, pg_temp.pick(ARRAY['Berlin', 'Praha', 'Porto', 'Lyon'], 'city' || n)
  FROM generate_series(1, current_setting('sample.lofts')::integer) n;
INSERT INTO reservations.loft_availability (loft_id, day, is_free)
SELECT loft, date '2026-01-01' + day, pg_temp.number(3, loft || 'day' || day) > 0
  FROM generate_series(1, current_setting('sample.lofts')::integer) loft, generate_series(0, 29) day;
INSERT INTO reservations.pricing_rules (loft_id, valid_from, price)
SELECT loft, date '2026-01-01' + 90 * season, 60 + pg_temp.number(200, loft || 'season' || season)
  FROM generate_series(1, current_setting('sample.lofts')::integer) loft, generate_series(0, 3) season;

INSERT INTO reservations.reservations
    (id, loft_id, guest_id, guest_name, guest_email, guest_phone, arrival, departure, status, total, notes, created_at)
SELECT pg_temp.id('reservation' || g || '-' || n), 1 + (g + n) % current_setting('sample.lofts')::integer, p.id, p.full_name, p.email, p.phone,
       day, day + 1 + (g + n) % 6, 'requested', 80 * (1 + (g + n) % 6),
       CASE n WHEN 1 THEN 'Wir kommen spät, bitte den Schlüssel für ' || p.full_name || ' hinterlegen.'
              WHEN 2 THEN 'The invoice goes to ' || p.email || ', thank you.' END,
       p.created_at + n * interval '20 days'
  FROM generate_series(1, current_setting('sample.guests')::integer) g
  JOIN people.profiles p ON p.id = pg_temp.id('guest' || g)
 CROSS JOIN generate_series(1, 4) n
 CROSS JOIN LATERAL (SELECT date '2026-01-01' + (g * 7 + n * 31) % 360) AS arrival (day);

SELECT set_config('lofts.user', 'host@lofts.example', false), set_config('lofts.now', '2026-03-02 09:30:00Z', false);
UPDATE reservations.reservations SET status = 'confirmed' WHERE pg_temp.number(2, id::text) = 0;

INSERT INTO reservations.reservation_payments (reservation_id, payer_name, amount, method, paid_at)
SELECT id, guest_name, total, pg_temp.pick(ARRAY['card', 'transfer', 'cash'], id::text), created_at + interval '1 hour'
  FROM reservations.reservations WHERE status = 'confirmed' ORDER BY id;
INSERT INTO reservations.guest_communications (reservation_id, channel, recipient, body, sent_at)
SELECT id, 'email', guest_email, 'Dear ' || guest_name || ', your loft is ready from 3 pm. Write to ' || guest_email || ' for anything else.', created_at
  FROM reservations.reservations WHERE status = 'confirmed' ORDER BY id;

INSERT INTO conversations.conversations (subject, created_at)
SELECT 'Reservation ' || g, timestamptz '2026-02-01 12:00Z' + g % 1000 * interval '1 minute'
  FROM generate_series(1, current_setting('sample.guests')::integer) g;
INSERT INTO conversations.conversation_participants (conversation_id, profile_id, role)
SELECT g, pg_temp.id('guest' || g), 'guest' FROM generate_series(1, current_setting('sample.guests')::integer) g
UNION ALL
SELECT g, pg_temp.id('guest' || 1 + g % current_setting('sample.guests')::integer), 'host'
  FROM generate_series(1, current_setting('sample.guests')::integer) g;
INSERT INTO conversations.messages (conversation_id, sender_id, content, sent_at)
SELECT g, p.id,
       CASE n WHEN 1 THEN 'Guten Tag, hier ist ' || p.full_name || '. Ist die Wohnung im April frei und gibt es einen Parkplatz für uns?'
              WHEN 2 THEN E'You can reach me under ' || p.phone || E'.\n\nIs breakfast included?\tI travel with a dog.'
              WHEN 3 THEN repeat('Nous arrivons le soir et nous avons une question pour vous sur la cuisine. ', 1 + pg_temp.number(40, 'length' || g))
              ELSE 'ok' END,
       timestamptz '2026-02-01 12:00Z' + (g % 1000 * 10 + n) * interval '1 minute'
  FROM generate_series(1, current_setting('sample.guests')::integer) g
  JOIN people.profiles p ON p.id = pg_temp.id('guest' || g)
 CROSS JOIN generate_series(1, 4) n;
INSERT INTO conversations.message_attachments (message_id, file_name, media_type, content)
SELECT id, 'plan-' || id || '.png', 'image/png', decode(repeat(md5(id::text), 16), 'hex')
  FROM conversations.messages WHERE id % 40 = 0 ORDER BY id;
