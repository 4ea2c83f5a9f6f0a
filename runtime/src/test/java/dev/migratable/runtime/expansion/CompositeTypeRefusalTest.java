package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeTypeRefusalTest {

    @Test
    void aTypeKeepsItsAttributes() {
        QualifiedName name = QualifiedName.inPublic("e");
        CompositeAttribute street = new CompositeAttribute("street", SqlType.parse("text"));
        CompositeAttribute zip = new CompositeAttribute("zip", SqlType.parse("text"));
        PlanResult result = PlanCase.named("x")
                .from(table("t").nullable("a", "public.e"))
                .to(table("t").nullable("a", "public.e"))
                .fromType(new CompositeType(name, List.of(street)))
                .toType(new CompositeType(name, List.of(street, zip)))
                .result();
        assertEquals(1, result.refusals().size());
        Refusal refusal = result.refusals().get(0);
        assertEquals("change attributes of type e from street text to street text, zip text", refusal.change());
        assertTrue(refusal.reason().contains("as a whole"), refusal::line);
        assertTrue(refusal.wayOut().contains("@ConvertUsing"), refusal::line);
    }
}
