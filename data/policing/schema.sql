CREATE TABLE countries (      -- invented countries; OP13: resources are for member countries
    name   TEXT PRIMARY KEY,
    member INTEGER NOT NULL CHECK (member IN (0, 1))
);

CREATE TABLE databases (      -- OP2, OP6, OP7, OP9, OP13(d): the databases that the resolution names
    name       TEXT PRIMARY KEY,
    in_service INTEGER NOT NULL DEFAULT 1 CHECK (in_service IN (0, 1))
);

CREATE TABLE restrictions (   -- OP13(b): national priorities: which country does not see a record
    database    TEXT NOT NULL REFERENCES databases,
    record      INTEGER NOT NULL,
    hidden_from TEXT NOT NULL REFERENCES countries,
    PRIMARY KEY (database, record, hidden_from)
);

CREATE TABLE notices (        -- OP13(c): published by the General Secretariat at a bureau's request
    id           INTEGER PRIMARY KEY,
    colour       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    text         TEXT NOT NULL,
    requested_by TEXT NOT NULL REFERENCES countries,
    published    TEXT                               -- empty until it is published
);

CREATE TABLE messages (       -- OP13(a): I-24/7, from bureau to bureau
    id      INTEGER PRIMARY KEY,
    at      TEXT NOT NULL,
    sender  TEXT NOT NULL,                          -- a country, or 'General Secretariat'
    kind    TEXT NOT NULL,
    colour  TEXT,
    urgent  INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    subject TEXT NOT NULL,
    text    TEXT NOT NULL
);

CREATE TABLE deliveries (     -- who gets a message
    addressee TEXT NOT NULL,
    message   INTEGER NOT NULL REFERENCES messages,
    PRIMARY KEY (addressee, message)
);

CREATE TABLE log (            -- who asked or changed what, when, from where, and what came of it
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    country   TEXT NOT NULL,
    place     TEXT NOT NULL,                        -- 'bureau', or the name of a post
    action    TEXT NOT NULL,
    databases TEXT NOT NULL,
    what      TEXT NOT NULL,
    outcome   TEXT NOT NULL CHECK (outcome IN ('done', 'hit', 'no hit'))
);

CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
