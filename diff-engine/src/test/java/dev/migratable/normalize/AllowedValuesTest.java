package dev.migratable.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedValuesTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "s IN ('A') | s = ANY (ARRAY['A'::text, 'B'::text]) | true | '''B'''",
                "s IN ('A', 'B') | s IN ('B', 'C') | false | '''C'''",
                "s IN ('A', 'B') | s = 'B' | false | ''",
                "n BETWEEN 0 AND 3 | (n >= 0) AND (n <= 4) | true | 'more than 3'",
                "n BETWEEN 0 AND 3 | n BETWEEN -1 AND 4 | true | 'less than 0 and more than 3'",
                "n BETWEEN 0 AND 3 | n BETWEEN 0 AND 2 | false | ''",
                "n BETWEEN 0 AND 3 | n BETWEEN 0 AND 3 | true | ''",
                "n IN (1, 2) | n IN (1, 2, 3) | true | '3'",
                "n BETWEEN 0 AND 3 | n IN (1, 2) | | ",
                "n BETWEEN 0 AND 3 | m BETWEEN 0 AND 3 | | ",
                "n >= 0 AND m <= 3 | n >= 0 AND m <= 4 | | ",
                "n > 0 | n > 1 | | ",
            })
    void oneAllowsWhatTheOtherDoes(String from, String to, Boolean covers, String beyond) {
        assertEquals(Optional.ofNullable(covers), AllowedValues.compare(from, to));
        if (covers != null) {
            assertEquals(
                    beyond,
                    AllowedValues.of(to)
                            .orElseThrow()
                            .beyond(AllowedValues.of(from).orElseThrow()));
        }
    }
}
