package dev.migratable.classify;

import static dev.migratable.classify.ProbeCase.probe;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;

/** Holds what happens to enum types and composite types. */
final class EnumTypeProbes {

    private static final QualifiedName MOOD = QualifiedName.inPublic("mood");

    private EnumTypeProbes() {}

    static List<ProbeCase> all() {
        CompositeType place = new CompositeType(
                QualifiedName.inPublic("place"),
                List.of(
                        new CompositeAttribute("street", SqlType.parse("text")),
                        new CompositeAttribute("number", SqlType.parse("integer"))));
        EnumType pace = new EnumType(QualifiedName.inPublic("pace"), List.of("slow", "fast"));
        return List.of(
                probe(new CreateEnumType(pace), "CREATE TYPE pace AS ENUM ('slow', 'fast')"),
                probe(
                        new AddEnumValue(MOOD, "calm", Optional.of("happy")),
                        "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'happy'"),
                probe(new AddEnumValue(MOOD, "tired", Optional.empty()), "ALTER TYPE mood ADD VALUE 'tired'"),
                probe(new DropEnumType(new EnumType(MOOD, List.of("happy", "sad"))), "DROP TYPE mood"),
                probe(new CreateCompositeType(place), "CREATE TYPE place AS (street text, number integer)"),
                probe(
                        new DropCompositeType(new CompositeType(
                                QualifiedName.inPublic("spot"),
                                List.of(new CompositeAttribute("x", SqlType.parse("integer"))))),
                        "DROP TYPE spot"));
    }
}
