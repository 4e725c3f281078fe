-- The application whose environments are cloned: lofts for rent. Who its guests and hosts are.
CREATE SCHEMA people;

CREATE TABLE people.profiles (
    id         uuid PRIMARY KEY,
    full_name  text        NOT NULL,
    email      text        NOT NULL UNIQUE,
    phone      varchar(32) UNIQUE,
    address    text,
    locale     varchar(5)  NOT NULL DEFAULT 'en',
    created_at timestamptz NOT NULL DEFAULT now()
);
