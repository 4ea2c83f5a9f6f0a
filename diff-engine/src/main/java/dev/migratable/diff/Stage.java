package dev.migratable.diff;

/** The order in which changes can be applied one by one: what others need comes first, what others use goes last. */
enum Stage {
    RENAME_TABLE,
    RENAME_COLUMN,
    DROP_FOREIGN_KEY,
    DROP_CONSTRAINT,
    /** Before the columns that have the type, and the defaults that name a value. */
    CHANGE_TYPE,
    CHANGE_SEQUENCE,
    /** Between a logged and an unlogged table there is no foreign key. */
    CHANGE_PERSISTENCE,
    CREATE_TABLE,
    ADD_COLUMN,
    /** Before the columns their expressions name, which cannot change their type until then. */
    DROP_GENERATED_COLUMN,
    CHANGE_COLUMN,
    /** After the columns their expressions name have their type. */
    ADD_GENERATED_COLUMN,
    ADD_KEY,
    CREATE_INDEX,
    /** Of indexes that have another one in their place by now; before foreign keys, which would hold on to either. */
    DROP_REPLACED_INDEX,
    ADD_CHECK,
    /** After every key one may reference. */
    ADD_FOREIGN_KEY,
    /** After the columns that are to own. */
    CHANGE_SEQUENCE_OWNER,
    COMMENT_ON_TABLE,
    /** After everything that has settings is there, and has the type and name that it is to have. */
    SETTING,
    DROP_COLUMN,
    /** Before the partitioned table, which would take them along. */
    DROP_PARTITION,
    DROP_TABLE,
    DROP_SEQUENCE,
    /** When no column has the type any more. */
    DROP_TYPE,
    UNSUPPORTED
}
