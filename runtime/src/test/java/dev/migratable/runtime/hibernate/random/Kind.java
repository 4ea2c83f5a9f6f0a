package dev.migratable.runtime.hibernate.random;

/** What a class of a drawn model is. */
enum Kind {
    ENTITY,
    SUPERCLASS,
    EMBEDDABLE,
    RECORD,
    KEY,
    KEY_RECORD,
    STRUCT,
    STRUCT_RECORD,
    ENUM
}
