package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NullCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status in ('A', 'B')",
                "status between 0 and 3",
                "status > 0",
                "(status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])"
            })
    void aComparisonWithConstantsPassesNull(String check) {
        assertTrue(NullCheck.passes(check, "status"::equals));
        assertFalse(NullCheck.passes(check, "other"::equals));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status is not null",
                "coalesce(status, '') <> ''",
                "status = 'A' and 1 = 2",
                "status > other",
                "num_nulls(status) = 0",
                "not (status is null)"
            })
    void whateverCouldFailOnNullIsNotTrusted(String check) {
        assertFalse(NullCheck.passes(check, "status"::equals));
    }
}
