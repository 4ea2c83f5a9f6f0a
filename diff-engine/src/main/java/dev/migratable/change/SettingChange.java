package dev.migratable.change;

import java.util.Optional;

/**
 * A difference in what entities do not speak of and a live database knows: how rows are stored, what the planner is told,
 * and the comments of what has no entity. Only two sources that both know of it differ in it.
 */
public sealed interface SettingChange extends Change
        permits ChangePersistence,
                ChangeSequencePersistence,
                ChangeStorage,
                ChangeCompression,
                ChangeStatisticsTarget,
                ChangeColumnOptions,
                ChangeStorageParameters,
                ChangeIndexParameters,
                ChangeObjectComment {

    @Override
    default <R> R accept(Change.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** Returns the column whose setting it is; empty where it is one of something else. */
    default Optional<String> settingOf() {
        return Optional.empty();
    }

    /** Calls the visitor's method for this kind of setting. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Has one method for each kind of setting.
     *
     * @param <R> what a visit gives
     */
    interface Visitor<R> {

        /** Visits a {@link ChangePersistence}. */
        R visit(ChangePersistence change);

        /** Visits a {@link ChangeSequencePersistence}. */
        R visit(ChangeSequencePersistence change);

        /** Visits a {@link ChangeStorage}. */
        R visit(ChangeStorage change);

        /** Visits a {@link ChangeCompression}. */
        R visit(ChangeCompression change);

        /** Visits a {@link ChangeStatisticsTarget}. */
        R visit(ChangeStatisticsTarget change);

        /** Visits a {@link ChangeColumnOptions}. */
        R visit(ChangeColumnOptions change);

        /** Visits a {@link ChangeStorageParameters}. */
        R visit(ChangeStorageParameters change);

        /** Visits a {@link ChangeIndexParameters}. */
        R visit(ChangeIndexParameters change);

        /** Visits a {@link ChangeObjectComment}. */
        R visit(ChangeObjectComment change);
    }
}
