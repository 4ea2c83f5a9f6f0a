package dev.migratable.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExclusionConstraintTest {

    private static Optional<QualifiedName> referenced(String definition) {
        return new ExclusionConstraint("x", definition).referencedTable();
    }

    @Test
    void aForeignKeySaysWhatItRefersTo() {
        assertEquals(
                Optional.of(QualifiedName.inPublic("parent")),
                referenced("FOREIGN KEY (pid) REFERENCES public.parent(id) ON DELETE SET NULL (pid)"));
        assertEquals(
                Optional.of(new QualifiedName("Odd.\"One\"", "Of(Two)")),
                referenced("FOREIGN KEY (a, b) REFERENCES \"Odd.\"\"One\"\"\".\"Of(Two)\"(a, b) NOT ENFORCED"));
        assertEquals(Optional.empty(), referenced("EXCLUDE USING gist (room WITH =)"));
        assertEquals(Optional.empty(), referenced("CHECK ((a <> ' REFERENCES public.b(c)'::text)) NO INHERIT"));
    }

    @Test
    void whatIsNotValidOrNotEnforcedIsNotChecked() {
        assertTrue(new ExclusionConstraint("x", "CHECK ((a > 0)) NO INHERIT").isChecked());
        assertFalse(new ExclusionConstraint("x", "CHECK ((a > 0)) NO INHERIT NOT VALID").isChecked());
        assertFalse(new ExclusionConstraint("x", "CHECK ((a > 0)) NOT ENFORCED").isChecked());
    }
}
